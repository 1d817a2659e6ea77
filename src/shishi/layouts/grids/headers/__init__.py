"""Headers of ruled tables: found, how deep they are, their words named and put under their groups."""
