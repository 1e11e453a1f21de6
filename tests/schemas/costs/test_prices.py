"""A price file of one's own is read, or refused with the member that is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from schemas.costs.prices import FILE, BadPrices, load_prices, read_prices, usual_prices


def changed(**members) -> str:
    return json.dumps({**json.loads(FILE.read_text(encoding="utf-8")), **members})


def test_the_file_that_comes_along_is_dated_and_has_both_regions() -> None:
    prices = usual_prices()
    assert prices.date >= "2026" and prices.source.startswith("https://aws.amazon.com/")
    assert prices.regions.keys() == {"us-east-1", "ap-northeast-1"}
    assert prices.of("ap-northeast-1")[0] == "ap-northeast-1"
    assert prices.of("eu-west-1")[0] == "us-east-1"


@pytest.mark.parametrize(
    ("written", "why", "at"),
    [
        ("no json", "not-json", ""),
        ("[]", "not-json", ""),
        ("[" * 100_000, "not-json", ""),
        ("{}", "missing", "regions"),
        (changed(date=None), "missing", "date"),
        (changed(freeTransitions="4000"), "no-amount", "freeTransitions"),
        (changed(regions={"r": {"perGBHour": []}}), "missing", "regions.r.perGBHour"),
        (changed(regions={"r": {"perGBHour": [{"price": 1}]}}), "no-amount", "regions.r.perTransition"),
        (
            changed(regions={"r": {"perTransition": -1, "perRequest": 0, "perGBHour": [{"price": 1}]}}),
            "no-amount",
            "regions.r.perTransition",
        ),
        (
            changed(
                regions={
                    "r": {
                        "perTransition": 0,
                        "perRequest": 0,
                        "perGBHour": [{"upTo": 5, "price": 1}, {"upTo": 3, "price": 1}, {"price": 1}],
                    }
                }
            ),
            "not-ascending",
            "regions.r.perGBHour[1].upTo",
        ),
        (changed(rates={"JPY": True}), "no-amount", "rates.JPY"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_its_place(written: str, why: str, at: str) -> None:
    with pytest.raises(BadPrices) as refused:
        read_prices(written)
    assert (refused.value.why, refused.value.at) == (why, at)


def test_a_file_that_is_no_text_or_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "prices.json"
    for data, why in ((b"\xff\xfe\x00", "not-json"), (b" " * 1_000_001, "too-large")):
        file.write_bytes(data)
        with pytest.raises(BadPrices) as refused:
            load_prices(file)
        assert refused.value.why == why
