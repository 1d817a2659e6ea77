"""Portal: a Snapshot of approved facts → a static site, accessible without JavaScript, swapped whole."""
