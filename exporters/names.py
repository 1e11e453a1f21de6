"""Names in the forms that files, services and templates allow."""

from __future__ import annotations

import re
import unicodedata

RESERVED_FILE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""A file name that begins like this means a device on Windows."""

_BYTES_OF_A_FILE_NAME = 160
_UNSAFE_IN_FILES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


def file_name(name: str) -> str:
    """Return `name` as the name of one file, with its Japanese: `返品/返金` is `返品-返金`."""
    safe = _UNSAFE_IN_FILES.sub("-", unicodedata.normalize("NFC", name)).strip(" .-")
    short = safe.encode("utf-8", "ignore")[:_BYTES_OF_A_FILE_NAME].decode("utf-8", "ignore").rstrip(" .-")
    return f"{short}-" if RESERVED_FILE.match(short) else short or "workflow"


def kebab(name: str) -> str:
    """Return the Latin letters and digits of `name` as lower-case words: `OrdersTable` is `orders-table`."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", name)
    return "-".join(word.lower() for word in words)


def logical_id(name: str) -> str:
    """Return the Latin letters and digits of `name` as a template id: `orders-table` is `OrdersTable`."""
    words = re.findall(r"[A-Za-z0-9]+", name)
    return "".join(word[0].upper() + word[1:] for word in words)


def service_name(name: str) -> str:
    """Return `name` as the name of a service: a letter, then letters, digits and hyphens only."""
    service = kebab(name)[:48].strip("-")
    return service if re.match(r"[a-z].", service) else "workflow"
