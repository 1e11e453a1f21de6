"""Plans the merge of an export into a repository, whose kind is told by its files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import exporters.merging.kinds as package
from exporters.merging.host import Read
from exporters.merging.kind import Kind
from exporters.merging.refusal import CannotMerge
from schemas.core.registry import modules


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of repositories."""
    return tuple(kind for module in modules(package) for kind in getattr(module, "KINDS", ()))


def formats_of_merges() -> tuple[str, ...]:
    """The names of the formats whose exports can be merged into a repository."""
    return tuple(name for kind in kinds() for name in kind.formats)


def recognized(read: Read, format: str | None = None, named: str = "") -> tuple[Kind, str, str]:
    """Return the kind of a repository, the name of the format, and the file that it is recognized by.

    A person may have `named` the file. Raises `CannotMerge` if the repository is of no kind that takes
    `format`, or of several where no format is given.
    """
    found = list(_found(read, format, named))
    if not found:
        raise CannotMerge("merge.no-format" if format else "merge.no-repository", named, format=format or "")
    if len(found) > 1:
        names = ", ".join(name for _, name, _ in found)
        raise CannotMerge("merge.several", formats=names, files=", ".join(main for *_, main in found))
    return found[0]


def _found(read: Read, format: str | None, named: str) -> Iterator[tuple[Kind, str, str]]:
    for kind in kinds():
        main = kind.recognizes(read, named)
        if main is not None and format in (None, *kind.formats):
            yield kind, format or kind.usual_format(read, main), main
