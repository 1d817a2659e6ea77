"""The office at work: districts, plans, reports and their pages. The only room that knows Django."""
