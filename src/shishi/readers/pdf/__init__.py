"""PDF: pages as they are drawn: characters with their boxes, and the lines between them."""
