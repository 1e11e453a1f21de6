"""The messages by which a field asks for completions; `shared/completion.gen.ts` is generated from this file.

They go over HTTP and do not run the page, since they change nothing.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from designer.protocol.live import ID
from designer.protocol.message import Message

MOST_TEXT = 20_000


class Question(Message):
    """The cursor stands between `before` and `after`, in the text at `path` in the state `uid`.

    `token` is the secret of the tab's visit.
    """

    token: str = Field(pattern=ID)
    uid: str = Field(max_length=200)
    path: list[str | int] = Field(max_length=50)
    before: str = Field(max_length=MOST_TEXT)
    after: str = Field(max_length=MOST_TEXT)
    language: Literal["ja", "en"]


class Offer(Message):
    """`text` may stand in place of `replaced`, the last characters before the cursor.

    `detail` is what is there, or the arguments of a function, of which `help` says what it gives.
    """

    name: str
    text: str
    replaced: str
    kind: Literal["field", "variable", "function", "state"]
    detail: str
    help: str


class Offers(Message):
    """The completions at the cursor."""

    offers: list[Offer]


class CompletedField(Message):
    """The field of the page with the key `key`, whose text stands at `path` in the state, after `opening`."""

    key: str
    path: list[str | int]
    opening: str


class CompletedFields(Message):
    """The fields of the state `uid` that complete what is typed; `words` name their list."""

    token: str
    uid: str
    language: Literal["ja", "en"]
    words: str
    fields: list[CompletedField]
