"""Phrases as news writes them, with what rule ``words-1`` makes of each, worked out by hand."""
