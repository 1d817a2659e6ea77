"""A leader's page: the items in her charge, problems first."""
