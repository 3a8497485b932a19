"""Apologies: what a heading says besides that it is sorry."""

from __future__ import annotations

import pytest

from claimtrack.words.articles.apologies import without_apology


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("Sorry, this page is gone", "this page is gone"),
        ("“Oops! This page is gone", "This page is gone"),
        ("We are very sorry, but this page is gone", "this page is gone"),
        ("Leider nicht gefunden", "nicht gefunden"),
        ("Désolé, mais la page a disparu", "la page a disparu"),
        ("Oops! Sorry, gone", "Sorry, gone"),
        ("Unfortunately", ""),
        ("Sorrynot", "Sorrynot"),
        ("The town is sorry", "The town is sorry"),
        ("Sorry, butter is sold out", "butter is sold out"),
        ("", ""),
    ],
)
def test_one_apology_is_taken_off_the_beginning(heading: str, rest: str) -> None:
    assert without_apology(heading) == rest
