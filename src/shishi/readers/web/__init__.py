"""Web: pages read as a browser shows them; what would keep the parser busy for ever is refused."""
