"""Addresses of items."""

from django.urls import path

from shishi.web.pages.items import views

urlpatterns = [path("<int:item>/", views.item, name="item")]
