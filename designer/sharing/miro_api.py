"""Two calls of Miro's REST API: an image that is put onto a board, and one that is replaced.

Source: developers.miro.com, "Create image item using file from device" and "Update image item using file
from device" (6 MB at most, scope boards:write), "Rate limiting".
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote
from urllib.request import getproxies, proxy_bypass

import urllib3

from designer.base.refusal import Refusal
from designer.sharing.account import TOKEN, Account
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json

MOST_BYTES = 6_000_000
MOST_TRIES = 4
LONGEST_WAIT = 60.0
"""Seconds; a person waits for the answer."""

MOST_OF_ANSWER = 1_000_000
MOST_OF_MESSAGE = 200
_TIMEOUT = urllib3.Timeout(connect=10, read=60)
_REFUSALS = {400: "miro.refused", 401: "miro.token", 403: "miro.forbidden", 413: "miro.too-large"}

_ITEM = re.compile(r"[A-Za-z0-9]{1,100}")

Wait = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture to send: PNG, and its title."""

    data: bytes
    title: str


class MiroApi:
    """The calls with one account. `wait` sleeps for some seconds; `now` is the time of the clock."""

    def __init__(
        self, account: Account, wait: Wait = time.sleep, now: Callable[[], float] = time.time
    ) -> None:
        self._account = account
        self._wait = wait
        self._now = now

    def create(self, board: str, image: Image) -> str:
        """Put the image onto the board and return its item id. Raises `Refusal`."""
        answer = self._send("POST", f"boards/{quote(board, safe='=')}/images", image)
        if answer.status == 404:
            raise Refusal("miro.no-board", board=board)
        return self._item(answer)

    def replace(self, board: str, item: str, image: Image) -> str | None:
        """Replace the image of an item and return its id; None if the board has none. Raises `Refusal`."""
        path = f"boards/{quote(board, safe='=')}/images/{quote(item, safe='')}"
        answer = self._send("PATCH", path, image)
        return None if answer.status == 404 else self._item(answer)

    def _send(self, method: str, path: str, image: Image) -> urllib3.BaseHTTPResponse:
        """Send the image, again after a while where there were too many calls."""
        if len(image.data) > MOST_BYTES:
            raise Refusal("miro.too-large")
        for attempt in range(1, MOST_TRIES + 1):
            answer = self._call(method, path, image)
            if answer.status != 429:
                break
            seconds = self._seconds(answer, attempt)
            if attempt == MOST_TRIES or seconds > LONGEST_WAIT:
                raise Refusal("miro.busy", seconds=round(seconds))
            self._wait(seconds)
        if answer.status in _REFUSALS:
            raise Refusal(_REFUSALS[answer.status], variable=TOKEN, message=self._message(answer))
        if answer.status != 404 and not 200 <= answer.status < 300:
            raise Refusal("miro.status", status=self._message(answer))
        return answer

    def _call(self, method: str, path: str, image: Image) -> urllib3.BaseHTTPResponse:
        """One call. The token goes to no other address: redirections are not followed."""
        data = json.dumps({"title": image.title}, ensure_ascii=False).encode()
        fields = {
            "resource": ("workflow.png", image.data, "image/png"),
            "data": ("data.json", data, "application/json"),
        }
        url = f"{self._account.url}/v2/{path}"
        try:
            with _pool(url) as pool:
                return pool.request(
                    method,
                    url,
                    fields=fields,
                    headers={"Authorization": f"Bearer {self._account.token}", "Accept": "application/json"},
                    redirect=False,
                    retries=False,
                    timeout=_TIMEOUT,
                )
        except urllib3.exceptions.HTTPError as error:
            raise Refusal("miro.unreachable", url=self._account.url) from error

    def _seconds(self, answer: urllib3.BaseHTTPResponse, attempt: int) -> float:
        """The seconds to wait: until the time that the answer names, else longer from attempt to attempt."""
        after, reset = answer.headers.get("Retry-After", ""), answer.headers.get("X-RateLimit-Reset", "")
        if after.isdecimal():
            return float(after)
        if reset.isdecimal():
            return max(0.0, float(reset) - self._now())
        return float(2**attempt)

    def _item(self, answer: urllib3.BaseHTTPResponse) -> str:
        item = _fields(answer).get("id")
        if not isinstance(item, str) or not _ITEM.fullmatch(item):
            raise Refusal("miro.status", status=answer.status)
        return item

    def _message(self, answer: urllib3.BaseHTTPResponse) -> str:
        """The status of an answer and the words that Miro gives with it, in one line without the token."""
        words = text(_fields(answer).get("message")).replace(self._account.token, "…")
        return f"{answer.status} {' '.join(words.split())[:MOST_OF_MESSAGE]}".strip()


def _fields(answer: urllib3.BaseHTTPResponse) -> dict[str, Json]:
    try:
        value: Json = json.loads(answer.data[:MOST_OF_ANSWER])
    except ValueError:
        return {}
    return mapping(value)


def _pool(url: str) -> urllib3.PoolManager:
    """The connections, through the proxy that the environment names for this address."""
    scheme, _, rest = url.partition("://")
    proxy = getproxies().get(scheme)
    if proxy and not proxy_bypass(rest.partition("/")[0]):
        return urllib3.ProxyManager(proxy)
    return urllib3.PoolManager()
