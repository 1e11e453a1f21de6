"""The settings of a project: `[tool.designer]` in its `pyproject.toml`, or a `designer.toml`.

[rules]
token-not-passed = "off"
unreachable-state = "warning"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from designer.base.refusal import Refusal
from schemas.core.diagnostic import Severity
from schemas.core.did_you_mean import Names
from schemas.validator.ruleset import RuleSet, all_rules

_SEVERITIES = ("error", "warning", "hint", "off")


def chosen_rules(folder: Path) -> RuleSet:
    """The rules with the severities that the settings choose: those in `folder` or its nearest parent folder.

    Raises `Refusal` where the settings cannot be read, or name an unknown rule or severity.
    """
    for path in (folder, *folder.parents):
        for name in ("designer.toml", "pyproject.toml"):
            settings = _read(path / name)
            if settings is not None:
                return _rules(path / name, settings)
    return all_rules()


def _read(file: Path) -> Mapping[str, Any] | None:
    """The settings in `file`; None where the file or its settings do not exist."""
    try:
        with file.open("rb") as opened:
            table = tomllib.load(opened)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise Refusal("settings.unreadable", str(file), error=error) from error
    if file.name == "designer.toml":
        return table
    tools = table.get("tool")
    return tools.get("designer") if isinstance(tools, dict) else None


def _rules(file: Path, settings: object) -> RuleSet:
    table = _table(file, settings, "designer")
    for key in table:
        if key != "rules":
            raise _unknown(file, key, ["rules"])
    severities = dict(all_rules().severities)
    for code, severity in _table(file, table.get("rules", {}), "rules").items():
        if code not in all_rules().severities:
            raise _unknown(file, code, list(all_rules().severities))
        if severity not in _SEVERITIES:
            allowed = ", ".join(_SEVERITIES)
            raise Refusal("settings.severity", str(file), name=code, value=severity, allowed=allowed)
        del severities[code]
        if severity != "off":
            severities[code] = cast(Severity, severity)
    return RuleSet(severities)


def _table(file: Path, value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Refusal("settings.table", str(file), name=name)
    return value


def _unknown(file: Path, name: str, names: list[str]) -> Refusal:
    nearest = Names(names).nearest(name)
    if nearest is None:
        return Refusal("settings.unknown", str(file), name=name)
    return Refusal("settings.misspelt", str(file), name=name, nearest=nearest)
