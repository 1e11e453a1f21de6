"""The places of a merge in a service whose sections stand in other files, and those that are not certain."""

from __future__ import annotations

import pytest
from merging import merged, plan, workflow

from exporters.merging.refusal import CannotMerge

INCLUDES = {
    "sections": (
        {
            "serverless.yml": "stepFunctions: ${file(config/machines.yml)}\nresources: ${file(r.yml):all}\n",
            "config/machines.yml": "# machines\nstateMachines:\n    mine: {definition: {}}\n",
            "r.yml": "all:\n  Resources:\n    T: {Type: AWS::SNS::Topic} # t\n",
        },
        {"config/machines.yml": "    orders:\n", "r.yml": "    OrdersRole:\n"},
    ),
    "an empty file": (
        {"serverless.yml": "stepFunctions:\n  stateMachines: ${file(m.yml)}\n", "m.yml": "# to come\n"},
        {"m.yml": "# to come\norders:\n"},
    ),
    "plugins": (
        {"serverless.yml": "plugins: ${file(p.yml)}\n", "p.yml": "- serverless-offline\n"},
        {"p.yml": "- serverless-offline\n- serverless-step-functions\n"},
    ),
    "plugins of one's own": (
        {"serverless.yml": "plugins:\n  localPath: ./x\n  modules:\n    - y\n"},
        {"serverless.yml": "  modules:\n    - y\n    - serverless-step-functions\n"},
    ),
    "a list of resources": (
        {
            "serverless.yml": "resources:\n  - ${file(a.yml)}\n  - ${file(b.yml)}\n",
            "a.yml": "Resources: {}\n",
            "b.yml": "Outputs: {}\n",
        },
        {"serverless.yml": "  - ${file(b.yml)}\n  - "},
    ),
}


@pytest.mark.parametrize("name", INCLUDES)
def test_included_files_are_followed(name):
    host, expected = INCLUDES[name]
    files = merged(host, workflow())
    for file, text in expected.items():
        assert text in files[file]
    assert files["serverless.yml"].startswith(host["serverless.yml"].rstrip("\n")[:30])
    assert plan(files, workflow()).agrees
    assert {file for file in host if files[file] == host[file]} == set(host) - set(expected) - {
        "serverless.yml"
    }


REFUSED = {
    "a variable": ("stepFunctions: ${self:custom.machines}\n", "merge.variable", 1),
    "a file of a name that is computed": (
        "a: 1\nresources: ${file(r-${sls:stage}.yml)}\n",
        "merge.variable",
        2,
    ),
    "a file outside": ("stepFunctions: ${file(../../x.yml)}\n", "merge.variable", 1),
    "a program": ("stepFunctions: ${file(x.js)}\n", "merge.variable", 1),
    "a file that is not there": ("stepFunctions: ${file(x.yml)}\n", "merge.no-file", 0),
    "a circle": ("stepFunctions: ${file(serverless.yml):stepFunctions}\n", "merge.variable", 1),
    "a function": ("resources: !Ref x\n", "merge.no-object", 1),
    "a list": ("stepFunctions:\n  stateMachines: [a]\n", "merge.no-object", 2),
    "a text": ("a: 1\nresources: none\n", "merge.variable", 2),
    "an anchor": ("resources: &all\n  Resources: {}\nx: *all\n", "merge.shared", 1),
    "an alias": ("x: &all {}\nresources: *all\n", "merge.shared", 2),
    "a merge": ("x: &all {Resources: {}}\nresources:\n  <<: *all\n", "merge.shared", 3),
    "a file that is half written": ("service: a\nresources: {\n", "merge.broken", 3),
    "a key twice": ("service: a\nresources: {}\nresources: {}\n", "merge.broken", 2),
    "a tag that nobody knows": ("resources: !include x\n", "merge.no-object", 1),
    "plugins that are a text": ("plugins: x\n", "merge.variable", 1),
    "plugins that are an object": ("plugins: {a: b}\n", "merge.no-list", 1),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_host_in_which_the_place_is_not_certain_is_refused_at_its_line(name):
    text, key, line = REFUSED[name]
    with pytest.raises(CannotMerge) as refused:
        plan({"serverless.yml": text}, workflow())
    assert (refused.value.key, refused.value.line) == (key, line)
