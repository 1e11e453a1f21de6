"""Sessions of the designer without a browser: they speak Streamlit's protocol, as its page does.

A browser for each would be what is measured. A session keeps of all that it receives the canvas' responses.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from uuid import uuid4

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

SUBPROTOCOL = Subprotocol("streamlit")
CANVAS = "designer.canvas"
Intent = dict[str, object]


@dataclass
class Session:
    """One tab: its canvas, and the numbers of what it was sent."""

    socket: ClientConnection
    query: str
    client: str = field(default_factory=lambda: uuid4().hex)
    canvas: str = ""
    fragment: str = ""
    epoch: str = ""
    seen: int = -1
    acknowledged: int = 0
    sent: int = 0
    nodes: dict[str, dict] = field(default_factory=dict)
    runs: int = 0

    async def open(self) -> None:
        """Load the page; the canvas is shown, and Streamlit has done."""
        await self.socket.send(self._rerun())
        await self._read(lambda: self.canvas != "" and self.runs > 0)

    async def act(self, intent: Intent) -> float:
        """Send one intent; the seconds until it is acknowledged."""
        self.sent += 1
        started, number = time.perf_counter(), self.sent
        await self.socket.send(self._rerun({"number": number, "intent": intent}))
        await self._read(lambda: self.acknowledged >= number)
        return time.perf_counter() - started

    async def rest(self, seconds: float) -> None:
        """Take what still comes, and do nothing else."""
        try:
            async with asyncio.timeout(max(0.0, seconds)):
                await self._read(lambda: False)
        except TimeoutError:
            return

    async def _read(self, is_done: Callable[[], bool]) -> None:
        while not is_done():
            message = ForwardMsg.FromString(await self.socket.recv(decode=False))
            if message.HasField("script_finished"):
                self.runs += 1
            element = message.delta.new_element
            if element.HasField("bidi_component") and element.bidi_component.component_name == CANVAS:
                self.canvas, self.fragment = element.bidi_component.id, message.delta.fragment_id
                self._take(json.loads(element.bidi_component.json))

    def _take(self, response: dict) -> None:
        if response["view"] is not None:
            self.nodes = dict(response["view"]["nodes"])
        for patch in response["patches"]:
            self.nodes.update(patch["nodes"])
        self.epoch, self.seen = response["epoch"], response["number"]
        if response["client"] == self.client:
            self.acknowledged = response["acknowledged"]

    def _rerun(self, *intents: object) -> bytes:
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self.query
        state.context_info.locale = "en-US"
        if intents:
            state.fragment_id = self.fragment
            outbox = {
                "client": self.client,
                "attempt": 0,
                "epoch": self.epoch,
                "seen": self.seen,
                "intents": intents,
            }
            widget = state.widget_states.widgets.add()
            widget.id, widget.json_value = self.canvas, json.dumps({"outbox": outbox})
        return message.SerializeToString()


@dataclass(frozen=True)
class Load:
    """One session for each of `workflows`, with an `edit` every `pause` seconds, for so many seconds."""

    url: str
    workflows: Sequence[str]
    edit: Edit
    seconds: float
    pause: float

    async def put(self, when_ready: Callable[[], None]) -> list[float]:
        """The waits of all sessions, in seconds; `when_ready` is called when each has opened its page."""
        barrier = asyncio.Barrier(len(self.workflows))

        async def ready() -> None:
            if await barrier.wait() == 0:
                when_ready()

        indexes = range(len(self.workflows))
        runs = await asyncio.gather(*(self._run(index, ready) for index in indexes))
        return [wait for run in runs for wait in run]

    async def _run(self, index: int, ready: Callable[[], Awaitable[None]]) -> list[float]:
        random = Random(index)
        address = f"{self.url.replace('http', 'ws', 1)}/_stcore/stream"
        async with connect(address, subprotocols=[SUBPROTOCOL], max_size=None) as socket:
            session = Session(socket, f"workflow={self.workflows[index]}")
            await session.open()
            await session.act({"kind": "select", "ids": [next(iter(session.nodes))]})
            await ready()
            end = time.perf_counter() + self.seconds
            waits: list[float] = []
            await session.rest(self.pause * index / len(self.workflows))
            while (now := time.perf_counter()) < end:
                waits.append(await session.act(self.edit(session, random)))
                await session.rest(now + self.pause - time.perf_counter())
            return waits


Edit = Callable[[Session, Random], Intent]
"""Chooses the next edit of a session."""
