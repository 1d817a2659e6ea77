"""Grids that are no list with a header over it: forms, tables on their side, districts by indicators."""
