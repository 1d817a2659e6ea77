"""Characters, numerals, periods and marks of printed Chinese: words without their meaning."""
