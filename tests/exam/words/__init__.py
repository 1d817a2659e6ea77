"""The words that invented pages are made of."""
