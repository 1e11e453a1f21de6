"""YAML that is read anew only around a splice has the tree that reading the whole text gives."""

from __future__ import annotations

from random import Random

import pytest
from budget import amount, deep

from schemas.core.edits import Remove, Rename, Replace, Set, Splice
from schemas.document.document import Document
from schemas.document.parsing import parse
from schemas.document.yaml.reader import read_yaml
from schemas.document.yaml.rereading import reread

FLOW = """# 注文
Comment: a flow
StartAt: Pay
States:
  # first
  Pay:
    Type: Task
    Comment: |
      Two
        lines

    Retry:
    - ErrorEquals: [States.ALL]
      MaxAttempts: 3
    - {ErrorEquals: [A, 'B b'],
       MaxAttempts: 1}
    Next: "Wait"   # behind

  Wait:
    Type: Wait
    Comment: words that
      go on
    Seconds:
    Next: Done
  Done: {Type: Succeed}
  "Never":
    Type: Fail
    Cause: >+
      folded

TimeoutSeconds: 10
"""
PIECES = (
    *(
        "\n",
        " ",
        "  ",
        "    ",
        "\t",
        "#",
        " # note",
        ":",
        ": ",
        "- ",
        "? ",
        "-",
        "|",
        ">",
        "|+\n",
        ">-\n",
        '"',
        "'",
        "[",
        "]",
    ),
    *(
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "<<: ",
        "!!str ",
        "!Sub ",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "\r\n",
        "\r",
        "\x85",
        "\u2028",
    ),
    *(
        "\ufeff",
        "x",
        "1",
        "0x",
        "null",
        "A: b\n",
        "\n  New:\n    Type: Pass\n",
        "\n    Next: Pay",
        "\n- a",
        "\n# c",
        "注",
        "\x00",
    ),
)


TIMES = amount(300, 20_000)


def shape(node):
    """Everything that a tree says of itself."""
    entries = [
        (entry.key, entry.start, entry.key_end, entry.after, entry.merge, shape(entry.node))
        for entry in node.entries
    ]
    totals = (node.weight, node.height, node.count, node.knots, node.may_repeat)
    return (node.start, node.body, node.end, repr(node.value), node.style, node.between, *totals, entries)


def random_splice(random, text):
    start = random.randrange(len(text) + 1)
    end = min(len(text), start + random.choice((0, 0, 0, 1, 2, 5, 20, 60)))
    if random.random() < 0.5:
        start = text.rfind("\n", 0, start) + 1
    if random.random() < 0.3:
        end = max(start, text.find("\n", end) + 1)
    written = "".join(random.choice(PIECES) for _ in range(random.choice((0, 1, 1, 2, 3))))
    if random.random() < 0.2:
        at = random.randrange(len(text))
        written = text[at : at + random.randrange(40)]
    return Splice(start, end, written)


def texts():
    nested = "\n".join("  " + line for line in FLOW.splitlines())
    yield FLOW
    yield FLOW.replace("\n", "\r\n")
    yield "\ufeff" + FLOW.removesuffix("\n")
    yield "---\nOuter:\n" + nested + "\nLast: 1\n...\n"
    yield "Branches:\n- Name: a\n" + nested + "\n- b\n-\n" + nested + "\n"


@deep
@pytest.mark.parametrize("text", list(texts()), ids=["LF", "CRLF", "BOM", "nested", "in a list"])
def test_the_tree_is_that_of_the_whole_text(text):
    random, given = Random(text), 0
    whole = read_yaml(text)
    tree, now = whole, text
    for number in range(TIMES):
        if number % 100 == 0:
            tree, now = whole, text
        splice = random_splice(random, now)
        after = now[: splice.start] + splice.text + now[splice.end :]
        found = reread(tree, now, splice, after)
        if found is None:
            continue
        given += 1
        assert shape(found) == shape(read_yaml(after)), splice
        if random.random() < 0.3:
            tree, now = found, after
    assert given > TIMES / 10


def test_what_is_not_touched_is_not_read():
    states = "".join(f"  S{index}:\n    Type: Pass\n    Next: S{index + 1}\n" for index in range(50))
    document = Document.parse(f"StartAt: S0\nStates:\n{states}  S50:\n    Type: Succeed\n", "yaml")
    value = document.value["States"]
    for edit in (
        Set(("States", "S20", "Comment"), "here"),
        Set(("States", "S50", "Comment"), "the last"),
        Rename(("States", "S30"), "Other"),
        Remove(("States", "S40")),
    ):
        after = document.apply(edit).document.value["States"]
        assert after["S10"] is value["S10"]
        assert after["S45"] is value["S45"]


def test_undo_reads_only_what_it_touches_too():
    document = Document.parse(FLOW, "yaml")
    result = document.apply(Set(("States", "Wait", "Seconds"), 3))
    back = result.document.apply(result.inverse).document
    assert back.text == FLOW
    assert back.value["States"]["Pay"] is document.value["States"]["Pay"]
    assert back.value == parse(FLOW, "yaml").value


def test_many_edits_in_a_row_give_the_tree_of_the_text():
    document = Document.parse(FLOW, "yaml")
    for number in range(60):
        name = list(document.value["States"])[number % 4]
        document = document.apply(Set(("States", name, "Comment"), "x" * (number % 7))).document
    assert shape(document._parsed.tree) == shape(read_yaml(document.text))


def test_a_splice_that_breaks_the_text_is_told_where_the_whole_text_is_wrong():
    document = Document.parse(FLOW, "yaml")
    assert document.value
    at = FLOW.index("Type: Wait")
    broken = document.apply(Replace((Splice(at, at, '"'),))).document
    fresh = Document.parse(broken.text, "yaml")
    assert broken.problem == fresh.problem
    assert broken.problem is not None


@pytest.mark.parametrize(
    "written",
    [
        "\r...\n",
        "\x85Next: Pay",
        "\u2028",
        "!Sub ",
        "!!str",
        "\n---\n",
        "%",
        "? a",
        "&a b",
        "*a",
        "<<: {}",
        "\n- a",
        "'",
    ],
)
def test_what_could_reach_beyond_its_lines_is_read_with_the_whole_text(written):
    """Each of these was seen to change what is read behind it, or to be an error that is told elsewhere."""
    at = FLOW.index("    Next: Done")
    splice = Splice(at - 1, at, written)
    after = FLOW[: splice.start] + written + FLOW[splice.end :]
    found = reread(read_yaml(FLOW), FLOW, splice, after)
    assert found is None or shape(found) == shape(read_yaml(after))
