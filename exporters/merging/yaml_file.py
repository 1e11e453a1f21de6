"""Merging an exported YAML or JSON file, part by part, into one of a repository."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exporters.format import Artifact
from exporters.manifest import Entry
from exporters.merging.comments import comments_in
from exporters.merging.host import Host
from exporters.merging.merge import Difference, Merge, Recorded
from exporters.merging.parts import Part, Rules, digest
from exporters.merging.plan import (
    Repository,
    Request,
    recorded_parts,
    refuse_other_workflow,
    shared_parts,
    with_parts,
)
from exporters.merging.refusal import CannotMerge
from schemas.core.paths import Path
from schemas.document.template import Template
from schemas.document.yaml.dialect import Dialect


@dataclass(frozen=True, slots=True)
class FileMerge:
    """A merge of `artifact` into the file `main`, both written in `dialect` and divided by `rules`."""

    main: str
    dialect: Dialect
    rules: Rules

    def parts(self, artifact: Artifact) -> list[Part]:
        """The parts of an exported file."""
        return list(self.rules.parts(self._exported(artifact).value))

    def host(self, repository: Repository) -> Host:
        """The files of the repository as they are."""
        return Host(self.main, repository.read, self.dialect)

    def run(self, repository: Repository, request: Request, artifact: Artifact) -> list[Difference]:
        """Merge, and return the differences. Raises `CannotMerge`."""
        entries = repository.entries()
        entry, host = entries.get(self.main), self.host(repository)
        parts = self.parts(artifact)
        refuse_other_workflow(entry, request, self.main)
        before = recorded_parts(entry, request.service) or self._untouched(repository, entry, request)
        shared = shared_parts(entry, request.service)
        if request.choice != "ours":
            self._refuse_owned(parts, before, shared)
        merge = Merge(
            host,
            self.host(repository),
            self.rules,
            before,
            set(shared),
            request.choice,
            comments_in(self._exported(artifact)),
        )
        merge.run(parts)
        for file, document in host.documents.items():
            if document.text != host.before[file]:
                repository.texts[file] = document.text
        repository.set_entries({**entries, self.main: with_parts(entry, request, merge.record)})
        return merge.differences

    def _exported(self, artifact: Artifact) -> Template:
        return Template(artifact.data.decode(), "yaml", self.dialect)

    def _untouched(
        self, repository: Repository, entry: Entry | None, request: Request
    ) -> dict[Path, Recorded]:
        """The parts of a file that was exported as a whole, and that nobody has changed since."""
        text = repository.read(self.main)
        if entry is None or text is None or entry.workflow != request.workflow:
            return {}
        if hashlib.sha256(text.encode()).hexdigest() != entry.digest:
            return {}
        value = self.host(repository).document(self.main).value
        found = (part for part in self.rules.parts(value) if part.kind != "item")
        return {part.path: Recorded(digest(part.value), digest(part.value)) for part in found}

    def _refuse_owned(
        self, parts: Sequence[Part], before: Mapping[Path, Recorded], shared: Mapping[Path, str]
    ) -> None:
        """Refuse units that the export of another service wrote."""
        for part in parts:
            if part.path in shared and part.path not in before and self.rules.unit(part.path) != part.path:
                raise CannotMerge("merge.other-workflow", self.main, name=shared[part.path])
