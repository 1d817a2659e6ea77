"""Plain: text that was pasted, its tables told by bars, tabs and blank lines."""
