"""What a table on lines leaves open, and is asked about: whose units they are, what a lone phrase says."""
