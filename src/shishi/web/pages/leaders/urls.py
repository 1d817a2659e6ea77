"""Addresses of the leaders' page."""

from django.urls import path

from shishi.web.pages.leaders import views

urlpatterns = [path("", views.leaders, name="leaders")]
