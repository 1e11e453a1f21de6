"""The scene of a workflow: laid out once, drawn alike by the canvas and by the picture formats."""

from exporters.scene.captions import Caption, captions
from exporters.scene.layout import warm_up
from exporters.scene.relayout import relayout
from exporters.scene.rows import GAP_ACROSS, GAP_DOWN, Size
from exporters.scene.scene import Box, Scene, SceneEdge, draw, initial_size
from exporters.scene.sizes import BRANCH_GAP, EMPTY_SCOPE, PADDING, START_SPACE, TITLE

__all__ = [
    "BRANCH_GAP",
    "EMPTY_SCOPE",
    "GAP_ACROSS",
    "GAP_DOWN",
    "PADDING",
    "START_SPACE",
    "TITLE",
    "Box",
    "Caption",
    "Scene",
    "SceneEdge",
    "Size",
    "captions",
    "draw",
    "initial_size",
    "relayout",
    "warm_up",
]
