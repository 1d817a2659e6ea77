"""Grids made of pasted text: rows counted off, headings taken out of them, slid cells put back."""
