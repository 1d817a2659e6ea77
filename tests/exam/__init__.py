"""An exam for readers of project tables: random pages with their truth, and a scorer.

A page is a function of its format and seed. `making` draws the shape of a table and fills it, `clerks` makes
it as one of them is in the habit of, `flat` and
`files` write it in a format and mark what that format makes unknowable, `judging` holds what was read
against the truth, `reporting` adds up. Nothing here knows how the reader works.
"""
