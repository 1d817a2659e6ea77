"""The five real pages, read by the program and compared with what a careful person reads in them.

Run as `python -m tests.acceptance SHARED`; SHARED holds seeds/ and gold/. Ends with 1 when a bar is
missed. Two of the pages have their gold here, as positions, counts and fingerprints.
"""
