"""The contract of a kind of repository that exports are merged into."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from exporters.merging.host import Read
from exporters.merging.merge import Difference
from exporters.merging.plan import Repository, Request


class Kind(ABC):
    """A kind of repository; a module of `exporters/merging/kinds/` offers some as `KINDS`."""

    __slots__ = ()

    formats: tuple[str, ...]
    """The names of the formats whose exports are merged into it."""

    @abstractmethod
    def recognizes(self, read: Read, named: str = "") -> str | None:
        """The file by which a repository is of this kind; None if it is not. A person may name the file."""

    def usual_format(self, read: Read, main: str) -> str:
        """The format of an export into the repository with the file `main`, where none is named."""
        return self.formats[0]

    @abstractmethod
    def merge(self, repository: Repository, request: Request, main: str) -> Sequence[Difference]:
        """Merge an export into the repository that was recognized by `main`. Raises `CannotMerge`."""

    def missing(self, repository: Repository) -> str:
        """The package that the repository needs and does not name; "" for none."""
        return ""
