"""Addresses of reviews, inside of a district."""

from django.urls import path

from shishi.web.pages.reviews import views, waiving

urlpatterns = [
    path("", views.list_waiting, name="reviews"),
    path("<int:report>/", views.review_report, name="review"),
    path("<int:report>/waivers/", waiving.waive_finding, name="waiver-new"),
    path("<int:report>/waivers/<int:waiver>/end/", waiving.end_a_waiver, name="waiver-end"),
]
