"""How Django knows this app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The app's name and label."""

    name = "shishi.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Register the system checks."""
        from shishi.web import checks  # noqa: F401  (importing registers)
