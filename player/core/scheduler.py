"""Runs branches side by side in virtual time: a wait of a year takes no time.

A thread is a generator. It yields the events that it has added to the history, and commands: `Until` to
sleep, `AnyEnd` to wait until threads that it has started have ended, `Answered` to wait for an answer from
outside.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Any

from player.core.failure import Failure
from player.core.history import Event


@dataclass(frozen=True, slots=True)
class Until:
    """Sleep until that time, in seconds since 1970."""

    time: float


@dataclass(frozen=True, slots=True)
class AnyEnd:
    """Wait until a thread that this one has started ends; it is resumed with all that have ended since."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Wait for the answer to a task token, or until `deadline`, if there is one."""

    token: str
    deadline: float | None


Steps = Generator[Event | Until | AnyEnd | Answered, Any, Any]


@dataclass(eq=False, slots=True)
class Thread:
    """A branch that runs: its steps, and once it has ended its value or its failure.

    One that `is_inner` runs a child execution, whose events are not told. `ended` has the children that
    have ended since it asked for them. `turn` rises whenever it is resumed, so
    that an older reason to resume it is passed over.
    """

    steps: Steps
    parent: Thread | None = None
    children: list[Thread] = field(default_factory=list)
    has_ended: bool = False
    value: Any = None
    failure: Failure | None = None
    ended: list[Thread] = field(default_factory=list)
    is_waiting: bool = False
    turn: int = 0
    is_inner: bool = False


@dataclass(order=True, frozen=True, slots=True)
class _Alarm:
    """The time at which a thread wakes up; `is_deadline` if it has got no answer by then."""

    time: float
    count: int
    thread: Thread = field(compare=False)
    turn: int = field(compare=False)
    is_deadline: bool = field(compare=False)

    @property
    def is_stale(self) -> bool:
        return self.thread.has_ended or self.turn != self.thread.turn


class Interrupted(Exception):
    """A thread must begin again with what it waits for."""


class Scheduler:
    """The threads of an execution, its clock `now` in seconds since 1970, and who waits for which token."""

    def __init__(self, start: float) -> None:
        self.now = start
        self.open: dict[str, Thread] = {}
        self._ready: deque[tuple[Thread, object]] = deque()
        self._alarms: list[_Alarm] = []
        self._count = 0
        self._current: Thread | None = None

    def spawn(self, steps: Steps, *, is_inner: bool = False) -> Thread:
        """Start a thread, as a child of the one that runs now; all that an inner one starts is inner, too."""
        parent = self._current
        thread = Thread(steps, parent, is_inner=is_inner or (parent is not None and parent.is_inner))
        if self._current is not None:
            self._current.children.append(thread)
        self._ready.append((thread, None))
        return thread

    def answer(self, token: str, answer: object) -> None:
        """Resume the thread that waits for a token. Raises `KeyError` if none does."""
        self._resume_later(self.open.pop(token), answer)

    def cancel(self, threads: Iterable[Thread]) -> None:
        """End threads, and all that they have started."""
        for thread in threads:
            if not thread.has_ended:
                self.cancel(thread.children)
                thread.has_ended = True
                thread.steps.close()
        self.open = {token: thread for token, thread in self.open.items() if not thread.has_ended}

    def interrupt(self) -> None:
        """Let all threads that sleep or wait for an answer begin again with that; not the one that runs."""
        asleep = [alarm.thread for alarm in sorted(self._alarms) if not alarm.is_stale]
        self._alarms.clear()
        for thread in dict.fromkeys((*asleep, *self.open.values())):
            self._resume_later(thread, _INTERRUPTED)
        self.open.clear()

    def run(self, until: float) -> Iterator[Event | None]:
        """Run, and yield each event, until nothing is left to run but to wait for answers.

        None is a step inside a child execution.

        A deadline of an answer is passed by `pass_deadline` alone. Raises `TimeoutError` at the time `until`.
        """
        while (found := self._next(until)) is not None:
            yield from self._resume(*found)

    def pass_deadline(self) -> bool:
        """Let the answer whose deadline comes next be missing; False if no answer has one."""
        alarm = self._alarm()
        if alarm is None:
            return False
        heappop(self._alarms)
        self.now = max(self.now, alarm.time)
        self.open = {token: thread for token, thread in self.open.items() if thread is not alarm.thread}
        self._resume_later(alarm.thread, None)
        return True

    def _alarm(self) -> _Alarm | None:
        """The next alarm."""
        while self._alarms and self._alarms[0].is_stale:
            heappop(self._alarms)
        return self._alarms[0] if self._alarms else None

    def _next(self, until: float) -> tuple[Thread, object] | None:
        if self._ready:
            return self._ready.popleft()
        alarm = self._alarm()
        if alarm is None or (alarm.is_deadline and alarm.time <= until):
            return None
        if alarm.time > until:
            self.now = until
            raise TimeoutError
        heappop(self._alarms)
        self.now = max(self.now, alarm.time)
        alarm.thread.turn += 1
        return alarm.thread, None

    def _resume_later(self, thread: Thread, value: object) -> None:
        thread.turn += 1
        self._ready.append((thread, value))

    def _resume(self, thread: Thread, value: object) -> Iterator[Event | None]:
        if thread.has_ended:
            return
        self._current = thread
        value = _taken(thread) if value is _ENDED else value
        try:
            interrupts = value is _INTERRUPTED
            command = thread.steps.throw(Interrupted()) if interrupts else thread.steps.send(value)
            while type(command) is dict:
                yield None if thread.is_inner else command
                self._current = thread
                if thread.has_ended:
                    return
                command = thread.steps.send(None)
            self._suspend(thread, command)
            return
        except StopIteration as end:
            thread.value = end.value
        except Failure as failure:
            if thread.parent is None:
                raise
            thread.failure = failure
        self._end(thread)

    def _suspend(self, thread: Thread, command: object) -> None:
        """Let a thread wait for what it has asked for."""
        if isinstance(command, AnyEnd):
            thread.is_waiting = not thread.ended
            if thread.ended:
                self._ready.appendleft((thread, _ENDED))
        elif isinstance(command, Answered):
            self.open[command.token] = thread
            if command.deadline is not None:
                self._set_alarm(thread, command.deadline, is_deadline=True)
        elif isinstance(command, Until):
            self._set_alarm(thread, command.time, is_deadline=False)

    def _set_alarm(self, thread: Thread, time: float, *, is_deadline: bool) -> None:
        self._count += 1
        heappush(self._alarms, _Alarm(time, self._count, thread, thread.turn, is_deadline))

    def _end(self, thread: Thread) -> None:
        thread.has_ended = True
        parent = thread.parent
        if parent is None or parent.has_ended:
            return
        parent.ended.append(thread)
        if parent.is_waiting:
            parent.is_waiting = False
            is_cut_short = thread.is_inner and thread.failure is not None
            (self._ready.appendleft if is_cut_short else self._ready.append)((parent, _ENDED))


_ENDED = object()
"""Resumes a thread with its children that have ended by then."""
_INTERRUPTED = object()
"""Resumes a thread by an `Interrupted` where it waits."""


def _taken(thread: Thread) -> list[Thread]:
    ended, thread.ended = thread.ended, []
    return ended
