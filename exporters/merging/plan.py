"""The plan of a merge: every file's text before and after, and the parts on which a person has to decide."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from exporters.format import Artifact
from exporters.manifest import RECORD, Entry, entries_in, record_of
from exporters.merging.host import Read
from exporters.merging.merge import Choice, Difference, Reason, Recorded
from exporters.merging.parts import digest
from exporters.merging.refusal import CannotMerge
from exporters.stack import stack_name
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json, Path, pointer
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Change:
    """The text of a file before, None where there is none, and after."""

    file: str
    before: str | None
    after: str

    def diff(self) -> str:
        """The change as a unified diff; a line break of Windows at the end of lines is left out."""
        before, after = (_lines(text) for text in (self.before or "", self.after))
        old = f"a/{self.file}" if self.before is not None else "/dev/null"
        return "\n".join(difflib.unified_diff(before, after, old, f"b/{self.file}", lineterm=""))


@dataclass(frozen=True, slots=True)
class Plan:
    """A merge that is not yet written: `changes` of files, and the `differences` of parts that they make up.

    Where a conflict was not decided, the changes have the export's value for it. `record` is the change of
    the record of exported parts; None where it stays as it is. `read` are the texts that all follows from.
    """

    changes: tuple[Change, ...]
    differences: tuple[Difference, ...]
    record: Change | None
    read: Mapping[str, str | None]

    @property
    def agrees(self) -> bool:
        """True if the repository has what the diagram says, or what a person decided to keep."""
        return not self.changes and not self.differences

    @property
    def conflicts(self) -> list[Difference]:
        """The differences on which a person decides."""
        return [difference for difference in self.differences if difference.is_conflict]

    def diff(self) -> str:
        """All changes as a unified diff."""
        return "\n".join(change.diff() for change in self.changes)


@dataclass
class Repository:
    """The texts of a repository as a merge changes them, and the record of what exports wrote."""

    source: Read
    texts: dict[str, str] = field(default_factory=dict)
    seen: dict[str, str | None] = field(default_factory=dict)

    def read(self, file: str) -> str | None:
        """The text of a file, with the changes so far; None where there is none."""
        if file in self.texts:
            return self.texts[file]
        if file not in self.seen:
            self.seen[file] = self.source(file)
        return self.seen[file]

    def entries(self) -> dict[str, Entry]:
        """The record. Raises `CannotMerge` where it cannot be read."""
        record = self.read(RECORD)
        try:
            return entries_in(record) if record is not None else {}
        except (ValueError, RecursionError):
            raise CannotMerge("merge.broken-record", RECORD) from None

    def set_entries(self, entries: Mapping[str, Entry]) -> None:
        """Write the record, unless it says the same already."""
        if entries != self.entries():
            self.texts[RECORD] = record_of(entries).data.decode()

    def plan(self, differences: Sequence[Difference]) -> Plan:
        """The plan of all changes so far."""
        changes = [
            Change(file, self.seen.get(file), after)
            for file, after in self.texts.items()
            if after != self.seen.get(file)
        ]
        record = next((change for change in changes if change.file == RECORD), None)
        others = tuple(change for change in changes if change.file != RECORD)
        return Plan(others, tuple(differences), record, dict(self.seen))


@dataclass(frozen=True, slots=True)
class Request:
    """One export to merge: its files, the names of its workflow and service, and the answer to conflicts.

    The record has the parts by their service, because several workflows may have the same name. With the
    answer "ours", those of another workflow of that service are taken over.
    """

    artifacts: Sequence[Artifact]
    workflow: str
    service: str
    choice: Choice = "ask"

    @classmethod
    def of(cls, workflow: Workflow, artifacts: Sequence[Artifact], choice: Choice) -> Request:
        """The request to merge the files of `workflow`."""
        return cls(artifacts, workflow.name, stack_name(workflow), choice)


def recorded_parts(entry: Entry | None, service: str) -> dict[Path, Recorded]:
    """The parts that an export of `service` wrote into the file of `entry`."""
    written = mapping(mapping(entry.parts.get(service)).get("parts")) if entry else {}
    return {_path(key): _recorded(value) for key, value in written.items()}


def shared_parts(entry: Entry | None, service: str) -> dict[Path, str]:
    """The paths of parts that exports of other services wrote into the file of `entry`, with these."""
    others = (name for name in (entry.parts if entry else ()) if name != service)
    return {path: name for name in others for path in recorded_parts(entry, name)}


def with_parts(entry: Entry | None, request: Request, parts: Mapping[Path, Recorded]) -> Entry:
    """The entry of a file after a merge of `request`, which wrote `parts`."""
    before = dict(entry.parts) if entry else {}
    written: Json = {pointer(path): _written(parts[path]) for path in sorted(parts, key=pointer)}
    return Entry("", "", {**before, request.service: {"workflow": request.workflow, "parts": written}})


def refuse_other_workflow(entry: Entry | None, request: Request, file: str) -> None:
    """Refuse to replace what was exported from another workflow of the same service."""
    before = mapping(entry.parts.get(request.service)) if entry else {}
    name = text(before.get("workflow"), request.workflow)
    if name != request.workflow and request.choice != "ours":
        raise CannotMerge("merge.other-workflow", file, name=name)


def merged_file(
    repository: Repository, request: Request, artifact: Artifact, file: str
) -> Iterator[Difference]:
    """Set a file that is the export's as a whole, and yield the difference where there is one."""
    entries = repository.entries()
    entry, new, old = entries.get(file), artifact.data.decode(), repository.read(file)
    if artifact.is_beginning and old is not None:
        return
    written, left = digest(new), digest(old) if old is not None else None
    refuse_other_workflow(entry, request, file)
    before = recorded_parts(entry, request.service).get(()) or _exported_alone(entry, old, request.workflow)
    owner = next((name for name in (entry.parts if entry else ()) if name != request.service), None)
    if owner is not None and request.choice != "ours":
        raise CannotMerge("merge.other-workflow", file, name=owner)
    now = Recorded(written, written)
    is_ours = before is not None and before.written == before.left == left
    if before == Recorded(written, left):
        now = before
    elif written != left and (is_ours or (before is None and left is None)):
        yield Difference((), "new" if left is None else "changed", file, 1)
        repository.texts[file] = new
    elif written != left:
        reason: Reason = "foreign" if before is None else "removed" if left is None else "edited"
        yield Difference((), reason, file, 1)
        if request.choice == "theirs":
            now = Recorded(written, left)
        else:
            repository.texts[file] = new
    repository.set_entries({**entries, file: with_parts(None, request, {(): now})})


def _exported_alone(entry: Entry | None, text: str | None, workflow: str) -> Recorded | None:
    """The record of a file exported into a folder of its own; None if somebody has changed it since."""
    if entry is None or text is None or entry.workflow != workflow or not entry.digest:
        return None
    is_unchanged = hashlib.sha256(text.encode()).hexdigest() == entry.digest
    return Recorded(digest(text), digest(text)) if is_unchanged else None


def _lines(text: str) -> list[str]:
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    return lines if lines[-1] else lines[:-1]


def _recorded(value: Json) -> Recorded:
    if isinstance(value, list) and len(value) == 2:
        written, left = value
        return Recorded(text(written) or None, text(left) or None)
    return Recorded(text(value), text(value))


def _written(item: Recorded) -> Json:
    return item.written if item.written == item.left else [item.written, item.left]


def _path(written: str) -> Path:
    """The path of a JSON pointer, whose keys are texts."""
    return tuple(key.replace("~1", "/").replace("~0", "~") for key in written.split("/")[1:])
