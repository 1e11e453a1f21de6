"""Changes of the sketch for the workflow, of the workflow for the sketch, and what people keep."""

from __future__ import annotations

import json
from dataclasses import replace

from drawn import sketch
from sketched import SHOP, Both


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


def rules(both):
    return [rule.get("Comment") for rule in both.states["Which?"]["Choices"]]


WAYS = "d: decision Which?\na: step A\nb: step B\nc: step C\nelse: failed No\nd -else-> else\n"


def test_rules_are_in_the_order_of_the_arrows_and_those_of_a_person_where_they_were():
    both = Both(WAYS + "d -b-> b\nd -c-> c")
    own = {"Comment": "own", "Condition": "{% $states.input.vip %}", "Next": "C"}
    both.edit(lambda value: value["States"]["Which?"]["Choices"].insert(1, own))
    assert rules(both) == ["b", "own", "c"]
    drawn = sketch(WAYS + "d -b-> b\nd -c-> c\nd -a-> a")
    both.draw(replace(drawn, arrows=dict(sorted(drawn.arrows.items(), reverse=True))))
    both.sync()
    assert rules(both) == ["a", "c", "b", "own"]


def test_rules_that_a_person_has_put_in_order_stay_so():
    both = Both(WAYS + "d -a-> a\nd -b-> b")
    both.edit(lambda value: value["States"]["Which?"]["Choices"].reverse())
    both.draw(WAYS + "d -a-> a\nd -b-> b\nd -c-> c")
    both.sync()
    assert rules(both) == ["b", "c", "a"]


def test_a_rule_whose_words_came_later_is_no_work_of_a_person():
    both = Both("a: step A\nb: step\nc: succeeded C\na -> c\nb -> c")
    both.draw("a: step A\nb: step B\nc: succeeded C\na -> c\nb -> c")
    both.sync()
    both.draw("a: step A\nc: succeeded C\na -> c")
    update = both.sync()
    assert update.kept == ()
    assert both.states.keys() == {"A", "C"}


def test_a_name_for_something_undecided_goes_with_its_place():
    both = Both("a: step A\nb: succeeded B\na -> b")
    both.draw("a: step Pay\nb: succeeded B\na -> b")
    both.sync()
    assert both.sidecar["states"]["a"]["undecided"] == ["Pay"]
    both.edit(lambda value: value["States"]["Pay"].update(Comment="As ${Pay} says"))
    both.draw("a: step Refund\nb: succeeded B\na -> b")
    both.sync()
    assert both.sidecar["states"]["a"]["undecided"] == ["Pay", "Refund"]
