"""Rulebook (填报说明): one district's words, bands, thresholds and switches, checked on load.

Rulebooks are TOML files in data/rulebooks; default.toml is complete and says what every key means.
"""

from shishi.rulebook.book import Bands, Length, Rulebook, RuleSwitch, Show, StatusWord
from shishi.rulebook.load import choose_rulebook, list_rulebooks, load_rulebook

__all__ = [
    "Bands",
    "Length",
    "RuleSwitch",
    "Rulebook",
    "Show",
    "StatusWord",
    "choose_rulebook",
    "list_rulebooks",
    "load_rulebook",
]
