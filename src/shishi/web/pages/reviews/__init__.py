"""Pages on which the office reads, returns and accepts reports."""
