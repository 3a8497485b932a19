"""Stating: how a sentence says what is so of a subject, and what in it only seems to."""
