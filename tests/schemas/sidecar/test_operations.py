"""The operations cards, the input contract and the estimates of a sidecar, as the readers give them."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.estimates import Estimate, Volume, read_estimate, read_volume
from schemas.sidecar.input_contract import InputField, read_input_contract
from schemas.sidecar.operations import UNANSWERED, Failure, Operations, read_operations
from schemas.sidecar.sketch import read_converted, read_sketch
from schemas.validator.check_design import check_design

CARD = {
    "customer": "「処理中」の画面",
    "failures": [
        {
            "what": "残高不足",
            "errors": ["CardDeclined"],
            "answer": "human",
            "how": "担当者が電話する",
            "tell": "受注チーム",
        },
        {"what": "通信エラー", "answer": "retry"},
    ],
    "money": "takes",
    "idempotency": {"kind": "key", "by": "orderId"},
    "deadline": 86400,
    "escalation": "EC部長",
    "reply": "決済を確認しています",
    "accounting": "売上の計上",
    "logging": "orderId",
    "personalData": False,
    "function": "more",
}
CONTRACT = {
    "order.total": {
        "type": "number",
        "example": 1200,
        "sentBy": "server",
        "guarded": True,
        "description": "税込",
    },
    "note": {"optional": True, "sentBy": "browser"},
}
FIELDS = {
    "version": 1,
    "input": {"fields": CONTRACT},
    "volume": {"ordersPerMonth": 30000, "memory": 64},
    "states": {
        "u": {
            "name": "決済",
            "card": "c",
            "undecided": ["Charge"],
            "operations": CARD,
            "estimate": {"seconds": 2.5, "attempts": 1.1, "items": 3, "likelihoods": {"v": 0.2}},
        }
    },
    "sketch": {
        "cards": {"c": {"kind": "step", "text": "決済", "position": {"x": 0, "y": 0}, "operations": CARD}},
        "lanes": {"l": {"owner": "経理", "position": {"x": 0, "y": 0}, "width": 400, "height": 200}},
        "converted": {"cards": {"c": {"kind": "step", "text": "支払い", "position": {"x": 0, "y": 0}}}},
    },
}


def design(fields: object) -> Design:
    return Design(Document.parse(json.dumps(fields), "json"))


def test_a_card_with_all_answers():
    state = design(FIELDS).states["u"]
    assert (state.card, state.undecided) == ("c", ("Charge",))
    assert state.operations == Operations(
        customer="「処理中」の画面",
        failures=(
            Failure("残高不足", ("CardDeclined",), "human", "担当者が電話する", "受注チーム"),
            Failure("通信エラー", answer="retry"),
        ),
        money="takes",
        idempotency="key",
        idempotent_by="orderId",
        deadline=86400,
        escalation="EC部長",
        reply="決済を確認しています",
        accounting="売上の計上",
        logging="orderId",
        personal_data=False,
        function="more",
    )
    assert state.estimate == Estimate(2.5, 1.1, 3, {"v": 0.2})


def test_the_contract_and_the_volume():
    assert read_input_contract(design(FIELDS)) == {
        "order.total": InputField("number", 1200, "server", guarded=True, description="税込"),
        "note": InputField(sent_by="browser", optional=True),
    }
    assert design(FIELDS).volume == Volume(30000, 64)


def test_a_sketch_has_operations_lanes_and_what_was_converted():
    sketch, converted = read_sketch(design(FIELDS)), read_converted(design(FIELDS))
    assert sketch.cards["c"].operations.money == "takes"
    assert sketch.lanes["l"].owner == "経理"
    assert converted is not None and converted.cards["c"].text == "支払い"
    assert read_converted(design({"version": 1})) is None


def test_the_schema_accepts_them_and_tells_what_is_wrong():
    assert check_design(design(FIELDS)) == []
    wrong = {"version": 1, "states": {"u": {"name": "A", "operations": {"money": "steals", "deadline": 0}}}}
    assert len(check_design(design(wrong))) == 2


def test_an_answer_that_is_none_of_those_offered_counts_as_open():
    assert read_operations({"money": "steals", "deadline": -1, "failures": "all"}) == UNANSWERED
    assert read_estimate({"attempts": 0, "seconds": True, "likelihoods": {"v": 2}}) == Estimate()


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*CARD, "what", "errors", "answer", "kind", "by", "seconds", "likelihoods"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(ANYTHING)
def test_anything_is_read(value):
    read_operations(value)
    read_estimate(value)
    read_volume(value)
