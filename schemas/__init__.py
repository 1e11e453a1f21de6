"""The language: what an Amazon States Language document is, and whether it is valid."""

from schemas.document import Document
from schemas.validate import validate

__all__ = ["Document", "validate"]
