"""An open workflow on a real library: changes are kept at once, two tabs, broken text."""

import pytest

from designer.library.store import Library, connect
from designer.workspace import definition_text
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.edits import Set
from schemas.document.document import Document
from schemas.sidecar.workflow import Change, Workflow

ASL = """{
  "StartAt": "A",
  "States": {
    "A": {"Type": "Pass", "Next": "B"},
    "B": {"Type": "Succeed"}
  }
}
"""


@pytest.fixture
def engine(tmp_path):
    return connect(f"sqlite:///{tmp_path / 'library.db'}")


@pytest.fixture
def id(engine):
    return Library(engine).add(Workflow("注文", Document.parse(ASL, "json")))


@pytest.fixture
def opened(engine, id):
    return OpenWorkflow(engine, id)


def comment(words):
    return lambda workflow: Change((Set(("Comment",), words),))


def names(opened):
    return list(opened.workflow.document.value["States"])


def test_a_change_that_changes_nothing_is_no_change(opened):
    opened.change(lambda workflow: Change((Set(("StartAt",), "A"),)))
    assert opened.record.position == 0


def test_a_writer_that_comes_between_is_not_overwritten(opened, engine, id):
    other = OpenWorkflow(engine, id)

    def make(workflow):
        if "Comment" not in workflow.document.value:
            other.change(comment("先に"))
        return Change((Set(("TimeoutSeconds",), 5),))

    opened.change(make)
    assert opened.workflow.document.value["Comment"] == "先に"
    assert opened.workflow.document.value["TimeoutSeconds"] == 5


def test_broken_text_is_held_and_the_picture_stays(opened, engine, id):
    broken = ASL.replace('"StartAt": "A",', '"StartAt": "A')
    opened.change(lambda workflow: definition_text.change_from_text(workflow.document, broken, "json"))
    assert opened.workflow.document.text == broken
    assert opened.last_valid.document.text == ASL
    again = OpenWorkflow(engine, id)
    assert again.workflow.document.problem is not None
    assert again.last_valid.document.text == ASL


def test_renaming_keeps_the_text(opened):
    opened.rename("返品")
    opened.refresh()
    assert (opened.record.name, opened.workflow.name) == ("返品", "返品")
    assert opened.workflow.document.text == ASL


def test_an_earlier_version_is_read_and_restored_as_a_change_that_can_be_undone(opened):
    versions = [opened.workflow]
    yaml = Document.parse(ASL).convert("yaml").text
    opened.change(comment("一"))
    versions.append(opened.workflow)
    opened.change(lambda workflow: definition_text.change_from_text(workflow.document, yaml, "json"))
    opened.change(lambda workflow: Change(design=(Set(("owner",), "CS"),)))
    versions += [opened.at(2), opened.workflow]
    for number, version in enumerate(versions):
        assert texts(opened.at(number)) == texts(version)
    opened.restore(1)
    assert texts(opened.workflow) == texts(versions[1])
    opened.undo()
    assert texts(opened.workflow) == texts(versions[3])


def texts(workflow):
    document = workflow.document
    return document.text, document.format, workflow.design.document.text
