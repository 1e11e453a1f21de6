"""The characters that an edit is allowed to change: its own values, and the separators around them."""

from __future__ import annotations

import re

from schemas.core.edits import Edit, Insert, Rename, Replace, Set
from schemas.document.parsing import Format, parse
from schemas.document.text.tree import Members, descend

_SEPARATORS = re.compile(r"[\s,]*")
_COMMENT = re.compile(r"# (?:remark|comment) \d+\.")


def named(text: str, format: Format, edit: Edit) -> tuple[int, int] | None:
    """The characters that an edit names; None where it only adds."""
    entries = descend(parse(text, format).tree, edit.path, Members())
    if isinstance(edit, Insert) or len(entries) < len(edit.path):
        return None
    entry = entries[-1]
    if isinstance(edit, Rename):
        return entry.start, entry.key_end
    if isinstance(edit, Set):
        return entry.key_end, entry.end
    return entry.start, entry.end


def out_of_reach(text: str, format: Format, edit: Edit, forward: Replace) -> list[str]:
    """The characters that `forward` removes although `edit` does not refer to them, without separators."""
    region = named(text, format, edit)
    found = []
    for splice in forward.splices:
        pieces = [(splice.start, splice.end)]
        if region and splice.start < region[1] and region[0] < splice.end:
            pieces = [(splice.start, region[0]), (region[1], splice.end)]
        taken = [text[start:end] for start, end in pieces if start < end]
        found += [piece for piece in taken if not _SEPARATORS.fullmatch(piece)]
    return found


def lost_comments(text: str, edit: Edit, after: str) -> list[str]:
    """The comments that stood outside of what the edit names and are not there, in their order, any more."""
    region = named(text, "yaml", edit) or (0, 0)
    kept = [m.group() for m in _COMMENT.finditer(text) if not region[0] <= m.start() < region[1]]
    now = _COMMENT.findall(after)
    return [comment for comment in kept if comment not in now]
