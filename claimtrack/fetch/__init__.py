"""Fetch: the one door to the network, and to the files that a claim file names.

`fetch` asks a list of requests and hands over batches of answers. Nothing else in claimtrack opens
a socket. From the top downwards:

    hosts                      host by host, side by side, in batches
    web          files         one request: redirects, credentials, validators | one file
    connections  bodies        HTTP/1.1 by h11 | decoding under a cap
    dialling                   resolve, check what is dialled, connect
    addresses    outcomes      which addresses are shut | what a status means
    limits                     what an answer may cost
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.fetch.hosts import fetch
from claimtrack.fetch.limits import Limits

if TYPE_CHECKING:
    from claimtrack.fetch.web import Transport as Transport

__all__ = ["Limits", "fetch"]
