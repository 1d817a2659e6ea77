"""An office's layout: what it is, how it is loaded, and how a page is laid out in it."""
