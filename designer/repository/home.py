"""The home of a workflow of the library: its place in a file, with which it is kept the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock
from typing import Literal

from designer.base.refusal import Refusal
from designer.library.cases import with_cases
from designer.library.files import cases_path
from designer.library.store import Places, Texts
from designer.repository.place import Place, Reading, read
from designer.repository.reconciling import Conflict, in_words_of, reconciled
from designer.repository.writing import Changed, write_back
from designer.workspace import history
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.edits import EditRefused
from schemas.sidecar.workflow import Workflow

_MOST_ATTEMPTS = 3

Stamp = tuple[tuple[int, int, int] | None, ...]


@dataclass(frozen=True)
class State:
    """The state of a workflow at its place.

    `saved`: the file has it. `conflict`: both have changed the same place, and a person has to choose.
    `refused`: the file is not written, for the reason in `refusal`.
    """

    kind: Literal["saved", "conflict", "refused"]
    refusal: Refusal | None = None

    @property
    def may_pass(self) -> bool:
        """True where a file could not be written, which may be otherwise by now."""
        return self.refusal is not None and self.refusal.key in ("place.unwritable", "place.outside")


class Home:
    """The `place` of the workflow `id`; files outside of `root` are not written."""

    def __init__(self, root: Path, place: Place, id: str, places: Places) -> None:
        self.place = place
        self.id = id
        self.state = State("saved")
        self._root = root
        self._places = places
        self._lock = RLock()
        self._known: tuple[Stamp, Texts] | None = None
        self._beside: tuple[Path, ...] = ()
        self._read_at: Stamp = ()

    @property
    def name(self) -> str:
        """The place in words: the file, and the machine in it."""
        file = self.place.file.resolve()
        base = self._root.resolve()
        shown = file.relative_to(base) if file.is_relative_to(base) else Path(file.name)
        return f"{shown.as_posix()} › {self.place.name}" if self.place.at else shown.as_posix()

    @property
    def stamp(self) -> Stamp:
        """Marks of the files that change when these do."""
        files = (self.place.host, self.place.file, *self._beside)
        return tuple(_mark(file) for file in files)

    @property
    def is_fixed(self) -> bool:
        """True if the file can only be read, so that the workflow is a copy of it."""
        refusal = self.state.refusal
        return refusal is not None and refusal.key.startswith("place.fixed.")

    @property
    def is_behind(self) -> bool:
        """True if a file has changed since the workflow was compared with it."""
        return self._known is not None and self._known[0] != self.stamp

    def sync(self, opened: OpenWorkflow) -> None:
        """Write what has changed in the library, and take over what has changed in the file.

        Raises `Unavailable`, and `NoSuchWorkflow` where the workflow was deleted.
        """
        with self._lock:
            here = Texts.of(opened.workflow)
            stamp = self.stamp
            if self._known == (stamp, here) and not self.state.may_pass:
                return
            self._reconcile(opened, reconciled)

    def settle(self, opened: OpenWorkflow, keep: Literal["here", "there"]) -> None:
        """Settle a conflict: keep the texts of the library, or those of the file."""
        with self._lock:
            self._reconcile(opened, lambda _, here, there: here if keep == "here" else there)

    def _reconcile(self, opened: OpenWorkflow, decide: Callable[[Texts, Texts, Texts], Texts]) -> None:
        for _ in range(_MOST_ATTEMPTS):
            try:
                self.state = self._attempt(opened, decide)
            except Changed:
                continue
            except Conflict:
                self.state = State("conflict")
            except Refusal as refusal:
                self.state = State("refused", refusal)
            except EditRefused:
                self.state = State("conflict")
            break
        else:
            self._known = None
            return
        self._known = (self._read_at, Texts.of(opened.workflow))

    def _read(self) -> Reading:
        """The workflow at the place; what changes while it is read counts as changed after that."""
        self._read_at = self.stamp
        reading = read(self.place, self._root)
        beside = (reading.sidecar, cases_path(reading.sidecar), *reading.files)
        if self._beside != beside:
            self._beside = beside
            self._read_at = self.stamp
        return reading

    def _attempt(self, opened: OpenWorkflow, decide: Callable[[Texts, Texts, Texts], Texts]) -> State:
        reading = self._read()
        there, kept = Texts.of(reading.workflow), self._places.texts(self.id)
        here = _texts(opened.workflow)
        if reading.torn is not None:
            there = in_words_of((here, *([kept] if kept else [])), there)
        base = kept or there
        if reading.fixed:
            return State("refused", Refusal(reading.fixed, str(self.place.file)))
        version = decide(base, here, there).workflow(opened.record.name)
        wanted = _texts(version)
        if wanted != here:
            opened.write(lambda workflow: history.to_version(workflow, version))
        if wanted != there:
            text = write_back(reading, version, self._root)
            self._places.keep(self.id, self.place.key, wanted)
            reading = self._read()
            there = Texts.of(reading.workflow)
            if reading.torn is not None:
                there = in_words_of((wanted,), there)
            if (reading.source.text, there.design) != (text, wanted.design):
                raise Changed
        if there != base or self._places.workflow(self.place.key) != self.id:
            self._places.keep(self.id, self.place.key, there)
        return State("saved")


def _texts(workflow: Workflow) -> Texts:
    """The texts of a workflow with its cases at the end of the sidecar, where the file of cases puts them."""
    return Texts.of(replace(workflow, design=with_cases(workflow.design, None)))


def _mark(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
