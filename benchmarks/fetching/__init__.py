"""Fetching: what asking, reading and recording 2,000 pages costs, beside the peers."""
