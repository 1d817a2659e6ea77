"""A second maker of pages beside `making`: clerks, each a set of habits, with words of their own.

`making` draws every shape at random; people do not. A clerk prints the same odd thing on every page:
a heading for each leader, four quarters in one cell, a list of telephone numbers below. `roll` names the
clerks, `making` makes their pages, and the writers and the judge are those of the exam.
"""
