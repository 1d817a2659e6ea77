"""Tables without rulings: found by their headers, cut by the cheapest path through their columns."""
