"""Names in the forms that files, services and templates allow."""

from __future__ import annotations

import hashlib
import re
import unicodedata

RESERVED_FILE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""A file name that begins like this means a device on Windows."""

_BYTES_OF_A_FILE_NAME = 160
_LETTERS_OF_A_SERVICE = 48
_DIGITS_OF_A_MARK = 6
_UNSAFE_IN_FILES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LOST_IN_SERVICES = re.compile(r"[^A-Za-z0-9 ._-]")


def file_name(name: str) -> str:
    """Return `name` as the name of one file, with its Japanese: `返品/返金` is `返品-返金`.

    A name that is cut ends with a mark of the whole one, so that two of them stay apart.
    """
    safe = _UNSAFE_IN_FILES.sub("-", unicodedata.normalize("NFC", name)).strip(" .-")
    short = safe.encode("utf-8", "ignore")
    if len(short) > _BYTES_OF_A_FILE_NAME:
        cut = short[: _BYTES_OF_A_FILE_NAME - _DIGITS_OF_A_MARK - 1].decode("utf-8", "ignore").rstrip(" .-")
        return f"{cut}-{_mark(name)}"
    safe = short.decode("utf-8", "ignore")
    return f"{safe}-" if RESERVED_FILE.match(safe) else safe or "workflow"


def kebab(name: str) -> str:
    """Return the Latin letters and digits of `name` as lower-case words: `OrdersTable` is `orders-table`."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", name)
    return "-".join(word.lower() for word in words)


def logical_id(name: str) -> str:
    """Return the Latin letters and digits of `name` as a template id: `orders-table` is `OrdersTable`."""
    words = re.findall(r"[A-Za-z0-9]+", name)
    return "".join(word[0].upper() + word[1:] for word in words)


def placeholder_id(name: str) -> str:
    """Return the placeholder's `name` as a template id: `Order-Table` is `OrderTable`.

    Where it has other letters than Latin ones, a mark of the whole name follows: `注文Table` and `返品Table`
    stay apart.
    """
    words = logical_id(name)
    return words if name.isascii() else f"{words or 'Value'}{_mark(name)}"


def service_name(name: str) -> str:
    """Return `name` as the name of a service: a letter, then letters, digits and hyphens only.

    Where letters of `name` are left out or cut, a mark of the whole name follows, so that two workflows never
    become the same service: `返金` is `workflow-fa5fb1`, `EC返金` is `ec-20dcd3`.
    """
    words = kebab(name)
    if not re.match(r"[a-z].", words):
        words = f"workflow-{words}".rstrip("-")
    if len(words) <= _LETTERS_OF_A_SERVICE and not _LOST_IN_SERVICES.search(name):
        return words
    cut = words[: _LETTERS_OF_A_SERVICE - _DIGITS_OF_A_MARK - 1].rstrip("-")
    return f"{cut}-{_mark(name)}"


def _mark(name: str) -> str:
    """Six digits and letters that tell `name` from another name."""
    normal = unicodedata.normalize("NFC", name).encode("utf-8", "surrogatepass")
    return hashlib.sha256(normal).hexdigest()[:_DIGITS_OF_A_MARK]
