"""Variables of a service mean what they mean to osls."""

import json
import os
import random
import subprocess

import pytest
from tooling import NODE, TOOLS, needs_node

from designer.linting.sources import sources
from designer.linting.sources.service.variables import NoVariable, variables

pytestmark = [pytest.mark.node, needs_node]

TOKENS = [
    "${self:", "${file(", "${opt:", "${env:X}", "${AWS::Region}", "${Name}", "\\${self:a}", "}", ")", ":",
    ",", "'", '"', " ", "a", "x.yml", "custom.a", "self:b", "file(c)", "1", "true", "null", ", 'd'",
    ', "q"', "-", "é",
]  # fmt: skip
SERVICE = """service: shop
frameworkVersion: '>=3'
provider: {name: aws, region: ap-northeast-1}
plugins: [serverless-step-functions]
custom:
  dir: flows
  stage: dev
  wait: {dev: 5, prod: 300}
  machines: ${file(flows/machines.yml)}
  seconds: ${self:custom.wait.${self:custom.stage}}
  one: {definition: {StartAt: A, States: {A: {Type: Wait, Seconds: "${self:custom.seconds}", End: true}}}}
  list: [{definition: {StartAt: A, States: {A: {Type: Succeed}}}}]
  name: ${file(./${self:custom.dir}/names.json):a.0.b}
params:
  dev:
    flow: {StartAt: A, States: {A: {Type: Wait, Seconds: 1, End: true}}}
    other: null
    dots.in: ${self:custom.one.definition}
  default:
    flow: 1
    other: {StartAt: B, States: {B: {Type: Succeed}}}
    dots: {in: 1}
stepFunctions:
  stateMachines:
    stage: {definition: "${param:flow}"}
    default: {definition: "${param:other}"}
    dots: {definition: "${param:dots.in}"}
    one: ${self:custom.one}
    index: ${self:custom.list.0}
    two: ${self:custom.machines.two}
    three: ${file(${self:custom.dir}/machines.yml):three}
    four: {definition: "${file(flows/missing.yml), file(flows/four.json)}"}
    five: {definition: "${file(./flows/machines.yml):nope, self:custom.one.definition}"}
    six: {definition: {StartAt: A, States: "${file(flows/states.yml)}"}}
    seven:
      definition:
        StartAt: A
        States:
          A: ${file(flows/states.yml):A}
          B: {Type: Pass, Comment: "x-${self:custom.name}-${self:custom.wait.dev}-${AWS::Region}", End: true}
"""
FILES = {
    "machines.yml": "two: {definition: {StartAt: A, States: {A: {Type: Pass, Comment: '${self:service}'}}}}\n"
    'three: {definition: "${file(flows/four.json)}", name: t}\n',
    "four.json": '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}',
    "names.json": '{"a": [{"b": "N"}]}',
    "states.yml": "A: {Type: Pass, Next: B, Result: [012, 0x1F, 1_0, 2020-01-01, off]}\nB: {Type: Succeed}\n",
}


def read(text):
    try:
        found = variables(text)
    except NoVariable:
        return None
    return [
        [
            each.start,
            each.end,
            [[s.type, [*s.params], s.address if s.type else s.literal] for s in each.sources],
        ]
        for each in found
    ]


def test_texts_are_read_as_osls_reads_them():
    chance = random.Random(5)
    texts = ["".join(chance.choices(TOKENS, k=chance.randint(1, 8))) for _ in range(5000)]
    texts = [text for text in texts if text.count("${") == 1 or not ("${AWS" in text or "${N" in text)]
    program = [NODE, TOOLS / "service_variables.mjs"]
    run = subprocess.run(program, input=json.dumps(texts), capture_output=True, text=True, timeout=60)
    expected = json.loads(run.stdout)
    assert sum(bool(each) for each in expected) > 100
    assert [(text, read(text)) for text in texts] == list(zip(texts, expected, strict=True))


def test_definitions_are_put_together_as_osls_puts_them_together(tmp_path):
    (tmp_path / "serverless.yml").write_text(SERVICE)
    (tmp_path / "flows").mkdir()
    for name, text in FILES.items():
        (tmp_path / "flows" / name).write_text(text)
    (tmp_path / "node_modules").symlink_to(TOOLS / "node_modules")
    environment = {"PATH": os.pathsep.join((str(NODE.parent), "/usr/bin", "/bin")), "HOME": str(tmp_path)}
    program = [NODE, "node_modules/.bin/osls", "print", "--format", "json"]
    run = subprocess.run(program, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    expected = json.loads(run.stdout)["stepFunctions"]["stateMachines"]
    found = {source.name: source.whole.value for source in sources(tmp_path / "serverless.yml")}
    assert found == {name: machine["definition"] for name, machine in expected.items()}
