"""How Django knows this app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The app's name and label."""

    name = "shishi.web.accounts"
    label = "accounts"
