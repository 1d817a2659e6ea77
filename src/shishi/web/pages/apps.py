"""How Django knows this app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The app's name and label."""

    name = "shishi.web.pages"
    label = "pages"
