"""Names of units, groups and people: told from other words, split from their lists, parted where glued."""
