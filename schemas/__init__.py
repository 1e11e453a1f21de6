"""The Amazon States Language: `Document` reads and edits a definition, `validate` checks it."""

from schemas.document.document import Document
from schemas.validator.validate import validate

__all__ = ["Document", "validate"]
