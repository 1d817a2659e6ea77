"""What the commands write into files: tables, and findings to mail back."""
