"""Pages on which the office brings in files and confirms them into plans."""
