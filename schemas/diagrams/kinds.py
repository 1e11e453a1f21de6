"""The kind of card that a node becomes: by its shape, by its edges, and by its words."""

from __future__ import annotations

import re

from schemas.diagrams.diagram import Node, Role
from schemas.sidecar.sketch import CardKind

_OF_ROLE: dict[Role, CardKind] = {
    "decision": "decision",
    "table": "table",
    "external": "external",
    "screen": "screen",
    "person": "person",
    "start": "screen",
}
_QUESTION = re.compile(r"[?？]\s*$|(?:かどうか|ですか|ますか|あるか|ないか|できるか)\s*$")
_PERSON = re.compile(
    r"(?:担当者?|スタッフ|オペレーター?|上長|上司|責任者|管理者|承認者|係|人)(?:$|が|による|の?確認)|目視|手作業|手動"
    r"|^(?:an? |the )?(?:staff|operator|manager|supervisor|clerk|person|human|agent)\b"
    r"|\b(?:by hand|manual(?:ly)?|by (?:staff|a (?:person|human)))\b",
    re.IGNORECASE,
)
_TABLE = re.compile(r"(?:テーブル|データベース|台帳|マスター?|\bDB|\btable|\bdatabase)\s*$", re.IGNORECASE)
_SCREEN = re.compile(r"(?:画面|ページ|フォーム|サイト|\bscreen|\bpage|\bform)\s*$", re.IGNORECASE)
_EXTERNAL = re.compile(
    r"(?:外部システム|決済代行|決済会社|配送会社|運送会社|\bexternal system|\bgateway|\bthird party)\s*$",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"失敗|エラー|異常|キャンセル|取り?消|中止|却下|拒否|お断り|期限切れ|時間切れ|不可|不成立|品切れ|在庫切れ|欠品|\bNG\b"
    r"|\b(?:fail\w*|error\w*|cancel\w*|reject\w*|abort\w*|declin\w*|den(?:y|ied))\b"
    r"|\b(?:expired|timed? ?out|sold out|out of stock)\b",
    re.IGNORECASE,
)
_FAILED_WORD = re.compile(
    r"(?:失敗|エラー|異常終了|キャンセル|中止|却下|拒否|期限切れ|\bNG|\bfail(?:ed|ure)?|\berror|\bcancell?ed|\brejected"
    r"|\baborted)\s*$",
    re.IGNORECASE,
)
_DONE_WORD = re.compile(
    r"(?:終了|完了|おわり|終わり|成功|成立|\bend|\bdone|\bfinish(?:ed)?|\bcompleted?|\bsuccess|\bstop)\s*$",
    re.IGNORECASE,
)


_OPEN: tuple[Role, ...] = ("plain", "terminal", "start", "end", "note")
"""The roles that leave the kind open, so that the name of a kind decides."""


def kind_of(node: Node, is_entered: bool, is_left: bool) -> CardKind:
    """The kind of the card for `node`; the flags tell whether edges lead to it and on from it."""
    text = node.text
    if node.kind and (node.role in _OPEN or _OF_ROLE.get(node.role) == node.kind):
        return node.kind
    if node.role == "note":
        return "step" if is_entered or is_left else "note"
    if node.role in ("end", "terminal"):
        return _terminal(node.role, text, is_entered, is_left)
    if node.role == "screen" and _PERSON.search(text):
        return "person"
    if node.role in _OF_ROLE:
        return _OF_ROLE[node.role]
    return _by_words(text, is_entered, is_left)


def _terminal(role: Role, text: str, is_entered: bool, is_left: bool) -> CardKind:
    """A round shape: an end where nothing leads on, the way in where nothing leads to it."""
    if not is_left and (is_entered or role == "end"):
        return "failed" if _FAILED.search(text) else "succeeded"
    if not is_entered:
        return "screen"
    return _by_words(text, is_entered, is_left)


def _by_words(text: str, is_entered: bool, is_left: bool) -> CardKind:
    if is_entered and not is_left:
        if _FAILED_WORD.search(text):
            return "failed"
        if _DONE_WORD.search(text):
            return "succeeded"
    for kind, pattern in _WORDS:
        if pattern.search(text):
            return kind
    return "step"


_WORDS: tuple[tuple[CardKind, re.Pattern[str]], ...] = (
    ("decision", _QUESTION),
    ("person", _PERSON),
    ("table", _TABLE),
    ("screen", _SCREEN),
    ("external", _EXTERNAL),
)
