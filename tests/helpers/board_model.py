"""The board as a browser has it: what it is told may come late, and what it says may be heard late."""

from __future__ import annotations

from collections import deque
from copy import deepcopy

from designer.sketch.snapshot import Snapshot


class BoardModel:
    """Behaves as `streamlit-flow-component` 1.6.1 does: it takes over what it is sent only where it has said
    nothing since, says all that it shows after each gesture, and twice after it was told something."""

    def __init__(self):
        self.clock = 1_000
        self.cards, self.arrows = {}, {}
        self.spoke = None
        self.said, self.sent = deque(), deque()

    def mount(self, delivery):
        self.spoke = delivery.timestamp
        self._take(delivery)

    def hear(self):
        """The next thing that was sent arrives."""
        delivery = self.sent.popleft()
        if self.spoke <= delivery.timestamp:
            self._take(delivery)

    def drag(self, uid, x, y):
        self.cards[uid]["position"] = {"x": x + 0.25, "y": y}
        self._say(None)

    def connect(self, source, target):
        id = f"st-flow-edge_{source}-{target}"
        if not any((each["source"], each["target"]) == (source, target) for each in self.arrows.values()):
            self.arrows[id] = {"id": id, "source": source, "target": target}
        self._say(id)

    def click(self, id):
        self._say(id)

    def shown(self):
        """Cards with where they stand, and arrows by their ends."""
        cards = {
            uid: (round(card["position"]["x"]), round(card["position"]["y"]))
            for uid, card in self.cards.items()
            if card["data"]["at"]
        }
        return cards, {(each["source"], each["target"]) for each in self.arrows.values()}

    def _take(self, delivery):
        nodes, edges = delivery.board.nodes, delivery.board.edges
        self.cards = {node.id: node.model_dump() for node in nodes}
        self.cards[nodes[0].id]["data"]["stamp"] = delivery.stamp
        self.arrows = {edge.id: edge.model_dump() for edge in edges}
        self._say(None)
        self._say(None)

    def _say(self, selected):
        self.clock += 1
        self.spoke = self.clock
        nodes, edges = deepcopy(list(self.cards.values())), deepcopy(list(self.arrows.values()))
        said = {"nodes": nodes, "edges": edges, "selectedId": selected, "timestamp": self.clock}
        self.said.append(Snapshot.model_validate(said))
