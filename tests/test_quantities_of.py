"""What a number is of: the persons that it counts, and where the whole ends that a share is of."""

from __future__ import annotations

import pytest

from claimtrack.values import Quantity
from claimtrack.words import find_quantities


def only(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The show drew 300 viewers.", "300 viewers"),
        ("It won 2 million listeners.", "2 million listeners"),
        ("Five gunmen were shot.", "Five gunmen"),
        ("They have three sons.", "three sons"),
        ("The firm has 1,200 staff.", "1,200 staff"),
        ("It asked 1,500 staff members.", "1,500 staff members"),
        ("We met 12 family members.", "12 family members"),
        ("Some 300 readers wrote in.", "Some 300 readers"),
        ("They freed 12 jurors.", "12 jurors"),
        ("Two paramedics came.", "Two paramedics"),
        ("They saw 40 young priests.", "40 young priests"),
        ("It was so, one soldier explains.", "one soldier"),
    ],
)
def test_common_nouns_of_persons_count_persons(text: str, phrase: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.unit) == (phrase, "persons")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("It cut 300 staff posts.", "staff posts"),
        ("The union of 27 members grew.", "members"),
        ("They bought 300 card readers.", "card readers"),
        ("They trained 300 police dogs.", "police dogs"),
        ("It lost 12 bombers.", "bombers"),
        ("The pact has five regional actors.", "regional actors"),
    ],
)
def test_things_that_persons_have_or_do_are_counted_as_things(text: str, of: str) -> None:
    found = only(text)
    assert (found.of, found.unit) == (of, "count")


@pytest.mark.parametrize("text", ["The Three Brothers was shut.", "The Four Sons bakery opened."])
def test_persons_in_a_name_are_not_counted(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Around 40 per cent of staff work from home.", "staff"),
        ("A fifth of jobs require Welsh.", "jobs"),
        ("15% of the grain rots in the ports.", "the grain"),
        ("A quarter of the workforce speak Welsh.", "the workforce"),
        ("A fifth of the land floods each year.", "the land"),
        ("10% of plant species grow there.", "plant species"),
        ("Half of all plastic waste ends up at sea.", "all plastic waste"),
        ("Half of the money pays for roads.", "the money"),
        ("Half of the fleet sails under a flag.", "the fleet"),
        ("Two-thirds of Kyiv's needs are met.", "Kyiv's needs"),
        ("A third of the bank's claims are old.", "the bank's claims"),
    ],
)
def test_a_whole_ends_before_a_verb_in_the_present(text: str, of: str) -> None:
    assert only(text).of == of


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("40% of staff costs are fixed.", "staff costs"),
        ("A third of police work is routine.", "police work"),
        ("70% of the water supply is lost.", "the water supply"),
        ("30% of the port's steel exports go to Asia.", "the port's steel exports"),
        ("A third of the firm's pay bill is owed.", "the firm's pay bill"),
        ("A tenth of the smoke alarms failed.", "the smoke alarms"),
        ("Half of the drug trial data is lost.", "the drug trial data"),
        ("A third of the assembly left.", "the assembly"),
        ("A fifth of Sicily is dry.", "Sicily"),
    ],
)
def test_a_noun_that_a_verb_is_written_like_stays_in_the_whole(text: str, of: str) -> None:
    assert only(text).of == of


@pytest.mark.parametrize(
    ("text", "amount", "of"),
    [
        ("England won by 295 runs in Perth.", 295, "runs"),
        ("Root added another 87 runs before tea.", 87, "runs"),
        ("They need 112 more runs to win.", 112, "runs"),
        ("The council missed the 300,000 target.", 300_000, "target"),
        ("A crowd of 81,338 watched.", 81_338, None),
        ("A crowd of 12,000 saw Leeds win.", 12_000, None),
        ("It took 200 packed trains.", 200, "packed trains"),
    ],
)
def test_what_is_counted_is_a_noun_and_no_verb(text: str, amount: int, of: str | None) -> None:
    found = only(text)
    assert (found.amount, found.of) == (amount, of)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Only one of their last 12 games was lost.", ["one of their last 12"]),
        ("Only one of the 12 jurors left.", ["one", "12 jurors"]),
        ("One of the 12 jurors left.", ["12 jurors"]),
        ("He is the only one of the 12 jurors who left.", ["12 jurors"]),
    ],
)
def test_one_is_a_number_where_it_is_only_one(text: str, phrases: list[str]) -> None:
    assert [text[found.start : found.end] for found in find_quantities(text)] == phrases


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("There were 2x as many fires.", "[0.9, 1.1]"),
        ("There are half again as many nurses.", "[0.45, 0.55]"),
        ("The strain is 10 x more catching.", "[8.5, 9.5]"),
        ("It is 5 x the price.", "[3.75, 4.25]"),
    ],
)
def test_a_multiple_is_read_by_its_sign(text: str, interval: str) -> None:
    found = only(text)
    assert (found.kind, str(found.interval)) == ("change", interval)


@pytest.mark.parametrize(
    "text",
    [
        "Call Samaritans on 116 123.",
        "They can be called free on 116 123 in the night.",
        "Revolution 9 divides fans.",
        "We saw 101 Dalmatians again.",
        "He joined 1 Rifles in May.",
        "Channel 4 shows the final.",
        "The 787 uses less fuel.",
        "Bus 32 runs on Sundays.",
    ],
)
def test_what_calls_or_is_called_by_a_number_counts_nothing(text: str) -> None:
    assert find_quantities(text) == []
