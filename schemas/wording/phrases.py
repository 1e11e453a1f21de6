"""The words for conditions, errors and durations in each language."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.core.diagnostic import Language
from schemas.core.view_mode import ViewMode


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language; `{}` stands for the operands.

    `tests` has two phrases for each operator such as IsPresent: one for true and one for false. The keys of
    `comparisons` are operators without their type (`LessThan`). `errors` has phrases for common error names.
    `waiting` and `distributed` are said of a Task that waits for its token and of a distributed Map,
    `undecided` of a state with a place that nobody has decided. `units` are the units of time with their
    seconds, the largest first.
    """

    both: str
    either: str
    negation: str
    otherwise: str
    any_error: str
    listing: str
    tests: dict[str, tuple[str, str]]
    comparisons: dict[str, str]
    truth: tuple[str, str]
    errors: dict[str, str]
    times: str
    waiting: dict[ViewMode, str]
    distributed: dict[ViewMode, str]
    undecided: str
    units: tuple[tuple[str, int], ...]


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
        comparisons={
            "Equals": "{}が{}",
            "Differs": "{}が{}以外",
            "LessThan": "{}が{}未満",
            "GreaterThan": "{}が{}超",
            "LessThanEquals": "{}が{}以下",
            "GreaterThanEquals": "{}が{}以上",
            "Matches": "{}が{}の形",
        },
        truth=("いいえ", "はい"),
        errors={
            "States.ALL": "うまくいかないとき",
            "States.TaskFailed": "処理の失敗",
            "States.Timeout": "時間切れ",
            "States.HeartbeatTimeout": "応答が途絶えた",
            "States.Permissions": "権限がない",
            "States.DataLimitExceeded": "データが大きすぎる",
            "Lambda.TooManyRequestsException": "混み合っている",
            "DynamoDB.ConditionalCheckFailedException": "条件に合わない",
        },
        times="{}回",
        waiting={"business": "回答待ち", "engineering": "回答待ち"},
        distributed={"business": "大量並行", "engineering": "分散"},
        undecided="未定",
        units=(("{}日", 86_400), ("{}時間", 3_600), ("{}分", 60), ("{}秒", 1)),
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
        comparisons={
            "Equals": "{} is {}",
            "Differs": "{} is not {}",
            "LessThan": "{} is less than {}",
            "GreaterThan": "{} is more than {}",
            "LessThanEquals": "{} is at most {}",
            "GreaterThanEquals": "{} is at least {}",
            "Matches": "{} looks like {}",
        },
        truth=("no", "yes"),
        errors={
            "States.ALL": "if it fails",
            "States.TaskFailed": "the work failed",
            "States.Timeout": "time ran out",
            "States.HeartbeatTimeout": "no sign of life",
            "States.Permissions": "not permitted",
            "States.DataLimitExceeded": "too much data",
            "Lambda.TooManyRequestsException": "too busy",
            "DynamoDB.ConditionalCheckFailedException": "the condition failed",
        },
        times="{}×",
        waiting={"business": "awaits answer", "engineering": "token"},
        distributed={"business": "many at once", "engineering": "distributed"},
        undecided="undecided",
        units=(("{} d", 86_400), ("{} h", 3_600), ("{} min", 60), ("{} s", 1)),
    ),
}
