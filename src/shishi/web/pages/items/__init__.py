"""One item, whole: the promise, its numbers, its units, its history."""
