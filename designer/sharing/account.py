"""The access to Miro that the environment of the process gives."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from designer.base.refusal import Refusal

USUAL_URL = "https://api.miro.com"
TOKEN, URL = "MIRO_TOKEN", "MIRO_URL"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Account:
    """A token with the scope `boards:write`, which no text shows, and the address of the API."""

    token: str = field(repr=False)
    url: str = USUAL_URL


def account(environment: Mapping[str, str] = os.environ) -> Account | None:
    """The account in `MIRO_TOKEN`, at `MIRO_URL` or the usual address; None without a token.

    Raises `Refusal` for an address to which the token would go unencrypted, other than of this machine, and
    for a token that is no header.
    """
    token = environment.get(TOKEN, "").strip()
    if not token:
        return None
    if not token.isascii() or not token.isprintable() or " " in token:
        raise Refusal("miro.token", variable=TOKEN)
    url = environment.get(URL, "").strip().rstrip("/") or USUAL_URL
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise Refusal("miro.url", variable=URL)
    return Account(token, url)
