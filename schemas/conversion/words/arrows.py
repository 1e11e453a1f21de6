"""The words on arrows: "else", failures and the errors that they name, and ways that go on together."""

from __future__ import annotations

import re

_ELSE = re.compile(
    r"\s*(?:(?:それ|上記|これら|以上)?以外|その他|そのほか|ほか|他|いいえ|ノー|否|ちがう|違う|該当なし|どれでもない)"
    r"(?:の(?:場合|とき)|(?:場合|とき))?(?:は|に)?\s*[。.!]?\s*|"
    r"\s*(?:no|n|else|otherwise|default|false|(?:all |any )?others?|(?:anything|everything) else|not|if not|"
    r"in (?:any|all) other cases?)\s*[.!]?\s*",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"なし$|ない$|ません$|不[可足正合良]|NG\b|失敗|エラー|却下|拒否|拒絶|断|未満|切れ|無効|"
    r"\b(?:not|no|out of|fail\w*|error|reject\w*|declin\w*|den\w*|invalid|refus\w*|unavailable|missing)\b",
    re.IGNORECASE,
)
_FAILURE = re.compile(
    r"失敗|エラー|異常|例外|障害|NG\b|ダメ|だめ|うまくいかな|不可|拒否|拒絶|断られ|断わられ|できな|出来な|タイムアウト|時間切れ|時間ぎれ|"
    r"\b(?:fail(?:s|ed|ure|ures)?|errors?|exception|times? ?out|timed ?out|timeout|declined|rejected|refused|"
    r"unavailable|broken|crash(?:es|ed)?)\b",
    re.IGNORECASE,
)
_TIMEOUT = re.compile(
    r"タイムアウト|時間切れ|時間ぎれ|期限切れ|期限までに|期限を過ぎ|期限超過|返事がな|返事なし|応答なし|回答なし|"
    r"答えがな|\b(?:times? ?out|timed ?out|timeout|no (?:answer|reply|response)|overdue|expire[sd]?|"
    r"deadline|too late)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"在庫(?:が)?(?:な|無|切)|売り?切れ|品切れ|不足|足りな|重複|二重|既に|すでに|"
    r"out of stock|sold ?out|no stock|not enough|insufficient|already|duplicate|conflict",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\s*(?:並行(?:して|で)?|並列(?:で)?|同時(?:に)?|両方|かつ|"
    r"parallel|in parallel|both|and|at the same time)\s*",
    re.IGNORECASE,
)
_ERROR_NAME = re.compile(
    r"(?<![\w.])(?:States\.[A-Za-z]+(?:\.[A-Za-z]+)*|[A-Z][A-Za-z0-9]*\.[A-Z][A-Za-z0-9.]+|"
    r"[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)(?![\w.])",
    re.ASCII,
)
_SOUNDS_LIKE_ERROR = re.compile(
    r"\.|(?:Error|Exception|Fail\w*|Fault|Declined|Rejected|Refused|Denied|Expired|Invalid|NotFound|Missing|"
    r"Exceeded|Timeout|TimedOut|Unavailable|OutOfStock|Shortage|Insufficient\w*|Cancel\w*|Conflict|Duplicate\w*|"
    r"Exists|Limit|Throttl\w*|Unauthorized|Forbidden|Busy|Aborted|Closed)\Z"
)


def is_else(label: str) -> bool:
    """True for the words of the way that is taken where no other is: "それ以外", "else", "no"."""
    return _ELSE.fullmatch(label) is not None


def is_negative(label: str) -> bool:
    """True for words that deny something: "在庫なし", "NG", "not approved"."""
    return _NEGATIVE.search(label) is not None


def is_failure(label: str) -> bool:
    """True for words of a call that fails, or the name of an error."""
    return bool(_FAILURE.search(label) or error_names_in(label))


def is_timeout(label: str) -> bool:
    """True for words of an answer that does not come in time."""
    return _TIMEOUT.search(label) is not None


def is_failed_condition(label: str) -> bool:
    """True for words of a conditional write that is refused: "在庫なし", "already there"."""
    return _CONDITION.search(label) is not None


def is_together(label: str) -> bool:
    """True for words of ways that are all taken: "同時に", "in parallel"; an arrow without words is one."""
    return not label.strip() or _TOGETHER.fullmatch(label) is not None


def error_names_in(label: str) -> tuple[str, ...]:
    """The names of errors in the words: `PaymentDeclined`, `States.Timeout`.

    A name that does not sound like an error's, such as `PayPay`, is one beside words of failure alone.
    """
    found = dict.fromkeys(_ERROR_NAME.findall(label))
    named = tuple(name for name in found if _SOUNDS_LIKE_ERROR.search(name))
    return named or (tuple(found) if _FAILURE.search(label) else ())
