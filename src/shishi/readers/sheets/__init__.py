"""Sheets: spreadsheets of every office program as Grids, each cell as its program shows it."""
