"""What words mean in and around a table: headers, names, codes, titles and notes."""
