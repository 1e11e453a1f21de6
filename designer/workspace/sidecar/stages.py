"""The stages of a deployment (dev, prod), and its settings with a value for each of them.

A setting that has one value for all stages is that text. Else it has those that differ by stage: the first
stage's value counts for a stage without one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.sidecar.values import set_values
from schemas.core.coerce import mapping, names, texts
from schemas.core.coerce import text as string
from schemas.core.paths import Json, Path, value_at
from schemas.sidecar.staged import staged_settings
from schemas.sidecar.workflow import Change, Workflow

PATH: Path = ("deployment", "stages")


def stages_of(workflow: Workflow) -> list[str]:
    """The names of the stages: those of the deployment, then others that have a value."""
    fields = mapping(workflow.design.fields.get("deployment"))
    used = (stage for _, value in staged_settings(fields) for stage in mapping(mapping(value).get("stages")))
    return list(dict.fromkeys((*names(fields.get("stages")), *used)))


def value_of(value: Json, stage: str, stages: list[str]) -> str:
    """The text that a setting of `value` has for `stage` itself; "" where it takes that of the first."""
    if isinstance(value, str):
        return value if stage == stages[0] else ""
    return string(mapping(mapping(value).get("stages")).get(stage))


def add_stage(workflow: Workflow, typed: str) -> Change:
    """The change that adds a stage, whose settings have the values of the first."""
    stages, name = stages_of(workflow), typed.strip()
    if not name or name in stages:
        return Change()
    return set_values(workflow, {PATH: [*stages, name]})


def rename_stage(old: str, workflow: Workflow, typed: str) -> Change:
    """The change that renames a stage. Raises `ActionRefused` where another one has the name."""
    stages, new = stages_of(workflow), typed.strip()
    if not new or new == old:
        return Change()
    if new in stages:
        raise ActionRefused("stage-exists", stage=new)
    renamed = [new if stage == old else stage for stage in stages]
    return _changed(
        workflow,
        renamed,
        lambda values: {new if stage == old else stage: text for stage, text in values.items()},
    )


def remove_stage(workflow: Workflow, name: str) -> Change:
    """The change that removes a stage; others keep what they had from it, as do settings without stages."""
    stages = stages_of(workflow)
    left = [stage for stage in stages if stage != name]

    def without(values: Mapping[str, str]) -> Mapping[str, str]:
        if not left:
            return values
        inherited = dict.fromkeys(left, values[name]) if name == stages[0] and name in values else {}
        return {**inherited, **{stage: text for stage, text in values.items() if stage != name}}

    return _changed(workflow, left, without)


def set_value_of(path: Path, stage: str, workflow: Workflow, typed: str) -> Change:
    """The change of the value that the setting at `path` has for `stage`; "" for that of the first stage.

    A placeholder that the sidecar does not map becomes a parameter of its name.
    """
    stages = stages_of(workflow)
    before = value_at(workflow.design.fields, path)[1]
    values = {each: value_of(before, each, stages) for each in stages} | {stage: typed.strip()}
    changes: dict[Path, Json] = {path: _of_stages(values, stages)}
    if path[1] == "substitutions" and typed.strip() and not value_at(workflow.design.fields, path[:-1])[0]:
        changes = {(*path[:-1], "parameter"): path[2], **changes}
    return set_values(workflow, changes)


def _changed(
    workflow: Workflow, stages: list[str], change: Callable[[Mapping[str, str]], Mapping[str, str]]
) -> Change:
    values: dict[Path, Json] = {PATH: [*stages] or None}
    for path, value in _staged(workflow):
        values[path] = _of_stages(change(value), stages)
    return set_values(workflow, values)


def _staged(workflow: Workflow) -> Iterator[tuple[Path, dict[str, str]]]:
    """The settings that have a text for each stage, with their paths in the sidecar."""
    for path, value in staged_settings(mapping(workflow.design.fields.get("deployment"))):
        if found := texts(mapping(value).get("stages")):
            yield ("deployment", *path), found


def _of_stages(values: Mapping[str, str], stages: list[str]) -> Json:
    """The value of a setting: one text where no stage differs from the first."""
    given = [values[stage] for stage in (stages or values) if values.get(stage)]
    first = next(iter(given), "")
    others: dict[str, Json] = {
        stage: values[stage] for stage in stages[1:] if values.get(stage, "") not in ("", first)
    }
    return {"stages": {stages[0]: first, **others}} if others else first or None
