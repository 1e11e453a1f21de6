"""Search the actions of AWS services."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from designer.library.store import Acknowledgement
from designer.protocol.canvas import Intent
from designer.workspace.open_workflow import OpenWorkflow
from designer.workspace.service_search import search_actions


class SearchActions(Intent):
    """Search the services' actions for these words; Python answers with `Response.search_result`."""

    kind: Literal["find"] = "find"
    sought: str = Field(max_length=100)


def run(opened: OpenWorkflow, intent: SearchActions, acknowledgement: Acknowledgement | None) -> None:
    """Make the best matches the search result of the tab."""
    opened.search_result = search_actions(intent.sought)
