"""The page around its tables: disclosure record, stated rules, periods, and what is left over."""
