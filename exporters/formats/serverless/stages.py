"""Settings with a value for each stage: parameters of Serverless, of which each stage has its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exporters.formats.serverless.definition import literal, param_text
from exporters.formats.serverless.params import constant
from exporters.names import placeholder_id
from exporters.substitutions import StackParameter
from schemas.core.paths import Json
from schemas.sidecar.deployment import Deployment

_PREFIXES = {"environment": "Environment", "tags": "Tag"}
_ALONE = {"role": "RoleArn", "kmsKey": "KmsKeyArn"}


@dataclass(frozen=True, slots=True)
class Stages:
    """The parameters of the stages: `names` by the path of their setting, `values` by stage and name.

    The first stage's value is under `default`, so that other stages have one, too.
    """

    names: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    values: Mapping[str, dict[str, Json]] = field(default_factory=dict)

    def text(self, path: tuple[str, ...], otherwise: str) -> str:
        """The variable of the setting at `path`; `otherwise` as it stands where it has one value."""
        name = self.names.get(path)
        return f"${{param:{name}}}" if name else literal(otherwise)


def names_of_stages(deployment: Deployment) -> dict[tuple[str, ...], str]:
    """Return a parameter's name for each setting with a value for each stage, apart from substitutions."""
    found: dict[tuple[str, ...], str] = {}
    for path in deployment.staged:
        if path[0] == "substitutions":
            continue
        name = _ALONE.get(path[0]) or f"{_PREFIXES[path[0]]}{placeholder_id(path[1])}"
        while name in found.values():
            name += "Value"
        found[path] = name
    return found


def stages_of(deployment: Deployment, declared: tuple[StackParameter, ...]) -> Stages:
    """Return the parameters of the stages, with those of `declared` whose default has a value for each."""
    names = names_of_stages(deployment)
    values: dict[str, dict[str, Json]] = {}
    for path, texts in deployment.staged.items():
        parameter = next((item for item in declared if path == ("substitutions", item.placeholder)), None)
        name = parameter.name if parameter else names.get(path)
        if name is None:
            continue
        for index, (stage, text) in enumerate(texts.items()):
            is_text = parameter is None or parameter.first.is_text
            value = param_text(text) if is_text else constant(text)
            values.setdefault(stage if index else "default", {})[name] = value
    return Stages(names, values)
