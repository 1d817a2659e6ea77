"""A laid-out table as bytes: one file a format."""
