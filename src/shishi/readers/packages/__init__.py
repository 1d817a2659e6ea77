"""Packages: office files that are a zip of XML parts; what is refused before a part is looked at."""
