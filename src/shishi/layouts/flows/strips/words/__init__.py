"""How short cells and cells of sentences are worded that stand side by side with nothing between."""
