"""A flow in several files is one drawing, and a change goes into the file where its state stands."""

import tempfile
from pathlib import Path

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st
from styled_definitions import WRITTEN, in_json, in_yaml

from designer.library.store import connect
from designer.repository.place import Reading, find
from designer.repository.project import Project
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.edits import Insert, Remove, Rename, Set
from schemas.sidecar.workflow import Change

FILES = {
    "serverless.yml": """# our service
service: shop
provider: {name: aws}
custom:
  retry: # for all
    - {ErrorEquals: [States.ALL], MaxAttempts: 2}
  last: {Type: Wait,  Seconds: 3, End: true} # in brackets
stepFunctions:
  stateMachines:
    pay:
      definition:
        StartAt: Reserve
        States:
          # first of all
          Reserve: ${file(states/reserve.yml)}
          Charge: ${file(states/all.yml):charge}
          Paid?:
            Type: Choice
            Choices: ${file(states/rules.json)}
            Default: Last
          Last: ${self:custom.last}
""",
    "states/reserve.yml": """# reserve
Type: Task
Resource: !GetAtt [Reserve, Arn] # ours
Retry: ${self:custom.retry}
TimeoutSeconds:   30
Next: Charge
""",
    "states/all.yml": "other: {Type: Fail}\ncharge:\n  Type: Wait\n  Seconds: 1 # one\n  Next: Paid?\n",
    "states/rules.json": '[\n  {"Variable": "$.ok",  "BooleanEquals": true, "Next": "Reserve"}\n]\n',
}


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "shop"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@pytest.fixture
def opened(folder, tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'library.db'}")
    project = Project(folder, engine)
    project.refresh()
    (home,) = project.homes.values()
    yield home, OpenWorkflow(engine, home.id)
    engine.dispose()


def texts(folder):
    return {name: (folder / name).read_text() for name in FILES}


def changed(opened, folder, *edits):
    """The files after the edits: their names, with what they had and have now."""
    home, workflow = opened
    workflow.write(lambda _: Change(edits))
    home.sync(workflow)
    assert home.state.kind == "saved", home.state
    return {name: text for name, text in texts(folder).items() if text != FILES[name]}


def test_the_whole_flow_is_drawn_and_nothing_is_written(opened, folder):
    home, workflow = opened
    home.sync(workflow)
    states = workflow.workflow.document.value["States"]
    assert list(states) == ["Reserve", "Charge", "Paid?", "Last"]
    assert states["Paid?"]["Choices"][0]["Next"] == "Reserve"
    assert states["Reserve"]["Retry"] == "${self:custom.retry}"
    assert (home.state.kind, home.is_fixed, texts(folder)) == ("saved", False, FILES)


@pytest.mark.parametrize(
    ("path", "name", "old", "new"),
    [
        (("States", "Reserve", "TimeoutSeconds"), "states/reserve.yml", "  30", "  9"),
        (("States", "Charge", "Seconds"), "states/all.yml", "Seconds: 1 #", "Seconds: 9 #"),
        (("States", "Last", "Seconds"), "serverless.yml", "Seconds: 3", "Seconds: 9"),
        (("States", "Paid?", "Choices", 0, "BooleanEquals"), "states/rules.json", "true", "9"),
        (("TimeoutSeconds",), "serverless.yml", "            Default: Last\n", None),
    ],
)
def test_a_change_goes_into_the_file_of_its_state(opened, folder, path, name, old, new):
    after = changed(opened, folder, Set(path, 9))
    if new is None:
        assert (list(after), "        TimeoutSeconds: 9\n" in after[name]) == ([name], True)
        assert after[name].replace("        TimeoutSeconds: 9\n", "") == FILES[name]
    else:
        assert after == {name: FILES[name].replace(old, new)}


def test_changes_in_several_files_are_written_and_undone(opened, folder):
    home, workflow = opened
    after = changed(
        opened,
        folder,
        Set(("States", "Charge", "Seconds"), 5),
        Set(("States", "Reserve", "Comment"), "x"),
        Insert(("States", "New"), {"Type": "Succeed"}, "Last"),
    )
    assert sorted(after) == ["serverless.yml", "states/all.yml", "states/reserve.yml"]
    assert (
        after["serverless.yml"].replace("          New:\n            Type: Succeed\n", "")
        == FILES["serverless.yml"]
    )
    workflow.undo()
    home.sync(workflow)
    assert (home.state.kind, texts(folder)) == ("saved", FILES)


def test_a_state_in_a_file_is_renamed_and_removed_where_it_is_named(opened, folder):
    after = changed(
        opened, folder, Rename(("States", "Charge"), "Pay"), Set(("States", "Reserve", "Next"), "Pay")
    )
    assert after == {
        "serverless.yml": FILES["serverless.yml"].replace("Charge: $", "Pay: $"),
        "states/reserve.yml": FILES["states/reserve.yml"].replace("Next: Charge", "Next: Pay"),
    }
    after = changed(opened, folder, Remove(("States", "Pay")))
    assert "all.yml" not in after["serverless.yml"]


def test_a_change_on_disk_in_a_part_comes_in_and_is_kept(opened, folder):
    home, workflow = opened
    home.sync(workflow)
    (folder / "states/all.yml").write_text(FILES["states/all.yml"].replace("1 #", "7 #"))
    assert home.is_behind
    home.sync(workflow)
    assert workflow.workflow.document.value["States"]["Charge"]["Seconds"] == 7
    after = changed(opened, folder, Set(("States", "Last", "Seconds"), 8))
    assert after["states/all.yml"] == FILES["states/all.yml"].replace("1 #", "7 #")
    assert after["serverless.yml"] == FILES["serverless.yml"].replace("Seconds: 3", "Seconds: 8")


def test_a_part_at_two_places_is_changed_at_both_or_not_at_all(opened, folder):
    home, workflow = opened
    shared = FILES["serverless.yml"].replace(
        "Charge: ${file(states/all.yml):charge}", "Charge: ${self:custom.last}"
    )
    (folder / "serverless.yml").write_text(shared)
    home.sync(workflow)
    workflow.write(lambda _: Change((Set(("States", "Last", "Seconds"), 8),)))
    home.sync(workflow)
    assert (home.state.refusal.key, home.is_fixed) == ("place.parts", False)
    assert (folder / "serverless.yml").read_text() == shared
    workflow.write(lambda _: Change((Set(("States", "Charge", "Seconds"), 8),)))
    home.sync(workflow)
    assert home.state.kind == "saved"
    assert (folder / "serverless.yml").read_text() == shared.replace("Seconds: 3", "Seconds: 8")


@examples(5, 40)
@given(style=WRITTEN, end=st.sampled_from(("\n", "\r\n")), as_json=st.booleans())
def test_each_state_in_a_file_of_any_style_keeps_all_but_its_number(style, end, as_json):
    root, name = Path(tempfile.mkdtemp()), "all.json" if as_json else "all.yml"
    host = "service: s\nprovider: {name: aws}\nstepFunctions:\n  stateMachines:\n    m:\n      definition:\n"
    host += f"        StartAt: '{style.states[0]}' # first\n        States: ${{file({name}):States}}\n"
    files = {"serverless.yml": host, name: in_json(style) if as_json else in_yaml(style)}
    for file, each in files.items():
        (root / file).write_bytes(each.replace("\n", end).encode())
    (reading,) = [each for each in find(root) if isinstance(each, Reading)]
    document = reading.workflow.document
    assert (reading.fixed, reading.texts_with(document)) == ("", {})
    for state in (style.states[0], style.states[-1]):
        changed = document.apply(Set(("States", state, "Retry", 0, "MaxAttempts"), 9)).document
        ((file, after),) = reading.texts_with(changed).items()
        before = file.read_bytes().decode()
        differing = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        assert (file.name, len(differing), differing[0][1]) == (name, 1, "9")
