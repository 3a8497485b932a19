"""Fetch: the one door to the network, and to the files that a claim file names.

`fetch` asks a list of requests and hands over batches of answers. Nothing else in claimtrack opens
a socket. From the top downwards:

    blocking                   the batches, for who has no event loop
    hosts                      host by host, side by side, in batches
    recording    replaying     what goes over the wire, kept in a WARC | answered from one
    web          files         one request: redirects, credentials, validators | one file
    permissions  turns         what robots.txt lets be asked | when a host may be asked
    replies      unanswered    an answer on its way in | what came of a question without one
    connections  bodies        HTTP/1.1, an exchange after another | decoding under a cap
    dialling     heads         resolve, check what is dialled, connect | plain heads, else h11
    names        addresses     hosts looked up once | which addresses are shut
    warcs        outcomes      the records of an archive | what a status means
    limits                     what an answer may cost
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.fetch.hosts import ByHost, fetch
from claimtrack.fetch.limits import Limits

if TYPE_CHECKING:
    from claimtrack.fetch.recording import Recorder as Recorder
    from claimtrack.fetch.replaying import Replay as Replay
    from claimtrack.fetch.web import Transport as Transport

__all__ = ["ByHost", "Limits", "fetch"]
