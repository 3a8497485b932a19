"""Dialling: a connection to a host, whose address is checked on what is dialled.

A name is resolved once, every address it has is checked, and the very address that was checked is
dialled. So it does not matter what the name answers the next time, or how it was spelled.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from claimtrack.fetch.addresses import literal, refusal
from claimtrack.fetch.limits import USUAL, Limits
from claimtrack.fetch.outcomes import Down, NoPage, Unresolved

Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]
#: The addresses of a host, in digits, in the order to try them; raises `OSError`.
Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
#: A stream to an address, encrypted and its certificate verified for the name where both are
#: given; raises `OSError`.
Connect = Callable[[str, int, ssl.SSLContext | None, str | None], Awaitable[Stream]]


async def system_addresses(host: str, port: int) -> Sequence[str]:
    """The addresses that this machine's resolver knows of *host*, each once."""
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a label longer than a name may have
        raise OSError(f"no name of a host: {error}") from error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


async def system_connection(
    address: str, port: int, context: ssl.SSLContext | None, name: str | None
) -> Stream:
    """A stream to *address*, by TLS where there is a *context*."""
    if context is None:
        return await asyncio.open_connection(address, port)
    return await asyncio.open_connection(address, port, ssl=context, server_hostname=name)


@dataclass(frozen=True, slots=True)
class Dialler:
    """Who opens every connection: `dial` is the one place where a socket is made."""

    context: Callable[[], ssl.SSLContext]
    allow_private: bool = False
    limits: Limits = USUAL
    resolve: Resolve = system_addresses
    connect: Connect = system_connection

    async def dial(self, scheme: str, host: str, port: int) -> Stream:
        """A stream to *host*. Raises `NoPage`: ``disallowed`` where any of its addresses may not
        be dialled, ``unreachable`` where none of them answers.
        """
        addresses = await self._addresses(host, port)
        self._demand_allowed(host, addresses)
        failure: NoPage | None = None
        for address in addresses:
            try:
                return await self._connection(scheme, host, address, port)
            except NoPage as error:
                failure = error
        raise failure or Down("unreachable", f"the name {host} has no address")

    async def _addresses(self, host: str, port: int) -> Sequence[str]:
        spelled_out = literal(host)
        if spelled_out is not None:
            return [spelled_out]
        try:
            async with asyncio.timeout(self.limits.connect_seconds):
                return await self.resolve(host, port)
        except TimeoutError as error:
            reason = f"the name {host} does not resolve: no answer in time"
            raise Unresolved("unreachable", reason) from error
        except OSError as error:
            fault = Unresolved if error.errno == socket.EAI_AGAIN else Down
            raise fault(
                "unreachable", f"the name {host} does not resolve: {_said(error)}"
            ) from error

    def _demand_allowed(self, host: str, addresses: Sequence[str]) -> None:
        for address in addresses:
            reason = refusal(address, allow_private=self.allow_private)
            if reason is not None:
                raise NoPage("disallowed", f"{host}: {reason}")

    async def _connection(self, scheme: str, host: str, address: str, port: int) -> Stream:
        context = self.context() if scheme == "https" else None
        try:
            async with asyncio.timeout(self.limits.connect_seconds):
                return await self.connect(address, port, context, host if context else None)
        except TimeoutError as error:
            raise Down("unreachable", f"{host} does not answer the call in time") from error
        except ssl.SSLCertVerificationError as error:
            raise Down(
                "unreachable", f"TLS: the certificate of {host} is not trusted: {_said(error)}"
            ) from error
        except ssl.SSLError as error:
            raise Down("unreachable", f"TLS: {host}: {_said(error)}") from error
        except OSError as error:
            raise Down("unreachable", f"no connection to {host}: {_said(error)}") from error


def _said(error: OSError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, ssl.SSLError):
        return (error.reason or str(error)).lower().replace("_", " ")
    return error.strerror or str(error) or "it was cut off"
