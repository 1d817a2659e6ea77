"""Benchmarks: ours beside others, on the same input in the same run. Each is one command of the Makefile."""
