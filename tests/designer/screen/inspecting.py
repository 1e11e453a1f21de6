"""A state in the inspector, as a person uses it, without a browser."""

import json
from pathlib import Path

import designer

PAGE = str(Path(designer.__file__).with_name("app.py"))


def healthy(page):
    assert [error.value for error in page.exception] == []
    return page


def select(page, id):
    page.session_state["session"].opened.selected = (id,)
    return healthy(page.run())


def control(controls, name):
    """The one of `controls` that is bound to `name`, whatever it shows (see `Session.bind`)."""
    return next(control for control in controls if control.key.startswith(f"{name}@"))


def machine(fields, language="JSONPath", **more):
    """A flow of the state A with these fields, B, C and others."""
    states = {"A": fields, "B": {"Type": "Succeed"}, "C": {"Type": "Fail"}, **more}
    return json.dumps({"QueryLanguage": language, "StartAt": "A", "States": states}, indent=2)


class Inspected:
    """The state `name`, selected; controls are named by where their value stands in the state."""

    def __init__(self, page, name):
        self.page, self.name = page, name
        self.session = page.session_state["session"]
        (self.uid,) = (
            uid for uid, state in self.session.analysis.identity.states.items() if state.name == name
        )
        self.unfold("failure-group", "data-group", "distributed-group", "more-group")

    @property
    def text(self):
        return self.session.opened.workflow.document.text

    @property
    def fields(self):
        return self.session.analysis.identity.states[self.uid].fields

    def unfold(self, *names):
        """Open groups, and rows of lists."""
        self.session.widgets.expanded.update(f"{self.uid}/{name}" for name in names)
        select(self.page, self.uid)
        return self

    def value(self, name):
        return self._control(name).value

    def enter(self, name, said):
        """Type into a field, or choose in one."""
        found = self._control(name)
        (found.set_value if isinstance(said, list) or hasattr(found, "options") else found.input)(said)
        return self._run(found)

    def offered(self, name):
        return self._control(name).options

    def press(self, name):
        assert not self.is_off(name)
        return self._run(self._button(name).click())

    def is_off(self, name):
        return self._button(name).disabled

    def rows(self, name):
        """What the rows of a list say."""
        inside = f"{self.uid}/{name}/"
        buttons = (button for button in self.page.button if button.key.startswith(inside))
        return [button.label for button in buttons if button.key.endswith("/row")]

    def _button(self, name):
        return next(button for button in self.page.button if button.key == f"{self.uid}/{name}")

    def _control(self, name):
        page = self.page
        controls = [*page.text_input, *page.text_area, *page.selectbox, *page.multiselect]
        return control(controls, f"{self.uid}/{name}")

    def _run(self, control):
        control.run()
        healthy(self.page)
        return self
