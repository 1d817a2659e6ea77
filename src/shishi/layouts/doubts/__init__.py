"""Where we are not sure that we read a page right: findings about reading, made from the evidence."""
