"""Comments in generated YAML stand above their key or item, and change nothing else."""

from __future__ import annotations

import pytest

from exporters.yaml_comments import write_commented_yaml
from schemas.document.document import Document
from schemas.document.yaml.printer import write_yaml

STATEMENT = [{"Effect": "Allow"}, {"Sid": "x"}]
VALUE = {
    "Resources": {"Role": {"Policies": [{"Name": "tasks", "Statement": STATEMENT}]}},
    "Text": "one\ntwo\n",
    "Nothing": {},
}
COMMENTED = """\
# all
Resources:
  # first line
  # second
  Role:
    Policies:
      - Name: tasks
        Statement:
          # one
          - Effect: Allow
          # two
          - Sid: x
# a text
Text: |
  one
  two
Nothing: {}
"""
STATEMENTS = ("Resources", "Role", "Policies", 0, "Statement")


def test_each_comment_stands_above_what_it_explains() -> None:
    comments = {
        ("Resources",): "all",
        ("Resources", "Role"): "first line\nsecond",
        (*STATEMENTS, 0): "one",
        (*STATEMENTS, 1): "two",
        ("Text",): "a text",
    }
    assert write_commented_yaml(VALUE, comments) == COMMENTED


@pytest.mark.parametrize(
    "path",
    [
        ("Resources",),
        ("Resources", "Role", "Policies", 0),
        ("Resources", "Role", "Policies", 0, "Name"),
        (*STATEMENTS, 1, "Sid"),
        ("Nothing", "inside"),
        ("Text", 0),
        ("Missing",),
    ],
)
def test_the_value_stays_what_it_is(path: tuple[str | int, ...]) -> None:
    text = write_commented_yaml(VALUE, {path: "# : { comment \x00"})
    assert Document.parse(text, "yaml").value == VALUE


def test_without_comments_it_is_plain_yaml() -> None:
    assert write_commented_yaml(VALUE, {}) == write_yaml(VALUE)
