"""Gold: what a careful person reads in the seeds; ours as positions, counts and fingerprints."""
