"""The picture of a workflow: laid out once, drawn the same by the canvas and by the picture formats."""

from exporters.scene.captions import Caption, captions
from exporters.scene.drawing import Arrow, Box, Scene, draw, size_when_new
from exporters.scene.layout import warm_up
from exporters.scene.stacking import GAP_DOWN, Size

__all__ = [
    "GAP_DOWN",
    "Arrow",
    "Box",
    "Caption",
    "Scene",
    "Size",
    "captions",
    "draw",
    "size_when_new",
    "warm_up",
]
