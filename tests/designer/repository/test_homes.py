"""A workflow and the file where it lives: written back, watched, merged, and never overwritten."""

import os
from pathlib import Path

import pytest

from designer.library.store import Library, connect
from designer.repository.project import Project
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.edits import Remove, Replace, Set, Splice
from schemas.sidecar.workflow import Change

HOST = """# our service
service: shop
provider: {name: aws}
custom: {a:  1}
stepFunctions:
  stateMachines:
    first:
      type: EXPRESS
      role: arn:aws:iam::123456789012:role/r
      tracingConfig: {enabled: true}
      definition:
        StartAt: A   # here
        States:
          A:
            Type: Wait
            Seconds: 1
            Next: B
          # between
          B:
            Type: Wait
            Seconds: 2
            End: true
    second:
      definition: ${file(second.asl.json)}
"""
SECOND = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}\n'
FIRST_SECONDS, LAST_SECONDS = ("States", "A", "Seconds"), ("States", "B", "Seconds")


@pytest.fixture
def host(tmp_path):
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "second.asl.json").write_text(SECOND)
    (folder / "serverless.yml").write_text(HOST)
    return folder / "serverless.yml"


@pytest.fixture
def engine(tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'library.db'}")
    yield engine
    engine.dispose()


def opened(engine, path, name="first"):
    project = Project(path, engine)
    project.refresh()
    home = next(home for home in project.homes.values() if home.place.name == name)
    return home, OpenWorkflow(engine, home.id)


def change(workflow, *edits):
    workflow.write(lambda _: Change(edits))


def test_a_project_has_each_machine_with_its_settings_and_writes_nothing(engine, host):
    before = sorted(host.parent.iterdir())
    home, workflow = opened(engine, host.parent)
    home.sync(workflow)
    assert sorted(entry.name for entry in Library(engine).entries()) == ["first", "second"]
    design = workflow.workflow.design
    assert (design.type, design.deployment.role, design.deployment.tracing) == (
        "EXPRESS",
        "arn:aws:iam::123456789012:role/r",
        True,
    )
    assert design.deployment.logging.level == "OFF"
    assert (host.read_text(), sorted(host.parent.iterdir())) == (HOST, before)
    assert home.name == "serverless.yml › first"


def test_a_change_is_written_on_its_line_and_undone_there(engine, host):
    home, workflow = opened(engine, host)
    change(workflow, Set(LAST_SECONDS, 9))
    home.sync(workflow)
    assert host.read_text() == HOST.replace("Seconds: 2", "Seconds: 9")
    workflow.undo()
    home.sync(workflow)
    assert (host.read_text(), home.state.kind) == (HOST, "saved")


def test_a_change_of_the_sidecar_is_written_beside(engine, host):
    for name, sidecar in (("first", "first.design.json"), ("second", "second.design.json")):
        home, workflow = opened(engine, host, name)
        workflow.write(lambda _: Change((), (Set(("title",), "注文"),)))
        home.sync(workflow)
        assert '"title": "注文"' in (host.parent / sidecar).read_text()
        assert opened(engine, host, name)[1].workflow.design.title == "注文"
    assert host.read_text() == HOST


def test_a_change_of_the_file_is_taken_over(engine, host):
    home, workflow = opened(engine, host)
    home.sync(workflow)
    assert not home.is_behind
    host.write_text(HOST.replace("Seconds: 1", "Seconds: 10"))
    assert home.is_behind
    home.sync(workflow)
    assert workflow.workflow.document.value["States"]["A"]["Seconds"] == 10
    assert (home.state.kind, home.is_behind) == ("saved", False)


def test_changes_of_both_are_merged(engine, host):
    home, workflow = opened(engine, host)
    change(workflow, Set(LAST_SECONDS, 9))
    theirs = HOST.replace("Seconds: 1", "Seconds: 10").replace("{a:  1}", "{a:  2}")
    host.write_text(theirs)
    home.sync(workflow)
    assert host.read_text() == theirs.replace("Seconds: 2", "Seconds: 9")
    assert workflow.workflow.document.value["States"]["A"]["Seconds"] == 10


@pytest.mark.parametrize(("keep", "seconds"), [("here", 9), ("there", 10)])
def test_a_person_chooses_where_both_changed_one_line(engine, host, keep, seconds):
    home, workflow = opened(engine, host)
    change(workflow, Set(FIRST_SECONDS, 9))
    theirs = HOST.replace("Seconds: 1", "Seconds: 10").replace("{a:  1}", "{a:  2}")
    host.write_text(theirs)
    home.sync(workflow)
    assert (home.state.kind, host.read_text()) == ("conflict", theirs)
    home.settle(workflow, keep)
    assert (home.state.kind, host.read_text()) == (
        "saved",
        theirs.replace("Seconds: 10", f"Seconds: {seconds}"),
    )
    assert workflow.workflow.document.value["States"]["A"]["Seconds"] == seconds
    assert workflow.can_undo


def test_what_a_stopped_server_left_is_written_at_the_next_start(engine, host):
    _, workflow = opened(engine, host)
    change(workflow, Set(LAST_SECONDS, 9))
    home, workflow = opened(engine, host)
    assert host.read_text() == HOST.replace("Seconds: 2", "Seconds: 9")
    assert workflow.record.id == home.id


def test_a_text_with_an_error_waits_until_it_can_be_read(engine, host):
    home, workflow = opened(engine, host, "second")
    change(workflow, Set(("Comment",), "x"))
    whole = workflow.workflow.document.text
    workflow.write(lambda before: Change((before.document.apply(Set(("Comment",), "y")).forward,)))
    change(workflow, Replace((Splice(len(whole) - 3, len(whole), ""),)))
    home.sync(workflow)
    assert (home.state.kind, home.state.refusal.key) == ("refused", "place.broken")
    assert (host.parent / "second.asl.json").read_text() == SECOND
    workflow.undo()
    home.sync(workflow)
    assert home.state.kind == "saved"
    assert '"Comment": "y"' in (host.parent / "second.asl.json").read_text()


def test_a_machine_that_is_gone_stays_in_the_library(engine, host):
    home, workflow = opened(engine, host)
    host.write_text(HOST.replace("    first:", "    renamed:"))
    change(workflow, Set(LAST_SECONDS, 9))
    home.sync(workflow)
    assert (home.state.kind, home.state.refusal.key) == ("refused", "place.gone")
    assert workflow.workflow.document.value["States"]["B"]["Seconds"] == 9


def test_a_link_out_of_the_folder_is_not_written(engine, host, tmp_path):
    elsewhere = tmp_path / "elsewhere.asl.json"
    elsewhere.write_text(SECOND)
    (host.parent / "third.asl.json").symlink_to(elsewhere)
    home, workflow = opened(engine, host.parent, "third")
    change(workflow, Set(("Comment",), "x"))
    home.sync(workflow)
    assert (home.state.refusal.key, elsewhere.read_text()) == ("place.outside", SECOND)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_cannot_be_written_is_named_and_written_later(engine, host):
    home, workflow = opened(engine, host)
    host.chmod(0o444)
    change(workflow, Set(LAST_SECONDS, 9))
    home.sync(workflow)
    assert (home.state.refusal.key, host.read_text()) == ("place.unwritable", HOST)
    host.chmod(0o640)
    home.sync(workflow)
    assert (home.state.kind, host.stat().st_mode & 0o777) == ("saved", 0o640)


def test_a_template_with_an_error_is_named_with_its_place(engine, host):
    host.write_text(HOST.replace("    second:", "   second:"))
    project = Project(host, engine)
    project.refresh()
    (refusal,) = project.unread
    assert (refusal.key, refusal.line, project.homes) == ("place.unreadable", 23, {})


def test_states_are_added_and_removed_where_they_stand(engine, host):
    home, workflow = opened(engine, host)
    change(
        workflow, Remove(("States", "B")), Remove(("States", "A", "Next")), Set(("States", "A", "End"), True)
    )
    home.sync(workflow)
    kept = HOST.replace("            Next: B\n", "            End: true\n", 1)
    begin = kept.index("          B:\n")
    assert host.read_text() == kept[:begin] + kept[kept.index("    second:") :]


KEPT = """# what the team agreed on
cases:
  # stock out
  none: {input: {stock: 0}} # soon
  some:
    input: {stock: 1}
"""
CASES_OF = ("cases",)


def test_cases_live_in_their_file_and_keep_its_comments(engine, host):
    file = host.parent / "first.cases.yaml"
    file.write_text(KEPT)
    home, workflow = opened(engine, host)
    home.sync(workflow)
    assert workflow.workflow.design.cases == {
        "none": {"input": {"stock": 0}},
        "some": {"input": {"stock": 1}},
    }
    workflow.write(lambda _: Change((), (Set((*CASES_OF, "more"), {"input": {"stock": 2}}),)))
    workflow.write(lambda _: Change((), (Set(("title",), "注文"),)))
    home.sync(workflow)
    assert home.state.kind == "saved"
    assert file.read_text() == KEPT + "  more:\n    input:\n      stock: 2\n"
    assert "cases" not in (host.parent / "first.design.json").read_text()
    file.write_text(file.read_text().replace("stock: 1", "stock: 7"))
    assert home.is_behind
    home.sync(workflow)
    assert workflow.workflow.design.cases["some"] == {"input": {"stock": 7}}
    workflow.undo()
    home.sync(workflow)
    assert "stock: 1" in file.read_text()


def test_a_first_case_makes_the_file_and_the_last_one_leaves_it_empty(engine, host):
    file = host.parent / "second.cases.yaml"
    home, workflow = opened(engine, host, "second")
    workflow.write(lambda _: Change((), (Set(CASES_OF, {"在庫切れ": {"input": 1.0}}),)))
    home.sync(workflow)
    assert file.read_text() == "cases:\n  在庫切れ:\n    input: 1.0\n"
    assert not (host.parent / "second.design.json").exists()
    again, workflow = opened(engine, host, "second")
    assert (again.state.kind, workflow.workflow.design.cases) == ("saved", {"在庫切れ": {"input": 1.0}})
    workflow.write(lambda _: Change((), (Remove(CASES_OF),)))
    again.sync(workflow)
    assert file.read_text() == "cases: {}\n"


def test_cases_of_an_older_sidecar_move_to_their_file(engine, host):
    sidecar = host.parent / "second.design.json"
    sidecar.write_text('{"version": 1, "cases": {"a": {"input": 1}}, "title": "t"}\n')
    home, workflow = opened(engine, host, "second")
    assert "a" in workflow.workflow.design.cases
    workflow.write(lambda _: Change((), (Set((*CASES_OF, "b"), {"input": 2}),)))
    home.sync(workflow)
    assert home.state.kind == "saved"
    assert sidecar.read_text().startswith('{"version": 1, "title": "t"')
    assert "cases" not in sidecar.read_text()
    assert list(workflow.workflow.design.cases) == ["a", "b"]
    assert opened(engine, host, "second")[1].workflow.design.cases == workflow.workflow.design.cases


def test_a_broken_file_of_cases_is_told_and_never_overwritten(engine, host):
    file = host.parent / "second.cases.yaml"
    home, workflow = opened(engine, host, "second")
    workflow.write(lambda _: Change((), (Set(CASES_OF, {"a": {"input": 1}}),)))
    home.sync(workflow)
    file.write_text("cases:\n  a: {")
    home.sync(workflow)
    assert (home.state.kind, home.state.refusal.line, Path(home.state.refusal.file)) == ("refused", 2, file)
    assert (file.read_text(), list(workflow.workflow.design.cases)) == ("cases:\n  a: {", ["a"])
    file.write_text("cases:\n  b: {}\n")
    home.sync(workflow)
    assert (home.state.kind, workflow.workflow.design.cases) == ("saved", {"b": {}})
