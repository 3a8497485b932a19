"""Pattern letters: no text that a pattern fits is passed over, and most that it does not are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.words.articles.patternletters import may_fit
from claimtrack.words.articles.walls import rules

PATTERNS = sorted(
    {
        one
        for rule in rules()
        for one in (*rule.headed, *rule.says, *rule.holds, *rule.presses, *rule.and_says)
    }
)


FITTING = st.sampled_from(PATTERNS).flatmap(lambda one: st.tuples(st.just(one), st.from_regex(one)))


@given(FITTING)
def test_what_a_pattern_fits_is_never_passed_over(told: tuple[str, str]) -> None:
    pattern, fitting = told
    assert may_fit(pattern, fitting.lower())


@pytest.mark.parametrize(
    ("pattern", "text", "may"),
    [
        ("sign in", "please sign in here", True),
        ("sign in", "please sign out here", False),
        ("(?:log|sign) in", "you may log in", True),
        ("(?:log|sign) in", "you may walk in", False),
        ("(?:log|sign) in", "log out", False),
        ("to (?:read|see) on", "to write on", False),
        ("(?:please )?wait", "wait", True),
        ("(?:please )*wait", "wait", True),
        ("(?:please ){0,2}wait", "wait", True),
        ("waits?", "wait", True),
        ("wait(?:s|ing)", "wait", False),
        ("wait(?!ing)", "wait", True),
        ("colou?r", "color", True),
        (r"\bwait\b", "wait", True),
        (r"what\?", "what", False),
        (r"what\?", "what?", True),
        ("a[bc]d", "acd", True),
        ("a[bc]de", "abed", False),
        ("one|two", "two", True),
        ("one|two", "three", True),  # a choice as a whole is not looked into
        ("(?:one(?:ly)?|two)s", "twos", True),
        ("(?:one(?:ly)?|two)s", "threes", False),
        ("(?:|two)s", "s", True),
        ("id=[\"']px-captcha", "id='px-captcha'", True),
        ("id=[\"']px-captcha", "id='captcha'", False),
        ("[^.]{0,40}(?:abonnés|tilaajille)", "pour les abonnés", True),
        ("[^.]{0,40}(?:abonnés|tilaajille)", "pour tous", False),
    ],
)
def test_letters_that_have_to_be_there(pattern: str, text: str, *, may: bool) -> None:
    assert may_fit(pattern, text) is may


def test_most_patterns_need_not_be_tried_on_a_page_of_the_news() -> None:
    text = (
        "the harbour was closed on monday after a ship ran aground at its entrance. read the whole"
        " story and subscribe to our letter for more of it. sign in to your account."
    )
    tried = [one for one in PATTERNS if may_fit(one, text)]
    assert len(tried) < len(PATTERNS) / 5
