"""Glimpse: a page's words, cheaply."""

from __future__ import annotations

import pytest

from claimtrack import Unreadable, visible_text
from claimtrack.words.articles.glimpse import MOST_TAGS, has_selectolax

PAGE = """<html><head><title>The bridge</title><style>p {color: red}</style></head><body>
<!-- unseen --><script>var unseen = "<p>unseen</p>";</script><noscript>unseen</noscript>
<h1>Bridge</h1><p>A third &amp; more<br>of the cost</p><template>unseen</template></body></html>"""
#: With more tags it is read by lxml, whether or not selectolax is installed.
MANY = "<i></i>" * (MOST_TAGS // 2 + 1)


@pytest.mark.parametrize("more", ["", MANY], ids=["few tags", "many tags"])
def test_what_a_page_shows_is_one_line_of_words(more: str) -> None:
    shown = visible_text(PAGE.replace("</body>", f"{more}</body>"))
    assert shown in {
        "The bridge Bridge A third & more of the cost",
        "Bridge A third & more of the cost",
    }


def test_bytes_are_decoded_by_what_they_say_of_themselves() -> None:
    page = '<meta charset="windows-1251"><p>Міст</p>'.encode("cp1251")
    assert visible_text(page) == "Міст"


@pytest.mark.parametrize("depth", [MOST_TAGS, 100_000])
def test_a_page_too_deep_to_search_is_refused(depth: int) -> None:
    with pytest.raises(Unreadable):
        visible_text("<div>" * (depth + 1))


def test_the_extra_for_speed_is_part_of_what_the_tests_need() -> None:
    assert has_selectolax()
