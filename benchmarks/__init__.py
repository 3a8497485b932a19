"""Benchmarks: what is measured, with the peers beside it in the same run."""
