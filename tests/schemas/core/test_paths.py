from __future__ import annotations

import pytest

from schemas.core.paths import innermost, value_at

OUTER = ("States", "Each")
INNER = ("States", "Each", "ItemProcessor", "States", "Pay")
UIDS = {OUTER: "outer", INNER: "inner", (): "machine"}


def test_the_innermost_of_nested_states_holds_a_value():
    assert innermost((*INNER, "Retry", 0, "ErrorEquals"), UIDS) == "inner"
    assert innermost(INNER, UIDS) == "inner"
    assert innermost((*OUTER, "ItemProcessor", "StartAt"), UIDS) == "outer"


def test_no_state_holds_a_field_of_the_machine():
    assert innermost(("TimeoutSeconds",), UIDS) is None
    assert innermost((), UIDS) is None


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ((), (True, {"a": [{"b": None}], "0": 1})),
        (("a", 0, "b"), (True, None)),
        (("a", 1), (False, None)),
        (("a", -1), (False, None)),
        (("a", "0"), (False, None)),
        ((0,), (False, None)),
        (("0",), (True, 1)),
        (("0", "c"), (False, None)),
        (("c",), (False, None)),
    ],
)
def test_a_path_leads_to_a_value_or_to_none(path, found):
    assert value_at({"a": [{"b": None}], "0": 1}, path) == found
