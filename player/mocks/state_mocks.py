"""Answers by the name of the state, for one attempt after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from player.mocks import Answer, TaskCall


class StateMocks:
    """Gives each call of a state its next answer, the last one from then on; else that of `default`.

    None among the answers is that of `default`, too.
    """

    def __init__(
        self, answers: Mapping[str, Sequence[Answer | None]], default: Callable[[TaskCall], Answer]
    ) -> None:
        self._answers, self._default = answers, default
        self._given: dict[str, int] = defaultdict(int)

    def answer(self, call: TaskCall) -> Answer:
        """The next answer of the state."""
        answers = self._answers.get(call.state)
        if not answers:
            return self._default(call)
        position = self._given[call.state]
        self._given[call.state] += 1
        answer = answers[min(position, len(answers) - 1)]
        if answer is None:
            return self._default(call)
        return replace(answer, submitted=self._default(call).submitted) if answer.is_open else answer
