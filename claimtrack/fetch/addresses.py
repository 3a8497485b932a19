"""Addresses: which of the internet's addresses may be dialled.

The networks are those of IANA's special-purpose registries (IPv4 and IPv6, RFC 6890 and its
updates), spelled out because what ``ipaddress`` calls global has changed between versions of
Python, and because it looks into no address that carries another.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_Address = IPv4Address | IPv6Address

#: What ``allow_private`` opens: this machine and one's own network. Link-local addresses stay
#: shut, for a cloud machine's credentials are served on one.
_OWN = (
    ("loopback", IPv4Network("127.0.0.0/8")),
    ("loopback", IPv6Network("::1/128")),
    ("private", IPv4Network("10.0.0.0/8")),
    ("private", IPv4Network("172.16.0.0/12")),
    ("private", IPv4Network("192.168.0.0/16")),
    ("private", IPv6Network("fc00::/7")),
    ("shared by a carrier (CGNAT)", IPv4Network("100.64.0.0/10")),
)
#: What is said of those beside: a refusal that can be undone names how.
_OPENED = ", asked only with CLAIMTRACK_ALLOW_PRIVATE=1"
_NEVER = (
    ("a cloud's metadata service", IPv4Network("100.100.100.200/32")),
    ("a cloud's metadata service", IPv4Network("168.63.129.16/32")),
    ("a cloud's metadata service", IPv6Network("fd00:ec2::254/128")),
    ("unspecified", IPv4Network("0.0.0.0/8")),
    ("link-local", IPv4Network("169.254.0.0/16")),
    ("reserved", IPv4Network("192.0.0.0/24")),
    ("for documentation", IPv4Network("192.0.2.0/24")),
    ("reserved", IPv4Network("192.88.99.0/24")),
    ("for benchmarks", IPv4Network("198.18.0.0/15")),
    ("for documentation", IPv4Network("198.51.100.0/24")),
    ("for documentation", IPv4Network("203.0.113.0/24")),
    ("multicast", IPv4Network("224.0.0.0/4")),
    ("reserved", IPv4Network("240.0.0.0/4")),
    ("unspecified", IPv6Network("::/128")),
    ("link-local", IPv6Network("fe80::/10")),
    ("multicast", IPv6Network("ff00::/8")),
    ("for documentation", IPv6Network("2001:db8::/32")),
    ("for documentation", IPv6Network("3fff::/20")),
    ("reserved", IPv6Network("2001::/23")),
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")
#: IPv6 addresses that end in an IPv4 address: mapped, compatible, translated (RFC 2765) and
#: NAT64 (RFC 6052), on which a host with IPv6 alone reaches the rest.
_ENDING_IN_IPV4 = tuple(
    IPv6Network(network)
    for network in ("::ffff:0:0/96", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96")
)
_6TO4 = IPv6Network("2002::/16")
_TEREDO = IPv6Network("2001::/32")
_ISATAP = (0x00005EFE, 0x02005EFE)


@lru_cache(maxsize=4096)
def refusal(address: str, *, allow_private: bool = False) -> str | None:
    """Why *address*, in digits, may not be dialled; None where it may.

    An IPv6 address that carries an IPv4 one is as good as what it carries.
    """
    try:
        given = ip_address(address)
    except ValueError:
        return f"{address!r} is not an address"
    for meant in _meant(given):
        kind = _kind(meant, allow_private)
        if kind is not None:
            carrier = "" if meant == given else f" (carries {meant})"
            is_opened = not allow_private and refusal(address, allow_private=True) is None
            return f"the address {given}{carrier} is {kind}{_OPENED if is_opened else ''}"
    return None


@lru_cache(maxsize=4096)  # asked of the same hosts again and again
def literal(host: str) -> str | None:
    """The address that *host* is itself, in any spelling a resolver takes (``0x7f.1``,
    ``2130706433``, ``[::1]``); None where it is a name.
    """
    bare = host.removeprefix("[").removesuffix("]").rstrip(".")
    try:
        return str(ip_address(bare))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(bare)) if bare[:1].isdigit() else None
    except (OSError, UnicodeError, ValueError):
        return None


@lru_cache(maxsize=4096)
def is_own(host: str) -> bool:
    """Whether *host*, by how it is spelt, is this machine or one of its own network: nobody there
    has to be spared. A name that only resolves to such an address is spared all the same.
    """
    address = literal(host)
    if address is None:
        return host == "localhost" or host.endswith(".localhost")
    return refusal(address) is not None and refusal(address, allow_private=True) is None


def _meant(given: _Address) -> Iterator[_Address]:
    """The addresses that dialling *given* may reach: what it carries, else itself."""
    carried = list(_carried(given)) if isinstance(given, IPv6Address) else []
    yield from carried or [given]


def _carried(given: IPv6Address) -> Iterator[_Address]:
    number = int(given)
    if given in IPv6Network("::/127"):  # unspecified and loopback carry nothing
        return
    if any(given in network for network in _ENDING_IN_IPV4):
        yield IPv4Address(number & 0xFFFFFFFF)
    elif given in _6TO4:
        yield IPv4Address(number >> 80 & 0xFFFFFFFF)
    elif given in _TEREDO:
        yield IPv4Address(number >> 64 & 0xFFFFFFFF)
        yield IPv4Address(~number & 0xFFFFFFFF)
    elif number >> 32 & 0xFFFFFFFF in _ISATAP:
        yield IPv4Address(number & 0xFFFFFFFF)
        yield IPv6Address(number & ~0xFFFFFFFFFFFFFFFF)  # the network that it stands in


def _kind(address: _Address, allow_private: bool) -> str | None:
    for kind, network in _NEVER:
        if address in network:
            return kind
    for kind, network in _OWN:
        if address in network:
            return None if allow_private else kind
    if isinstance(address, IPv6Address) and address not in _GLOBAL_UNICAST:
        return "reserved"
    return None
