"""A misspelt name is corrected only if one meaning is certain."""

from __future__ import annotations

import time

import pytest

from schemas.core.did_you_mean import Names


@pytest.mark.parametrize(
    ("word", "names", "meant"),
    [
        ("check stock", ["CheckStock", "Pay"], "CheckStock"),
        ("ＣheckＳtock", ["CheckStock"], "CheckStock"),
        ("check_stock", ["check-stock"], "check-stock"),
        ("ChekStock", ["CheckStock", "Pay"], "CheckStock"),
        ("Paramaters", ["Parameters", "Resource"], "Parameters"),
        ("Nxet", ["Next", "End"], "Next"),
        ("在庫 確保", ["在庫確保", "在庫確認"], "在庫確保"),
    ],
)
def test_a_slip_is_corrected(word, names, meant):
    assert Names(names).nearest(word) == meant


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("在庫確保", ["在庫確認"]),
        ("Step2", ["Step1"]),
        ("B", ["A"]),
        ("Charge", ["Change", "Charges"]),
        ("決済", ["送料計算"]),
        ("", ["A"]),
    ],
)
def test_another_meaning_is_not_guessed(word, names):
    assert Names(names).nearest(word) is None


def test_a_name_is_not_corrected_to_itself():
    assert Names(["CheckStock"]).nearest("CheckStock") is None


def test_looking_up_does_not_slow_down_with_the_number_of_names():
    names = Names(f"Charge customer {number}" for number in range(10_000))
    names.nearest("Charge customr")
    started = time.perf_counter()
    for _ in range(1_000):
        names.nearest("Charge customr")
    assert time.perf_counter() - started < 1
