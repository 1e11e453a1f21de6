"""The style of a cell, such as `rhombus;whiteSpace=wrap;html=1`, and what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping

from schemas.diagrams.diagram import Role

Style = Mapping[str, str]

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("decision", re.compile(r"rhombus|decision|exclusive_?gw|bpmn\.gateway|sumEllipse")),
    (
        "table",
        re.compile(
            r"cylinder|datastore|dataStore|\.database|stored_data|direct_data|sequential_data|internalStorage"
            r"|internal_storage|dynamodb|\.rds|aurora|table_?\d*$|mxgraph\.er\.|^table$|tape_?data"
        ),
    ),
    (
        "person",
        re.compile(
            r"umlActor|^actor|\.actor|\.user|person|manual_operation|manualOperation|userTask|^trapezoid"
        ),
    ),
    (
        "screen",
        re.compile(
            r"^parallelogram|display|manual_?input|mockup|browser|\.ios|\.android|\.data$|flowchart\.io$|mobile_client|^curlyBracket\.screen"
        ),
    ),
    (
        "external",
        re.compile(r"^process$|predefined_process|predefinedProcess|cloud|external|subRoutine|subprocess"),
    ),
    ("start", re.compile(r"\.start_?\d*|startState|bpmn\.event\.start")),
    ("end", re.compile(r"endState|bpmn\.event\.end|\.terminate")),
    (
        "terminal",
        re.compile(
            r"terminator|^ellipse|doubleEllipse|\.on-page|^mxgraph\.bpmn\.(?:shape|event)|_start|\.end$"
        ),
    ),
    ("note", re.compile(r"^note|^text$|^label$|annotation|callout|^curlyBracket|^postit")),
)


def parse_style(style: str) -> dict[str, str]:
    """The names and values of a style; a name without a value, such as the first, has the value `1`."""
    parts = (part.partition("=") for part in style.split(";") if part.strip())
    return {name.strip(): value.strip() if mark else "1" for name, mark, value in parts}


def shape_of(style: Style) -> str:
    """The name of the shape: the value of `shape`, else the first name without a value."""
    shape = style.get("shape", "")
    if shape in ("image", "mxgraph.aws4.resourceIcon"):
        return style.get("resIcon", shape)
    if shape.startswith("mxgraph.bpmn") and style.get("symbol"):
        return f"{shape}.{style['symbol']}"
    if shape:
        return shape
    return next((name for name, value in style.items() if value == "1" and name in _FIRST_NAMES), "")


def role_of(style: Style) -> Role:
    """The meaning of a cell with that style."""
    shape = shape_of(style)
    if shape == "mxgraph.bpmn.shape" and style.get("outline") in ("standard", "end"):
        return "start" if style["outline"] == "standard" else "end"
    for role, pattern in _ROLES:
        if shape and pattern.search(shape):
            return role
    if style.get("rounded") == "1" and float_of(style.get("arcSize")) >= 40:
        return "terminal"
    return "plain"


def float_of(text: str | None) -> float:
    """The number in `text`; 0 where there is none."""
    try:
        number = float(text or 0)
    except ValueError:
        return 0.0
    return number if -1e7 < number < 1e7 else 0.0


_FIRST_NAMES = frozenset(
    {
        "rhombus",
        "ellipse",
        "text",
        "label",
        "triangle",
        "hexagon",
        "cloud",
        "doubleEllipse",
        "process",
        "parallelogram",
        "trapezoid",
        "note",
        "actor",
        "cylinder",
        "umlActor",
        "swimlane",
        "group",
        "line",
        "edgeLabel",
        "image",
    }
)
