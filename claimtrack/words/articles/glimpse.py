"""Glimpse: the words of a page at a small part of what an article costs.

Whoever looks for a few words in many pages looks here first, and reads only those that have them.
Nothing is parsed: what is not shown is cut out, and so are the tags.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib.util import find_spec

from claimtrack.words.articles.pagetree import decoded

#: selectolax's time grows with the square of a page's depth, which it does not bound: 100,000 open
#: elements in each other took it 87 seconds (1.0.2, 2026-11-22). Pages of the news have some 3,000
#: tags, and one with many more goes by the other way.
MOST_TAGS = 20_000
_UNSEEN = ("script", "style", "template", "svg")
#: Shorter ones are labels, buttons and captions.
WORDS_OF_A_PARAGRAPH = 8
#: What stands around an article, besides.
_AROUND = (*_UNSEEN, "noscript", "nav", "footer", "form", "aside")
_CLOSED_AT_ONCE = re.compile(r"[^<>]*/>")
# A ">" within quotes ends no tag. Where quotes do not pair, the tag ends at its first ">": rather
# is some markup taken for words than any words for markup.
_TAG = re.compile(r"""<[a-zA-Z/!?](?:[^<>"']|"[^"<]{0,2000}+"|'[^'<]{0,2000}+')*+>""")
#: Up to the next one, or to the end of what it stands in.
_PARAGRAPH = re.compile(r"<p[\s>]((?:[^<]++|<(?!/?(?:p|div|body)[\s>]))*+)", re.IGNORECASE)
_HEADING = re.compile(
    r"<(?=[th])(title|h1)(?=[\s>])[^<>]*+>((?:[^<]++|<(?!/?(?:title|h1)[\s>]))*+)</\1[\s>]",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*+>")
#: A tag, or a remark, that ends no word: "<b>R</b>ussia".
_WITHIN = (
    r"(?:/?(?:a|abbr|b|big|em|font|i|ins|mark|small|span|strong|sub|sup|u)(?:\s[^<>]*+)?"
    r"|wbr\s*/?|!--[^<>]*--)>"
)
# It begins with a plain sign, for which a page is searched twenty times as fast.
_IN_A_WORD = re.compile(rf"<(?<=\w<){_WITHIN}(?:<{_WITHIN})*+(?=\w)")
#: Put where a word goes on behind its tags; the sign for it, which takes no room.
_JOINER = "\u2060"
#: What takes no room: soft hyphens, joiners and marks of direction.
_NO_ROOM = re.compile("[\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_DECLARED = re.compile(r'"articleBody"\s*+:\s*+("(?:[^"\\]|\\.)*+")')


def visible_text(html: str | bytes) -> str:
    """All the words that the page *html* shows, menus and neighbours included, and those that it
    declares as its article's, parted by single spaces; read by selectolax where it is installed
    (the extra ``fast``). Of what is no page, the text itself.

    Whatever word `read_article` finds is among them: what only readers without scripts see is
    shown, and a word that tags part stands there in parts and whole.
    """
    text = decoded(html)
    quick = has_selectolax() and text.count("<") <= MOST_TAGS
    marked = _IN_A_WORD.sub(lambda tags: tags[0] + _JOINER, text)
    shown = (_by_selectolax if quick else _by_patterns)(marked)
    words = shown.split()
    whole = _whole(words) if _JOINER in shown else []
    return _spelt(" ".join([*words, *whole, *_declared(text)]))


def _whole(words: list[str]) -> list[str]:
    """Those of *words* that stand in parts, as one: a part that goes on begins with the joiner."""
    whole: list[str] = []
    at = -1
    for number in [number for number, word in enumerate(words) if word[0] == _JOINER]:
        so_far = whole.pop() if number == at + 1 and whole else words[number - 1]
        whole.append(so_far + words[number])
        at = number
    return whole


def _spelt(words: str) -> str:
    """*words* in composed letters, without what takes no room in them."""
    if not words.isprintable():
        words = _NO_ROOM.sub("", words)
    return unicodedata.normalize("NFC", words)


def _declared(text: str) -> Iterator[str]:
    """What the page says is the text of its article, in its data."""
    for told in _DECLARED.finditer(text) if '"articleBody"' in text else ():
        try:
            yield " ".join(str(json.loads(told[1], strict=False)).split())
        except ValueError:
            continue


@cache
def has_selectolax() -> bool:
    """Whether the extra ``fast`` is installed."""
    return find_spec("selectolax") is not None


def _by_selectolax(text: str) -> str:
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(text)
    page.strip_tags([*_UNSEEN])
    return page.text(separator=" ")


def _by_patterns(text: str) -> str:
    return _words(" ".join(_without(text, _UNSEEN)))


def paragraph_words(text: str, enough: int) -> int:
    """How many words the page *text* has in paragraphs that say something, navigation and margins
    left out; told by its tags alone, and counted no further than to a few more than *enough*.
    """
    count = 0
    # A paragraph ends where the next begins: so what comes after enough of them is not searched.
    for part in _without(text, _AROUND, by_paragraphs=True):
        for found in _PARAGRAPH.finditer(part):
            words = len(_ANY_TAG.sub(" ", found[1]).split())
            if words >= WORDS_OF_A_PARAGRAPH:
                count += words
            if count > enough:
                return count
    return count


def headings(text: str) -> tuple[str, ...]:
    """What the page *text* is headed by, in its window and above its words."""
    return tuple(" ".join(_words(one[2]).split()) for one in _HEADING.finditer(text))


def _words(markup: str) -> str:
    return unescape(_ANY_TAG.sub(" ", _TAG.sub(" ", markup)))


def _without(text: str, names: tuple[str, ...], *, by_paragraphs: bool = False) -> Iterator[str]:
    """The parts of *text* between the elements so named and the comments; *by_paragraphs*, each
    paragraph begins another. An end that is missing is looked for once, so that a page of open
    scripts takes no longer than another.
    """
    at = searched = 0
    endless = set()
    opens = _opens(names, by_paragraphs)
    while (opening := opens.search(text, searched)) is not None:
        name = (opening[1] or opening[2] or "").lower()
        searched = opening.end()
        if name in endless:
            continue
        if not name:
            yield text[at : opening.start()]
            at = opening.start()
            continue
        if name == "svg" and _CLOSED_AT_ONCE.match(text, opening.end()):
            continue  # as no other of these may be
        # The hyphens that open a comment may close it: "<!-->".
        end = _ends(name).search(text, opening.end() - 2 * (name == "!--"))
        if end is None:
            endless.add(name)
            continue
        yield text[at : opening.start()]
        at = searched = end.end()
    yield text[at:]


@cache
def _opens(names: tuple[str, ...], paragraphs: bool) -> re.Pattern[str]:
    also = r"|p(?=[\s>])" if paragraphs else ""
    initials = "".join({name[0] for name in (*names, "p")})  # most tags are told by theirs
    any_of = f"(!--)|({'|'.join(names)})(?=[\\s/>]){also}"
    return re.compile(f"<(?=[!{initials}])(?:{any_of})", re.IGNORECASE)


@cache
def _ends(name: str) -> re.Pattern[str]:
    if name == "!--":
        return re.compile("--!?>")
    return re.compile(rf"</{name}(?:[\s/][^<>]*+)?>", re.IGNORECASE)
