"""The messages of the component that follows other tabs; `live/protocol.gen.ts` is generated from this file.

The component asks the server over HTTP, not the page: a `Ping` and the answer `News` re-run nothing. It sets
its `LiveOutbox`, which re-runs the page's fragment, only where the workflow has changed elsewhere.
"""

from __future__ import annotations

from pydantic import Field

from designer.protocol.message import Message

ID = r"^[\w-]{0,64}$"
MAX_NAME = 40


class Live(Message):
    """The visit that the tab is to report by its secret `token`, and the words of the list of people."""

    token: str
    ask_words: str
    guest_words: str
    same_words: str
    you_words: str
    people_words: str


class LiveOutbox(Message):
    """Asks for the news of that number; `attempt` rises where they have been asked for before."""

    news: int
    attempt: int


class Ping(Message):
    """A sign of life of a tab, and who sits before it.

    `known` is the number of the people that it shows; `leaving` tells that the tab is being closed.
    """

    token: str = Field(pattern=ID)
    tab: str = Field(pattern=ID)
    person: str = Field(pattern=ID)
    name: str = Field(max_length=4 * MAX_NAME)
    known: int
    leaving: bool = False


class Other(Message):
    """Another tab that is here: the name (or "") and the person's own tab or not; its selection by ids."""

    name: str
    colour: int
    is_same: bool
    selected: list[str]


class News(Message):
    """`news` is a number where the tab's page is behind, else null.

    `number` stands for who is here; `others` is given where that is not the number that the tab knows.
    """

    news: int | None
    number: int
    colour: int
    others: list[Other] | None
