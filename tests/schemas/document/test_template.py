"""Definitions inside larger texts: parsed, located and edited in their place."""

import pytest

from schemas.core.edits import Set
from schemas.document.differences import same
from schemas.document.document import Document
from schemas.document.template import Template
from schemas.document.text.draft import Draft
from schemas.document.yaml.dialect import CLOUDFORMATION, DELIVERED, PLAIN, SERVERLESS

AT = ("Resources", "Machine", "Properties", "Definition")
OBJECT = """Resources:
  Machine:   # ours
    Properties:
      Definition:
        StartAt: A
        States:
          A: {Type: Task, Resource: !GetAtt Pay.Arn, End: true}
      Role: !Sub "${Base}-role"
"""
LITERAL = """Resources:
  Machine:
    Properties:
      Definition: !Sub |
        {
          "StartAt": "A", "TimeoutSeconds": ${Limit},
          "States": {"A": {"Type": "Succeed"}}
        }
"""


def test_an_object_is_a_document_of_its_own_with_the_places_of_the_whole():
    excerpt = Template(OBJECT, "yaml").excerpt(AT)
    assert excerpt.value["States"]["A"]["Resource"] == {"Fn::GetAtt": "Pay.Arn"}
    place = excerpt.position(("StartAt",))
    assert (place.line, place.column) == (5, 18)


def test_an_edit_of_an_object_changes_its_line_in_the_whole():
    excerpt = Template(OBJECT, "yaml").excerpt(AT)
    assert excerpt.apply(Set(("StartAt",), "B")).document.text == OBJECT.replace("StartAt: A", "StartAt: B")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("!Ref Queue", {"Ref": "Queue"}),
        ("!Sub '${A}b'", {"Fn::Sub": "${A}b"}),
        ("!Join ['', [a, !Ref B]]", {"Fn::Join": ["", ["a", {"Ref": "B"}]]}),
        ("!Sub ['${x}', {x: 1}]", {"Fn::Sub": ["${x}", {"x": 1}]}),
        ("!If [Prod, 1, !Ref 'AWS::NoValue']", {"Fn::If": ["Prod", 1, {"Ref": "AWS::NoValue"}]}),
        ("!ImportValue name", {"Fn::ImportValue": "name"}),
        ("!Condition Prod", {"Condition": "Prod"}),
    ],
)
def test_a_short_form_stands_for_its_function(written, meant):
    assert Template(f"a: {written}\n", "yaml").value == {"a": meant}
    document = Document.parse(f"a: {written}\n", "yaml")
    assert document.value == {"a": meant} or document.problem.params == {"tag": "!Condition"}


@pytest.mark.parametrize("tag", ["!!python/object:os.system", "!<tag:evil>", "!a/b"])
def test_another_tag_is_refused(tag):
    assert Template(f"a: {tag} x\n", "yaml").problem is not None


def test_a_string_by_lines_is_placed_line_by_line():
    quotation = Template(LITERAL, "yaml").quotation(AT)
    assert quotation.document.problem is None
    assert quotation.document.value["TimeoutSeconds"].startswith("${")
    inner = quotation.document.position(("States", "A", "Type"))
    place = quotation.place(inner.line, inner.column)
    assert LITERAL.splitlines()[place.line - 1][place.column - 1 :] == '"Succeed"}}'


@pytest.mark.parametrize(
    "written",
    [
        '{"Fn::Sub": "{\\"StartAt\\": \\"A\\"}"}',
        '{"Fn::Sub": ["{\\"StartAt\\": \\"A\\"}", {}]}',
        '{"Fn::Join": ["", ["{\\"StartAt\\": \\"", "A\\"}"]]}',
        '"{\\"StartAt\\": \\"A\\"}"',
    ],
)
def test_a_string_that_is_put_together_is_placed_at_its_beginning(written):
    template = Template('{\n  "Definition": ' + written + "\n}", "json")
    quotation = template.quotation(("Definition",))
    assert quotation.document.value == {"StartAt": "A"}
    assert quotation.place(1, 2).line == 2


def test_what_the_deployment_puts_in_is_no_definition():
    template = Template('{"a": {"Ref": "B"}, "b": "${file(x)}", "c": 1}', "json")
    assert [template.quotation((name,)) for name in "abcd"] == [None] * 4


@pytest.mark.parametrize(
    ("written", "old", "new"),
    [
        ("yes", True, "yes"),
        ("No", False, "No"),
        ("on", True, "on"),
        ("OFF", False, "OFF"),
        ("y", "y", "y"),
        ("n", "n", "n"),
        ("true", True, True),
        ("010", 8, 10),
        ("-010", -8, -10),
        ("089", 89, 89),
        ("012345678901", 12345678901, 12345678901),
        ("0o17", "0o17", 15),
        ("0x1F", 31, 31),
        ("0b11", 3, "0b11"),
        ("1_000", 1000, "1_000"),
        ("1:30", 90, "1:30"),
        ("-1:30", -90, "-1:30"),
        ("1:30.5", 90.5, "1:30.5"),
        ("1_0.5", 10.5, "1_0.5"),
        ("1e3", 1000.0, 1000.0),
        ("0_", 0, "0_"),
        ("1:99", "1:99", "1:99"),
        ("2030-01-01", "2030-01-01", "2030-01-01"),
        ("2030-01-01T00:00:00Z", "2030-01-01T00:00:00Z", "2030-01-01T00:00:00Z"),
        ("1,000", "1,000", "1,000"),
        ("1.2.3", "1.2.3", "1.2.3"),
        ("'yes'", "yes", "yes"),
        ("!!str no", "no", "no"),
        ("~", None, None),
    ],
)
def test_scalars_are_read_as_the_tool_of_the_file_reads_them(written, old, new):
    text = f"a: {written}\n"
    assert same(Template(text, "yaml", CLOUDFORMATION).value, {"a": old})
    assert same(Template(text, "yaml", DELIVERED).value, {"a": old})
    assert same(Template(text, "yaml", SERVERLESS).value, {"a": new})
    assert same(Document.parse(text, "yaml").value, {"a": new})


@pytest.mark.parametrize("written", [".inf", "-.INF", ".nan", "1" * 5000, "1" * 400 + ".5"])
def test_numbers_without_a_place_in_json_are_refused_in_each_dialect(written):
    for dialect in (CLOUDFORMATION, SERVERLESS):
        assert Template(f"a: {written}\n", "yaml", dialect).problem.code == "yaml-number"


@pytest.mark.parametrize(
    "at", [("a", "Fn::If", 1), ("a", "Fn::If", 2, "Fn::Sub"), ("b", "Ref"), ("c", 0, "Ref")]
)
def test_a_value_inside_a_short_form_has_its_own_place_and_is_edited_there(at):
    text = "a: !If [Prod, X, !Sub Y]\nb: !Ref Z\nc: [!Ref Q]\n"
    template = Template(text, "yaml")
    place = template.position(at)
    value = Draft(None, template.value).value_at(at)
    assert text.splitlines()[place.line - 1][place.column - 1 :].startswith(value)
    assert template.path_at(place.line, place.column) == at
    changed = template.apply(Set(at, "new")).document
    assert Draft(None, changed.value).value_at(at) == "new"


def test_the_anchor_of_a_short_form_stands_for_the_function():
    template = Template("a: &a !Ref X\nb: &b !If [C, *a, 1]\nc: [*a, *b]\n", "yaml")
    called = {"Fn::If": ["C", {"Ref": "X"}, 1]}
    assert template.value == {"a": {"Ref": "X"}, "b": called, "c": [{"Ref": "X"}, called]}
    assert Template("a: &a !If [C, *a, 1]\n", "yaml").problem.code == "yaml-recursive-alias"


@pytest.mark.parametrize("dialect", [PLAIN, DELIVERED, CLOUDFORMATION, SERVERLESS])
def test_a_number_with_a_leading_zero_is_told_and_quoted(dialect):
    text = 'x: 0123\ndefinition:\n  a: {b: [1, 012345678901]}\n  c: "0123"\n  d: 0.5\n  e: 10:05\n  f: *x\n'
    excerpt = Template(text.replace("x: ", "x: &x "), "yaml", dialect).excerpt(("definition",))
    (found,) = excerpt.leading_zeros
    assert (found.severity, found.path, found.line, found.column) == ("warning", ("a", "b", 1), 3, 14)
    quoted = excerpt.apply(*found.fix.edits).document
    assert quoted.text == excerpt.text.replace("012345678901", "'012345678901'")
    assert not found.fix.safe
    assert quoted.leading_zeros == []
