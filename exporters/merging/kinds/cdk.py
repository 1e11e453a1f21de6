"""Repositories with an app of the CDK, in Python or in TypeScript."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import ModuleType

from exporters.format import Artifact
from exporters.merging.apps import python_app, typescript_app
from exporters.merging.apps.stack_use import NameTaken, StackUse, Uncertain
from exporters.merging.host import Read
from exporters.merging.kind import Kind
from exporters.merging.merge import Difference, Reason, Recorded
from exporters.merging.parts import digest
from exporters.merging.plan import Repository, Request, merged_file, recorded_parts, with_parts
from exporters.merging.refusal import CannotMerge
from schemas.core.coerce import mapping, text
from schemas.core.paths import Path

_PROJECT = (
    *("app.ts", "app.py", "package.json", "tsconfig.json", "cdk.json", "README.md"),
    *("requirements.txt", "requirements-dev.txt"),
)
_USE: Path = ("stack",)
"""The part of an app that an export writes: the import and the instance."""


@dataclass(frozen=True, slots=True)
class CdkApp(Kind):
    """An app whose programs end in `ending`; `language` reads and changes their text."""

    formats: tuple[str, ...]
    ending: str
    language: ModuleType
    exported: re.Pattern[str]
    """The import in an exported app: the `module` and the `name` of the stack."""

    def recognizes(self, read: Read, named: str = "") -> str | None:
        """`cdk.json`, if its app is in this language."""
        return "cdk.json" if named in ("", "cdk.json") and self._app(read) else None

    def merge(self, repository: Repository, request: Request, main: str) -> Sequence[Difference]:
        """Put the stack and its files beside the other stacks, and use it in the app."""
        app = self._app(repository.read)
        program = repository.read(app)
        if program is None:
            raise CannotMerge("merge.no-app", main, name=app)
        exported, own = self._parts(request.artifacts)
        use = replace(exported, module=self._beside(exported.module))
        try:
            folder, use = self._use(repository.read, app, program, exported)
            found = list(self._used(repository, request, app, program, use))
        except Uncertain as uncertain:
            lines = self.language.lines_of(use)
            raise CannotMerge("merge.app-uncertain", app, uncertain.line, by_hand=lines) from None
        except NameTaken as taken:
            raise CannotMerge("merge.name-taken", app, taken.line, name=taken.name) from None
        for artifact in own:
            found += merged_file(repository, request, artifact, posixpath.join(folder, artifact.path))
        return found

    def _app(self, read: Read) -> str:
        """The program that `cdk.json` runs, if it is in this language; else ""."""
        try:
            command = text(mapping(json.loads(read("cdk.json") or "")).get("app"))
        except (ValueError, RecursionError):
            return ""
        words = [
            word
            for word in command.split()
            if word.endswith((self.ending, ".js" if self.ending == ".ts" else self.ending))
        ]
        app = posixpath.normpath(words[-1]) if words else ""
        if app.endswith(".js"):
            app = app.removesuffix(".js") + ".ts"
        return "" if app.startswith(("/", "..")) else app

    def _parts(self, artifacts: Sequence[Artifact]) -> tuple[StackUse, list[Artifact]]:
        """The use of the stack in the exported app, and the files that are the export's own."""
        app = next(found for found in artifacts if found.path == f"app{self.ending}").data.decode()
        used = self.exported.search(app)
        if used is None:
            raise CannotMerge("merge.no-app", "cdk.json", name=f"app{self.ending}")
        id = re.search(rf"\b{used['name']}\(\s*app,\s*\"([^\"]+)\"", app)
        own = [found for found in artifacts if found.path not in _PROJECT and "/" not in found.path]
        return StackUse(used["name"], used["module"], id[1] if id else used["name"]), own

    def _use(self, read: Read, app: str, program: str, use: StackUse) -> tuple[str, StackUse]:
        """The folder of the stacks of the app, and the use with the module as this app writes it."""
        if self.ending == ".ts" and _is_of_modules(read, self.language.modules_of(program)):
            raise CannotMerge("merge.modules", app)
        beside = posixpath.dirname(app)
        for module in reversed(self.language.modules_of(program)):
            file = _file_of(module, beside, self.ending)
            if file and read(file) is not None:
                folder = posixpath.dirname(file)
                stem = module.rpartition("/" if self.ending == ".ts" else ".")[0]
                return folder, replace(use, module=_inside(stem, use.module, self.ending))
        return beside, replace(use, module=self._beside(use.module))

    def _beside(self, module: str) -> str:
        """A module in the folder of the app, as the app imports it."""
        return f"./{module}" if self.ending == ".ts" else module

    def _used(
        self, repository: Repository, request: Request, app: str, program: str, use: StackUse
    ) -> Iterator[Difference]:
        """Use the stack in the app, unless the app does; if a person took it out, that is asked about."""
        entries = repository.entries()
        entry = entries.get(app)
        before = recorded_parts(entry, request.service).get(_USE)
        written = digest([use.name, use.module])
        is_used = self.language.is_used(program, use)
        now = Recorded(written, written)
        if not is_used and before is not None and before.left is None:
            now = before
        elif not is_used:
            reason: Reason = "new" if before is None else "removed"
            yield Difference((use.name,), reason, app, 1)
            if reason == "removed" and request.choice == "theirs":
                now = Recorded(written, None)
            else:
                repository.texts[app] = self.language.with_stack(program, use)
        repository.set_entries({**entries, app: with_parts(entry, request, {_USE: now})})


def _file_of(module: str, beside: str, ending: str) -> str:
    """The file of a module of the repository itself, as the app in the folder `beside` imports it."""
    if ending == ".ts":
        if not module.startswith("."):
            return ""
        file = posixpath.normpath(posixpath.join(beside, module.removesuffix(".ts"))) + ".ts"
    else:
        file = posixpath.normpath(posixpath.join(beside, *module.split("."))) + ".py"
    return "" if file.startswith("..") else file


def _inside(folder: str, module: str, ending: str) -> str:
    if ending == ".ts":
        return f"{folder}/{module}"
    return f"{folder}.{module}" if folder else module


def _is_of_modules(read: Read, modules: Sequence[str]) -> bool:
    """True for an app of ES modules, which have no `__dirname`."""
    try:
        package = mapping(json.loads(read("package.json") or ""))
    except (ValueError, RecursionError):
        package = {}
    imported = any(module.startswith(".") and module.endswith((".js", ".mjs")) for module in modules)
    return imported or package.get("type") == "module"


KINDS = (
    CdkApp(
        ("cdk-typescript",),
        ".ts",
        typescript_app,
        re.compile(r'import \{ (?P<name>\w+) \} from "\./(?P<module>[^"]+)"'),
    ),
    CdkApp(
        ("cdk-python",),
        ".py",
        python_app,
        re.compile(r"from (?P<module>\w+) import (?:\(\s*)?(?P<name>\w+Stack)\b"),
    ),
)
