"""How Django knows this app."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """The app's name and label."""

    name = "shishi.web.projects"
    label = "projects"
