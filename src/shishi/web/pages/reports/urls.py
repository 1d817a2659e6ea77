"""Addresses of reports, inside of a district."""

from django.urls import path

from shishi.web.pages.reports import slots, views

urlpatterns = [
    path("", views.list_slots, name="reports"),
    path("<int:slot>/", views.write_report, name="report"),
    path("<int:slot>/check/", views.check_words, name="report-check"),
    path("<int:slot>/draft/", views.keep_draft, name="report-draft"),
    path("<int:slot>/receipts/<int:receipt>/", views.show_receipt, name="report-receipt"),
    path("open/<int:plan>/", slots.open_period, name="slots"),
]
