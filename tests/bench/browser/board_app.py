"""A flow on `streamlit-flow-component`: `?flow=FILE`, and `&layout=layered` to have it laid out by that."""

from __future__ import annotations

import json
import os
from pathlib import Path

import streamlit as st
from streamlit_flow import streamlit_flow
from streamlit_flow.elements import StreamlitFlowEdge, StreamlitFlowNode
from streamlit_flow.layouts import LayeredLayout, ManualLayout
from streamlit_flow.state import StreamlitFlowState


def load() -> StreamlitFlowState:
    """The flow that the address names."""
    flow = json.loads((Path(os.environ["BENCH_FLOWS"]) / st.query_params["flow"]).read_text(encoding="utf-8"))
    nodes = [card(node["id"], node["x"], node["y"]) for node in flow["nodes"]]
    edges = [
        StreamlitFlowEdge(edge["id"], edge["source"], edge["target"], label=edge["label"])
        for edge in flow["edges"]
    ]
    return StreamlitFlowState(nodes, edges)


def card(id: str, x: float, y: float) -> StreamlitFlowNode:
    """A state."""
    return StreamlitFlowNode(id, (x, y), {"content": id}, source_position="bottom", target_position="top")


def add() -> None:
    """Put a state more on the board."""
    before = st.session_state["flow"]
    more = card(f"More {len(before.nodes)}", 0, 0)
    st.session_state["flow"] = StreamlitFlowState([*before.nodes, more], before.edges)


st.set_page_config(layout="wide")
if "flow" not in st.session_state:
    st.session_state["flow"] = load()
st.button("Add", key="add", on_click=add)
layout = LayeredLayout("down") if "layout" in st.query_params else ManualLayout()
st.session_state["flow"] = streamlit_flow(
    "board", st.session_state["flow"], height=760, layout=layout, get_node_on_click=True, min_zoom=0.1
)
with st.container(key="answer"):
    st.text(st.session_state["flow"].selected_id or "")
