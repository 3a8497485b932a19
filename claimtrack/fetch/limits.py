"""Limits: how much one answer may cost, and how many are asked for at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer may cost before it is given up, and how the asking is spread.

    ``body_bytes`` bounds a body both as it came and as decoded. ``header_bytes`` and
    ``header_count`` bound the head of an answer. ``connect_seconds`` is for one address that is
    dialled, ``idle_seconds`` for a wait in which nothing comes, ``total_seconds`` for the whole
    answer, redirects and all. ``hosts_at_once`` hosts are asked side by side, each with
    ``per_host`` requests at a time. A batch is handed over when it holds ``batch_answers`` answers
    or ``batch_bytes`` of content, or when its first answer is ``batch_seconds`` old.

    From the start of one request to a public host to the start of the next pass
    ``spacing_seconds``, where neither a known budget, nor its robots.txt, nor a source says
    otherwise. A request that would have to wait longer than ``longest_wait_seconds`` for its turn
    is put off.
    """

    body_bytes: int = 20_000_000
    header_bytes: int = 65_536
    header_count: int = 200
    redirects: int = 10
    connect_seconds: float = 10.0
    idle_seconds: float = 20.0
    total_seconds: float = 60.0
    hosts_at_once: int = 16
    per_host: int = 1
    spacing_seconds: float = 1.0
    longest_wait_seconds: float = 60.0
    batch_answers: int = 50
    batch_bytes: int = 2_000_000
    batch_seconds: float = 2.0


#: What holds where nobody says otherwise.
USUAL = Limits()
