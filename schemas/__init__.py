"""The Amazon States Language: `Document` reads and edits a definition, `validate` checks it."""

from typing import TYPE_CHECKING

from schemas.core.door import door

if TYPE_CHECKING:
    from schemas.document.document import Document
    from schemas.validator.validate import validate

__all__ = ["Document", "validate"]
__getattr__ = door({"Document": "schemas.document.document", "validate": "schemas.validator.validate"})
