"""Where a text says the claims of a claim file, and what is written of it into the file."""

from __future__ import annotations

import hashlib
import stat
import tomllib
from datetime import date
from pathlib import Path

import pytest
from shared import SHARED, needs

from claimtrack.claimfile import Located, load_document, locate, read_text, write_places
from claimtrack.claimfile.locate import digest
from claimtrack.claims import Assertion, Claim, Document, Place
from claimtrack.errors import ClaimFileError
from claimtrack.values import CalendarDate
from claimtrack.words.runs import runs

TEXT = """\
The harbour, a year on

The pier was shut in May. Nobody knew why. “It was unsafe,” the mayor told the council.

What came next

The crane arrived in June. The pier opened again. Ships came from Oslo and from St. Petersburg.

About the author

Ann Roe writes about harbours.
"""


def document(**fields: object) -> Document:
    claim = Claim(
        id="pier",
        document="harbour",
        statement="The pier was closed.",
        assertion=Assertion(type="date", measure="pier/shut", said="in May"),
        **fields,  # type: ignore[arg-type]
    )
    return Document(
        "harbour", "The harbour, a year on", CalendarDate(date(2024, 5, 1)), claims=(claim,)
    )


def located(text: str = TEXT, **fields: object) -> Located:
    (found,) = locate(document(**fields), text)
    return found


def test_words_near_a_claim_give_its_place_and_digest() -> None:
    found = located(near="shut in May")
    assert (found.status, found.place) == ("unplaced", Place(1, (1,)))
    said = b"The pier was shut in May."
    assert found.digest == f"sha256:{hashlib.sha256(said).hexdigest()}"


def test_headings_and_footer_are_not_counted() -> None:
    assert located(near="crane arrived").place == Place(2, (1,))
    assert located(near="writes about harbours").status == "missing"


def test_the_title_is_paragraph_nought() -> None:
    assert located(near="a year on").place == Place(0, (1,))


def test_a_sentence_at_its_place_in_the_same_words_is_here() -> None:
    assert located(place=Place(1, (2,)), digest=digest("Nobody knew why.")).status == "here"


def test_other_quotes_and_white_space_are_the_same_words() -> None:
    said = digest('"It was  unsafe," the mayor\ntold the council.')
    assert located(place=Place(1, (3,)), digest=said).status == "here"


def test_other_words_are_not_the_same() -> None:
    assert digest("The pier was shut in May.") != digest("The pier was shut in June.")


def test_the_same_sentence_elsewhere_has_moved() -> None:
    found = located(place=Place(1, (1,)), digest=digest("The pier opened again."))
    assert (found.status, found.place) == ("moved", Place(2, (2,)))
    assert "paragraph 2, sentence 2" in found.detail
    assert "paragraph 1, sentence 1" in found.detail


def test_a_paragraph_put_in_front_moves_what_follows() -> None:
    longer = TEXT.replace("The pier was shut", "It rained all year.\n\nThe pier was shut", 1)
    found = located(longer, place=Place(1, (1,)), digest=digest("The pier was shut in May."))
    assert (found.status, found.place) == ("moved", Place(2, (1,)))


def test_several_sentences_move_together() -> None:
    both = digest("The crane arrived in June. The pier opened again.")
    found = located(place=Place(1, (2, 3)), digest=both)
    assert (found.status, found.place) == ("moved", Place(2, (1, 2)))


def test_another_sentence_at_its_place_has_changed() -> None:
    found = located(place=Place(1, (1,)), digest=digest("The pier was shut in April."))
    assert (found.status, found.place) == ("changed", Place(1, (1,)))
    assert found.digest == digest("The pier was shut in May.")


def test_a_changed_sentence_is_found_by_the_words_near_it() -> None:
    found = located(place=Place(1, (1,)), digest=digest("Gone."), near="crane arrived")
    assert (found.status, found.place) == ("changed", Place(2, (1,)))


def test_a_changed_sentence_without_the_words_near_says_so() -> None:
    found = located(place=Place(1, (1,)), digest=digest("Gone."), near="no such words")
    assert found.status == "changed"
    assert "nowhere" in found.detail


def test_a_sentence_that_is_nowhere_is_missing() -> None:
    found = located(place=Place(9, (1,)), digest=digest("Gone."))
    assert (found.status, found.place, found.digest) == ("missing", None, None)
    assert located(near="no such words").status == "missing"
    assert located(place=Place(1, (9,)), digest=digest("Gone.")).status == "missing"


def test_words_in_several_sentences_are_ambiguous_and_listed() -> None:
    found = located(near="The pier")
    assert found.status == "ambiguous"
    assert found.candidates == (Place(1, (1,)), Place(2, (2,)))
    assert "paragraph 2, sentence 2" in found.detail


def test_a_place_tells_which_of_several_sentences_is_meant() -> None:
    found = located(near="The pier", place=Place(2, (2,)))
    assert (found.status, found.digest) == ("here", digest("The pier opened again."))


def test_words_near_that_left_their_place_have_moved() -> None:
    found = located(near="crane arrived", place=Place(1, (1,)))
    assert (found.status, found.place) == ("moved", Place(2, (1,)))


def test_words_near_that_belong_to_another_sentence_are_told() -> None:
    found = located(near="crane arrived", place=Place(1, (2,)), digest=digest("Nobody knew why."))
    assert found.status == "here"
    assert "paragraph 2, sentence 1" in found.detail


def test_words_across_a_full_stop_take_both_sentences() -> None:
    assert located(near="in June. The pier").place == Place(2, (1, 2))


def test_words_near_are_whole_words_and_case_decides_only_when_it_must() -> None:
    assert located(near="rane arrived").status == "missing"
    assert located(near="CRANE arrived").place == Place(2, (1,))
    assert located(near="the pier").status == "ambiguous"


def test_a_claim_with_nothing_to_look_for_is_unplaced() -> None:
    assert located().status == "unplaced"
    assert located(place=Place(1, (1,))).status == "unplaced"


def test_a_digest_without_a_place_is_looked_for() -> None:
    found = located(digest=digest("Nobody knew why."))
    assert (found.status, found.place) == ("unplaced", Place(1, (2,)))


def test_an_empty_text_says_nothing() -> None:
    assert located("", near="shut in May").status == "missing"


def test_a_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.")
    assert read_text(tmp_path / "text") == "One.\r\nTwo."


def test_a_text_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"One\nTw\xf6")
    with pytest.raises(ClaimFileError, match="text:2: not UTF-8"):
        read_text(tmp_path / "text")
    with pytest.raises(ClaimFileError, match="no such file"):
        read_text(tmp_path / "none")


FILE = """\
# Claims about the harbour.
[document]
id = "harbour"
title = "The harbour, a year on"
published = 2024-07-01   # the day it came out

[measure."pier/shut"]
asks = "When was the pier shut?"
kind = "date"

[[claim]]
id = "shut"
measure = "pier/shut"
  near   =   'shut in May'   # three words
# place = { paragraph = 9 }
statement = "The pier was closed in May."
said = "in May"

[[claim]]
id = "crane"
measure = "pier/shut"
statement = "The crane came."
said = "June"
near = "crane arrived"
place = { paragraph = 1, sentence = 1 }     # where it used to be
digest = "sha256:OLD"
note = \"\"\"
near = "not a key"
\"\"\"

[[claim]]
id = "again"
measure = "pier/shut"
statement = "The pier opened again."
said = "June"
near = "opened again. Ships"
place.paragraph = 1
place.sentence = 1

[[claim]]
id = "mayor"
measure = "pier/shut"
statement = "The mayor spoke."
said = "in May"
near = "told the council"
[claim.place]
paragraph = 7
sentences = [8, 9]

[[claim]]
id = "twice"
measure = "pier/shut"
statement = "A pier."
said = "in May"
near = "The pier"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.toml"
    path.write_text(FILE.replace("sha256:OLD", digest("The crane arrived in June.")))
    return path


LAST_TWO = "The pier opened again. Ships came from Oslo and from St. Petersburg."


def test_writing_fills_place_digest_and_runs_and_leaves_the_rest_alone(file: Path) -> None:
    before = file.read_text()
    found = write_places(file, TEXT)
    after = file.read_text()
    assert [one.status for one in found] == [
        "unplaced",
        "moved",
        "moved",
        "moved",
        "ambiguous",
    ]
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added == [
        "  place = { paragraph = 1, sentence = 1 }",
        f'  digest = "{digest("The pier was shut in May.")}"',
        "place = { paragraph = 2, sentence = 1 }     # where it used to be",
        f'digest = "{digest(LAST_TWO)}"',
        f'runs = "{" ".join(runs(LAST_TWO))}"',
        "place.paragraph = 2",
        "place.sentences = [2, 3]",
        f'digest = "{digest("“It was unsafe,” the mayor told the council.")}"',
        "paragraph = 1",
        "sentence = 3",
    ]
    gone = [line for line in before.splitlines() if line not in after.splitlines()]
    assert gone == [
        "place = { paragraph = 1, sentence = 1 }     # where it used to be",
        "place.paragraph = 1",
        "place.sentence = 1",
        "paragraph = 7",
        "sentences = [8, 9]",
    ]


def test_a_quotation_over_two_sentences_makes_no_run_of_either() -> None:
    said = "Nobody here ever closed the harbour to timber. Nobody will ever think of closing it."
    own = "The mayor, whom nobody there had asked, told everybody who came along."
    found = located(f"{own} “{said}”", near="ever closed")
    assert found.place == Place(1, (2,))
    assert found.runs == ()
    whole = located(f"{own} “{said}”", near="whom nobody there")
    assert whole.runs == runs(own) != ()


def test_a_claim_with_nothing_to_look_for_stays_as_it_is_beside_others(file: Path) -> None:
    plain = """
[[claim]]
id = "plain"
measure = "pier/shut"
statement = "The pier was closed."
said = "in May"
"""
    file.write_text(f"{file.read_text()}{plain}")
    found = write_places(file, TEXT)
    assert (found[-1].status, found[-1].place) == ("unplaced", None)
    assert file.read_text().endswith(plain)
    assert load_document(file).claims[0].digest is not None


def test_writing_again_changes_nothing(file: Path) -> None:
    write_places(file, TEXT)
    once = file.read_text()
    write_places(file, TEXT)
    assert file.read_text() == once
    (claim,) = [one for one in load_document(file).claims if one.runs]
    assert claim.runs == runs(LAST_TWO)


def test_what_was_written_is_here_from_then_on(file: Path) -> None:
    write_places(file, TEXT)
    found = locate(load_document(file), TEXT)
    assert [one.status for one in found] == ["here"] * 4 + ["ambiguous"]


def test_writing_twice_changes_nothing_the_second_time(file: Path) -> None:
    write_places(file, TEXT)
    first = (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino)
    write_places(file, TEXT)
    assert (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino) == first


def test_a_changed_sentence_keeps_its_old_digest(file: Path) -> None:
    write_places(file, TEXT)
    before = file.read_text()
    found = write_places(file, TEXT.replace("arrived in June", "arrived in July"))
    assert found[1].status == "changed"
    assert file.read_text() == before


def test_line_ends_byte_order_mark_and_permissions_stay(file: Path) -> None:
    content = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(content)
    file.chmod(0o640)
    write_places(file, TEXT)
    after = file.read_bytes()
    assert after != content
    assert after.startswith(b"\xef\xbb\xbf#")
    assert after.count(b"\n") == after.count(b"\r\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_claims_in_a_list_of_inline_tables_are_filled_in_place(tmp_path: Path) -> None:
    path = tmp_path / "harbour.toml"
    path.write_text(
        'claim = [\n  { id = "shut", near = "shut in May", measure = "m", statement = "s", '
        'said = "in May" }, # one\n]\n[document]\nid = "d"\ntitle = "t"\npublished = "2024"\n'
        '[measure.m]\nasks = "a"\nkind = "date"'
    )
    write_places(path, TEXT)
    claim = tomllib.loads(path.read_text())["claim"][0]
    assert claim["place"] == {"paragraph": 1, "sentence": 1}
    assert claim["digest"] == digest("The pier was shut in May.")
    assert "}, # one" in path.read_text()


def test_a_last_line_without_an_end_is_filled_in_too(tmp_path: Path) -> None:
    path = tmp_path / "harbour.toml"
    head, _, _ = FILE.partition("[[claim]]")
    path.write_text(
        f'{head}[[claim]]\nid = "a"\nmeasure = "pier/shut"\nstatement = "s"\nsaid = "in May"\n'
        'near = "shut in May"'
    )
    write_places(path, TEXT)
    assert load_document(path).claim("a").place == Place(1, (1,))


def test_several_sentences_stay_several_where_the_words_are_among_them(tmp_path: Path) -> None:
    path = tmp_path / "harbour.toml"
    head, _, _ = FILE.partition("[[claim]]")
    path.write_text(
        f'{head}[[claim]]\nid = "a"\nmeasure = "pier/shut"\nstatement = "s"\nsaid = "in May"\n'
        'near = "shut in May"\nplace = { paragraph = 1, sentences = [1, 2] }\n'
    )
    write_places(path, TEXT)
    claim = load_document(path).claim("a")
    assert claim.place == Place(1, (1, 2))
    assert claim.digest == digest("The pier was shut in May. Nobody knew why.")


def test_a_link_to_a_claim_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    write_places(link, TEXT)
    assert link.is_symlink()
    assert load_document(file).claim("shut").place == Place(1, (1,))


def test_a_file_with_mistakes_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "harbour.toml"
    path.write_text(FILE)
    with pytest.raises(ClaimFileError, match="digest"):
        write_places(path, TEXT)
    assert path.read_text() == FILE


ESSAY = SHARED / "essay.txt"


@needs(ESSAY)
@pytest.mark.parametrize(
    ("near", "place"),
    [
        ("Never trust Putin", Place(1, (1,))),
        ("told the Commons", Place(1, (6,))),
        ("three-quarters of", Place(4, (5,))),
        ("Each day", Place(7, (3,))),
        ("expire in 2042", Place(10, (2,))),
        ("permanent member", Place(12, (6,))),
        ("rise as an economic", Place(14, (2,))),
        ("Summit in Alaska", Place(0, (1,))),
    ],
)
def test_the_first_text_is_counted_as_a_reader_counts_it(near: str, place: Place) -> None:
    assert located(ESSAY.read_text(), near=near).place == place


@needs(ESSAY)
def test_the_first_texts_footer_is_not_of_the_text() -> None:
    essay = ESSAY.read_text()
    assert located(essay, near="download the").status == "missing"
    assert located(essay, near="Further Reading").status == "missing"
