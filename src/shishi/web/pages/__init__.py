"""Pages: views, forms and templates of the office, by page family."""
