"""Changes of the sketch for the workflow, of the workflow for the sketch, and what people keep."""

from __future__ import annotations

import json
from dataclasses import replace

from budget import examples
from drawn import sketch, sketches
from hypothesis import given
from hypothesis import strategies as st

from schemas import Document
from schemas.conversion.convert import convert
from schemas.conversion.rendering import definition_of
from schemas.conversion.sync.merge import merge
from schemas.conversion.sync.synchronize import Synchronization
from schemas.document.differences import differences
from schemas.sidecar.operations import written_operations
from schemas.sidecar.workflow import Change, new_workflow
from schemas.validator.check_design import check_design

SHOP = """
    check: step Check stock
    d: decision In stock?
    pay: step Pay
    sorry: failed Sorry
    done: succeeded Done
    check -> d
    d -yes-> pay
    d -no-> sorry
    pay -> done"""


def raw(drawn):
    """The sketch as the sidecar has it."""
    return {
        "cards": {
            uid: {
                "kind": card.kind,
                "text": card.text,
                "position": card.position.written,
                **({"owner": card.owner} if card.owner else {}),
                **({"operations": found} if (found := written_operations(card.operations)) else {}),
            }
            for uid, card in drawn.cards.items()
        },
        "arrows": {
            uid: {"from": arrow.source, "to": arrow.target, "label": arrow.label}
            for uid, arrow in drawn.arrows.items()
        },
    }


class Both:
    """A workflow with its sketch."""

    def __init__(self, lines=SHOP):
        self.workflow = new_workflow("shop")
        self.draw(lines)
        self.sync()

    @property
    def definition(self):
        return self.workflow.document.value

    @property
    def states(self):
        return self.definition["States"]

    @property
    def sidecar(self):
        return self.workflow.design.fields

    @property
    def offers(self):
        return {offer.key: offer.message("en") for offer in Synchronization(self.workflow).offers}

    def draw(self, lines):
        """Replace the sketch."""
        drawn = sketch(lines) if isinstance(lines, str) else lines
        sidecar = {**self.sidecar, "sketch": {**self.sidecar.get("sketch", {}), **raw(drawn)}}
        self.write(self.definition, sidecar)

    def write(self, definition, sidecar):
        edits = Change(
            tuple(differences(self.definition, definition)), tuple(differences(self.sidecar, sidecar))
        )
        self.workflow = self.workflow.apply(edits).workflow

    def edit(self, change):
        """Change the definition as a person does: by a function of its text's value."""
        value = json.loads(json.dumps(self.definition))
        change(value)
        self.write(value, self.sidecar)

    def rename(self, old, new):
        text = self.workflow.document.text.replace(json.dumps(old), json.dumps(new))
        entries = json.loads(json.dumps(self.sidecar))
        for entry in entries["states"].values():
            entry["name"] = new if entry["name"] == old else entry["name"]
        self.workflow = replace(self.workflow, document=Document.parse(text, "json"))
        self.write(self.definition, entries)

    def sync(self, accepted=None):
        update = Synchronization(self.workflow).update(accepted)
        self.write(update.definition, update.sidecar)
        assert check_design(self.workflow.design) == []
        return update


def test_the_first_conversion_fills_the_workflow_and_is_remembered():
    both = Both()
    assert list(both.states) == ["Check stock", "In stock?", "Pay", "Sorry", "Done"]
    assert both.sidecar["states"]["check"]["card"] == "check"
    assert both.sidecar["states"]["check"]["undecided"] == ["CheckStock"]
    assert both.sidecar["sketch"]["converted"]["cards"].keys() == {"check", "d", "pay", "sorry", "done"}
    assert both.offers == {}


def test_a_new_card_is_offered_and_changes_only_what_it_must():
    both = Both()
    before = json.loads(json.dumps(both.states))
    both.draw(SHOP.replace("pay -> done", "mail: step Send mail\npay -> mail\nmail -> done"))
    assert both.offers["card:mail"] == "New card “Send mail”"
    both.sync()
    assert both.states["Pay"]["Next"] == "Send mail"
    assert both.states["Send mail"]["Next"] == "Done"
    assert both.states["Check stock"] == before["Check stock"]
    assert both.states["In stock?"] == before["In stock?"]
    assert both.offers == {}


def test_what_a_person_did_stays():
    both = Both()

    def decide(value):
        value["States"]["Pay"]["Resource"] = "arn:aws:states:::lambda:invoke"
        value["States"]["Pay"]["Arguments"] = {"FunctionName": "${PayFunction}"}
        value["States"]["In stock?"]["Choices"][0]["Condition"] = "{% $states.input.stock > 0 %}"

    both.edit(decide)
    lines = SHOP.replace("step Pay", "step Charge the card").replace("d -yes-> pay", "d -plenty-> pay")
    both.draw(lines + "\nlate: step Tell staff\npay -fails-> late")
    both.sync()
    pay = both.states["Charge the card"]
    assert pay["Resource"] == "arn:aws:states:::lambda:invoke"
    assert pay["Catch"][0]["Next"] == "Tell staff"
    [rule] = both.states["In stock?"]["Choices"]
    assert rule == {
        "Comment": "plenty",
        "Condition": "{% $states.input.stock > 0 %}",
        "Next": "Charge the card",
    }


def test_both_changed_the_same_thing_and_the_persons_stays_and_is_said():
    both = Both()
    both.edit(lambda value: value["States"]["In stock?"].update(Default="Pay"))
    both.draw(SHOP.replace("d -no-> sorry", "d -no-> done"))
    update = both.sync()
    assert both.states["In stock?"]["Default"] == "Pay"
    assert [(kept.name, kept.field) for kept in update.kept] == [("In stock?", "Default")]


def test_a_deleted_card_takes_its_state_away_unless_somebody_worked_on_it():
    fewer = (
        SHOP.replace("pay: step Pay\n", "")
        .replace("d -yes-> pay", "d -yes-> done")
        .replace("pay -> done", "")
    )
    both = Both()
    both.draw(fewer)
    both.sync()
    assert "Pay" not in both.states
    assert both.states["In stock?"]["Choices"][0]["Next"] == "Done"

    kept = Both()
    kept.edit(lambda value: value["States"]["Pay"].update(Resource="arn:aws:states:::sns:publish"))
    kept.draw(fewer)
    update = kept.sync()
    assert "Pay" in kept.states
    assert [(one.name, one.field) for one in update.kept] == [("Pay", "")]


def test_only_what_is_accepted_is_changed_and_the_rest_is_offered_again():
    both = Both()
    both.draw(SHOP.replace("step Pay", "step Charge").replace("step Check stock", "step Look"))
    assert both.offers.keys() == {"card:pay", "card:check"}
    both.sync({"card:pay"})
    assert "Charge" in both.states
    assert "Check stock" in both.states
    assert both.offers.keys() == {"card:check"}


def test_changes_of_the_workflow_are_offered_to_the_sketch():
    both = Both()
    both.rename("Pay", "Charge the card")

    def add(value):
        value["States"]["Mail"] = {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Next": "Done"}
        value["States"]["Charge the card"]["Next"] = "Mail"
        del value["States"]["Sorry"]
        value["States"]["In stock?"]["Default"] = "Done"

    both.edit(add)
    assert set(both.offers.values()) >= {
        "“Pay” is now called “Charge the card”",
        "New state “Mail”",
        "Removed state “Sorry”",
        "New way from “Charge the card” to “Mail”",
        "Removed way from “Charge the card” to “Done”",
    }
    before = json.loads(json.dumps(both.definition))
    both.sync()
    assert both.definition == before
    cards = both.sidecar["sketch"]["cards"]
    assert cards["pay"]["text"] == "Charge the card"
    assert "sorry" not in cards
    mail = next(uid for uid, card in cards.items() if card["text"] == "Mail")
    ways = {(arrow["from"], arrow["to"]) for arrow in both.sidecar["sketch"]["arrows"].values()}
    assert {("pay", mail), (mail, "done")} <= ways
    assert ("pay", "done") not in ways
    assert both.offers == {}


def test_a_fork_that_comes_later_moves_states_into_its_branches():
    both = Both("a: step A\nb: step B\nc: succeeded C\na -> b\nb -> c")
    both.edit(lambda value: value["States"]["B"].update(Resource="arn:aws:states:::sns:publish"))
    both.draw("a: step A\nb: step B\nc: succeeded C\nd: step D\na -> b\nb -> c\na -> d\nd -> c")
    both.sync()
    parallel = both.states[both.states["A"]["Next"]]
    assert parallel["Branches"][0]["States"]["B"]["Resource"] == "arn:aws:states:::sns:publish"
    assert parallel["Branches"][1]["States"].keys() == {"D"}


@examples(15, 600)
@given(sketches(), sketches())
def test_an_untouched_workflow_becomes_what_the_sketch_says(before, after):
    old, new = convert(before).draft, convert(after).draft
    merged = merge(old, new, convert(before).draft)
    if new.states:
        assert definition_of(merged.draft)["States"].keys() == definition_of(new)["States"].keys()
    assert merged.kept == []


@examples(15, 600)
@given(sketches(), sketches(), st.data())
def test_any_two_sketches_come_together_again(before, after, data):
    both = Both(before)
    both.draw(after)
    keys = list(both.offers)
    both.sync(set(data.draw(st.lists(st.sampled_from(keys)))) if keys else None)
    both.sync()
    assert [key for key in both.offers if key.startswith(("card:", "arrow:"))] == []
    fresh = Both(after)
    if fresh.states:
        assert len(both.states) == len(fresh.states), (
            "but for numbers in names, which depend on what came first"
        )
