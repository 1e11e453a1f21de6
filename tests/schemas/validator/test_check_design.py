"""An invalid sidecar is reported with the position of the error."""

import json

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.validator.check_design import check_design

ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(["version", "title", "type", "states", "notes", "deployment", "samples"])


def found(text):
    return [(each.code, each.pointer) for each in check_design(Design(Document.parse(text, "json")))]


@pytest.mark.parametrize(
    ("sidecar", "expected"),
    [
        ({"version": 1}, []),
        ({"version": 1, "states": {"a": {"name": "A", "position": {"x": 1, "y": 2}, "owner": "me"}}}, []),
        ({"version": 1, "what is not known": "stays"}, []),
        ({}, [("missing-field", "")]),
        ([], [("whole-not-an-object", "")]),
        ({"version": 2}, [("not-one-of", "/version")]),
        ({"version": 1, "type": "EXPRES"}, [("not-one-of", "/type")]),
        ({"version": 1, "title": 5}, [("not-a-string", "/title")]),
        ({"version": 1, "states": {"a b": {"name": "A"}}}, [("not-of-form", "/states/a b")]),
        ({"version": 1, "states": {"a": {}}}, [("missing-field", "/states/a")]),
        (
            {"version": 1, "notes": {"n": {"text": "", "position": {"x": 1e9, "y": 0}}}},
            [("too-large", "/notes/n/position/x")],
        ),
        ({"version": 1, "deployment": {"region": "Tokyo"}}, [("not-of-form", "/deployment/region")]),
        ({"version": 1, "deployment": {"alias": "1-live_v.2"}}, []),
        ({"version": 1, "deployment": {"alias": "12"}}, [("not-of-form", "/deployment/alias")]),
        ({"version": 1, "deployment": {"alias": "on air"}}, [("not-of-form", "/deployment/alias")]),
        ({"version": 1, "deployment": {"alias": "a" * 81}}, [("too-long", "/deployment/alias")]),
        (
            {"version": 1, "deployment": {"substitutions": {"T": {}}}},
            [("missing-one-of", "/deployment/substitutions/T")],
        ),
        (
            {"version": 1, "samples": {"s": {"input": 1, "file": "f"}}},
            [("conflicting-fields", "/samples/s/file")],
        ),
    ],
)
def test_each_mistake_has_its_code_and_its_place(sidecar, expected):
    assert found(json.dumps(sidecar)) == expected


def test_a_place_is_a_line_of_the_sidecar():
    first = check_design(
        Design(Document.parse('{\n  "version": 1,\n  "states": {\n    "a b": {"name": "A"}\n  }\n}', "json"))
    )[0]
    assert (first.line, first.column) == (4, 5)
    assert "a b" in first.message("ja") and "a b" in first.message("en")


def test_broken_text_and_repeated_names_are_told():
    assert len(found('{"version": ')) == 1
    assert [path for _, path in found('{"version": 1, "version": 1}')] == ["/version"]


@examples(50, 750)
@given(st.dictionaries(FIELDS, ANY) | ANY)
def test_any_value_is_judged_in_both_languages(value):
    for diagnostic in check_design(Design(Document.parse(json.dumps(value), "json"))):
        assert diagnostic.message("ja") and diagnostic.message("en")
