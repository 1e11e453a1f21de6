"""`designer validate` on services of the Serverless Framework whose machines stand in other files."""

import json

import pytest
import yaml
from services import BAD, DEFINITION, GOOD, HEAD, LINE, SECTION, check, shown


@pytest.mark.parametrize("format", ["text", "json", "sarif", "github"])
@pytest.mark.parametrize(
    "text", [HEAD, HEAD + "stepFunctions: {}", SECTION, DEFINITION + "${env:X}", HEAD + "functions: {f: {}}"]
)
def test_nothing_checked_is_an_error_in_each_format(written, designer, text, format):
    written(text)
    ran = designer("validate", "--format", format, "serverless.yml")
    assert ran.code == 1
    assert "nothing-checked" in ran.out


def test_each_file_that_is_named_must_have_something_that_is_checked(written, designer):
    written({"serverless.yml": DEFINITION + "${env:X}", "flow.asl.yml": GOOD})
    assert designer("validate", "flow.asl.yml", "serverless.yml").code == 1


def test_the_summary_counts_what_was_not_checked(written, designer):
    machines = f"    a: {{definition: {GOOD}}}\n    b: ${{env:B}}\n    c: ${{file(c.js)}}\n"
    written({"serverless.yml": SECTION + machines, "c.js": ""})
    ran = designer("validate", "serverless.yml")
    assert ran.code == 0
    assert ran.out.endswith("0 error(s), 2 warning(s) and hint(s); 2 place(s) not checked\n")


def test_a_part_that_is_not_known_lets_everything_be_reachable(written, designer):
    states = "{A: {Type: Pass, Next: B}, B: '${file(b.js)}', C: {Type: Pass, End: true}}"
    written({"serverless.yml": DEFINITION + f"{{StartAt: A, States: {states}}}", "b.js": ""})
    reports = check(designer)
    assert shown(reports) == set()
    assert shown(reports, "warning") == {("serverless.yml", "not-followed", LINE)}


@pytest.mark.parametrize(
    ("stage", "expected"), [("dev", {("serverless.yml", "too-small", LINE)}), ("${opt:s, 'dev'}", set())]
)
def test_values_are_taken_where_they_are_certain(written, designer, stage, expected):
    wait = "{Type: Wait, Seconds: '${self:custom.wait.${self:custom.stage}}', Next: '${self:custom.next}'}"
    definition = f"{{StartAt: A, States: {{A: {wait}, B: {{Type: Succeed}}}}}}"
    custom = f'custom: {{wait: {{dev: -1, prod: 5}}, next: B, stage: "{stage}"}}'
    written(DEFINITION + f"{definition}\n{custom}\n")
    assert shown(check(designer)) == expected


def test_machines_in_a_list_are_checked_and_the_list_is_told(written, designer):
    written(
        SECTION + "    - ${file(a.yml)}\n    - ${file(b.yml):two}\n",
        a=f"one: {{definition: {BAD}}}",
        b=f"two: {{name: two, definition: {BAD}}}",
    )
    reports = check(designer)
    assert shown(reports) == {("a.yml", "missing-start", 1), ("b.yml", "missing-start", 1)}
    assert shown(reports, "warning") == {("serverless.yml", "list-of-machines", 5)}


def test_the_type_of_a_machine_may_be_a_variable(written, designer):
    definition = "{StartAt: A, States: {A: {Type: Wait, Seconds: 600, End: true}}}"
    written(
        DEFINITION + "${file(x.yml)}\n      type: ${self:custom.type}\ncustom: {type: EXPRESS}", x=definition
    )
    assert ("x.yml", "express-too-long", 1) in shown(check(designer), "warning")


def test_functions_are_read_in_files_too(written, designer):
    task = "{Type: Task, Resource: !GetAtt F.Arn, Next: !If [C, B, Lost]}"
    written(DEFINITION + "${file(x.yml)}", x=f"{{StartAt: A, States: {{A: {task}, B: {{Type: Succeed}}}}}}")
    assert shown(check(designer)) == {("x.yml", "missing-target", 1)}


def test_a_syntax_error_is_told_in_its_file(written, designer):
    written(DEFINITION + "${file(x.yml)}", x="StartAt: A\nStates: [\n")
    assert shown(check(designer)) == {("x.yml", "yaml-character", 3)}


def test_a_number_with_a_leading_zero_and_a_repeated_name_are_told_in_their_file(written, designer):
    state = "{Type: Pass, End: true, Result: {id: 012, id: 013}}"
    written(DEFINITION + "{StartAt: A, States: '${file(x.yml)}'}", x=f"\nA: {state}")
    reports = check(designer)
    assert shown(reports) == {("x.yml", "repeated-name", 2)}
    assert shown(reports, "warning") == {("x.yml", "leading-zero", 2)}


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ("'${Patience}'", {("x.yml", "quoted-placeholder", 1)}),
        ("'${self:custom.wait.${opt:s}}'", set()),
        ("'1${self:custom.wait.${opt:s}}'", {("x.yml", "quoted-placeholder", 1)}),
    ],
)
@pytest.mark.parametrize(
    ("service", "part"),
    [
        ("${file(x.yml)}", "{StartAt: A, States: {A: STATE}}"),
        ("{StartAt: A, States: '${file(x.yml)}'}", "{A: STATE}"),
    ],
)
def test_quotes_count_where_the_framework_leaves_them(written, designer, service, part, seconds, expected):
    state = f"{{Type: Wait, Seconds: {seconds}, End: true}}"
    written(DEFINITION + service, x=part.replace("STATE", state))
    found = shown(check(designer), "warning")
    assert {each for each in found if each[1] == "quoted-placeholder"} == expected


def test_fixes_are_applied_in_the_file_of_the_definition(written, designer):
    folder = written(
        DEFINITION + "${file(x.yml):a}", x=f"# kept\na: {GOOD.replace('StartAt: A', 'StartAt: a')}\n"
    )
    assert designer("validate", "--fix", "serverless.yml").code == 0
    assert (folder / "x.yml").read_text() == f"# kept\na: {GOOD}\n"


def test_a_part_of_a_service_is_read_from_the_folder_of_the_service(written, designer):
    written({
        "serverless.yml": HEAD + "custom: {key: two}\nstepFunctions: ${file(config/machines.yml)}\n",
        "config/machines.yml": "stateMachines: {m: {definition: '${file(flows/x.yml):${self:custom.key}}'}}",
        "flows/x.yml": f"two: {BAD}\n",
    })  # fmt: skip
    for named in ("serverless.yml", "config/machines.yml", "."):
        assert shown(check(designer, named)) == {("flows/x.yml", "missing-start", 1)}


def test_a_part_of_a_service_that_cannot_be_read_has_values_that_are_not_known(written, designer):
    machines = f"stateMachines: {{m: {{definition: '${{self:custom.flow}}'}}, n: {{definition: {GOOD}}}}}"
    written({"serverless.yml": HEAD + "custom: [\n", "machines.yml": machines})
    reports = check(designer, "machines.yml")
    assert shown(reports) == set()
    assert shown(reports, "warning") == {("machines.yml", "not-followed", 1)}


def test_in_a_folder_a_part_is_read_as_its_service_reads_it(written, designer):
    written({
        "a/serverless.yml": HEAD + "stepFunctions: ${file(../common/machines.yml)}\n",
        "common/machines.yml": "stateMachines:\n  m: {definition: '${file(x.yml)}'}\n",
        "a/x.yml": BAD,
    })  # fmt: skip
    assert shown(check(designer, ".")) == {("a/x.yml", "missing-start", 1)}


def test_a_folder_passes_over_services_without_machines(written, designer):
    written({"a/serverless.yml": HEAD, "flow.asl.yml": GOOD})
    ran = designer("validate", ".")
    assert (ran.code, ran.out) == (0, "1 file(s): 0 error(s), 0 warning(s) and hint(s)\n")


@pytest.mark.parametrize("custom", ["['%s', '%s']", "'%s%s'"])
def test_values_that_grow_with_each_step_are_followed_up_to_a_bound(written, designer, custom):
    steps = [custom % ((f"${{self:custom.a{number + 1}}}",) * 2) for number in range(30)]
    lines = "".join(f"  a{number}: {step}\n" for number, step in enumerate([*steps, "x"]))
    state = "{Type: Pass, End: true, Result: '${self:custom.a0}'}"
    written(DEFINITION + f"{{StartAt: A, States: {{A: {state}}}}}\ncustom:\n{lines}")
    assert shown(check(designer)) == {("serverless.yml", "too-much-followed", LINE)}


def test_resources_in_files_of_their_own_are_followed(written, designer):
    machine = "{Type: AWS::StepFunctions::StateMachine, Properties: '${file(properties.yml)}'}"
    written(
        HEAD + "resources: {Resources: {M: '${file(machine.yml)}', Table: '${file(table.js)}'}}",
        machine=machine,
        properties="{Definition: '${file(x.yml)}'}",
        x=BAD,
    )
    assert shown(check(designer)) == {("x.yml", "missing-start", 1)}


def test_a_service_that_is_a_program_is_not_run(folder, designer):
    (folder / "serverless.ts").write_text("throw 1")
    ran = designer("validate", "serverless.ts")
    assert ran.code == 1
    assert "This is a program, and programs are not run." in ran.out


def test_a_file_of_another_ending_is_a_text(written, designer):
    text = json.dumps(yaml.safe_load(BAD))
    written({"serverless.yml": DEFINITION + "${file(flow.asl)}", "flow.asl": text})
    assert shown(check(designer)) == {("flow.asl", "missing-start", 1)}
