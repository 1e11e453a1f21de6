"""`designer export`: the files that it writes, and its refusals."""

import json

import pytest

from exporters.registry import formats

VALID = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'
LOST = '{\n"StartAt": "B", "States": {"A": {"Type": "Succeed"}}}'


@pytest.mark.parametrize("format", sorted(formats()))
def test_every_format_is_written_and_named(folder, designer, format):
    (folder / "flow.asl.json").write_text(VALID)
    ran = designer("export", "--to", format, "flow.asl.json", "-o", "deep/out")
    assert (ran.code, ran.err) == (0, "")
    written = sorted(path for path in (folder / "deep" / "out").rglob("*") if path.is_file())
    assert sorted(ran.out.splitlines()) == [str(path) for path in written] != []


def test_the_same_syntax_is_the_same_bytes(folder, designer):
    (folder / "flow.asl.json").write_text(VALID)
    designer("export", "--to", "asl-json", "flow.asl.json", "-o", "out")
    assert (folder / "out" / "flow.asl.json").read_text() == VALID


def test_a_definition_with_errors_is_refused_and_the_errors_named(folder, designer):
    (folder / "flow.asl.json").write_text(LOST)
    ran = designer("export", "--to", "asl-json", "flow.asl.json", "-o", "out")
    assert (ran.code, ran.out) == (1, "")
    *errors, refusal = ran.err.splitlines()
    assert errors and all(line.startswith("flow.asl.json:2:") for line in errors[:1])
    assert refusal.startswith("designer: flow.asl.json: Not exported")
    assert not (folder / "out").exists()


def test_a_definition_with_errors_is_written_when_forced(folder, designer):
    (folder / "flow.asl.json").write_text(LOST)
    ran = designer("export", "--to", "asl-json", "--force", "flow.asl.json", "-o", "out")
    assert ran.code == 0
    assert json.loads((folder / "out" / "flow.asl.json").read_text())["StartAt"] == "B"


def test_text_that_cannot_be_read_is_not_even_forced(folder, designer):
    (folder / "flow.asl.json").write_text('{"StartAt": ')
    for force in ([], ["--force"]):
        ran = designer("export", "--to", "asl-json", *force, "flow.asl.json", "-o", "out")
        assert ran.code == 1 and not (folder / "out").exists()
        assert ran.err.splitlines()[-1].endswith("is not exported, not even with --force.")


def test_a_broken_sidecar_is_refused(folder, designer):
    (folder / "flow.asl.json").write_text(VALID)
    (folder / "flow.design.json").write_text('{"version": 1,\n "type": ')
    ran = designer("export", "--to", "serverless", "flow.asl.json", "-o", "out")
    assert ran.code == 1
    assert ran.err.startswith("flow.design.json:2:") and not (folder / "out").exists()


@pytest.mark.parametrize("output", ["file", "file/below"])
def test_a_folder_that_cannot_be_is_refused_in_one_line(folder, designer, output):
    (folder / "flow.asl.json").write_text(VALID)
    (folder / "file").write_text("")
    ran = designer("export", "--to", "asl-json", "flow.asl.json", "-o", output)
    assert ran.code == 1
    assert output in ran.refusal
    assert (folder / "file").read_text() == ""


def test_nothing_else_is_left_behind(folder, designer):
    (folder / "flow.asl.json").write_text(VALID)
    (folder / "out" / "flow.asl.json").mkdir(parents=True)
    ran = designer("export", "--to", "asl-json", "flow.asl.json", "-o", "out")
    assert ran.code == 1 and ran.refusal
    assert [path.name for path in (folder / "out").rglob("*")] == ["flow.asl.json"]


def test_a_file_of_someone_elses_is_not_overwritten_unless_forced(folder, designer):
    (folder / "flow.asl.json").write_text(VALID)
    (folder / "out").mkdir()
    (folder / "out" / "README.md").write_text("mine")
    ran = designer("export", "--to", "serverless", "flow.asl.json", "-o", "out")
    assert ran.code == 1 and "README.md" in ran.refusal and "--force" in ran.refusal
    assert [path.name for path in (folder / "out").iterdir()] == ["README.md"]
    assert designer("export", "--to", "serverless", "--force", "flow.asl.json", "-o", "out").code == 0
    assert (folder / "out" / "README.md").read_text() != "mine"


def test_an_export_can_be_made_again(folder, designer):
    for text in (VALID, VALID.replace('"A"', '"B"')):
        (folder / "flow.asl.json").write_text(text)
        assert designer("export", "--to", "asl-json", "flow.asl.json", "-o", "out").code == 0
    assert (folder / "out" / "flow.asl.json").read_text() == VALID.replace('"A"', '"B"')


def test_a_role_that_iam_would_not_take_is_refused_with_the_count_and_nothing_is_written(folder, designer):
    (folder / "flow.asl.json").write_text(calling(800))
    ran = designer("export", "--to", "cloudformation", "flow.asl.json", "-o", "out", "--force")
    assert (ran.code, ran.out) == (1, "")
    assert "managed policies" in ran.err
    assert "Traceback" not in ran.err
    assert not (folder / "out").exists()


def test_more_parameters_than_cloudformation_takes_are_told_beside_the_files(folder, designer):
    values = {f"v{index}": f"${{Value{index}}}" for index in range(201)}
    state = {"Type": "Pass", "Result": values, "End": True}
    (folder / "flow.asl.json").write_text(json.dumps({"StartAt": "A", "States": {"A": state}}))
    ran = designer("export", "--to", "cloudformation", "flow.asl.json", "-o", "out")
    assert ran.code == 0
    assert "201" in ran.err
    assert (folder / "out" / "template.yaml").exists()


def calling(functions):
    """A definition that calls so many functions with long names."""
    states = {
        f"s{index}": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": f"function-{index:04}-{'x' * 50}"},
            "Next": f"s{index + 1}",
        }
        for index in range(functions)
    }
    return json.dumps({"StartAt": "s0", "States": {**states, f"s{functions}": {"Type": "Succeed"}}})


def test_a_workflow_beside_it_that_would_become_the_same_service_is_named(designer, folder):
    for name in ("order_flow", "Order-Flow", "other"):
        (folder / f"{name}.asl.json").write_text(
            '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}', "utf-8"
        )
    ran = designer("export", "--to", "cloudformation", "-o", "out", "order_flow.asl.json")
    assert (ran.code, "“Order-Flow”" in ran.err, "order-flow" in ran.err) == (0, True, True)
    assert designer("export", "--to", "cloudformation", "-o", "out2", "other.asl.json").err == ""
    assert designer("export", "--to", "asl-json", "-o", "out3", "order_flow.asl.json").err == ""
