"""Pictures of a workflow, drawn from the canvas' scene: SVG, and PNG that carries its workflow."""

from exporters.pictures.png import Png
from exporters.pictures.settings import Settings
from exporters.pictures.svg import Svg

__all__ = ["FORMATS", "Png", "Settings", "Svg"]

FORMATS = (Svg(), Png())
