"""Projects without table or label: lists under a count, items that tell goal and progress at once."""
