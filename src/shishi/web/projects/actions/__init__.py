"""Everything that changes plans and reports: the only code that saves. Takes `by=` and `on=`."""
