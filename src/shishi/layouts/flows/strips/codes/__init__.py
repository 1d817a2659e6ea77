"""The codes that tell the rows of a table without separators apart."""
