"""Looks: what a page that has not what was read of it plainly looks like, for the reason on record.

A wall, a challenge or an empty shell comes with status 200 like any page. Which of them it is,
nobody can tell for sure; what it is titled, or all that it says, tells it to a person.
"""

from __future__ import annotations

from claimtrack import Page, Unreadable
from claimtrack_page.telling import short

# A challenge has some 300 characters, a consent wall a thousand; a page that is worth a source
# mostly has more.
_FEW = 1_500


def look(page: Page) -> str | None:
    """What *page* looks like, in words; None where it is no markup, or too long for a wall."""
    try:
        if not page.is_markup:
            return None
        said, title = _first(page, "body"), short(_first(page, "title"))
    except Unreadable:
        return None
    if len(said) > _FEW:
        return None
    if not said:
        return f"the page shows nothing{f' but the title “{title}”' if title else ''}"
    return f"the page's title is “{title}”" if title else f"all the page says is “{short(said)}”"


def _first(page: Page, css: str) -> str:
    return next((found.text.replace("\0", "\ufffd") for found in page.select(css)), "")
