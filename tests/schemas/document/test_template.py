"""Definitions inside larger texts: parsed, located and edited in their place."""

import pytest

from schemas.core.edits import Set
from schemas.document.document import Document
from schemas.document.template import Template

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
    assert Document.parse(f"a: {written}\n", "yaml").problem.code == "yaml-tag"


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
