"""Quoting: how texts mark what was said, who said it, and whether two wordings agree."""
