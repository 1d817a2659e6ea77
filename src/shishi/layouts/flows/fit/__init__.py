"""How well a paragraph fits a column: what it costs to believe that it stands there."""
