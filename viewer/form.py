"""A form that was sent: few, short, urlencoded fields; anything else is refused before it is read."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request

from viewer.problem import Refusal

MOST_BYTES = 16_384
MOST_FIELDS = 20
URLENCODED = "application/x-www-form-urlencoded"


async def fields(request: Request) -> dict[str, str]:
    """The fields of a form by name, without outer blanks; raise Refusal for what is no form of ours."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != URLENCODED:
        raise Refusal(415, "form")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Refusal(413, "form")
    try:
        found = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as problem:
        raise Refusal(422, "form") from problem
    return {key: value.strip() for key, value in found}


Fields = Annotated[dict[str, str], Depends(fields)]
