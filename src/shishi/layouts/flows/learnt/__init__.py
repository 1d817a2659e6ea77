"""What one table in running text teaches of itself: which cells it merges, how its columns are worded."""
