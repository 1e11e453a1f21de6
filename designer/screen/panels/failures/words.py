"""The course of a failure as HTML: its questions, each with its answers."""

from __future__ import annotations

from html import escape
from pathlib import Path

from designer.screen.locale import text
from schemas.failures.explanation import Explanation

STYLES = Path(__file__).with_name("failures.css")
QUESTIONS = ("retries", "next", "unsure", "done", "perhaps_done", "rerun", "told", "decided")
"""The fields of an explanation, in the order in which people ask."""


def answers(explanation: Explanation) -> list[tuple[str, tuple[str, ...]]]:
    """The questions in words, each with its answers; one that has none says so, or is left out."""
    found = []
    for question in QUESTIONS:
        sentences: tuple[str, ...] = getattr(explanation, question)
        if question == "done" and not sentences and not explanation.perhaps_done:
            sentences = (text("failures.nothing-done"),)
        if sentences:
            found.append((text(f"failures.{question}"), sentences))
    return found


def html(explanation: Explanation) -> str:
    """The explanation as a list of terms; everything is escaped."""
    terms = "".join(
        f"<dt>{escape(question)}</dt><dd>{_lines(sentences)}</dd>"
        for question, sentences in answers(explanation)
    )
    return f'<dl class="failure-words">{terms}</dl>'


def _lines(sentences: tuple[str, ...]) -> str:
    if len(sentences) == 1:
        return escape(sentences[0])
    return "<ul>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences) + "</ul>"
