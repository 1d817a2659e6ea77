"""Signing in and out, choosing a post, and how the pages look."""
