"""Projects: plans and their items, who reports what when, the reports and what became of them."""
