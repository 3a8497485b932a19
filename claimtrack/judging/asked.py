"""Asked: whom a measure is asked of, told where nothing that was answered decides."""

from __future__ import annotations

from claimtrack.measures import Measure, Subscription
from claimtrack.names import listed

#: What opens the sentence, behind the reason that nothing decides.
ASKED = " It is asked of "


def asked_words(measure: Measure) -> str:
    """Whom *measure* is asked of, as a sentence with a space before it; empty where that is nobody.
    What is on standby is named so: no update has asked it that was not told to.
    """
    named = dict.fromkeys(_told(one) for one in measure.subscriptions)
    return f"{ASKED}{listed(named)}." if named else ""


def _told(one: Subscription) -> str:
    name = one.publisher or one.name
    return f"{name} (on standby)" if one.standby else name
