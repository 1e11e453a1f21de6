"""Which workflow starts which, by every way in which a definition may name another; and their places."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from designer.landscape.board import board
from designer.landscape.landscape import Member, describe, landscape
from designer.landscape.names import comparable
from designer.landscape.places import places
from designer.landscape.starts import starts
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

CALL = "arn:aws:states:::states:startExecution"
ARN = "arn:aws:states:ap-northeast-1:111122223333:stateMachine"


def workflow(name, *machines, resource=CALL, deployment=None, owners=(), field="Arguments"):
    states = {
        f"S{number}": {"Type": "Task", "Resource": resource, field: {"StateMachineArn": machine}, "End": True}
        for number, machine in enumerate(machines)
    }
    entries = {f"u{number}": {"name": f"S{number}", "owner": owner} for number, owner in enumerate(owners)}
    design = {"version": 1, "states": entries, **({"deployment": deployment} if deployment else {})}
    texts = [json.dumps(value, ensure_ascii=False) for value in ({"StartAt": "S0", "States": states}, design)]
    return Workflow(name, Document.parse(texts[0], "json"), Design(Document.parse(texts[1], "json")))


def mapped(*workflows):
    now = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    return landscape(Member(each.name, each.name, now, 0, 0, describe(each)) for each in workflows)


def substituted(value):
    return {"substitutions": {"Other": value}}


@pytest.mark.parametrize(
    "resource",
    [
        CALL,
        f"{CALL}.sync",
        f"{CALL}.sync:2",
        f"{CALL}.waitForTaskToken",
        "arn:aws:states:::aws-sdk:sfn:startExecution",
        "arn:aws:states:::aws-sdk:sfn:startSyncExecution",
    ],
)
def test_every_call_that_starts_an_execution_is_an_arrow(resource):
    found = mapped(workflow("Parent", f"{ARN}:Refund", resource=resource), workflow("Refund"))
    assert found.arrows == (("Parent", "Refund"),)


def test_other_calls_are_no_arrows():
    other = "arn:aws:states:::aws-sdk:sfn:describeExecution"
    assert starts(workflow("Parent", f"{ARN}:Refund", resource=other)) == ()


@pytest.mark.parametrize(
    ("machine", "deployment"),
    [
        (f"{ARN}:返金", None),
        (f"{ARN}:返金-prod", None),
        (f"{ARN}:返金:7", None),
        (f"{ARN}:返金-${{Stage}}", None),
        ("arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:返金", None),
        ("${返金}", None),
        (f"{{% '{ARN}:返金' %}}", None),
        ("{% '${返金}' %}", None),
        ("${Other}", substituted({"value": f"{ARN}:返金"})),
        ("${Other}", substituted({"parameter": "P", "default": f"{ARN}:返金"})),
        ("${Other}", substituted({"parameter": "返金"})),
        ("${Other}", substituted({"resource": "返金", "attribute": "Arn"})),
        ("${Other}", substituted({"value": {"Fn::Sub": "arn:aws:states:x:1:stateMachine:返金"}})),
        ({"Fn::GetAtt": ["返金", "Arn"]}, None),
        ({"Ref": "返金"}, None),
        (f"{ARN}:workflow-fa5fb1", None),
    ],
)
def test_a_workflow_is_meant_by_its_name_its_placeholder_and_what_exports_call_it(machine, deployment):
    found = mapped(workflow("親", machine, deployment=deployment), workflow("返金"))
    assert found.arrows == (("親", "返金"),)
    assert found.unknown == {}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("RefundStateMachineArn", "Refund"),
        ("refund-flow-dev", "Refund flow"),
        ("ＲＥＦＵＮＤ", "refund"),
        ("StateMachineArn", "state machine"),
    ],
)
def test_names_are_compared_without_what_only_exports_add(written, name):
    assert comparable(written) == comparable(name)


def test_a_service_of_the_deployment_settings_names_the_workflow():
    refund = workflow("返金の流れ", deployment={"service": "ec-refund"})
    assert mapped(workflow("親", f"{ARN}:ec-refund-prod"), refund).arrows == (("親", "返金の流れ"),)


def test_a_machine_that_only_an_execution_knows_is_neither_arrow_nor_unknown():
    found = mapped(workflow("Parent", "{% $states.input.machine %}"), workflow("machine"))
    assert (found.arrows, found.unknown) == ((), {})


def test_what_the_library_does_not_have_is_told_by_its_name():
    found = mapped(workflow("Parent", f"{ARN}:Gone", "${LostArn}", f"{ARN}:Gone"))
    assert found.unknown == {"Parent": ("Gone", "LostArn")}


def test_a_workflow_of_that_name_comes_before_one_with_that_service():
    other = workflow("A", deployment={"service": "refund"})
    assert mapped(workflow("P", f"{ARN}:Refund"), other, workflow("refund")).arrows == (("P", "refund"),)


def test_a_text_that_cannot_be_read_starts_nothing():
    broken = Workflow("Broken", Document.parse('{"StartAt": ', "json"))
    assert mapped(broken, workflow("A")).arrows == ()


def test_owners_are_told_by_the_number_of_their_states():
    found = describe(workflow("A", "x", "y", "z", owners=("倉庫", "経理", "経理")))
    assert found.owners == ("経理", "倉庫")


def test_members_stand_in_the_order_of_their_names_and_numbers():
    found = mapped(*(workflow(name) for name in ("flow 10", "B", "flow 2", "a")))
    assert list(found.members) == ["a", "B", "flow 2", "flow 10"]


def test_both_ends_of_an_arrow_are_told():
    found = mapped(workflow("P", f"{ARN}:C"), workflow("C"))
    assert [member.name for member in found.started_by("P")] == ["C"]
    assert [member.name for member in found.starting("C")] == ["P"]


def test_places_are_the_same_for_the_same_library_and_no_card_covers_another():
    ids = tuple(f"w{number}" for number in range(40))
    arrows = tuple((f"w{number}", f"w{number + 1}") for number in range(0, 12, 2))
    found = places(ids, arrows)
    assert found == places(ids, arrows) and set(found) == set(ids)
    corners = list(found.values())
    assert not any(
        abs(a[0] - b[0]) < 232 and abs(a[1] - b[1]) < 120
        for i, a in enumerate(corners)
        for b in corners[i + 1 :]
    )
    assert all(found[source][0] < found[target][0] for source, target in arrows)


def test_a_circle_of_starts_and_one_of_itself_have_places():
    found = mapped(workflow("A", f"{ARN}:B"), workflow("B", f"{ARN}:A"), workflow("C", f"{ARN}:C"))
    drawn = board(found, "", "en", False, str)
    assert {card.id for card in drawn.cards} == {"/sheet", "A", "B", "C"}
    assert drawn.arrows == (("A", "B"), ("B", "A"))


def test_words_on_a_card_are_no_html_and_no_markdown():
    found = mapped(workflow("<img src=x onerror=alert(1)>\n# *x*", "y", owners=("<b>",)))
    (card,) = [card for card in board(found, "", "ja", True, str).cards if card.id != "/sheet"]
    assert "<img" not in card.content and "<b>" not in card.content
    assert card.content.startswith("<div>") and "\n" not in card.content
