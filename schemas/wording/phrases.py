"""The words for conditions, errors and durations in each language."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.core.diagnostic import Language
from schemas.core.view_mode import ViewMode
from schemas.wording.error_kinds import ErrorKind, error_kind


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language; `{}` stands for the operands.

    `tests` has two phrases for each operator such as IsPresent: one for true and one for false. The keys of
    `comparisons` are operators without their type (`LessThan`). `errors` has phrases for the kinds of errors.
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
    errors: dict[ErrorKind, str]
    times: str
    waiting: dict[ViewMode, str]
    distributed: dict[ViewMode, str]
    undecided: str
    units: tuple[tuple[str, int], ...]
    between_units: str

    def error(self, name: str) -> str:
        """The error of that name in words; a name that has none as it is."""
        kind = error_kind(name)
        return self.errors[kind] if kind else name


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
            "all": "うまくいかないとき",
            "any other": "処理の失敗",
            "condition failed": "条件に合わない",
            "too much data": "データが大きすぎる",
            "no heartbeat": "応答が途絶えた",
            "timeout": "時間切れ",
            "throttled": "混み合っている",
            "not permitted": "権限がない",
            "running already": "同じ名前の実行がもうある",
            "not found": "呼び出す先が見つからない",
            "unexpected data": "データの形が想定と違う",
            "no choice": "どの条件にも合わない",
            "too many items failed": "失敗した件数が多すぎる",
            "list unreadable": "一覧を読めない",
            "results unwritten": "結果を書けない",
            "failed inside": "中の工程の失敗",
            "service trouble": "呼び出した先の不調",
        },
        times="{}回",
        waiting={"business": "回答待ち", "engineering": "回答待ち"},
        distributed={"business": "大量並行", "engineering": "分散"},
        undecided="未定",
        units=(("{}日", 86_400), ("{}時間", 3_600), ("{}分", 60), ("{}秒", 1)),
        between_units="",
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
            "all": "if it fails",
            "any other": "the work failed",
            "condition failed": "the condition failed",
            "too much data": "too much data",
            "no heartbeat": "no sign of life",
            "timeout": "time ran out",
            "throttled": "too busy",
            "not permitted": "not permitted",
            "running already": "a run of that name exists already",
            "not found": "what it calls does not exist",
            "unexpected data": "unexpected data",
            "no choice": "no condition holds",
            "too many items failed": "too many items failed",
            "list unreadable": "the list cannot be read",
            "results unwritten": "the results cannot be written",
            "failed inside": "a step inside failed",
            "service trouble": "the called service has trouble",
        },
        times="{}×",
        waiting={"business": "awaits answer", "engineering": "token"},
        distributed={"business": "many at once", "engineering": "distributed"},
        undecided="undecided",
        units=(("{} d", 86_400), ("{} h", 3_600), ("{} min", 60), ("{} s", 1)),
        between_units=" ",
    ),
}
