"""Shishi (实事): a district's yearly livelihood projects, from text to judgement."""
