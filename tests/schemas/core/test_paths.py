from __future__ import annotations

from schemas.core.paths import innermost

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
