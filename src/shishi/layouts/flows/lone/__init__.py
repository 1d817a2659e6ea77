"""Units that stand alone in a row, or beside others, where the page may have lost a cell."""
