"""The picture of a workflow: laid out once, drawn the same by the canvas and by the picture formats."""

from exporters.scene.drawing import Arrow, Box, Scene, draw
from exporters.scene.layout import warm_up

__all__ = ["Arrow", "Box", "Scene", "draw", "warm_up"]
