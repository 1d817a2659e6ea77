"""Cross-tabs in pasted text: districts down the side, indicators across the top."""
