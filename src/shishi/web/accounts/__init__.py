"""Accounts: districts, units, people and their posts, and the log of everything that was done."""
