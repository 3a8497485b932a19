"""Hushing: a command that is to be quiet tells nothing of what plugins print meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def hushed(*, quiet: bool) -> Iterator[None]:
    """Meanwhile what plugins print is told nowhere, where it is to be *quiet*."""
    import logging

    from claimtrack.sources.printing import LOGGER

    logger = logging.getLogger(LOGGER)
    before, logger.disabled = logger.disabled, quiet or logger.disabled
    try:
        yield
    finally:
        logger.disabled = before
