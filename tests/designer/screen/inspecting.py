"""Drives the inspector of a state without a browser, as a person would use it."""

import json
from pathlib import Path

import designer

PAGE = str(Path(designer.__file__).with_name("screen") / "page.py")


def healthy(page):
    assert [error.value for error in page.exception] == []
    return page


def select(page, id):
    page.session_state["session"].opened.selected = (id,)
    return healthy(page.run())


def control(controls, name):
    """The one of `controls` that is bound to `name`, whatever it shows (see `Widgets.bind`)."""
    return next(control for control in controls if control.key.startswith(f"{name}@"))


def machine(fields, language="JSONPath", **more):
    """A definition with the state A with these fields, the states B and C, and `more`."""
    states = {"A": fields, "B": {"Type": "Succeed"}, "C": {"Type": "Fail"}, **more}
    return json.dumps({"QueryLanguage": language, "StartAt": "A", "States": states}, indent=2)


class Inspected:
    """The inspector of the state `name`; controls are named by the path of their value in the state."""

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
        """Open groups and rows of lists."""
        self.session.widgets.expanded.update(f"{self.uid}/{name}" for name in names)
        select(self.page, self.uid)
        return self

    def value(self, name):
        return self._control(name).value

    def enter(self, name, value):
        """Type into a field, or choose an option of it."""
        found = self._control(name)
        (found.set_value if isinstance(value, list) or hasattr(found, "options") else found.input)(value)
        return self._run(found)

    def offered(self, name):
        return self._control(name).options

    def press(self, name):
        assert not self.is_off(name)
        return self._run(self._button(name).click())

    def is_off(self, name):
        return self._button(name).disabled

    def rows(self, name):
        """The lines of a list of items."""
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
