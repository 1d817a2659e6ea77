"""Run the command line as `python -m shishi`."""

from shishi.cli import main

main()
