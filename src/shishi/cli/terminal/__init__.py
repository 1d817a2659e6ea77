"""Screens of the command line for a person at a terminal."""
