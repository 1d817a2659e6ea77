"""Assessment: a computed status for each record, with its working shown."""
