"""The machines in files that were uploaded or pasted: in a template, a `serverless.yml`, or Terraform."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from designer.library.files import is_cases, is_sidecar
from designer.linting.sources.files import confined
from designer.repository.place import Reading, find
from exporters.names import file_name
from schemas.sidecar.workflow import Workflow


def machines_in(files: Mapping[str, bytes]) -> list[Workflow]:
    """The workflows of the machines that the files (bytes by name) hold inside of something larger.

    Only these files are read, whatever they name. A file that is a definition itself is none of them.
    """
    with TemporaryDirectory() as folder, confined():
        paths = []
        for name, data in files.items():
            path = Path(folder) / file_name(PurePosixPath(name.replace("\\", "/")).name)
            path.write_bytes(data)
            paths.append(path)
        hosts = [path for path in paths if not is_sidecar(path) and not is_cases(path)]
        found = [each for path in hosts for each in find(path) if isinstance(each, Reading)]
    inside = {each.place.key: each.workflow for each in found if each.place.at or each.source.kind}
    return list(inside.values())
