"""The shapes of nodes: the brackets around a label, the names in `@{ shape: … }`, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.diagrams.diagram import Role


@dataclass(frozen=True, slots=True)
class Brackets:
    """The brackets around a label, and Mermaid's name for the shape by its closing bracket."""

    opening: str
    closings: dict[str, str]


BRACKETS = (
    Brackets("(((", {")))": "doublecircle"}),
    Brackets("((", {"))": "circle"}),
    Brackets("([", {"])": "stadium"}),
    Brackets("(-", {"-)": "ellipse"}),
    Brackets("(", {")": "round"}),
    Brackets("[[", {"]]": "subroutine"}),
    Brackets("[(", {")]": "cylinder"}),
    Brackets("[/", {"/]": "lean_right", "\\]": "trapezoid"}),
    Brackets("[\\", {"\\]": "lean_left", "/]": "inv_trapezoid"}),
    Brackets("[", {"]": "square"}),
    Brackets("{{", {"}}": "hexagon"}),
    Brackets("{", {"}": "diamond"}),
    Brackets(">", {"]": "odd"}),
)
"""A longer bracket stands before a shorter one that it begins with."""

_NAMES: dict[Role, str] = {
    "plain": "rect proc process rectangle rounded event hex hexagon prepare trap-b priority trapezoid-bottom "
    "trapezoid notch-rect card notched-rectangle lin-rect lined-rectangle lined-process lin-proc "
    "shaded-process fork join hourglass collate bolt com-link lightning-bolt doc document delay "
    "half-rounded-rectangle div-rect div-proc divided-rectangle divided-process tri extract triangle "
    "f-circ junction filled-circle notch-pent loop-limit notched-pentagon flip-tri manual-file "
    "flipped-triangle docs documents st-doc stacked-document st-rect procs processes stacked-rectangle "
    "cross-circ summary crossed-circle tag-doc tagged-document tag-rect tag-proc tagged-process "
    "tagged-rectangle flag paper-tape odd lin-doc lined-document bang folder directory icon ellipse "
    "bow-rect stored-data bow-tie-rectangle win-pane internal-storage window-pane state",
    "decision": "diam decision diamond question choice",
    "table": "cyl db database cylinder h-cyl das horizontal-cylinder lin-cyl disk lined-cylinder datastore "
    "data-store bucket",
    "terminal": "stadium terminal pill circle circ",
    "start": "sm-circ start small-circle",
    "end": "dbl-circ double-circle fr-circ stop framed-circle",
    "external": "fr-rect subprocess subproc framed-rectangle subroutine cloud",
    "screen": "lean-r lean-right in-out lean-l lean-left out-in curv-trap curved-trapezoid display sl-rect "
    "manual-input sloped-rectangle browser console",
    "person": "trap-t manual trapezoid-top inv-trapezoid person",
    "note": "brace comment brace-l brace-r braces text note",
}
_OF_BRACKETS: dict[str, Role] = {
    "diamond": "decision",
    "cylinder": "table",
    "stadium": "terminal",
    "circle": "terminal",
    "doublecircle": "end",
    "subroutine": "external",
    "lean_right": "screen",
    "lean_left": "screen",
    "inv_trapezoid": "person",
}
ROLES: dict[str, Role] = {name: role for role, names in _NAMES.items() for name in names.split()}
"""The role of each name that `@{ shape: … }` takes."""


def role_of(shape: str) -> Role:
    """The meaning of a shape by its name: one in brackets, or one of `@{ shape: … }`."""
    return _OF_BRACKETS.get(shape) or ROLES.get(shape, "plain")
