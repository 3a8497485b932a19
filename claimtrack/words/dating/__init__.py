"""Dating: the grammar of dates, from figures and calendar words to spans of days."""
