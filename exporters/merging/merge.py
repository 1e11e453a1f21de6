"""Merging the parts of an export three ways: as exported before, as the file has them, as exported now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal

from exporters.merging.comments import Comments, with_comments
from exporters.merging.host import Host
from exporters.merging.parts import Part, Rules, digest
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path

Choice = Literal["ask", "ours", "theirs"]
"""The answer to every conflict: none yet, the export's value, or that of the file."""

Reason = Literal["new", "changed", "gone", "edited", "foreign", "added", "removed"]

_BY_THE_DIAGRAM = ("new", "changed", "gone")


@dataclass(frozen=True, slots=True)
class Recorded:
    """The digests of a part when it was exported last: as exported, and as it was left in the file.

    They differ where a person decided to keep another value. None stands for no value.
    """

    written: str | None
    left: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A part in which the repository and the export differ, at its place before the merge.

    The diagram made it "new", "changed" or "gone" since the last export; or a person decides, because it was
    changed by hand. "edited": another value than the last export left. "foreign": no export wrote it.
    "added": no export writes it, in an object where the export is complete. "removed": deleted by hand.
    """

    path: Path
    reason: Reason
    file: str
    line: int

    @property
    def is_conflict(self) -> bool:
        """True if a person has to decide."""
        return self.reason not in _BY_THE_DIAGRAM


@dataclass
class Merge:
    """One merge of an export into `host`; `original` is the host as it was before.

    `recorded` has the parts of the last export, `shared` the paths of parts that other workflows export, too.
    `run` leaves the `differences` here, and the `record` for the next merge.
    """

    host: Host
    original: Host
    rules: Rules
    recorded: Mapping[Path, Recorded]
    shared: Set[Path]
    choice: Choice
    comments: Comments
    differences: list[Difference] = field(default_factory=list)
    record: dict[Path, Recorded] = field(default_factory=dict)
    _replaced: dict[Path, Json] = field(default_factory=dict)

    def run(self, parts: Sequence[Part]) -> None:
        """Merge `parts`, which are all of the export."""
        ours = {part.path: part for part in parts if part.kind != "item"}
        for part in parts:
            if part.kind == "item":
                self._item(part)
        known = {self.rules.unit(path) for path in self.recorded}
        for unit, members in _by_unit(self.rules, ours.values()).items():
            if unit != members[0].path and not self.host.value(unit)[0] and unit not in known:
                self._put_unit(unit, members, list(ours))
            elif unit not in known and self._is_foreign(members):
                self._decide(Difference(unit, "foreign", *self._place(unit)), members, list(ours))
            else:
                for part in members:
                    self._part(part, list(ours))
        self.host.replace_all(self._replaced)
        self._extra(set(ours))
        self._gone(ours, {self.rules.unit(path) for path in ours})

    def _item(self, part: Part) -> None:
        if not self.host.has_item(part.path, part.value):
            self._tell(part.path, "new")
            self.host.add_item(part.path, part.value)

    def _part(self, part: Part, order: Sequence[Path]) -> None:
        written, left = digest(part.value), self._digest(part.path)
        before = self.recorded.get(part.path)
        is_ours = before is not None and before == Recorded(left, left)
        is_theirs = part.kind == "first" and left is not None and not is_ours
        if written == left or is_theirs or before == Recorded(written, left):
            self.record[part.path] = Recorded(written, left)
        elif is_ours or (before is None and left is None):
            self._tell(part.path, "new" if left is None else "changed")
            self._put(part, order)
        else:
            reason: Reason = "foreign" if before is None else "removed" if left is None else "edited"
            self._decide(Difference(part.path, reason, *self._place(part.path)), [part], order)

    def _decide(self, conflict: Difference, parts: Sequence[Part], order: Sequence[Path]) -> None:
        """Tell a conflict; take the export's value of `parts`, but where the file's is chosen."""
        self.differences.append(conflict)
        for part in parts:
            written, left = digest(part.value), self._digest(part.path)
            is_theirs = self.choice == "theirs" or (part.kind == "first" and left is not None)
            if is_theirs or written == left:
                self.record[part.path] = Recorded(written, left)
            else:
                self._put(part, order)

    def _put(self, part: Part, order: Sequence[Path]) -> None:
        siblings = [path for path in order if path[:-1] == part.path[:-1]]
        following = [str(path[-1]) for path in siblings[siblings.index(part.path) + 1 :]]
        has_comments = any(path[: len(part.path)] == part.path for path in self.comments)
        self.record[part.path] = Recorded(digest(part.value), digest(part.value))
        if not has_comments and self.host.value(part.path)[0]:
            self._replaced[part.path] = part.value
            return
        place = self.host.put(part.path, part.value, following, anew=has_comments)
        document = self.host.document(place.file)
        self.host.documents[place.file] = with_comments(document, place, part.path, self.comments)

    def _put_unit(self, unit: Path, parts: Sequence[Part], order: Sequence[Path]) -> None:
        """Add a thing that is not there, with all its parts."""
        value: dict[str, Json] = {}
        for part in parts:
            inner = value
            for key in part.path[len(unit) : -1]:
                inner = mapping(inner.setdefault(str(key), {}))
            inner[str(part.path[-1])] = part.value
        units = list(dict.fromkeys(self.rules.unit(path) for path in order))
        self._tell(unit, "new")
        self._put(Part(unit, value), units)
        del self.record[unit]
        self.record.update({part.path: Recorded(digest(part.value), digest(part.value)) for part in parts})

    def _extra(self, ours: Set[Path]) -> None:
        """Decide on what a person added where the export is complete."""
        for around in self.rules.closed_in(iter(ours)):
            exists, value = self.host.value(around)
            for key in list(value) if exists and isinstance(value, dict) else ():
                path = (*around, key)
                if path in self.recorded or any(other[: len(path)] == path for other in ours):
                    continue
                self.differences.append(Difference(path, "added", *self._place(path)))
                if self.choice == "theirs":
                    self.record[path] = Recorded(None, self._digest(path))
                else:
                    self.host.remove(path)

    def _gone(self, ours: Mapping[Path, Part], units: Set[Path]) -> None:
        """Remove what the last export wrote and this one does not."""
        gone = [path for path in self.recorded if path not in ours and path not in self.shared]
        told: set[Path] = set()
        for path in gone:
            if self.rules.kind(path) == "first" and self.recorded[path].written != self._digest(path):
                continue
            unit = self.rules.unit(path)
            whole = unit not in units
            target = unit if whole else path
            if target in told:
                continue
            told.add(target)
            members = [path for path in gone if path[: len(target)] == target]
            if self._is_untouched(target, members):
                self._tell(target, "gone")
                self.host.remove(target)
            elif self._digest(target) is not None and not self._is_accepted(members):
                self.differences.append(Difference(target, "edited", *self._place(target)))
                if self.choice == "theirs":
                    self._accept(members)
                else:
                    self.host.remove(target)
            else:
                self._accept(members)

    def _accept(self, paths: Iterable[Path]) -> None:
        for path in paths:
            if self._digest(path) is not None:
                self.record[path] = Recorded(None, self._digest(path))

    def _is_accepted(self, paths: Iterable[Path]) -> bool:
        """True if a person has decided to keep these values that are no longer exported."""
        return all(self.recorded[path] == Recorded(None, self._digest(path)) for path in paths)

    def _is_untouched(self, target: Path, members: Sequence[Path]) -> bool:
        """True if `target` has nothing but `members`, each as the last export wrote it."""
        exists, value = self.host.value(target)
        if not exists:
            return False
        found = {part.path for part in self.rules.parts(value, target)}
        as_written = (self.recorded[path].written == self._digest(path) for path in members)
        return found <= set(members) and all(as_written)

    def _is_foreign(self, parts: Sequence[Part]) -> bool:
        """True if another thing than the export's stands at a unit that is in no record."""
        unit = self.rules.unit(parts[0].path)
        if unit == parts[0].path or self._digest(unit) is None:
            return False
        return any(digest(part.value) != self._digest(part.path) for part in parts if part.kind == "value")

    def _tell(self, path: Path, reason: Reason) -> None:
        """Tell a difference that the diagram made; that of a new unit once."""
        unit = self.rules.unit(path)
        if reason == "new" and not self.original.value(unit)[0]:
            path = unit
        found = Difference(path, reason, *self._place(path))
        if found not in self.differences:
            self.differences.append(found)

    def _digest(self, path: Path) -> str | None:
        exists, value = self.host.value(path)
        return digest(value) if exists else None

    def _place(self, path: Path) -> tuple[str, int]:
        file, at = self.original.position(path)
        return file, at.line


def _by_unit(rules: Rules, parts: Iterable[Part]) -> dict[Path, list[Part]]:
    found: dict[Path, list[Part]] = {}
    for part in parts:
        found.setdefault(rules.unit(part.path), []).append(part)
    return found
