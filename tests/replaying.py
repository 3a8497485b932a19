"""A network of saved pages: each address answers with its own, every other with 404."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx


@dataclass
class Replay(httpx.AsyncBaseTransport):
    """Answers the addresses of *pages*, each with its bytes and media type; ``asked`` are all the
    addresses that were asked, in their order.
    """

    pages: Mapping[str, tuple[bytes, str]]
    asked: list[str] = field(default_factory=list)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url))
        if str(request.url) not in self.pages:
            return httpx.Response(404, stream=httpx.ByteStream(b""))
        content, media_type = self.pages[str(request.url)]
        headers = {"content-type": media_type}
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(content))
