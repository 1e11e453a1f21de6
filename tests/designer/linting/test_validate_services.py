"""`designer validate` on services of the Serverless Framework whose machines stand in other files."""

import json

import pytest
import yaml

GOOD = "{StartAt: A, States: {A: {Type: Succeed}}}"
BAD = "{StartAt: Lost, States: {A: {Type: Succeed}}}"
HEAD = "service: shop\nprovider: {name: aws}\n"
SECTION = HEAD + "stepFunctions:\n  stateMachines:\n"
DEFINITION = SECTION + "    m:\n      definition: "
LINE = 6
"""The line of the definition in a service that ends so."""


@pytest.fixture
def written(folder):
    """Write files by name; a service by its text alone."""

    def write(service, **files):
        named = {"serverless.yml": service} if isinstance(service, str) else service
        for name, text in (*named.items(), *((f"{name}.yml", text) for name, text in files.items())):
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        return folder

    return write


def check(designer, *arguments):
    return designer("validate", "--format", "json", *(arguments or ["serverless.yml"])).found


def shown(reports, severity="error"):
    chosen = (each for each in reports if each["severity"] == severity)
    return {(each["file"], each["code"], each["line"]) for each in chosen}


FOLLOWED = {
    "definition": (DEFINITION + "${file(x.yml)}", BAD, "/StartAt"),
    "path from the folder": (DEFINITION + "${file(./x.yml)}", BAD, "/StartAt"),
    "key": (DEFINITION + "${file(x.yml):a}", f"a: {BAD}", "/a/StartAt"),
    "keys": (DEFINITION + "${file(x.yml):a.b}", f"a: {{b: {BAD}}}", "/a/b/StartAt"),
    "index": (DEFINITION + "${file(x.yml):a.1}", f"a: [1, {BAD}]", "/a/1/StartAt"),
    "default after it": (DEFINITION + "${file(x.yml):a, ''}", f"a: {BAD}", "/a/StartAt"),
    "default": (DEFINITION + "${file(no.yml):a, file(x.yml):a}", f"a: {BAD}", "/a/StartAt"),
    "default of an option": (DEFINITION + "${file(${opt:flow, 'x'}.yml)}", BAD, "/StartAt"),
    "default of the environment": (DEFINITION + "${env:FLOW, file(x.yml)}", BAD, "/StartAt"),
    "stage": (DEFINITION + "${file(${sls:stage}/x.yml)}", BAD, "/StartAt"),
    "default of a parameter": (
        DEFINITION + "${file(${param:name}.yml)}\nparams: {default: {name: x}}",
        BAD,
        "/StartAt",
    ),
    "parameter of the stage": (
        DEFINITION + "${file(${param:name}.yml)}\nparams: {dev: {name: x}, default: {name: no}}",
        BAD,
        "/StartAt",
    ),
    "parameter of the stage that the service names": (
        DEFINITION.replace("{name: aws}", "{name: aws, stage: \"${opt:stage, 'test'}\"}")
        + '"${param:a.b}"\nparams: {dev: {a.b: 1}, test: {a.b: "${file(x.yml)}"}}',
        BAD,
        "/StartAt",
    ),
    "default of a parameter that is null in the stage": (
        DEFINITION + "${file(${param:name}.yml)}\nparams: {dev: {name: null}, default: {name: x}}",
        BAD,
        "/StartAt",
    ),
    "default of a parameter of a stage that is not known": (
        DEFINITION.replace("{name: aws}", '{name: aws, stage: "${opt:stage}"}')
        + "${file(${param:name}.yml)}\nparams: {dev: {name: no}, default: {name: x}}",
        BAD,
        "/StartAt",
    ),
    "quotes": (DEFINITION + "${file('x.yml')}", BAD, "/StartAt"),
    "spaces": (DEFINITION + '"${file( x.yml ): a }"', f"a: {BAD}", "/a/StartAt"),
    "machine": (SECTION + "    m: ${file(x.yml)}", f"definition: {BAD}", "/definition/StartAt"),
    "machine by key": (
        SECTION + "    m: ${file(x.yml):a}",
        f"a: {{definition: {BAD}}}",
        "/a/definition/StartAt",
    ),
    "machines": (
        HEAD + "stepFunctions:\n  stateMachines: ${file(x.yml)}",
        f"m: {{definition: {BAD}}}",
        "/m/definition/StartAt",
    ),
    "section": (
        HEAD + "stepFunctions: ${file(x.yml)}",
        f"stateMachines: {{m: {{definition: {BAD}}}}}",
        "/stateMachines/m/definition/StartAt",
    ),
    "section by key": (
        HEAD + "stepFunctions: ${file(x.yml):stepFunctions}",
        f"stepFunctions: {{stateMachines: {{m: {{definition: {BAD}}}}}}}",
        "/stepFunctions/stateMachines/m/definition/StartAt",
    ),
    "custom": (
        HEAD + "custom: {a: '${file(x.yml)}'}\nstepFunctions: {stateMachines: '${self:custom.a}'}",
        f"m: {{definition: {BAD}}}",
        "/m/definition/StartAt",
    ),
    "custom in a file": (
        HEAD + "custom: ${file(x.yml)}\nstepFunctions: {stateMachines: {m: '${self:custom.a.b}'}}",
        f"a: {{b: {{definition: {BAD}}}}}",
        "/a/b/definition/StartAt",
    ),
    "file by a file": (DEFINITION + "${file(y.yml):a}", BAD, "/StartAt"),
    "name by custom": (
        DEFINITION + "${file(${self:custom.dir}/${self:custom.name}.yml)}\ncustom: {dir: ., name: x}",
        BAD,
        "/StartAt",
    ),
    "state": (
        DEFINITION + "{StartAt: A, States: {A: '${file(x.yml)}', B: {Type: Succeed}}}",
        "{Type: Pass, Next: Lost}",
        "/Next",
    ),
    "states": (
        DEFINITION + "{StartAt: A, States: '${file(x.yml)}'}",
        "A: {Type: Pass, Next: Lost}",
        "/A/Next",
    ),
    "rules": (
        DEFINITION + "{StartAt: A, States: {A: {Type: Choice, Choices: '${file(x.yml)}'}}}",
        "[{Variable: $.a, IsPresent: true, Next: Lost}]",
        "/0/Next",
    ),
    "catcher": (
        DEFINITION + "{StartAt: A, States: {A: {Type: Task, Resource: !Ref F, Catch: ['${file(x.yml):c}']}}}",
        "c: {ErrorEquals: [States.ALL], Next: Lost}",
        "/c/Next",
    ),
    "branch": (
        DEFINITION + "{StartAt: P, States: {P: {Type: Parallel, Branches: ['${file(x.yml)}']}}}",
        BAD,
        "/StartAt",
    ),
    "processor": (
        DEFINITION + "{StartAt: M, States: {M: {Type: Map, ItemProcessor: '${file(x.yml)}'}}}",
        BAD,
        "/StartAt",
    ),
    "template of resources": (
        HEAD + "resources: ['${file(x.yml)}']",
        f"Resources: {{M: {{Type: AWS::StepFunctions::StateMachine, Properties: {{Definition: {BAD}}}}}}}",
        "/Resources/M/Properties/Definition/StartAt",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("service", "text", "place"), FOLLOWED.values(), ids=FOLLOWED)
@pytest.mark.parametrize("ending", ["yml", "json"])
def test_a_definition_is_checked_where_it_stands(written, designer, service, text, place, ending):
    service = service.replace("x.yml", f"x.{ending}").replace("}.yml", f"}}.{ending}")
    content = f"# a comment\n{text}\n" if ending == "yml" else json.dumps(yaml.safe_load(text), indent=1)
    folder = written(
        {"serverless.yml": service, "y.yml": f"a: ${{file(x.{ending})}}", f"x.{ending}": content}
    )
    (folder / "dev").symlink_to(folder)
    (lost,) = (each for each in check(designer) if each["code"] in ("missing-target", "missing-start"))
    assert (lost["file"].removeprefix("dev/"), lost["path"]) == (f"x.{ending}", place)
    assert content.splitlines()[lost["line"] - 1][lost["column"] - 1 :].strip('"').startswith("Lost")


NOT_FOLLOWED = {
    "program": ("${file(x.js)}", "not-followed", "warning"),
    "TypeScript": ("${file(x.ts):machine}", "not-followed", "warning"),
    "environment": ("${env:FLOW}", "not-followed", "warning"),
    "parameter": ("${ssm:/flow}", "not-followed", "warning"),
    "parameter of another stage": ("${param:f}\nparams: {prod: {f: 1}}", "not-followed", "warning"),
    "parameter inside of another": ("${param:f.g}\nparams: {dev: {f: {g: 1}}}", "not-followed", "warning"),
    "parameter in a circle": (
        "${param:f}\nparams: {dev: {f: '${self:stepFunctions.stateMachines.m.definition}'}}",
        "variable-circle",
        "error",
    ),
    "output": ("${cf:stack.flow}", "not-followed", "warning"),
    "option": ("${file(${opt:flow}.yml)}", "not-followed", "warning"),
    "missing file": ("${file(no.yml)}", "leads-nowhere", "error"),
    "missing key": ("${file(x.yml):no.such}", "leads-nowhere", "error"),
    "missing index": ("${file(x.yml):list.7}", "leads-nowhere", "error"),
    "missing value of custom": ("${self:custom.no}", "leads-nowhere", "error"),
    "itself": ("${self:stepFunctions.stateMachines.m.definition}", "variable-circle", "error"),
    "circle": ("${self:custom.a}", "variable-circle", "error"),
    "circle of files": ("${file(circle.yml):a}", "variable-circle", "error"),
    "no variable": ("${file(x.yml}", "variable-syntax", "error"),
    "outside": ("${file(../secret.yml)}", "file-elsewhere", "error"),
    "outside by a link": ("${file(link.yml)}", "file-elsewhere", "error"),
    "absolute path": ("${file(/etc/hostname)}", "file-elsewhere", "error"),
    "folder": ("${file(folder.yml)}", "file-folder", "error"),
    "no text": ("${file(binary.yml)}", "file-not-text", "error"),
    "empty default": ("${file(no.yml), ''}", "no-definition", "warning"),
    "function": ("!Ref Definition", "no-definition", "warning"),
    "number": ("5", "no-definition", "warning"),
}


@pytest.mark.parametrize(("value", "code", "severity"), NOT_FOLLOWED.values(), ids=NOT_FOLLOWED)
def test_what_is_not_followed_is_named_and_never_a_success(written, designer, value, code, severity):
    custom = "\ncustom: {a: '${self:custom.b}', b: '${self:custom.a}'}\n"
    circle = "a: ${file(circle.yml):b}\nb: ${file(circle.yml):a}\n"
    files = {"x.yml": "{list: [1]}", "x.js": "", "x.ts": "", "circle.yml": circle, "folder.yml/y": ""}
    folder = written({"serverless.yml": DEFINITION + value + custom, **files})
    (folder.parent / "secret.yml").write_text("password: 1")
    (folder / "link.yml").symlink_to(folder.parent / "secret.yml")
    (folder / "binary.yml").write_bytes(b"\xff\x00")
    assert ("serverless.yml", code, LINE) in shown(check(designer), severity)
    for format in ("text", "json", "sarif", "github"):
        ran = designer("validate", "--format", format, "serverless.yml")
        assert ran.code == 1
        assert code in ran.out
        assert "password" not in ran.out


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
