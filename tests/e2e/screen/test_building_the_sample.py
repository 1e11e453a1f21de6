"""The checkout sample drawn on an empty canvas, without a look at ASL."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

import pytest
from board import Board
from budget import deep_only
from facilitator import Facilitator
from playwright.sync_api import Page
from shelving import taken
from tooling import needs_chromium

from designer.library.samples import load_sample
from schemas.asl.graph import graph
from schemas.asl.services import integration
from schemas.sidecar.workflow import Workflow

pytestmark = [pytest.mark.browser, needs_chromium]

MOST_GESTURES = 250
EMPTY = '{"StartAt": "", "States": {}}'


@deep_only
def test_the_sample_is_drawn(
    page: Page, harness: Callable[[str], str], flows: str, record_property: Callable[[str, object], None]
) -> None:
    url = harness(EMPTY)
    person = Facilitator(Board(page).open(f"{url}&lang=ja"))
    begun = time.perf_counter()
    draw_order(person)
    draw_payment(person)
    draw_refusal(person)
    draw_decision(person)
    person.board.settle()
    record_property("seconds", round(time.perf_counter() - begun, 1))
    record_property("gestures", person.gestures)
    drawn = taken(flows, url.partition("workflow=")[2])
    assert outline(drawn) == outline(load_sample("checkout"))
    assert person.gestures <= MOST_GESTURES


def draw_order(person: Facilitator) -> None:
    person.add("dynamodb:getItem", "カートを読む")
    person.add("Choice", "注文できるカートか")
    person.lead_to_new("choice", "Lambda 呼び出し", "在庫チェック")
    person.add("Choice", "在庫は足りるか")
    person.lead_to_new("choice", "Lambda 呼び出し", "送料計算")
    person.add("Map", "在庫確保")
    person.add("dynamodb:updateItem", "一商品を確保")
    person.lead_to_new("catch", "通過", "確保できなかった")
    person.select("一商品を確保")
    person.lead("catch", "確保できなかった")
    person.select("在庫確保")
    person.add("Choice", "すべて確保できたか")


def draw_payment(person: Facilitator) -> None:
    person.lead_to_new("choice", "Lambda 呼び出し", "決済")
    person.add("Parallel", "伝票作成")
    person.add("dynamodb:putItem", "注文伝票")
    person.select("伝票作成")
    person.add("dynamodb:putItem", "配送伝票")
    person.select("伝票作成")
    person.add("dynamodb:updateItem", "カートを空にする")
    person.add("Succeed", "注文完了")


def draw_refusal(person: Facilitator) -> None:
    person.select("在庫確保")
    person.lead_to_new("catch", "繰り返し", "在庫を戻す")
    person.add("dynamodb:updateItem", "一商品を戻す")
    person.lead_to_new("catch", "通過", "戻すものなし")
    person.select("在庫を戻す")
    person.add("dynamodb:updateItem", "注文番号を更新")
    person.add("Choice", "不成立の理由")
    person.lead_to_new("choice", "成功", "在庫なし")
    person.select("不成立の理由")
    person.lead_to_new("choice", "成功", "決済不可")
    person.select("不成立の理由")
    person.lead_to_new("default", "失敗", "受付不可")
    person.select("注文番号を更新")
    person.lead("catch", "不成立の理由")
    person.select("注文できるカートか")
    person.lead("default", "受付不可")
    person.select("在庫は足りるか")
    person.lead("default", "注文番号を更新")
    person.select("すべて確保できたか")
    person.lead("choice", "在庫を戻す")
    person.lead("default", "在庫を戻す")


def draw_decision(person: Facilitator) -> None:
    person.select("決済")
    person.lead("catch", "在庫を戻す")
    person.lead_to_new("catch", "SNS 通知", "担当へ知らせる")
    person.add("sqs:sendMessage", "人の判断を待つ")
    person.add("Choice", "人の答え")
    person.lead("choice", "伝票作成")
    person.lead("choice", "在庫を戻す")
    person.lead("default", "人の判断を待つ")
    person.lead_to_new("choice", "成功", "担当が完了")
    person.select("人の判断を待つ")
    person.lead_to_new("catch", "SNS 通知", "責任者へ知らせる")
    person.lead("next", "人の判断を待つ")
    person.lead("catch", "人の判断を待つ")
    for name in ("伝票作成", "カートを空にする", "在庫を戻す"):
        person.select(name)
        person.lead("catch", "担当へ知らせる")
    person.select("担当へ知らせる")
    person.lead("catch", "人の判断を待つ")


def outline(workflow: Workflow) -> tuple[Counter[tuple[str, str, str]], Counter[tuple[str, str, str]]]:
    """The states with their types and what they call, and the arrows; settings are left to the inspector."""
    found = graph(workflow.document.value)
    return (
        Counter((state.name, state.type, _called(state.fields.get("Resource"))) for state in found.states),
        Counter((getattr(edge.source, "name", ""), edge.kind, edge.name) for edge in found.edges),
    )


def _called(resource: object) -> str:
    called = integration(resource) if isinstance(resource, str) else None
    return f"{called.service}:{called.action}" if called else ""
