"""The picture of a workflow: laid out once, drawn the same by the canvas and by the picture formats."""

from exporters.scene.captions import Caption, captions
from exporters.scene.layout import warm_up
from exporters.scene.relayout import arrange
from exporters.scene.rows import GAP_DOWN, Size
from exporters.scene.scene import Arrow, Box, Scene, draw, size_when_new
from exporters.scene.sizes import BRANCH_GAP, EMPTY_SCOPE, PADDING, START_SPACE, TITLE

__all__ = [
    "BRANCH_GAP",
    "EMPTY_SCOPE",
    "GAP_DOWN",
    "PADDING",
    "START_SPACE",
    "TITLE",
    "Arrow",
    "Box",
    "Caption",
    "Scene",
    "Size",
    "arrange",
    "captions",
    "draw",
    "size_when_new",
    "warm_up",
]
