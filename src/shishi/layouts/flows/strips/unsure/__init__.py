"""What a person is asked about in glued rows: cells whose rival is near, seams, blanks."""
