"""Rules: what a careful official would query in a page. One file a rule."""
