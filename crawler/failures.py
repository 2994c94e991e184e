"""Says in a few words why an address gave nothing."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, cast

from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError, IgnoreRequest, ResponseDataLossError
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

ABSENT = "not in the replayed archive"
REFUSED = "robots.txt forbids it"
ELSEWHERE = "leads to another site"
IGNORED = {
    "Forbidden by robots.txt": REFUSED,
    "max redirections": "redirects without end",
    "DOWNLOAD_MAXSIZE": "too large when unpacked",
    ELSEWHERE: ELSEWHERE,
}


def reason(error: BaseException) -> str:
    """One line for what a request ended with; REFUSED and ABSENT are told apart by equality."""
    match error:
        case HttpError():
            return ABSENT if ABSENT in error.response.flags else f"HTTP {_phrase(error.response.status)}"
        case DownloadCancelledError():
            return "too large"
        case DownloadTimeoutError():
            return "no answer in time"
        case ResponseDataLossError():
            return "the answer was cut off"
        case IgnoreRequest():
            return next((said for sign, said in IGNORED.items() if sign in str(error)), str(error))
        case _:
            return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def is_trouble(error: BaseException) -> bool:
    """Tell whether the failure is of the site as a whole (no answer, 5xx) rather than of one address."""
    if isinstance(error, HttpError):
        return error.response.status >= 500
    return not isinstance(error, IgnoreRequest | DownloadCancelledError)


def is_refusal(error: BaseException) -> bool:
    """Tell whether the site wants to be left alone for a while (429)."""
    return isinstance(error, HttpError) and error.response.status == HTTPStatus.TOO_MANY_REQUESTS


def request(failure: Failure) -> Request:
    """The request that failed; Scrapy hangs it on the failure."""
    return cast(Request, vars(failure)["request"])


def first_url(meta: Mapping[str, Any], url: str) -> str:
    """The address that was asked first, where it redirected."""
    return str(meta.get("redirect_urls", [url])[0])


def _phrase(status: int) -> str:
    known = status in HTTPStatus.__members__.values()
    return f"{status} {HTTPStatus(status).phrase}" if known else str(status)
