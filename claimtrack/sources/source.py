"""The source: what names addresses (`Source.asks`) and reads what came (`Source.read`). It does no
input or output of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar

import msgspec

from claimtrack.errors import PluginError
from claimtrack.measures import Measure, thawed
from claimtrack.observations import Description, Reading
from claimtrack.pages import Ask, Follow, Page, Refusal

#: The options of so many measures are kept as they were read: those of an address are asked for
#: several times while it is planned and again while it is read, and a thousand take a megabyte.
_KEPT = 500


class Source:
    """A named answerer: which addresses to ask for which measures, and how to read the answer.

    Subclass it, set ``name`` and ``version`` (raise it whenever `read` would give other readings),
    and give `asks` and `read`. ``Options`` is a `msgspec.Struct` of what a claim file may set in
    ``ask = [{ source = NAME, ... }]``; None takes no options.
    Each measure handed in has exactly one subscription: the one to this source.
    ``leads_on`` says that its pages name others (`Follow`), as a feed does: one that has not
    changed is then looked through again all the same, for what it leads to may not have come yet.
    ``gives_several`` says that its pages may give several values of one measure for one day,
    as an article may that quotes two estimates; of any other source such a page is quarantined.
    """

    name: ClassVar[str]
    version: ClassVar[str] = "1"
    describes: ClassVar[Description]
    Options: ClassVar[type[msgspec.Struct] | None] = None
    leads_on: ClassVar[bool] = False
    gives_several: ClassVar[bool] = False

    def asks(self, measures: tuple[Measure, ...], *, since: date | None = None) -> Iterable[Ask]:
        """The addresses to ask for *measures*; ``since`` is the last day already on record, None
        where there is none or where it does not matter. By default those of `addresses`, each once.
        """
        names_url = self.Options is not None and hasattr(self.Options, "url")
        if type(self).addresses is Source.addresses and not names_url:
            raise TypeError(f"source {self.name!r} does not say which addresses it asks")
        return [Ask(url, asked) for url, asked in self.by_address(measures).items()]

    def addresses(self, measure: Measure) -> Iterable[str]:
        """The addresses that answer *measure*: the ``url`` of its options, unless a source says
        otherwise.
        """
        return (self.options(measure).url,)

    def by_address(self, measures: Iterable[Measure]) -> dict[str, tuple[Measure, ...]]:
        """Each of the `addresses` of *measures* once, in order, with the measures it answers."""
        found: dict[str, list[Measure]] = {}
        for measure in measures:
            for url in self.addresses(measure):
                found.setdefault(url, []).append(measure)
        return {url: tuple(asked) for url, asked in found.items()}

    def read(
        self, page: Page, measures: tuple[Measure, ...]
    ) -> Iterable[Reading | Refusal | Follow]:
        """What *page* says about *measures*. Raises (best `Unreadable`) where the page is not what
        it expects; a measure without a reading counts as missing from the page. A `Refusal` gives
        up one measure alone, with a reason of its own.
        """
        raise TypeError(f"source {self.name!r} does not say how a page is read")

    def explain(self, page: Page, measure: Measure) -> Iterable[str]:
        """How *page* is read for *measure*, step by step, a line each; for people who try a source
        (``claimtrack read --explain``), never for the record. None by default.
        """
        return ()

    def reads_words(self, measure: Measure) -> bool:
        """Whether what it reads of *measure* depends on the words of a page and its tags alone, and
        neither on code, comments, nonces, hidden fields nor anything but the page: then one that
        differs in these alone is not read again. False by default, which is always right.
        """
        return False

    def options(self, measure: Measure) -> Any:
        """The claim file's options for *measure*, as an ``Options``. Raises `PluginError`."""
        if self.Options is None:
            return None
        options = measure.subscriptions[0].options
        try:
            if self.Options.__struct_config__.frozen:
                return _frozen_options(self.Options, _spelt(_Same(options)), options)
            return _converted(self.Options, options)
        except msgspec.ValidationError as error:
            raise PluginError(f"measure {measure.id!r}, source {self.name!r}: {error}") from error


def _converted(kind: type[msgspec.Struct], options: tuple[tuple[str, Any], ...]) -> Any:
    return msgspec.convert({name: thawed(value) for name, value in options}, kind)


class _Same:
    """The very *options* that a subscription has: what they are, is asked several times a page."""

    __slots__ = ("options",)

    def __init__(self, options: tuple[tuple[str, Any], ...]) -> None:
        self.options = options

    def __hash__(self) -> int:
        return id(self.options)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.options is other.options


@lru_cache(maxsize=_KEPT)
def _spelt(of: _Same) -> str:
    return repr(of.options)


@lru_cache(maxsize=_KEPT)
def _frozen_options(
    kind: type[msgspec.Struct], spelt: str, options: tuple[tuple[str, Any], ...]
) -> Any:
    """*options* as a *kind*, which nobody can change; *spelt* tells 1 from True, its equal."""
    return _converted(kind, options)


@lru_cache(maxsize=_KEPT)
def _digest_of(spelt: str) -> str:
    return hashlib.sha256(spelt.encode()).hexdigest()[:8]


def extractor(source: Source, measure: Measure) -> str:
    """The reader on record, ``name@version``, with a digest of its options where it has any: the
    same page read with another column is another extractor.
    """
    options = measure.subscriptions[0].options
    name = f"{source.name}@{source.version}"
    if not options:
        return name
    return f"{name}+{_digest_of(_spelt(_Same(options)))}"
