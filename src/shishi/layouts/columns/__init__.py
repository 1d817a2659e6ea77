"""What a column of a project table is, and which header word gets which field."""
