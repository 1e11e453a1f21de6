"""Refuses what cannot be written, for every command that writes files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from designer.base.refusal import Refusal
from exporters import PathRefused


@contextmanager
def writing(place: Path, named_by: Path | None = None) -> Iterator[None]:
    """Raise `Refusal` where the files that are written to `place` cannot be.

    It is that of `named_by`, if a file there has its name from it, and the name is the reason.
    """
    try:
        yield
    except PathRefused as refused:
        raise Refusal("cli.path-refused", str(named_by or place), path=refused.path) from refused
    except OSError as error:
        raise Refusal("cli.unwritable", str(place), error=error.strerror) from error
