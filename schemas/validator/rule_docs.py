"""Reads the manuals of the rules from their docstrings and writes them as the pages of `docs/rules/`.

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

_EXAMPLE = re.compile(
    r"^(Bad|Good) example(?: \((Express)\))?:\n\n((?:    .*\n?)+)"
    r"(?:\nIts sidecar:\n\n((?:    .*\n?)+))?",
    re.MULTILINE,
)
_MEANING: dict[Severity, str] = {
    "error": "The service refuses it when the state machine is created.",
    "warning": "The service accepts it, but an execution will or may fail, or do something unexpected.",
    "hint": "Advice. It is not counted as a problem.",
}
_INTRODUCTION = """\
# Rules

The codes that `designer validate` and the screen report. Each page explains the problem, says why it matters,
and shows a wrong and a right example; the tests run the examples. `make docs` writes these pages from the
docstrings of the rules.
"""
_SCHEMA_ERRORS = """\
## Schema errors

A value that violates its JSON Schema is an error, too. These codes have no pages of their own: the schemas in
`schemas/asl/` list the fields of each state and their allowed values.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """An example definition, the type of its state machine, and the text of its sidecar; "" without one."""

    text: str
    type: StateMachineType
    sidecar: str = ""


@dataclass(frozen=True, slots=True)
class Manual:
    """The manual of a rule: the problem, the reason why it matters, a bad and a good example."""

    code: str
    severity: Severity
    problem: str
    why: str
    bad: Example
    good: Example


def manual(code: str) -> Manual:
    """The manual of the rule `code`. Raises ValueError if its docstring is incomplete."""
    docstring = sys.modules[rules()[code].check.__module__].__doc__ or ""
    problem, _, rest = docstring.partition("\n\n")
    why = rest.partition("\n\n")[0]
    found = {kind: _example(*parts) for kind, *parts in _EXAMPLE.findall(docstring)}
    if found.keys() != {"Bad", "Good"} or not why.startswith("Why: "):
        raise ValueError(f"the docstring of the rule {code} is no manual")
    severity = rules()[code].severity
    return Manual(code, severity, problem, why.removeprefix("Why: "), found["Bad"], found["Good"])


def pages() -> dict[str, str]:
    """The pages of `docs/rules/` by file name."""
    manuals = [manual(code) for code in rules()]
    found = {f"{each.code}.md": _page(each) for each in manuals}
    found["README.md"] = _index(manuals)
    return found


def write(folder: Path) -> None:
    """Write the pages into `folder`, and delete the pages of rules that no longer exist."""
    folder.mkdir(parents=True, exist_ok=True)
    current = pages()
    for stale in folder.glob("*.md"):
        if stale.name not in current:
            stale.unlink()
    for name, text in current.items():
        (folder / name).write_text(text, encoding="utf-8")


def _example(express: str, text: str, sidecar: str) -> Example:
    type: StateMachineType = "EXPRESS" if express else "STANDARD"
    return Example(textwrap.dedent(text).strip(), type, textwrap.dedent(sidecar).strip())


def _page(found: Manual) -> str:
    return "\n".join(
        [
            f"# {found.code}\n",
            f"{found.problem}\n",
            f"**{found.severity.capitalize()}.** {_MEANING[found.severity]}\n",
            f"{_capitalized(found.why)}\n",
            f"> {_message(found.code, 'en')}\n>\n> {_message(found.code, 'ja')}\n",
            *_example_section("Wrong", found.bad),
            *_example_section("Right", found.good),
            "[All rules](README.md)\n",
        ]
    )


def _example_section(title: str, example: Example) -> list[str]:
    kind = " (an Express machine)" if example.type == "EXPRESS" else ""
    sidecar = ["Its sidecar:\n", f"```json\n{example.sidecar}\n```\n"] if example.sidecar else []
    return [f"## {title}{kind}\n", f"```json\n{example.text}\n```\n", *sidecar]


def _index(manuals: list[Manual]) -> str:
    lines = [_INTRODUCTION]
    for severity, meaning in _MEANING.items():
        lines.append(f"## {severity.capitalize()}s\n\n{meaning}\n")
        lines.append("| code | meaning |\n| --- | --- |")
        chosen = (each for each in manuals if each.severity == severity)
        lines.extend(
            f"| [{each.code}]({each.code}.md) | {' '.join(each.problem.split())} |" for each in chosen
        )
        lines.append("")
    lines.append(f"{_SCHEMA_ERRORS}\n| code | meaning |\n| --- | --- |")
    lines.extend(f"| {code} | {_message(code, 'en')} |" for code in sorted(CODES))
    return "\n".join(lines) + "\n"


def _message(code: str, language: str) -> str:
    """The message of a code, with the names of its params in braces."""
    text = message_texts("ja" if language == "ja" else "en")[code]
    return text.replace("{{", "{").replace("}}", "}").replace("|", "\\|")


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


if __name__ == "__main__":
    write(FOLDER)
