"""Pictures of a workflow, drawn from the canvas' scene: SVG, and PNG that carries its workflow."""

from exporters.formats.pictures.png import Png
from exporters.formats.pictures.svg import Svg

__all__ = ["FORMATS", "Png", "Svg"]

FORMATS = (Svg(), Png())
