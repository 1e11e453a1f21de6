"""The variables of a service that `designer validate` follows to a definition, and those that it cannot."""

import json

import pytest
import yaml
from services import BAD, DEFINITION, HEAD, LINE, SECTION, check, shown

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
