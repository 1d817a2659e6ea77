"""Addresses of the pages, family by family."""

from django.urls import include, path

urlpatterns = [
    path("", include("shishi.web.pages.accounts.urls")),
    path("d/<slug:district>/", include("shishi.web.pages.board.urls")),
    path("d/<slug:district>/items/", include("shishi.web.pages.items.urls")),
    path("d/<slug:district>/leaders/", include("shishi.web.pages.leaders.urls")),
    path("d/<slug:district>/uploads/", include("shishi.web.pages.uploads.urls")),
    path("d/<slug:district>/reports/", include("shishi.web.pages.reports.urls")),
    path("d/<slug:district>/reviews/", include("shishi.web.pages.reviews.urls")),
    path("d/<slug:district>/releases/", include("shishi.web.pages.releases.urls")),
]
