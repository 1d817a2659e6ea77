"""Project tables with rulings: headers by their words, rows and merged cells by their spans."""
