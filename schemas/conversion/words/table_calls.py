"""Calls of DynamoDB in words: reading and writing arrows between a step and a table."""

from __future__ import annotations

import re
from typing import Literal

Call = Literal["getItem", "query", "putItem", "updateItem", "deleteItem"]
"""The operation of DynamoDB."""

Amount = Literal["less", "more", ""]
"""The direction in which an update changes a number, if it does."""

_CALLS: tuple[tuple[Call, re.Pattern[str]], ...] = (
    (
        "deleteItem",
        re.compile(r"削除|取り?消|消す|消し|破棄|\b(?:delet|remov|cancel|clear)\w*", re.IGNORECASE),
    ),
    (
        "query",
        re.compile(
            r"検索|一覧|全件|すべて読|履歴を?(?:見|読|取)|探|\b(?:quer|search|list|find all|scan)\w*",
            re.IGNORECASE,
        ),
    ),
    (
        "updateItem",
        re.compile(
            r"更新|変更|減ら|減算|引き?当て|確保|予約|増や|加算|戻|返却|付与|空に|上げ|下げ|"
            r"\b(?:updat|chang|decreas|reduc|reserv|increas|restor|return|releas|set|mark|subtract|adjust)\w*",
            re.IGNORECASE,
        ),
    ),
    (
        "putItem",
        re.compile(
            r"登録|追加|書|保存|記録|作成|作る|挿入|新規|\b(?:writ|put|add|sav|insert|creat|regist|stor|record|log)\w*",
            re.IGNORECASE,
        ),
    ),
    (
        "getItem",
        re.compile(
            r"参照|取得|読|確認|見る|照会|チェック|\b(?:read|get|fetch|load|look|check|find)\w*",
            re.IGNORECASE,
        ),
    ),
)
_READS = ("getItem", "query")
_NOUNS = ("Table", "テーブル", "データベース", "DB", "マスタ", "マスター", "台帳", "表")
_LESS = re.compile(
    r"減ら|減算|引き?当て|確保|予約|引く|使う|消費|\b(?:decreas|reduc|reserv|subtract|use|consum|take)\w*",
    re.IGNORECASE,
)
_MORE = re.compile(r"増や|加算|戻|返却|付与|\b(?:increas|restor|return|releas|grant|give)\w*", re.IGNORECASE)
_NEW_ONLY = re.compile(
    r"重複|二重|一度だけ|一回だけ|初回|新規|なければ|無ければ|"
    r"\b(?:once|only new|if (?:it is )?(?:new|missing|absent|not there)|if not exists|unique)\b",
    re.IGNORECASE,
)
_IF_THERE = re.compile(
    r"在庫があれば|あるとき|あれば|足り|残って|\bif (?:in stock|available|there|enough|it exists)\b",
    re.IGNORECASE,
)


def call_of(label: str, step: str, *, reads: bool) -> Call:
    """The call of an arrow: by its words, else by its direction and the words of the step.

    `reads` is true for an arrow that comes from the table.
    """
    named = _call_in(label)
    if named:
        return named
    of_step = _call_in(step)
    if of_step and (of_step in _READS) is reads:
        return of_step
    return "getItem" if reads else "putItem"


def table_name(words: str) -> str:
    """The words of a table without the word table."""
    plain = words.strip()
    for noun in _NOUNS:
        if plain.lower().endswith(noun.lower()) and len(plain) > len(noun):
            return plain[: -len(noun)].strip(" -_・の")
    return plain


def amount_of(words: str) -> Amount:
    """The direction in which the words change a number in the table."""
    if _LESS.search(words):
        return "less"
    return "more" if _MORE.search(words) else ""


def is_for_new_only(words: str) -> bool:
    """True if the words say that an item must not be there yet."""
    return _NEW_ONLY.search(words) is not None


def is_for_existing_only(words: str) -> bool:
    """True if the words say that an item must be there."""
    return _IF_THERE.search(words) is not None


def verb_in(words: str) -> tuple[Call, str, str] | None:
    """The call that the words ask for, its verb, and the words behind it.

    The verb stands last in Japanese, and first in English.
    """
    found = [(match, call) for call, pattern in _CALLS for match in pattern.finditer(words)]
    if not found:
        return None
    pick = min if words.isascii() else max
    match, call = pick(found, key=lambda one: one[0].start())
    return call, match[0], words[match.end() :]


def _call_in(words: str) -> Call | None:
    verb = verb_in(words)
    return verb[0] if verb else None
