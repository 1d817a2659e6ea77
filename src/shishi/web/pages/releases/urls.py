"""Addresses of releases, inside of a district."""

from django.urls import path

from shishi.web.pages.releases import views

urlpatterns = [
    path("", views.list_releases, name="releases"),
    path("plans/<int:plan>/", views.publish_plan, name="release-new"),
]
