"""Every diagnostic has a message in Japanese and English, with the same params."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from schemas.core.diagnostic import Diagnostic, message_texts
from schemas.validator.rules import rules
from schemas.validator.schema_errors.translate import CODES

EN, JA = message_texts("en"), message_texts("ja")
CHOSEN = {
    "deadline-differs none",
    "input-not-provided sometimes",
    "input-not-provided unprovided",
    "loss-without-decision again",
    "money-in-express keyed",
    "money-without-idempotency none",
    "money-without-idempotency unanswered",
    "not-followed constructs",
    "not-followed unfound",
    "person-wait-incomplete deadline",
    "person-wait-incomplete escalation",
    "person-wait-incomplete owner",
    "replaceable-function compares",
    "replaceable-function oneTable",
    "replaceable-function startsOrNotifies",
}
"""The further sentences whose param only chooses them, and is not said."""
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


def params(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", sorted({*rules(), *CODES}))
def test_a_code_has_words_in_both_languages(code):
    assert code in EN
    assert code in JA


def test_both_languages_have_the_same_codes():
    assert EN.keys() == JA.keys()


@pytest.mark.parametrize("code", EN)
def test_both_languages_name_the_same_params(code):
    assert params(EN[code]) == {param.removesuffix("_ja") for param in params(JA[code])}


@pytest.mark.parametrize("code", EN)
def test_the_japanese_words_are_japanese_and_the_english_are_not(code):
    assert JAPANESE.search(JA[code])
    assert not JAPANESE.search(EN[code])


def test_each_sentence_that_a_param_only_chooses_is_there():
    assert EN.keys() >= CHOSEN


@pytest.mark.parametrize("key", [key for key in EN if " " in key])
def test_a_further_sentence_belongs_to_a_code_and_says_its_param_unless_that_only_chooses_it(key):
    code, param = key.split(" ")
    assert code in EN
    assert (param in params(EN[key])) is (key not in CHOSEN)


def test_a_further_sentence_is_said_where_its_param_is_given():
    found = Diagnostic(
        "missing-target", "error", (), params={"field": "Next", "target": "決剤", "nearest": "決済"}
    )
    assert found.message("en").endswith("Did you mean “決済”?")
    assert found.message("ja").endswith("「決済」のことでしょうか。")


def test_a_brace_in_a_param_stays_as_it_is():
    found = Diagnostic("missing-start", "error", (), params={"target": "{nearest}"})
    assert "“{nearest}”" in found.message("en")
