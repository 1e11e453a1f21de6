"""The states that cards become: decisions, people, failures, screens and other systems."""

from __future__ import annotations

from dataclasses import replace

import pytest
from converted import Converted
from drawn import sketch

from schemas.sidecar.annotations import Lane
from schemas.sidecar.design import Point
from schemas.sidecar.operations import read_operations


def test_a_decision_keeps_the_words_of_its_arrows_and_its_default():
    made = Converted(
        """d: decision 支払い方法は？
        a: step カード決済
        b: step 後払い
        c: step 代引き
        d -カード-> a
        d -後払い-> b
        d -それ以外-> c"""
    )
    choice = made.states["支払い方法は？"]
    assert [rule["Comment"] for rule in choice["Choices"]] == ["カード", "後払い"]
    assert choice["Default"] == "代引き"
    assert "otherwise" not in made.draft.states["d"].entry
    assert all(rule["Condition"].startswith("{% ${") for rule in choice["Choices"])
    names = [rule["Condition"][5:-4] for rule in choice["Choices"]]
    assert made.draft.states["d"].entry["undecided"] == names
    assert len(set(names)) == 2


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("total ≥ 100,000", "$states.input.total >= 100000"),
        ("合計が10万円以上", "$states.input.total >= 100000"),
        ("在庫 = 0", "$states.input.stock = 0"),
        ("order.total < 5000", "$states.input.order.total < 5000"),
        ("ほげ >= 3", "$states.input.`ほげ` >= 3"),
        ("total is more than 20", "$states.input.total > 20"),
    ],
)
def test_a_comparison_in_words_is_the_condition(words, condition):
    made = Converted(f"d: decision Which?\na: step A\nb: step B\nd -{words}-> a\nd -else-> b")
    assert made.states["Which?"]["Choices"][0]["Condition"] == f"{{% {condition} %}}"
    assert "undecided" not in made.draft.states["d"].entry
    assert "convert-comparison" in made.codes


@pytest.mark.parametrize("words", ["はい", "3回目", "total", "合計を確認して10万円以上なら担当へ"])
def test_other_words_are_no_comparison(words):
    made = Converted(f"d: decision Which?\na: step A\nb: step B\nd -{words}-> a\nd -else-> b")
    assert made.states["Which?"]["Choices"][0]["Condition"].startswith("{% ${")


@pytest.mark.parametrize(
    ("arrows", "code"),
    [
        ("", "convert-no-ways"),
        ("d -yes-> a", "convert-one-arrow"),
        ("d -else-> a\nd -no-> b", "convert-two-defaults"),
        ("d -red-> a\nd -blue-> b", "convert-no-default"),
    ],
)
def test_an_unclear_decision_is_an_open_point(arrows, code):
    made = Converted(f"s: step S\nd: decision Which?\na: step A\nb: step B\ns -> d\n{arrows}")
    assert code in made.codes


def test_a_decision_without_answers_is_asked_for_them_alone():
    made = Converted("s: step S\nd: decision Which?\ns -> d")
    assert "convert-no-ways" in made.codes
    assert "convert-undecided-rule" not in made.codes
    assert made.draft.states["d"].entry["undecided"]


def test_a_person_is_waited_for_with_owner_deadline_and_answers():
    made = Converted(
        """p: person 返金してよいか判断（24時間以内） @受注担当
        ok: step 返金
        no: failed 返金しない
        boss: person 責任者が判断 @店長
        p -承認-> ok
        p -却下-> no
        p -期限切れ-> boss
        boss -> no"""
    )
    wait = made.states["返金してよいか判断（24時間以内）"]
    assert wait["Resource"] == "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
    assert wait["TimeoutSeconds"] == 86400
    body = wait["Arguments"]["MessageBody"]
    assert body["TaskToken"] == "{% $states.context.Task.Token %}"
    assert (body["owner"], body["answers"]) == ("受注担当", ["承認", "却下"])
    assert [(one["ErrorEquals"], one["Next"]) for one in wait["Catch"]] == [
        (["States.Timeout"], "責任者が判断")
    ]
    answer = made.states[wait["Next"]]
    assert answer["Choices"][0]["Condition"].endswith(".answer = '承認' %}")
    assert answer["Default"] == "返金しない"
    assert [state.entry.get("otherwise") for state in made.draft.states.values()].count("却下") == 1
    entry = made.draft.states["p"].entry
    assert entry["owner"] == "受注担当"
    assert entry["operations"]["deadline"] == 86400
    assert [remark.card for remark in made.said("convert-no-deadline")] == ["boss"]
    assert [remark.card for remark in made.said("convert-no-escalation")] == ["boss"]


@pytest.mark.parametrize(
    ("words", "errors"),
    [
        ("失敗", ["States.ALL"]),
        ("PaymentDeclined（断られた）", ["PaymentDeclined"]),
        ("Lambda.TooManyRequestsException", ["Lambda.TooManyRequestsException"]),
        ("タイムアウト", ["States.Timeout"]),
        ("on error", ["States.ALL"]),
        ("NG", ["States.ALL"]),
    ],
)
def test_a_failure_arrow_is_a_catcher(words, errors):
    made = Converted(f"pay: step Pay\nok: succeeded Ok\nmail: step Mail\npay -> ok\npay -{words}-> mail")
    assert [(one["ErrorEquals"], one["Next"]) for one in made.states["Pay"]["Catch"]] == [(errors, "Mail")]
    assert made.states["Pay"]["Next"] == "Ok"
    assert ("TimeoutSeconds" in made.states["Pay"]) is (errors == ["States.Timeout"])


def test_an_arrow_to_a_failed_end_beside_another_is_a_catcher():
    made = Converted("pay: step Pay\nok: succeeded Ok\nbad: failed Bad\npay -> ok\npay -> bad")
    assert made.states["Pay"]["Catch"][0]["Next"] == "Bad"
    assert made.states["Bad"] == {"Type": "Fail", "Error": "BadFailed", "Cause": "Bad"}


def test_each_error_is_caught_once_and_all_others_last():
    made = Converted(
        """pay: step Pay
        a: step A
        b: step B
        c: step C
        pay -> a
        pay -error-> b
        pay -CardExpired-> c
        pay -bank error-> a"""
    )
    caught = [(one["ErrorEquals"], one["Next"]) for one in made.states["Pay"]["Catch"]]
    assert caught == [(["CardExpired"], "C"), (["${BankError}"], "A"), (["States.ALL"], "B")]
    assert "BankError" in made.draft.states["pay"].entry["undecided"]


def test_the_first_screen_is_the_trigger_and_lists_the_input():
    made = Converted("order: screen 注文入力（カート番号、数量、合計）\ncheck: step 確認\norder -> check")
    assert made.definition["StartAt"] == "確認"
    assert made.draft.input == {
        "cartId": {"type": "string", "sentBy": "browser", "description": "カート番号"},
        "quantity": {"type": "number", "sentBy": "browser", "description": "数量"},
        "total": {"type": "number", "sentBy": "server", "guarded": True, "description": "合計"},
    }
    assert "convert-guarded" in made.codes


def test_screens_behind_show_wait_or_end():
    made = Converted(
        """order: screen 注文
        check: step 確認
        thanks: screen 受付しました
        choose: screen 配送日を選択
        ship: step 発送
        end: screen 完了画面
        order -> check
        check -> thanks
        thanks -> choose
        choose -> ship
        ship -> end"""
    )
    assert made.draft.states["check"].entry["operations"] == {"customer": "受付しました"}
    assert made.conversion.states["thanks"] == "check"
    assert made.states["確認"]["Next"] == "配送日を選択"
    assert made.states["配送日を選択"]["Resource"].endswith(".waitForTaskToken")
    assert made.states["完了画面"]["Type"] == "Succeed"


def test_a_flow_that_comes_back_to_its_first_screen_waits_there():
    made = Converted(
        "in: screen Enter\na: step A\nd: decision Ok?\nok: succeeded Ok\n"
        "in -> a\na -> d\nd -yes-> ok\nd -no-> in"
    )
    assert made.definition["StartAt"] == "A"
    assert made.states["Enter"]["Next"] == "A"
    assert made.states["Ok?"]["Default"] == "Enter"


def test_several_starts_begin_with_a_decision():
    made = Converted("a: screen Web\nb: screen Phone\nc: step Register\nd: step Call\na -> c\nb -> d")
    start = made.states[made.definition["StartAt"]]
    assert (start["Choices"][0]["Next"], start["Default"]) == ("Call", "Register")
    assert "convert-several-starts" in made.codes


def test_a_card_without_arrows_stays_out_and_is_said():
    made = Converted("a: step A\nb: succeeded B\nc: step Lost\na -> b")
    assert "Lost" not in made.states
    assert [remark.card for remark in made.said("convert-not-connected")] == ["c"]


def test_another_system_beside_a_step_is_what_it_calls():
    made = Converted(
        "pay: step Pay\nbank: external Bank\nok: succeeded Ok\npay -> bank\nbank -> pay\npay -> ok"
    )
    assert made.states.keys() == {"Pay", "Ok"}
    assert made.conversion.states["bank"] == "pay"


def test_another_system_in_the_flow_is_undecided():
    made = Converted("pay: step Pay\nbank: external Bank\nok: succeeded Ok\npay -> bank\nbank -> ok")
    assert made.states["Bank"]["Resource"] == "${Bank}"


def test_the_same_words_twice_and_none_give_names_of_their_own():
    made = Converted("a: step Check\nb: step Check\nc: step  \na -> b\nb -> c")
    assert list(made.states) == ["Check", "Check 2", "Step"]
    assert made.states["Check 2"]["Resource"] == "${Check2}"
    assert "convert-no-words" in made.codes


def test_words_of_people_are_never_expressions():
    made = Converted("p: person {% $x %} ${Secret}\nok: step Ok\np -> ok")
    body = made.states["{ % $x % } $ {Secret}"]["Arguments"]["MessageBody"]
    assert body["request"] == "{ % $x % } $ {Secret}"


def test_what_cards_say_beside_their_words_carries_over():
    from dataclasses import replace

    drawn = sketch("a: step A @Shop\nn: note Remember")
    operations = read_operations(
        {"money": "takes", "failures": [{"what": "busy", "errors": ["Busy"], "answer": "retry"}]}
    )
    cards = {**drawn.cards, "a": replace(drawn.cards["a"], operations=operations)}
    made = Converted(replace(drawn, cards=cards))
    entry = made.draft.states["a"].entry
    assert entry["owner"] == "Shop"
    assert entry["operations"]["money"] == "takes"
    assert entry["position"] == {"x": 200, "y": 0}
    assert made.states["A"]["Retry"][0]["ErrorEquals"] == ["Busy"]
    assert made.draft.notes == {"n": {"text": "Remember", "position": {"x": 200, "y": 120}}}


def test_what_stands_below_a_card_with_further_states_makes_room_for_them():
    drawn = sketch(
        """ask: person Approve within 2 days
        no: failed Refused
        go: step Go on
        n: note Remember
        ask -yes-> go
        ask -no-> no"""
    )
    lane = Lane("Desk", Point(0, 0), 300, 400)
    made = Converted(replace(drawn, lanes={"l": lane}))
    places = {uid: state.entry["position"]["y"] for uid, state in made.draft.states.items()}
    assert places == {"ask": 0, "ask-choice": 140, "no": 260, "go": 380}
    assert made.draft.notes["n"]["position"] == {"x": 200, "y": 500}
    assert made.draft.lanes["l"]["position"] == {"x": 0, "y": 0}
    assert made.draft.lanes["l"]["height"] == 540
