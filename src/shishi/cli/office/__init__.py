"""Office: the commands that set up, run and publish the web side."""
