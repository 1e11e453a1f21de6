"""`designer render`: a workflow as a picture, and back by `designer new --from`."""

from __future__ import annotations

import json

import pytest

from schemas.document.text.limits import MAX_BYTES

FLOW = '{"StartAt": "受付", "States": {"受付": {"Type": "Wait", "Seconds": 60, "Next": "Gone"}}}\n'
SIDECAR = '{"version": 1,   "title": "注文"}\n'


@pytest.fixture(autouse=True)
def files(folder):
    (folder / "注文.asl.json").write_text(FLOW, "utf-8")
    (folder / "注文.design.json").write_text(SIDECAR, "utf-8")


@pytest.mark.parametrize(("name", "begin"), [("a.svg", b"<svg"), ("b/c.PNG", b"\x89PNG")])
def test_the_ending_says_the_format(folder, designer, name, begin):
    ran = designer("render", "注文.asl.json", "-o", name)
    assert (ran.code, ran.err) == (0, "")
    assert (folder / name).read_bytes().startswith(begin)


def test_every_option_changes_the_picture(folder, designer):
    options = [[], ["--view", "business"], ["--theme", "dark"], ["--language", "ja"], ["--scale", "1.5"]]
    pictures = set()
    for more in options:
        assert designer("render", "注文.asl.json", "-o", "x.png", *more).code == 0
        pictures.add((folder / "x.png").read_bytes())
    assert len(pictures) == len(options)


def test_a_picture_opens_as_the_workflow_that_it_shows(folder, designer):
    assert designer("render", "注文.asl.json", "-o", "x.png").code == 0
    ran = designer("new", "返品", "--from", "x.png")
    assert ran.out.splitlines() == ["返品.asl.json", "返品.design.json"]
    assert (folder / "返品.asl.json").read_text("utf-8") == FLOW
    assert (folder / "返品.design.json").read_text("utf-8") == SIDECAR


@pytest.mark.parametrize("name", ["x.gif", "x", "png", "."])
def test_another_ending_is_refused(folder, designer, name):
    ran = designer("render", "注文.asl.json", "-o", name)
    assert ran.code == 1 and "must end in .svg or .png" in ran.refusal


def test_what_cannot_be_written_is_refused_and_leaves_nothing(folder, designer):
    (folder / "taken").write_text("mine")
    ran = designer("render", "注文.asl.json", "-o", "taken/x.svg")
    assert ran.code == 1 and "Cannot be written" in ran.refusal
    (folder / "x.svg").mkdir()
    assert designer("render", "注文.asl.json", "-o", "x.svg").code == 1
    assert sorted(path.name for path in folder.iterdir()) == [
        "taken",
        "x.svg",
        "注文.asl.json",
        "注文.design.json",
    ]


def test_text_that_cannot_be_read_is_refused_with_its_place(folder, designer):
    (folder / "x.asl.json").write_text("{")
    ran = designer("render", "x.asl.json", "-o", "x.svg")
    assert ran.code == 1 and "x.asl.json:1:" in ran.err
    assert not (folder / "x.svg").exists()


@pytest.mark.parametrize(
    ("sidecar", "place"),
    [
        ('{"version":1, broken', "注文.design.json:1:15: error: "),
        ('{"version": 1}' + " " * MAX_BYTES, "注文.design.json:1:1: error: "),
        ('{"version": 1, "title": 5}', "注文.design.json:1:25: error: "),
    ],
    ids=["broken", "too large", "a title that is no text"],
)
def test_a_sidecar_that_is_not_read_is_told_and_the_definition_drawn(folder, designer, sidecar, place):
    (folder / "注文.design.json").write_text(sidecar, "utf-8")
    ran = designer("render", "注文.asl.json", "-o", "x.svg")
    assert ran.code == 0 and ">受付<" in (folder / "x.svg").read_text("utf-8")
    (line,) = ran.err.splitlines()
    assert line.startswith(place)
    assert line in designer("validate", "注文.asl.json").out.splitlines()


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"not a picture"])
def test_a_picture_without_a_workflow_is_refused(folder, designer, content):
    (folder / "x.png").write_bytes(content)
    ran = designer("new", "y", "--from", "x.png")
    assert ran.code == 1 and "x.png: This PNG contains no workflow." in ran.refusal
    assert not list(folder.glob("y.*"))


def test_a_picture_that_is_not_there_is_refused(designer):
    ran = designer("new", "y", "--from", "missing.png")
    assert ran.code == 1 and "There is no such file" in ran.refusal


MACHINES = """service: shop
provider: {name: aws}
stepFunctions:
  stateMachines:
    pay: {definition: "${file(flows.yml):pay}"}
    send: {definition: {StartAt: Send, States: {Send: {Type: Succeed}}}}
    later: {definition: "${env:FLOW}"}
"""


@pytest.fixture
def service(folder):
    (folder / "serverless.yml").write_text(MACHINES)
    (folder / "flows.yml").write_text(
        "pay: {StartAt: Pay, States: {Pay: {Type: Pass, Next: !If [C, Yes, No]}}}\n"
    )
    return folder


def test_a_machine_of_a_service_is_drawn_by_its_name(service, designer):
    assert designer("render", "serverless.yml", "--machine", "pay", "-o", "x.svg").code == 0
    assert ">Pay<" in (service / "x.svg").read_text("utf-8")
    assert designer("render", "serverless.yml", "--machine", "send", "-o", "x.svg").code == 0
    assert ">Send<" in (service / "x.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "holds 2 state machines: pay, send. Name one of them with --machine."),
        (["--machine", "later"], "holds no state machine “later”; it holds pay, send."),
    ],
)
def test_of_several_machines_one_must_be_named(service, designer, arguments, words):
    ran = designer("render", "serverless.yml", "-o", "x.svg", *arguments)
    assert ran.code == 1 and ran.refusal.endswith(words)
    assert not (service / "x.svg").exists()


def test_the_only_machine_of_a_template_is_drawn_with_every_way_of_its_functions(folder, designer):
    states = "{A: {Type: Pass, Next: !If [C, Yes, No]}, Yes: {Type: Succeed}, No: {Type: Succeed}}"
    (folder / "template.yaml").write_text(
        "Resources: {M: {Type: AWS::Serverless::StateMachine, Properties: {Definition: "
        f"{{StartAt: A, States: {states}}}}}}}}}\n"
    )
    assert designer("render", "template.yaml", "-o", "x.svg").code == 0
    picture = (folder / "x.svg").read_text("utf-8")
    assert ">Yes<" in picture and ">No<" in picture


@pytest.mark.parametrize(
    ("definition", "words"),
    [
        ("${env:FLOW}", "No state machine in this file can be drawn."),
        ("${file(no.yml)}", "leads to nothing"),
        ("${file(../x.yml)}", "outside this folder"),
    ],
)
def test_a_machine_that_is_not_followed_is_not_drawn(folder, designer, definition, words):
    (folder / "serverless.yml").write_text(
        f"stepFunctions: {{stateMachines: {{m: {{definition: '{definition}'}}}}}}\n"
    )
    ran = designer("render", "serverless.yml", "-o", "x.svg")
    assert ran.code == 1 and ran.refusal.startswith("designer: serverless.yml:1: ") and words in ran.refusal


def test_a_picture_that_nobody_can_read_is_told_with_what_to_do(folder, designer):
    names = [f"S{index}" for index in range(150)]
    ways = [{"Next": after} for after in names[1:]] + [{"End": True}]
    states = {name: {"Type": "Pass", **way} for name, way in zip(names, ways, strict=True)}
    (folder / "long.asl.json").write_text(json.dumps({"StartAt": "S0", "States": states}), "utf-8")
    kept = designer("render", "long.asl.json", "-o", "x.png", "--layout", "canvas", "--lang", "en")
    assert kept.code == 0 and kept.out.strip().endswith("x.png")
    assert "[picture-too-small]" in kept.err and "--layout columns" in kept.err
    wrapped = designer("render", "long.asl.json", "-o", "x.png", "--scale", "1", "--lang", "ja")
    assert "[picture-in-columns]" in wrapped.err and "[picture-too-small]" not in wrapped.err
    exported = designer("export", "long.asl.json", "--to", "svg", "-o", "out", "--lang", "en")
    assert exported.code == 0 and "[picture-in-columns]" in exported.err


def test_the_sketch_is_drawn_in_place_of_the_workflow_or_where_there_is_nothing_else(folder, designer):
    ran = designer("render", "注文.asl.json", "-o", "x.svg", "--sketch")
    assert ran.code == 1 and "no sketch" in ran.refusal
    sketch = {"cards": {"a": {"kind": "screen", "text": "カート画面", "position": {"x": 0, "y": 0}}}}
    sidecar = json.dumps({"version": 1, "sketch": sketch})
    (folder / "注文.design.json").write_text(sidecar, "utf-8")
    assert designer("render", "注文.asl.json", "-o", "x.svg", "--sketch").code == 0
    assert "カート画面" in (folder / "x.svg").read_text("utf-8")
    assert designer("render", "注文.asl.json", "-o", "y.svg").code == 0
    assert "カート画面" not in (folder / "y.svg").read_text("utf-8")
    (folder / "注文.asl.json").write_text('{"States": {}}', "utf-8")
    assert designer("render", "注文.asl.json", "-o", "z.svg").code == 0
    assert (folder / "z.svg").read_bytes() == (folder / "x.svg").read_bytes()
