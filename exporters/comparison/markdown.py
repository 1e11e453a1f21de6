"""The differences of workflows as Markdown, for the comment of a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exporters.comparison.flowchart import comparison_flow
from exporters.settings import Settings
from schemas.comparison.comparison import Comparison
from schemas.comparison.telling import summary, told_places, told_states
from schemas.comparison.words import WORDS
from schemas.core.hidden_characters import without_hidden

MOST_CHARACTERS = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~@&!$:])")


def markdown(named: Iterable[tuple[str, Comparison]], settings: Settings) -> str:
    """The differences of workflows with their names: in words, and each as a flowchart.

    Flowcharts, then details, are left out where the comment would be too long.
    """
    words = WORDS[settings.language]
    changed = [(name, comparison) for name, comparison in named if not comparison.is_equal]
    if not changed:
        return f"## {words.heading}\n\n{words.equal}\n"
    parts: list[str] = [f"## {words.heading}\n"]
    room = MOST_CHARACTERS
    for name, comparison in changed:
        head = f"### {_plain(name)}\n\n{_plain(summary(comparison, settings.language))}\n"
        drawn = "\n".join(_drawing(comparison, settings))
        listed = "\n".join(_details(comparison, settings))
        for text in (head, drawn, listed):
            if len(text) <= room:
                parts.append(text)
                room -= len(text)
    return "\n".join(parts)


def _drawing(comparison: Comparison, settings: Settings) -> Iterator[str]:
    words = WORDS[settings.language]
    flow, is_part = comparison_flow(comparison, settings)
    if not flow:
        yield f"{words.too_large}\n"
        return
    yield f"```mermaid\n{flow}```\n"
    yield f"<sub>{words.drawing}{_of_part(is_part, settings)}</sub>\n"


def _of_part(is_part: bool, settings: Settings) -> str:
    gap = " " if settings.language == "en" else ""
    return gap + WORDS[settings.language].drawing_of_changes if is_part else ""


def _details(comparison: Comparison, settings: Settings) -> Iterator[str]:
    words = WORDS[settings.language]
    yield f"<details open><summary>{words.details}</summary>\n"
    for state in told_states(comparison, settings.language):
        yield f"- **{_plain(state.name)}**: {_plain(state.kinds)}"
        for detail in state.details:
            yield f"  - {_plain(detail.title)}: {_code(detail.old)} → {_code(detail.new)}"
    if places := told_places(comparison, settings.language):
        yield f"- {_plain(places)}"
    yield "\n</details>\n"


def _plain(text: str) -> str:
    """`text` in one line in which nothing is markup, a mention or a link."""
    line = " ".join(without_hidden(text).split())
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", line)


def _code(text: str) -> str:
    """`text` as code, fenced by more backticks than it has."""
    line = " ".join(without_hidden(text).split()) or " "
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    gap = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{gap}{line}{gap}{fence}"
