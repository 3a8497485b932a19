"""Inflating: gzip and deflate undone by the quickest way there is."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.inflating import GZIP, inflated, is_of, quickest


@given(st.binary(max_size=5_000), st.integers(1, 6_000))
def test_the_first_bytes_of_a_member_are_those_that_went_in(content: bytes, most: int) -> None:
    assert inflated(gzip.compress(content), most) == content[:most]


@given(st.binary(max_size=500), st.binary(max_size=500))
def test_a_member_tells_what_it_holds(content: bytes, other: bytes) -> None:
    packed = gzip.compress(content)
    assert is_of(packed, content)
    assert is_of(packed, other) is (other == content)


@pytest.mark.parametrize("packed", [b"", b"no gzip", zlib.compress(b"a page")])
def test_what_is_no_member_is_told_so(packed: bytes) -> None:
    with pytest.raises(ValueError, match="no gzip member"):
        inflated(packed, 100)
    assert not is_of(packed, b"a page")


def test_the_quickest_way_reads_what_zlib_wrote() -> None:
    written = zlib.compressobj(wbits=GZIP)
    packed = written.compress(b"a page " * 100) + written.flush()
    assert quickest().decompressobj(GZIP).decompress(packed) == b"a page " * 100
