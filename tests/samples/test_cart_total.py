"""The cart's total is a Map over its lines, with variables set where they are needed."""

from ways import Ways

from schemas.asl.walk import states

FLOW = Ways("cart-total")
MAP = "行ごとに調べる"
INSIDE = [name for name, state in FLOW.states.items() if state.scope.owner and state.scope.owner.name == MAP]


def test_it_is_written_in_jsonata():
    assert FLOW.document.value["QueryLanguage"] == "JSONata"
    assert {state.language for state in states(FLOW.document.value)} == {"JSONata"}


def test_the_map_takes_the_lines_from_a_variable_and_numbers_them():
    assert "lines" in FLOW.fields("カートを読む")["Assign"]
    assert FLOW.fields(MAP)["Items"] == "{% $lines %}"
    assert "$states.context.Map.Item.Index" in FLOW.fields(MAP)["ItemSelector"]["number"]


def test_the_inside_sets_no_variable_of_the_outside():
    inner = {name for state in INSIDE for name in FLOW.fields(state).get("Assign", {})}
    outer = {
        name for state in FLOW.states if state not in INSIDE for name in FLOW.fields(state).get("Assign", {})
    }
    assert inner and outer and not inner & outer


def test_a_product_that_is_not_on_sale_stops_no_other_line():
    assert FLOW.targets("販売中か") == ["小計", "買えない"]
    assert all(FLOW.fields(name)["End"] for name in ("小計", "買えない"))
    assert set(FLOW.fields("小計")["Output"]) == set(FLOW.fields("買えない")["Output"])


def test_lists_stay_lists_whether_they_hold_one_or_none():
    assert FLOW.fields("カートを読む")["Assign"]["lines"].startswith("{% [")
    assert FLOW.fields(MAP)["Assign"] == {
        "total": "{% $sum([$states.result.subtotal]) %}",
        "missing": "{% [$states.result[orderable = false].product_id] %}",
    }


def test_nothing_is_written_so_that_it_can_be_begun_again_anywhere():
    resources = {FLOW.fields(name)["Resource"] for name in FLOW.named("Task")}
    assert resources == {"arn:aws:states:::dynamodb:getItem"}
