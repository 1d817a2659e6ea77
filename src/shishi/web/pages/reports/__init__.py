"""Pages on which a unit's reporter sees what is due and reports it."""
