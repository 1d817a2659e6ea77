"""The home of a district: the year strip of a plan, what needs attention above it."""
