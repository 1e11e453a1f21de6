"""The words that conditions and errors are read out with, by language."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.diagnostic import Language


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`tests` has, for each operator that asks what a value is, the words where it is so and where not."""

    both: str
    either: str
    negation: str
    otherwise: str
    any_error: str
    listing: str
    tests: dict[str, tuple[str, str]]


VOCABULARY: dict[Language, Vocabulary] = {
    "ja": Vocabulary(
        both=" かつ ",
        either=" または ",
        negation="「{}」でない",
        otherwise="それ以外",
        any_error="すべてのエラー",
        listing="、",
        tests={
            "IsPresent": ("{}がある", "{}がない"),
            "IsNull": ("{}がnull", "{}がnullでない"),
            "IsString": ("{}が文字列", "{}が文字列でない"),
            "IsNumeric": ("{}が数値", "{}が数値でない"),
            "IsBoolean": ("{}が真偽値", "{}が真偽値でない"),
            "IsTimestamp": ("{}が日時", "{}が日時でない"),
        },
    ),
    "en": Vocabulary(
        both=" and ",
        either=" or ",
        negation="not ({})",
        otherwise="otherwise",
        any_error="any error",
        listing=", ",
        tests={
            "IsPresent": ("{} is present", "{} is absent"),
            "IsNull": ("{} is null", "{} is not null"),
            "IsString": ("{} is text", "{} is not text"),
            "IsNumeric": ("{} is a number", "{} is not a number"),
            "IsBoolean": ("{} is true or false", "{} is neither true nor false"),
            "IsTimestamp": ("{} is a time", "{} is not a time"),
        },
    ),
}
