"""The messages between code editor and Python; `code_editor/protocol.gen.ts` is generated from this file.

The editor sends an `Outbox`: what was typed since the text that it began from, as splices, until Python has
acknowledged it. Python answers with an `Answer`: the text as it stands, and what became of what was typed.

Places count as the browser counts them: in UTF-16 units, each line break being one.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from designer.protocol.message import Marker, Message


class TextChange(Message):
    """The text between `start` and `end` was replaced by `text`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Submission(Message):
    """Changes to the text whose digest is `base`; the numbers of one client rise by one."""

    number: int
    base: str
    changes: list[TextChange]


class Outbox(Message):
    """The editor's message; `seen` is the digest of the text that it shows ("" for none).

    `attempt` rises with each outbox, so that no two are alike.
    """

    client: str
    attempt: int
    seen: str = ""
    submission: Submission | None = None


class TextMarker(Marker):
    """A marker with its position in the text; line and column count from 1, in characters."""

    line: int
    column: int


class StateRange(Message):
    """The range of the state `uid` in the text."""

    uid: str
    start: int
    end: int


class Answer(Message):
    """Python's answer to one client ("" before one has spoken), about one workflow in one format.

    `acknowledged` is the last submission of this client that was applied or refused. `refused` says why it
    was refused: its changes overlap other changes ("conflict"), or the result cannot be read. `text` is None
    where the client has it already; `state_ranges` is None where the text cannot be read. `token` is the
    secret of the tab's visit, by which the editor asks for completions.
    """

    workflow: str
    format: Literal["json", "yaml"]
    client: str
    acknowledged: int
    refused: Literal["", "conflict", "unreadable"] = ""
    digest: str
    text: str | None = None
    markers: list[TextMarker]
    state_ranges: list[StateRange] | None = None
    selected: str = ""
    token: str = ""
    language: Literal["ja", "en"] = "ja"
