"""Addresses of the office. What belongs to a district stands under /d/<slug>/."""

from django.urls import include, path

urlpatterns = [path("", include("shishi.web.pages.urls"))]
