"""Any text, written as a literal, is that text again when the language itself reads it."""

from __future__ import annotations

import ast
import json
import subprocess
from itertools import pairwise

import pytest
from budget import examples
from hypothesis import example, given
from hypothesis import strategies as st
from tooling import NODE, needs_node

from exporters.comments import comment_lines
from exporters.formats.cdk import python, typescript
from exporters.formats.cdk.code import Entries, Name, Statement, Template, Text

ANY = st.text(
    st.one_of(st.sampled_from("\"'`\\${}\n\r\t\u2028\u2029\x00\x7f\u202e</>*#\ud800😀円 ab"), st.characters())
)
HOSTILE = [
    "",
    "'",
    '"',
    "'\"",
    "\\",
    "\\'",
    '\\"',
    "${x}",
    "`${x}`",
    "\\${x}",
    "$",
    "{",
    "}}",
    "\r\n",
    "</script>",
]
NAME = "名"


def template(first: str, second: str) -> Template:
    return Template((Text(first), Name("name"), Text(second)))


@given(ANY)
@example("".join(HOSTILE))
def test_python_reads_what_was_meant(text: str) -> None:
    assert ast.literal_eval(python.literal(text)) == text


@given(ANY, ANY)
@example("$\\{", "}{'\"")
def test_python_reads_a_template(first: str, second: str) -> None:
    line = python.statement(Statement(template(first, second)), "")
    assert eval(line, {"name": NAME}) == first + NAME + second  # noqa: S307


@given(ANY)
@example("a\u2028b\x0cc\x85d")
def test_a_comment_stays_in_its_lines(text: str) -> None:
    lines = comment_lines(text, "#")
    assert all(line.startswith("#") for line in lines)
    assert ast.parse("\n".join([*lines, "1"])).body[0].lineno == len(lines) + 1


@pytest.mark.node
@needs_node
@examples(10, 125)
@given(st.lists(ANY, min_size=2, max_size=40))
@example(HOSTILE)
@example(["__proto__", "constructor", "1", "a-b"])
def test_node_reads_what_was_meant(texts: list[str]) -> None:
    expressions = [Text(text) for text in texts]
    templates = [template(first, second) for first, second in pairwise(texts)]
    keys = [Entries(((text, Text(text)),)) for text in texts]
    lines = [typescript.statement(Statement(value), "")[:-1] for value in (*expressions, *templates, *keys)]
    meant = [*texts, *(first + NAME + second for first, second in pairwise(texts))]
    assert read_by_node(lines) == [*meant, *({text: text} for text in texts)]


def read_by_node(expressions: list[str]) -> list:
    program = f"const name = {json.dumps(NAME)};\nconsole.log(JSON.stringify([{', '.join(expressions)}]));"
    assert NODE
    run = subprocess.run([NODE, "-"], input=program, capture_output=True, encoding="utf-8", check=True)
    return list(json.loads(run.stdout))
