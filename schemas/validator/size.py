"""Checks the size of a definition against the quota of the service (1 MiB)."""

from __future__ import annotations

import json

from schemas.core.diagnostic import Diagnostic
from schemas.document.document import Document

MAX_BYTES = 1_048_576


def oversize(document: Document) -> list[Diagnostic]:
    """The diagnostic of a definition that is too large for the service; YAML is measured as JSON."""
    text = document.text if document.format == "json" else json.dumps(document.value, ensure_ascii=False)
    if len(text) * 4 <= MAX_BYTES:
        return []
    size = len(text.encode("utf-8", "surrogatepass"))
    if size <= MAX_BYTES:
        return []
    params = {"size": f"{size:,}", "limit": f"{MAX_BYTES:,}"}
    return [Diagnostic("definition-too-large", "error", (), params=params)]
