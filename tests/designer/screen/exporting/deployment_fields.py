"""The form of the deployment settings of an open workflow, for tests."""

from inspecting import control, healthy
from streamlit.testing.v1 import AppTest

from exporters import export

CALL = """{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
  "Resource": "arn:aws:states:::dynamodb:putItem",
  "Parameters": {"TableName": "${OrdersTable}", "Item": {}}}}}"""


def script():
    import streamlit as st

    from designer.screen.panels.deployment import form

    form.show(st.session_state["form-session"], st.session_state["form-format"])


class Form:
    """The form of an open workflow, with its fields by the names of their bindings."""

    def __init__(self, session, format):
        self.session = session
        session.widgets.expanded.add("deployment")
        page = AppTest.from_function(script, default_timeout=30)
        page.query_params["lang"] = "en"
        page.session_state["form-session"] = session
        page.session_state["form-format"] = format
        self.page = healthy(page.run())

    def enter(self, name, value):
        page = self.page
        fields = [*page.text_input, *page.text_area, *page.selectbox, *page.checkbox]
        found = control(fields, f"deployment/{name}")
        healthy((found.input(value) if hasattr(found, "input") else found.set_value(value)).run())
        return self

    def field(self, name):
        return control([*self.page.text_input, *self.page.selectbox], f"deployment/{name}")

    @property
    def sidecar(self):
        return {
            name: value
            for name, value in self.session.opened.workflow.design.fields.items()
            if name in ("type", "deployment")
        }

    def exported(self, format="serverless"):
        return export(self.session.opened.workflow, format)[0].data.decode()
