"""What stands between the rows of a table in running text, and where they end."""
