"""Who may decide in the viewer: whoever shows the token that `netralitas serve` prints, from a form of our own.

A session is a cookie that no other site's request carries (SameSite=Strict), and a form holds a word that no other
site can read. Both are made anew each time the viewer starts.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import Response

SESSION, NAME = "judge", "judge_name"
PATH = "/judge"
SHORTEST = 12
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Permit:
    """The file of judgements, and the token that lets somebody add to it; no token, no deciding."""

    judgements: Path
    token: str = ""
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    @property
    def usable(self) -> bool:
        """Tell whether anybody can decide here at all; a token that can be guessed is none."""
        return len(self.token) >= SHORTEST

    @property
    def form_word(self) -> str:
        """The word that every form of ours carries."""
        return self._signed("form")

    def opens(self, token: str) -> bool:
        """Tell whether a token is ours."""
        return self.usable and hmac.compare_digest(token.encode(), self.token.encode())

    def holds(self, request: Request) -> bool:
        """Tell whether a request comes from somebody who has shown the token."""
        return self.usable and hmac.compare_digest(request.cookies.get(SESSION, ""), self._signed("session"))

    def accepts(self, request: Request, word: str) -> bool:
        """Tell whether a form was sent from a page of ours by somebody who has shown the token."""
        # Browsers say where a request comes from; Origin is of no use, for our pages send no referrer.
        own = request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
        return own and self.holds(request) and hmac.compare_digest(word.encode(), self.form_word.encode())

    def enter(self, response: Response) -> None:
        """Begin a session, which ends with the browser or the viewer."""
        response.set_cookie(SESSION, self._signed("session"), path=PATH, httponly=True, samesite="strict")

    def _signed(self, purpose: str) -> str:
        return hmac.new(self.secret, f"{purpose}\n{self.token}".encode(), sha256).hexdigest()


def remember(response: Response, who: str) -> None:
    """Keep the name of who decides, for the next form."""
    response.set_cookie(NAME, quote(who[:LONGEST_NAME]), path=PATH, httponly=True, samesite="strict")


def remembered(request: Request) -> str:
    """The name with which somebody last decided."""
    return unquote(request.cookies.get(NAME, ""))[:LONGEST_NAME]
