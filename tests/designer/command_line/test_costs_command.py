"""`designer costs`: what a workflow costs in a month, in words and as JSON."""

from __future__ import annotations

import json

import pytest

FLOW = """{"StartAt": "注文", "States": {
  "注文": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "完了"},
  "完了": {"Type": "Succeed"}}}"""
PERSON = FLOW.replace("lambda:invoke", "lambda:invoke.waitForTaskToken")
LOOP = '{"StartAt": "a", "States": {"a": {"Type": "Pass", "Next": "a"}}}'
SIDECAR = (
    '{"version": 1, "states": {"u": {"name": "注文", "estimate": {"seconds": 2, "attempts": 1.5}}},'
    ' "volume": {"ordersPerMonth": 40000}, "deployment": {"region": "us-east-1"}}'
)


@pytest.fixture(autouse=True)
def files(folder):
    (folder / "注文.asl.json").write_text(FLOW, "utf-8")
    (folder / "注文.design.json").write_text(SIDECAR, "utf-8")


def test_the_sums_are_told_with_marked_defaults(designer):
    ran = designer("costs", "注文.asl.json")
    assert (ran.code, ran.err) == (0, "")
    assert "40,000 runs a month, us-east-1" in ran.out
    assert "1.000        1.500      2.0      1.50         注文" in ran.out
    assert "0.0*     1.00*         完了" in ran.out
    assert "Standard: 140,000 state transitions, of which 4,000 are free\n  3.40 USD a month" in ran.out
    assert "Express: 40,000 requests, 3.0 s each at 64* MB, 2.08 GB-hours\n  0.17 USD a month" in ran.out
    assert "月に 40,000 回" in designer("costs", "注文.asl.json", "--lang", "ja").out


def test_the_orders_on_the_line_replace_those_of_the_sidecar(designer):
    assert "1,000 runs a month" in designer("costs", "注文.asl.json", "--orders", "1000").out


def test_json_has_the_same_numbers(designer):
    found = json.loads(designer("costs", "注文.asl.json", "--format", "json").out)
    assert found["standard"] == {"transitions": 140_000, "freeTransitions": 4000, "cost": pytest.approx(3.4)}
    assert found["ordersPerMonth"] == {"value": 40_000, "default": False}
    (pay, done) = found["states"]
    assert (pay["visits"], pay["seconds"]) == (1, {"value": 2, "default": False})
    assert done["seconds"]["default"]


def test_why_express_is_impossible_is_told(folder, designer):
    (folder / "注文.asl.json").write_text(PERSON, "utf-8")
    ran = designer("costs", "注文.asl.json")
    assert "Express is impossible here:\n  - “注文” waits for something" in ran.out


def test_a_loop_without_an_end_is_told(folder, designer):
    (folder / "注文.asl.json").write_text(LOOP, "utf-8")
    ran = designer("costs", "注文.asl.json")
    assert "No costs: a run never leaves the loop of a." in ran.out and "USD" not in ran.out


def test_another_price_file_is_used(folder, designer, monkeypatch):
    region = {"perTransition": 1, "perRequest": 0, "perGBHour": [{"price": 0}]}
    prices = {"date": "2030-01-01", "regions": {"us-east-1": region}, "rates": {"JPY": 150}}
    (folder / "prices.json").write_text(json.dumps(prices), "utf-8")
    told = designer("costs", "注文.asl.json", "--prices", "prices.json").out
    assert "prices of 2030-01-01" in told and "140,000.00 USD ≈ 21,000,000 JPY" in told
    monkeypatch.setenv("DESIGNER_PRICES", str(folder / "prices.json"))
    assert designer("costs", "注文.asl.json").out == told


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("{}", "lacks regions"),
        ('{"date": "2030", "regions": {"a": {"perTransition": "x"}}}', "lacks regions.a.perGBHour"),
        ("no", "must be a JSON object"),
        (None, "cannot be read"),
    ],
)
def test_a_wrong_price_file_is_refused_in_one_line(folder, designer, written, reason):
    if written is not None:
        (folder / "prices.json").write_text(written)
    ran = designer("costs", "注文.asl.json", "--prices", "prices.json")
    assert ran.code == 1 and reason in ran.refusal and ran.out == ""


@pytest.mark.parametrize("orders", ["0", "-1", "many", "1e13"])
def test_a_number_of_orders_that_is_none_is_refused(designer, orders):
    ran = designer("costs", "注文.asl.json", "--orders", orders)
    assert ran.code == 2 and "--orders" in ran.refusal


def test_text_that_cannot_be_read_is_refused(folder, designer):
    (folder / "注文.asl.json").write_text('{"StartAt": ')
    ran = designer("costs", "注文.asl.json")
    assert ran.code == 1 and "Not computed" in ran.err and ran.out == ""
