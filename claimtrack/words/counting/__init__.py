"""Counting: the grammar of quantities, from figures and number words to intervals."""
