"""What stands before every request: how often one may ask, and the headers that keep hostile text inert."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass, field

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

RATE = 240
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
    "Vary": "Cookie",
}


@dataclass(slots=True)
class Bucket:
    """A token bucket a client: `rate` requests a minute, as many at once; the least recent client is forgotten."""

    rate: int = RATE
    clients: int = 10_000
    held: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def takes(self, client: str, now: float) -> bool:
        """Count a request at a time in seconds; False if it is one too many."""
        tokens, then = self.held.pop(client, (float(self.rate), now))
        tokens = min(float(self.rate), tokens + (now - then) * self.rate / 60)
        allowed = tokens >= 1
        self.held[client] = (tokens - 1 if allowed else tokens, now)
        if len(self.held) > self.clients:
            self.held.popitem(last=False)
        return allowed


class Guard:
    """ASGI middleware: 429 in place of a request too many, and HEADERS on every answer that does not set its own."""

    def __init__(self, app: ASGIApp, refuse: ASGIApp, rate: int = RATE) -> None:
        self.app = app
        self.refuse = refuse
        self.bucket = Bucket(rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        client = (scope.get("client") or ("",))[0]
        free = scope["path"].startswith("/static/") or self.bucket.takes(client, time.monotonic())
        await (self.app if free else self.refuse)(scope, receive, guarded)
