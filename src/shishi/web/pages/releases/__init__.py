"""Pages on which the office publishes a plan."""
