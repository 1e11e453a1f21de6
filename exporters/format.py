"""The contract of an export format, and the files that it writes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from exporters.settings import SettingName, Settings
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import Path
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of an export; `path` is relative, with `/`, and stays inside the export's folder.

    `notices` tell what a person should know of the file, such as a picture that is too small to be read, or
    what a deployment of it would stumble over. With `is_beginning`, a person goes on with the file: one that
    is there already is left alone.
    """

    path: str
    media_type: str
    data: bytes
    notices: tuple[Diagnostic, ...] = ()
    is_beginning: bool = False


class RoleTooLarge(Exception):
    """A role would need `count` managed policies, and IAM attaches `limit` to one."""

    def __init__(self, count: int, limit: int) -> None:
        super().__init__(f"{count} managed policies")
        self.count = count
        self.limit = limit


class CannotExport(Exception):
    """A format cannot express the value at `path`; `code` and `params` give the message."""

    def __init__(self, code: str, path: Path, params: Mapping[str, str]) -> None:
        super().__init__(code)
        self.code = code
        self.path = path
        self.params = params


class Format(ABC):
    """A format that workflows are exported to.

    A module or folder of `exporters/formats/` offers its formats as `FORMATS`, and the registry finds them
    there. The command line, the export dialog and `export` ask a format for these attributes; none of them
    names a format. Its words are `format.<name>` and `format.<name>.help` in `designer/locales/`.
    """

    __slots__ = ()

    name: str
    """The format's name on the command line, such as `asl-json`."""

    rank: ClassVar[int] = 99
    """The format's place in lists: those that people use most come first; there are gaps for new ones."""

    deploys: ClassVar[bool] = False
    """The files deploy the workflow, so that the deployment settings of its sidecar change them."""

    refuses_errors: ClassVar[bool] = True
    """A definition with errors is refused unless the person forces the export."""

    draws_sketch: ClassVar[bool] = False
    """The files show the sketch, too, so that a workflow without states has some."""

    settings: ClassVar[tuple[SettingName, ...]] = ()
    """The settings that change the files, in the order in which the dialog asks for them."""

    picture_ending: ClassVar[str] = ""
    """The ending of the file that `designer render` asks for; "" for a format that draws no picture."""

    @abstractmethod
    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """Return the files for `workflow`, whose text can be read.

        Raises `SceneTooLarge` where the format draws the workflow and cannot route its edges in time, and
        `RoleTooLarge` where it writes the role and IAM would not take it.
        """
