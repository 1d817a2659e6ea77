"""Addresses of reviews, inside of a district."""

from django.urls import path

from shishi.web.pages.reviews import views

urlpatterns = [
    path("", views.list_waiting, name="reviews"),
    path("<int:report>/", views.review_report, name="review"),
]
