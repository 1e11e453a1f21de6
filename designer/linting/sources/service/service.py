"""A service of the Serverless Framework, read as far as its definitions need it."""

from __future__ import annotations

from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import read_document
from designer.linting.sources.definitions import Context
from designer.linting.sources.files import SCRIPTS, Files, is_confined
from designer.linting.sources.notice import NotFollowed
from designer.linting.sources.place import Place
from designer.linting.sources.service.assembling import Assembler, Budget
from designer.linting.sources.service.resolver import Resolver
from schemas.document.assembly import Assembly
from schemas.document.template import Template
from schemas.document.yaml.dialect import SERVERLESS

_CONFIGS = ("serverless.yml", "serverless.yaml", "serverless.json")


class Service(Context):
    """A service whose `config` is None if it is a program, or cannot be read."""

    def __init__(self, folder: Path, config: Place | None) -> None:
        super().__init__(Files(folder, SERVERLESS))
        self._resolver = Resolver(self.files, config)
        self._budget = Budget()

    @classmethod
    def around(cls, root: Place) -> Service:
        """The service that the file `root` configures, or is a part of: that of the nearest folder with one.

        Variables in a part are relative to the folder of the service.
        """
        if "stateMachines" not in (root.value if isinstance(root.value, dict) else {}):
            return cls(root.file.parent, root)
        for folder in (root.file.parent, *root.file.parent.parents):
            for name in _CONFIGS:
                if (folder / name).is_file():
                    return cls(folder, _config(folder / name))
            if any((folder / f"serverless{ending}").is_file() for ending in SCRIPTS):
                return cls(folder, None)
            if is_confined() or folder.resolve() == Path.cwd() or (folder / ".git").exists():
                break
        return cls(root.file.parent, root)

    def followed(self, place: Place, quietly: bool = False) -> Place | None:
        """The place of the value that the one at `place` stands for; None, with a notice unless `quietly`."""
        try:
            return self._resolver.follow(place)
        except NotFollowed as reason:
            if not quietly:
                self.notices.add(reason, place)
            return None

    def assembled(self, place: Place) -> Assembly | None:
        """The definition at `place`, if values in it stand in other places."""
        assembly = Assembler(self._resolver, self.notices, self._budget).assembled(place)
        return assembly if assembly.assembled != place.value else None


def _config(file: Path) -> Place | None:
    """The configuration in a file; None where that cannot be read."""
    try:
        document = read_document(file)
    except Refusal:
        return None
    template = Template(document.text, document.format, SERVERLESS)
    return Place.whole(file, template) if template.problem is None else None
