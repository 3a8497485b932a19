"""Inflating: what undoes gzip and deflate, by the quickest way that is installed."""

from __future__ import annotations

import zlib
from functools import cache
from types import ModuleType

#: How zlib names the form of gzip (RFC 1952) to what inflates it.
GZIP = 31
#: What a member begins with.
_MEMBER = b"\x1f\x8b\x08"


@cache
def quickest() -> ModuleType:
    """What inflates: ISA-L where it is installed (the extra ``fast``), in a third of zlib's time,
    else zlib. Both are told how much to give at a time.
    """
    try:
        from isal import isal_zlib
    except ImportError:
        return zlib
    return isal_zlib


def inflated(packed: bytes, most: int) -> bytes:
    """The first *most* bytes of what the one gzip member *packed* holds. Raises `ValueError` where
    it is none.
    """
    if not packed.startswith(_MEMBER):  # ISA-L waits for more of what is none
        raise ValueError("no gzip member: it does not begin as one")
    inflating = quickest()
    try:
        content: bytes = inflating.decompressobj(GZIP).decompress(packed, most)
    except inflating.error as error:
        raise ValueError(f"no gzip member: {error}") from error
    return content


def is_of(packed: bytes, content: bytes) -> bool:
    """Whether the gzip member *packed* says of itself that it holds *content*, by its check sum and
    its length.
    """
    told = quickest().crc32(content).to_bytes(4, "little")
    return bool(packed[-8:] == told + (len(content) % 2**32).to_bytes(4, "little"))
