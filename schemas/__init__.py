"""The language: what an Amazon States Language document is, and whether it is valid."""

from schemas.document.document import Document
from schemas.validator.validate import validate

__all__ = ["Document", "validate"]
