"""How large a definition may be."""

from __future__ import annotations

import json

from schemas.core.diagnostic import Diagnostic
from schemas.document.document import Document

LARGEST = 1_048_576


def oversize(document: Document) -> list[Diagnostic]:
    """The diagnostic of a definition that is larger than the service takes; YAML is measured as JSON."""
    text = document.text if document.format == "json" else json.dumps(document.value, ensure_ascii=False)
    if len(text) * 4 <= LARGEST:
        return []
    size = len(text.encode("utf-8", "surrogatepass"))
    if size <= LARGEST:
        return []
    params = {"size": f"{size:,}", "limit": f"{LARGEST:,}"}
    return [Diagnostic("definition-too-large", "error", (), params=params)]
