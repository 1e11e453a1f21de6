"""Pasting cards: those that were copied, and lists of lines."""

import json

import pytest
from sketching import card, done, drawn, sketch_of, sketched

from designer.workspace import sketch_actions
from designer.workspace.actions import ActionRefused
from designer.workspace.sketch_actions.paste_cards import PasteCards, remarks
from designer.workspace.sketch_actions.shared.fragment import fragment_of, written
from designer.workspace.sketch_actions.shared.lines import is_question, parted
from exporters.scene.sketch import draw_sketch
from exporters.scene.space import overlap
from schemas.sidecar.workflow import new_workflow


def pasted(text, workflow=None, after=None):
    return done(workflow or new_workflow("w"), PasteCards(uid="p", text=text, x=0, y=0, after=after))


def kinds(workflow):
    return {card.text: card.kind for card in sketch_of(workflow).cards.values()}


@pytest.mark.parametrize(
    "lines",
    [
        "カート\n\n決済\r\n出荷\n",
        "- カート\n- 決済\n- 出荷",
        "1. カート\n2. 決済\n3. 出荷",
        "・カート\n・決済\n・出荷",
    ],
)
def test_lines_become_cards_one_after_the_other(lines):
    workflow = pasted(lines)
    assert kinds(workflow) == {"カート": "screen", "決済": "step", "出荷": "step"}
    assert drawn(workflow) == {"カート>決済", "決済>出荷"}
    boxes = [box.rect for box in draw_sketch(sketch_of(workflow)).boxes.values()]
    assert [box.y for box in boxes] == sorted(box.y for box in boxes)
    assert not any(overlap(one, other) for one in boxes for other in boxes if one is not other)


def test_what_stands_deeper_below_a_question_is_its_answers():
    workflow = pasted(
        "カート\n在庫はある？\n  - はい：決済する\n    領収書を送る\n  - いいえ → お詫びする\n注文を閉じる",
        sketched({"x": "step"}),
    )
    assert kinds(workflow)["在庫はある？"] == "decision"
    assert drawn(workflow) == {
        "カート>在庫はある？",
        "在庫はある？>決済する:はい",
        "在庫はある？>お詫びする:いいえ",
        "決済する>領収書を送る",
        "領収書を送る>注文を閉じる",
        "お詫びする>注文を閉じる",
    }


def test_what_is_done_about_a_failure_stands_deeper_below_its_step():
    workflow = pasted(
        "決済する\n  失敗：在庫を戻す\n    決済失敗\n  on error: Mail\n  確かめる\n出荷\nエラー：画面"
    )
    assert drawn(workflow) == {
        "決済する>在庫を戻す:失敗",
        "在庫を戻す>決済失敗",
        "決済する>Mail:on error",
        "決済する>確かめる",
        "確かめる>出荷",
        "出荷>エラー：画面",
    }


def test_a_list_follows_the_selected_card():
    workflow = pasted("yes: Charge\nShip", sketched({"q": "decision"}), after="q")
    assert drawn(workflow) == {"q>Charge:yes", "Charge>Ship"}
    assert drawn(pasted("One", sketched({"end": "failed"}), after="end")) == set()
    assert drawn(pasted("One", sketched({"a": "step"}), after="gone")) == set()


def test_copied_cards_come_with_arrows_owners_and_operations_beside_what_is_there():
    cards = {
        "a": card("person", "A", owner="O", operations={"money": "takes"}),
        "b": card("step", "B", y=160),
    }
    arrows = {"n": {"from": "a", "to": "b", "label": "l"}}
    text = json.dumps({"sketch": {"cards": cards, "arrows": arrows}})
    once = pasted(text)
    copied = written(fragment_of(once.design, ["p-0", "p-1"]))
    twice = done(once, PasteCards(uid="q", text=copied, x=0, y=0))
    cards = sketch_of(twice).cards
    assert cards["q-0"].owner == "O"
    assert cards["q-0"].operations.money == "takes"
    assert len(sketch_of(twice).arrows) == 2
    boxes = [box.rect for box in draw_sketch(sketch_of(twice)).boxes.values()]
    assert not any(overlap(one, other) for one in boxes for other in boxes if one is not other)


@pytest.mark.parametrize("text", ["", "  \n ", "- \n-"])
def test_a_text_without_words_is_refused(text):
    with pytest.raises(ActionRefused):
        sketch_actions.perform(new_workflow("w"), PasteCards(uid="p", text=text, x=0, y=0))


@pytest.mark.parametrize(
    "text",
    [
        '{"sketch": 5}',
        '{"sketch": {"cards": {"a": 7}}}',
        "{",
        '{"States": {}}',
        "\x00\n\u202e",
        "x\n" * 5_000,
    ],
)
def test_any_text_is_cards_or_refused(text):
    try:
        workflow = pasted(text)
    except ActionRefused:
        return
    assert sketch_of(workflow).cards


def test_questions_and_answers_are_told_from_other_words():
    assert all(map(is_question, ("In stock?", "在庫はある？", "支払えたか", "もう一度試すか。", "ですか？ ")))
    assert not any(map(is_question, ("ほか", "在庫のなか", "支払う", "What next", "")))
    assert parted("はい：決済する") == ("はい", "決済する")
    assert parted("no -> stop: now") == ("no", "stop: now")
    assert parted("a sentence that is much longer: than an answer") == (
        "",
        "a sentence that is much longer: than an answer",
    )
    assert parted("はい：") == ("", "はい：")


def test_a_pasted_flowchart_becomes_cards_arrows_and_lanes():
    text = "graph LR\nsubgraph 倉庫\nA[確保] --> B{ある？}\nend\nB -->|ある| C[(在庫)]\n"
    workflow = pasted(text, sketched({"x": "step"}), after="x")
    assert {"確保": "step", "ある？": "decision", "在庫": "table"}.items() <= kinds(workflow).items()
    assert drawn(workflow) == {"確保>ある？", "ある？>在庫:ある"}
    assert [lane.owner for lane in sketch_of(workflow).lanes.values()] == ["倉庫"]
    boxes = [box.rect for box in draw_sketch(sketch_of(workflow)).boxes.values()]
    assert not any(overlap(one, other) for one in boxes for other in boxes if one is not other)


def test_a_diagram_of_another_kind_is_refused_with_its_name():
    with pytest.raises(ActionRefused) as refused:
        pasted("sequenceDiagram\n  A->>B: x\n")
    assert (refused.value.code, refused.value.params) == ("diagram-no-flowchart", {"kind": "sequenceDiagram"})


@pytest.mark.parametrize("text", ["info page\n決済", "timeline of orders\nship", "graph of sales\nsend"])
def test_a_list_of_lines_that_begins_with_a_word_of_mermaid_is_a_list(text):
    assert list(kinds(pasted(text))) == text.split("\n")


def test_what_of_a_diagram_is_left_out_is_told():
    intent = PasteCards(uid="p", text="graph TD\nA --> B\nB ->> C\n", x=0, y=0)
    assert [remark.code for remark in remarks(intent)] == ["diagram-unreadable-statement"]
