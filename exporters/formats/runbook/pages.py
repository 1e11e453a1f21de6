"""The workflow as the sections of a runbook look at it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from exporters.formats.runbook.words import WORDS
from schemas.asl.walk import State
from schemas.core.diagnostic import Language
from schemas.core.paths import Path
from schemas.failures.explanation import Explainer
from schemas.failures.failures import Failures
from schemas.sidecar.design import StateDesign
from schemas.sidecar.operations import UNANSWERED
from schemas.sidecar.workflow import Workflow


class Pages:
    """A workflow with its failures, and the words of one language."""

    def __init__(self, workflow: Workflow, language: Language) -> None:
        self.workflow = workflow
        self.language = language
        self.failures = Failures.of(workflow)
        self.explainer = Explainer(self.failures, language, "business")
        self._words = WORDS[language]

    def word(self, key: str, *values: object) -> str:
        """The word of that key, with its values."""
        return self._words[key].format(*values)

    def listing(self, names: Iterable[str]) -> str:
        """The names in a row, each once."""
        return self._words["between"].join(dict.fromkeys(names))

    @cached_property
    def states(self) -> list[tuple[State, StateDesign]]:
        """The states in the order of the text, each with its entry of the sidecar."""
        return [(state, self.failures.design(state.path)) for state in self.failures.machine.states]

    def title(self, path: Path) -> str:
        """The business name of a state."""
        return self.explainer.title(path)

    def is_asked(self, state: State, design: StateDesign) -> bool:
        """True if the operations of the state are a question: it calls something, or somebody has begun."""
        return state.type == "Task" or design.operations != UNANSWERED
