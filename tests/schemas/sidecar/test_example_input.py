"""An input contract from a sample input, and an example input from a contract."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from schemas.sidecar.example_input import example_input, sample_fields
from schemas.sidecar.input_contract import InputField

ORDER = {
    "order": {"id": "A-1", "total": 12_000, "gift": False},
    "lines": [{"sku": "x", "gift": None}, {"sku": "y", "gift": True, "options": [{"size": "L"}]}],
    "tags": ["a"],
    "note": None,
    "extra": {},
}


def test_a_sample_gives_paths_types_and_examples_in_its_order() -> None:
    assert sample_fields(ORDER) == {
        "order.id": {"type": "string", "example": "A-1"},
        "order.total": {"type": "number", "example": 12_000},
        "order.gift": {"type": "boolean", "example": False},
        "lines[].sku": {"type": "string", "example": "x"},
        "lines[].gift": {"type": "boolean", "example": True},
        "lines[].options[].size": {"type": "string", "example": "L"},
        "tags": {"type": "array", "example": ["a"]},
        "note": {},
        "extra": {"type": "object", "example": {}},
    }


def test_a_key_that_no_path_can_have_stays_in_its_object() -> None:
    assert sample_fields({"a": {"b.c": 1}, "d.e": 2, "f[]": 3}) == {
        "a": {"type": "object", "example": {"b.c": 1}}
    }
    assert sample_fields([1]) == sample_fields("text") == {}


def test_an_example_input_has_each_field() -> None:
    contract = {
        "order.id": InputField("string", "A-1"),
        "order.total": InputField("number"),
        "order.id.deep": InputField("string"),
        "staff": InputField(),
    }
    assert example_input(contract) == {"order": {"id": "A-1", "total": 0}, "staff": None}


def test_an_example_input_has_one_item_of_an_array() -> None:
    contract = {
        "lines[].sku": InputField("string", "x"),
        "lines[].options[].size": InputField("string"),
        "tags[]": InputField("string", "a"),
        "tags[].deep": InputField("string"),
    }
    assert example_input(contract) == {"lines": [{"sku": "x", "options": [{"size": ""}]}], "tags": ["a"]}


def test_the_example_of_a_field_is_not_changed_by_what_is_within_it() -> None:
    contract = {"lines": InputField("array", [{"sku": "x"}]), "lines[].count": InputField("number", 2)}
    assert example_input(contract) == {"lines": [{"sku": "x", "count": 2}]}
    assert contract["lines"].example == [{"sku": "x"}]


KEYS = st.text("abc", min_size=1, max_size=2)
VALUES = st.recursive(
    st.booleans() | st.integers() | st.text() | st.lists(st.integers(), max_size=2),
    lambda inner: st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_the_example_of_a_sample_is_the_sample(sample: dict[str, object]) -> None:
    fields = sample_fields(sample)
    contract = {path: InputField(str(field["type"]), field["example"]) for path, field in fields.items()}
    assert example_input(contract) == sample
