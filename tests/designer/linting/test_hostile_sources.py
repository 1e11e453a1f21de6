"""Any content of a file is checked without a traceback, and without reading files outside the folder."""

import json

from budget import examples
from hypothesis import given
from hypothesis import strategies as st

FEW = examples(40, 500)
KEYS = st.sampled_from([
    "Resources", "A", "Type", "Properties", "Definition", "DefinitionString", "DefinitionUri", "Fn::Sub",
    "Fn::Join", "Ref", "stepFunctions", "stateMachines", "definition", "type", "StartAt", "States", "name",
])  # fmt: skip
SCALARS = st.sampled_from([
    "AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine", "EXPRESS", "Pass", "${x}", "A",
    '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}', '{"StartAt": ${A}', "StartAt", "", "\u202e",
    "${file(x.asl.json)}", "${file(/etc/passwd)}", "../../etc/passwd", None, 5, True,
    "${self:}", "${self:stepFunctions}", "${self:stepFunctions.stateMachines.A, 'x'}",
    "${file(template.json)}", "${file(template.json):Resources.A}${self:Resources.A.Type}",
    "${opt:x, self:Resources}", "${file(", "${a:",
])  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
MACHINES = st.fixed_dictionaries(
    {
        "Type": st.sampled_from(["AWS::StepFunctions::StateMachine"]),
        "Properties": VALUES | st.dictionaries(KEYS, VALUES),
    }
)
TEMPLATES = st.fixed_dictionaries(
    {"Resources": st.dictionaries(KEYS, MACHINES, max_size=3), "stepFunctions": VALUES}
)
TAGGED = st.sampled_from(
    ["!Sub", "!Ref", "!GetAtt", "!Join", "!If", "!Base64", "!!str", "!<x>", "&a", "*a", "- ", "|"]
)


@FEW
@given(TEMPLATES, st.sampled_from(["text", "json", "sarif", "github"]), st.booleans())
def test_any_template_is_checked(folder, designer, template, format, fix):
    (folder / "template.json").write_text(json.dumps(template))
    ran = designer("validate", "--format", format, *(["--fix"] if fix else []), "template.json")
    assert ran.code in (0, 1)
    assert "root:" not in ran.out
    assert all("fix(es)" in line for line in ran.err.splitlines())


@FEW
@given(st.lists(st.tuples(KEYS, TAGGED, st.text(max_size=8)), max_size=6))
def test_any_yaml_with_tags_is_checked(folder, designer, lines):
    body = "".join(f"  {key}: {tag} {text}\n" for key, tag, text in lines)
    (folder / "serverless.yml").write_bytes(f"stepFunctions:\n{body}".encode("utf-8", "replace"))
    ran = designer("validate", "--fix", "serverless.yml")
    assert ran.code in (0, 1)
