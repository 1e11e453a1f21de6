"""The language: what an Amazon States Language document is, and whether it is valid."""

from schemas.document import Document

__all__ = ["Document"]
