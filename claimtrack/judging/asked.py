"""Asked: whom a measure is asked of, told where nothing that was answered decides."""

from __future__ import annotations

from claimtrack.judging.records import describe
from claimtrack.measures import Measure
from claimtrack.names import listed
from claimtrack.observations import History

#: What opens the sentence, behind the reason that nothing decides.
ASKED = " It is asked of "


def asked_words(measure: Measure, history: History) -> str:
    """Whom *measure* is asked of, as a sentence with a space before it; empty where that is nobody.

    A publisher stands once, by the name that readers know, as far as *history* or the measure tells
    it. What is on standby is named so, with the names to ask it by: no update has asked it that was
    not told to.
    """
    named: dict[tuple[str, bool], dict[str, None]] = {}
    for one in measure.subscriptions:
        publisher = one.publisher or describe(one.name, history).publisher
        named.setdefault((publisher, one.standby), {})[one.name] = None
    told = [
        _told(publisher, tuple(names), standby) for (publisher, standby), names in named.items()
    ]
    return f"{ASKED}{listed(told)}." if told else ""


def _told(publisher: str, names: tuple[str, ...], standby: bool) -> str:
    if not standby:
        return publisher
    typed = "" if names == (publisher,) else f" as {listed(names)}"
    return f"{publisher} (on standby{typed})"
