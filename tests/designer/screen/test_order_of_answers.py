"""The canvas is answered first: a person waits for it, and the panels take most of a run."""

from __future__ import annotations

from inspecting import machine
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue


def test_the_canvas_is_answered_before_any_panel_is_shown(opened, monkeypatch):
    sent = []
    record = staticmethod(lambda message: sent.append(message.delta.new_element.WhichOneof("type")))
    monkeypatch.setattr(ForwardMsgQueue, "_before_enqueue_msg", record)
    opened(machine({"Type": "Pass", "Next": "B"}))
    panels = {"button", "text_input", "button_group"}
    assert panels <= set(sent)
    assert panels.isdisjoint(sent[: sent.index("bidi_component")])
