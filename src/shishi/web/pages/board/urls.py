"""Addresses of a district's home."""

from django.urls import path

from shishi.web.pages.board import views

urlpatterns = [
    path("", views.home, name="home"),
    path("plans/<slug:plan>/", views.plan, name="plan"),
]
