"""Word: the documents of word processors (docx), as they print."""
