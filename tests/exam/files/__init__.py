"""Pages as files of an office: html, docx, xlsx, csv."""
