"""Asked: whom a measure is asked of, told where nothing that was answered decides."""

from __future__ import annotations

from claimtrack.judging.records import describe
from claimtrack.measures import Measure, Subscription
from claimtrack.names import listed
from claimtrack.observations import History

#: What opens the sentence, behind the reason that nothing decides.
ASKED = " It is asked of "


def asked_words(measure: Measure, history: History) -> str:
    """Whom *measure* is asked of, as a sentence with a space before it; empty where that is nobody.

    Each is named by its publisher, as far as *history* or the measure tells it, with the name by
    which a command knows it. What is on standby is named so: no update has asked it that was not
    told to.
    """
    named = dict.fromkeys(_told(one, history) for one in measure.subscriptions)
    return f"{ASKED}{listed(named)}." if named else ""


def _told(one: Subscription, history: History) -> str:
    publisher = one.publisher or describe(one.name, history).publisher
    known_as = [] if publisher == one.name else [one.name]
    aside = ", ".join([*known_as, *(["on standby"] if one.standby else [])])
    return f"{publisher} ({aside})" if aside else publisher
