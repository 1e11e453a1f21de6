"""The manuals of the rules: read from their docstrings, and written as the pages of `docs/rules/`.

`python -m schemas.validator.rule_docs` writes the pages.
"""

from __future__ import annotations

import re
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

from schemas.asl.walk import StateMachineType
from schemas.core.diagnostic import Severity, message_texts
from schemas.validator.rules import rules
from schemas.validator.schema_errors.translate import CODES

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rules"

_EXAMPLE = re.compile(r"^(Bad|Good) example(?: \((Express)\))?:\n\n((?:    .*\n?)+)", re.MULTILINE)
_MEANING: dict[Severity, str] = {
    "error": "The service refuses it when the state machine is created.",
    "warning": "The service accepts it, but a run will or may well fail, or not do what it seems to.",
    "hint": "Advice. It is not counted as a problem.",
}
_INTRODUCTION = """\
# Rules

What `designer validate` and the screen tell, by code. Each page has what is wrong, why it matters, and an
example of each kind; the tests run the examples. These pages are written from the rules' docstrings by
`make docs`.
"""
_SHAPE = """\
## Shape

What does not have the shape that the language demands is an error, too. These have no pages of their own:
the schemas in `schemas/asl/` say which fields a state has, and what may stand in them.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A definition, and the type of the machine that it is an example for."""

    text: str
    type: StateMachineType


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule says is wrong, why that matters, and an example of the wrong and the right."""

    code: str
    severity: Severity
    what: str
    why: str
    bad: Example
    good: Example


def manual(code: str) -> Manual:
    """The manual of the rule `code`. Raises ValueError where its docstring is not one."""
    docstring = sys.modules[rules()[code].check.__module__].__doc__ or ""
    what, _, rest = docstring.partition("\n\n")
    why = rest.partition("\n\n")[0]
    found = {kind: _example(text, express) for kind, express, text in _EXAMPLE.findall(docstring)}
    if found.keys() != {"Bad", "Good"} or not why.startswith("Why: "):
        raise ValueError(f"the docstring of the rule {code} is no manual")
    severity = rules()[code].severity
    return Manual(code, severity, what, why.removeprefix("Why: "), found["Bad"], found["Good"])


def pages() -> dict[str, str]:
    """Every page of `docs/rules/` by its file's name."""
    manuals = [manual(code) for code in rules()]
    found = {f"{each.code}.md": _page(each) for each in manuals}
    found["README.md"] = _index(manuals)
    return found


def write(folder: Path) -> None:
    """Write the pages into `folder`, and remove those of rules that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    current = pages()
    for stale in folder.glob("*.md"):
        if stale.name not in current:
            stale.unlink()
    for name, text in current.items():
        (folder / name).write_text(text, encoding="utf-8")


def _example(text: str, express: str) -> Example:
    return Example(textwrap.dedent(text).strip(), "EXPRESS" if express else "STANDARD")


def _page(found: Manual) -> str:
    return "\n".join(
        [
            f"# {found.code}\n",
            f"{found.what}\n",
            f"**{found.severity.capitalize()}.** {_MEANING[found.severity]}\n",
            f"{_capitalized(found.why)}\n",
            f"> {_said(found.code, 'en')}\n>\n> {_said(found.code, 'ja')}\n",
            *_shown("Wrong", found.bad),
            *_shown("Right", found.good),
            "[All rules](README.md)\n",
        ]
    )


def _shown(title: str, example: Example) -> list[str]:
    kind = " (an Express machine)" if example.type == "EXPRESS" else ""
    return [f"## {title}{kind}\n", f"```json\n{example.text}\n```\n"]


def _index(manuals: list[Manual]) -> str:
    lines = [_INTRODUCTION]
    for severity, meaning in _MEANING.items():
        lines.append(f"## {severity.capitalize()}s\n\n{meaning}\n")
        lines.append("| code | what it tells |\n| --- | --- |")
        chosen = (each for each in manuals if each.severity == severity)
        lines.extend(f"| [{each.code}]({each.code}.md) | {' '.join(each.what.split())} |" for each in chosen)
        lines.append("")
    lines.append(f"{_SHAPE}\n| code | what it tells |\n| --- | --- |")
    lines.extend(f"| {code} | {_said(code, 'en')} |" for code in sorted(CODES))
    return "\n".join(lines) + "\n"


def _said(code: str, language: str) -> str:
    """The words of a code, with its params' names in brackets."""
    text = message_texts("ja" if language == "ja" else "en")[code]
    return text.replace("{{", "{").replace("}}", "}").replace("|", "\\|")


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


if __name__ == "__main__":
    write(FOLDER)
