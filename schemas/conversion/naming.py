"""Names of a conversion: of states in the language of the sketch, and of deployment parameters."""

from __future__ import annotations

from schemas.asl.examples import free_name
from schemas.asl.names import MAX_LENGTH, clean, unique
from schemas.conversion.flow import SAID, Flow
from schemas.conversion.words.glossary import parameter_of
from schemas.conversion.words.language import language_of
from schemas.conversion.words.plain import plain
from schemas.conversion.words.said_calls import without_function
from schemas.conversion.words.table_calls import table_name
from schemas.core.diagnostic import message_text
from schemas.sidecar.sketch import Sketch


class Naming:
    """The names of a sketch's cards and of what is added to them; each is given once.

    Cards are named in the order in which they were drawn, so that a new one does not rename others.
    """

    def __init__(self, sketch: Sketch, flow: Flow) -> None:
        self.cards = sketch.cards
        texts = [card.text for card in sketch.cards.values()]
        self.language = language_of([*texts, *(arrow.label for arrow in sketch.arrows.values())])
        self.comma = "、" if self.language == "ja" else ", "
        self._names: set[str] = set()
        self._parameters: set[str] = set()
        self._errors: dict[str, str] = {}
        self._of_cards = {uid: self.added(self.words(uid)) for uid in sketch.cards if uid in flow.nodes}
        self._tables = {
            uid: self.parameter(table_name(card.text), "table", uid, "Table")
            for uid, card in sketch.cards.items()
            if card.kind == "table"
        }
        for call in (call for node in flow.nodes.values() for call in node.calls):
            if call.table not in self._tables:
                words = call.table.removeprefix(SAID)
                self._tables[call.table] = self.parameter(words, "table", call.table, "Table")

    def words(self, uid: str) -> str:
        """The first line of a card's words without the note of its call, or the name of its kind."""
        card = self.cards[uid]
        first = next((line for line in card.text.splitlines() if line.strip()), "")
        if card.kind == "step":
            first = without_function(first)
        return clean(plain(first)) or self.said(f"convert-name-{card.kind}")

    def of_card(self, uid: str) -> str:
        """The name of the state of a card."""
        return self._of_cards[uid]

    def goal(self, uid: str) -> str:
        """The words of a node, or of several that go on together."""
        return self._of_cards.get(uid) or self.said("convert-name-several")

    def error(self, uid: str) -> str:
        """The error by which a branch ends its Parallel to go on to a node: `GoToReorder`."""
        if uid not in self._errors:
            words = self.words(uid) if uid in self._of_cards else ""
            self._errors[uid] = free_name(f"GoTo{parameter_of(words, 'card', uid)}", self._errors.values())
        return self._errors[uid]

    def table(self, table: str) -> str:
        """The deployment parameter of a table: `OrdersTable`."""
        return self._tables[table]

    def table_words(self, table: str) -> str:
        """The words of a table: those of its card, or its name in the words of a step."""
        return self.words(table) if table in self.cards else clean(plain(table.removeprefix(SAID)))

    def said(self, code: str, **params: str) -> str:
        """A text of the conversion in the language of the sketch."""
        return message_text(code, params, self.language)

    def added(self, name: str) -> str:
        """A name for one more state: `name`, or one like it that no other state has."""
        found = unique(clean(name)[:MAX_LENGTH] or "State", self._names)
        self._names.add(found)
        return found

    def parameter(self, words: str, kind: str, uid: str, noun: str = "") -> str:
        """A deployment parameter that no other has: named by words, by kind and uid where they give none."""
        name = parameter_of(words, kind, uid)
        found = free_name(name if name.endswith(noun) else f"{name}{noun}", self._parameters)
        self._parameters.add(found)
        return found
