"""The words of failures: in each language for engineers, and for people who do not write workflows."""

from __future__ import annotations

from schemas.core.diagnostic import Language
from schemas.core.view_mode import ViewMode
from schemas.failures.words import english, japanese
from schemas.failures.words.phrases import Phrases

PHRASES: dict[ViewMode, dict[Language, Phrases]] = {
    "engineering": {"ja": japanese.ENGINEERING, "en": english.ENGINEERING},
    "business": {"ja": japanese.BUSINESS, "en": english.BUSINESS},
}
"""The words by view mode and language."""
