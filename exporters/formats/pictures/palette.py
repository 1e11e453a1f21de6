"""The colours of pictures, which are the canvas' in its light and its dark theme."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.settings import Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`: text and ground, and those of the families of states."""

    text: str
    ground: str
    accent: str
    red: str
    amber: str
    green: str
    violet: str

    @property
    def muted(self) -> str:
        """Secondary text, and edges."""
        return mix(self.text, self.ground, 0.68)

    @property
    def faint(self) -> str:
        """Outlines."""
        return mix(self.text, self.ground, 0.22)

    @property
    def board(self) -> str:
        """The background of the picture."""
        return mix(self.text, self.ground, 0.03)

    @property
    def card(self) -> str:
        """The ground of a state."""
        return mix(self.ground, self.text, 0.97)

    @property
    def inner(self) -> str:
        """The ground of a container."""
        return mix(self.text, self.ground, 0.05)


PALETTES: dict[Theme, Palette] = {
    "light": Palette("#1f2732", "#ffffff", "#1b59b8", "#9e303b", "#9b4519", "#0c5a44", "#6f33b8"),
    "dark": Palette("#e7ebf1", "#14181f", "#6ea8fe", "#f2919a", "#f2a56d", "#7ed5b0", "#bf8ef7"),
}


def mix(colour: str, other: str, share: float) -> str:
    """Return a mix of both colours, with that share of `colour`."""
    parts = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in parts)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))
