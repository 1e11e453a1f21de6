"""Merging into an app of the CDK: one import and one instance, by a parser, or two lines to add by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cdk import compile_typescript, run_apps
from merging import FLOW, merged, plan, reasons, workflow, written
from tooling import needs_node

from designer.library.samples import load_sample
from exporters.merging.refusal import CannotMerge

TYPESCRIPT = """#!/usr/bin/env node
import * as cdk from 'aws-cdk-lib';
import { ShopStack } from '../lib/shop-stack'; // ours

// The app
const app = new cdk.App();
new ShopStack(app, 'Shop', {
  description: 'one', // 1
}); // the shop

cdk.Tags.of(app).add('team', 'shop');
"""
SHOP = """import * as cdk from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
export class ShopStack extends cdk.Stack {
  constructor(scope: cdk.App, id: string, props?: cdk.StackProps) {
    super(scope, id, props);
    new sns.Topic(this, 'News');
  }
}
"""
STRICT = {
    "target": "ES2022",
    "module": "NodeNext",
    "moduleResolution": "NodeNext",
    "types": ["node"],
    **dict.fromkeys(("strict", "noUnusedLocals", "noUnusedParameters", "noImplicitReturns"), True),
    **dict.fromkeys(("exactOptionalPropertyTypes", "noUncheckedIndexedAccess"), True),
    "skipLibCheck": True,
}
"""The options of `cdk init`, and stricter ones."""

IN_TYPESCRIPT = {
    "cdk.json": '{"app": "npx ts-node --prefer-ts-exts bin/shop.ts"}',
    "bin/shop.ts": TYPESCRIPT,
    "lib/shop-stack.ts": SHOP,
}
PYTHON = """#!/usr/bin/env python3
import aws_cdk as cdk

from shop.shop_stack import ShopStack  # ours


app = cdk.App()
ShopStack(
    app,
    "Shop",
)  # the shop

# Last
app.synth()
"""
IN_PYTHON = {
    "cdk.json": '{"app": "python3 app.py"}',
    "app.py": PYTHON,
    "shop/__init__.py": "",
    "shop/shop_stack.py": "import aws_cdk as cdk\nfrom aws_cdk import aws_sns as sns\n\n\n"
    "class ShopStack(cdk.Stack):\n"
    "    def __init__(self, scope, id, **kwargs):\n        super().__init__(scope, id, **kwargs)\n"
    '        sns.Topic(self, "News")\n',
}


def test_a_typescript_app_gets_one_import_and_one_instance_in_its_own_style():
    files = merged(IN_TYPESCRIPT, workflow())
    lines = TYPESCRIPT.split("\n")
    lines.insert(lines.index("}); // the shop") + 1, "new OrdersStack(app, 'orders');")
    lines.insert(3, "import { OrdersStack } from '../lib/orders-stack';")
    assert files["bin/shop.ts"] == "\n".join(lines)
    assert {"lib/orders-stack.ts", "lib/orders.asl.json"} == set(files) - set(IN_TYPESCRIPT) - {
        ".designer-export.json"
    }
    assert plan(files, workflow()).agrees


def test_a_python_app_gets_one_import_and_one_instance():
    files = merged(IN_PYTHON, workflow())
    lines = PYTHON.split("\n")
    lines.insert(lines.index(")  # the shop") + 1, 'OrdersStack(app, "orders")')
    lines.insert(4, "from shop.orders_stack import OrdersStack")
    assert files["app.py"] == "\n".join(lines)
    assert {"shop/orders_stack.py", "shop/orders.asl.json"} == set(files) - set(IN_PYTHON) - {
        ".designer-export.json"
    }
    assert plan(files, workflow()).agrees


@pytest.mark.parametrize("host", [IN_TYPESCRIPT, IN_PYTHON], ids=["typescript", "python"])
def test_a_change_is_a_change_of_our_files_alone_and_an_edit_of_them_is_asked_about(host):
    files = merged(host, [workflow(), workflow(name="refunds")])
    changed = workflow(FLOW.replace('"MaxAttempts": 2', '"MaxAttempts": 5'))
    after = plan(files, changed)
    (change,) = after.changes
    assert change.file.endswith("/orders.asl.json") and change.diff().count("\n+ ") == 1
    edited = {**files, change.file: files[change.file].replace("Done", "Ready")}
    asked = plan(edited, changed)
    assert [(found.reason, found.file) for found in asked.conflicts] == [("edited", change.file)]
    kept = written(edited, plan(edited, changed, "theirs"))
    assert kept[change.file] == edited[change.file] and plan(kept, changed).agrees


def test_a_definition_as_constructs_is_merged_as_one_in_a_file():
    sidecar = '{"version": 1, "deployment": {"cdkConstructs": true}}'
    files = merged(IN_TYPESCRIPT, workflow(sidecar=sidecar))
    assert {"lib/orders-stack.ts", "lib/orders-definition.ts"} == set(files) - set(IN_TYPESCRIPT) - {
        ".designer-export.json"
    }
    assert plan(files, workflow(sidecar=sidecar)).agrees
    changed = workflow(FLOW.replace('"MaxAttempts": 2', '"MaxAttempts": 5'), sidecar=sidecar)
    (change,) = plan(files, changed).changes
    assert change.file == "lib/orders-definition.ts" and change.diff().count("\n+ ") == 1
    edited = {**files, change.file: files[change.file].replace("maxAttempts: 2", "maxAttempts: 3")}
    asked = plan(edited, changed)
    assert [(found.reason, found.file) for found in asked.conflicts] == [("edited", change.file)]


def test_a_stack_that_a_person_took_out_of_the_app_is_asked_about():
    files = {**merged(IN_PYTHON, workflow()), "app.py": PYTHON}
    asked = plan(files, workflow())
    assert reasons(asked) == [("removed", "OrdersStack")]
    kept = written(files, plan(files, workflow(), "theirs"))
    assert kept["app.py"] == PYTHON and plan(kept, workflow()).agrees


UNCERTAIN = {
    "no app": ("app.py", PYTHON.replace("cdk.App()", "make()"), 1),
    "two apps": ("app.py", PYTHON.replace("# Last", "other = cdk.App()"), 13),
    "an app in a function": (
        "app.py",
        "import aws_cdk as cdk\n\ndef main():\n    app = cdk.App()\n    app.synth()\n",
        1,
    ),
    "no synth": ("app.py", PYTHON.replace("app.synth()", ""), 7),
    "two statements on a line": ("app.py", PYTHON.replace(")  # the shop", "); x = 1"), 14),
    "a text that is no Python": ("app.py", PYTHON.replace("import aws_cdk", "import import"), 2),
    "no app in TypeScript": ("bin/shop.ts", TYPESCRIPT.replace("new cdk.App()", "make()"), 1),
    "an app in a condition": (
        "bin/shop.ts",
        "import * as c from 'c';\nif (x) { const app = new c.App(); }\n",
        1,
    ),
    "statements on a line": ("bin/shop.ts", TYPESCRIPT.replace("}); // the shop", "}); go();"), 7),
    "a text that is no TypeScript": ("bin/shop.ts", TYPESCRIPT.replace("const app", "const const app"), 6),
}


@pytest.mark.parametrize("name", UNCERTAIN)
def test_where_the_place_is_not_certain_the_two_lines_are_shown(name):
    file, text, line = UNCERTAIN[name]
    host = IN_PYTHON if file == "app.py" else IN_TYPESCRIPT
    with pytest.raises(CannotMerge) as refused:
        plan({**host, file: text}, workflow())
    assert (refused.value.key, refused.value.file, refused.value.line) == ("merge.app-uncertain", file, line)
    imported, made = refused.value.by_hand
    assert "OrdersStack" in imported and "import" in imported and "OrdersStack(app, " in made
    if "no Python" not in name and "no TypeScript" not in name:
        by_hand = f"{imported}\n{text.removeprefix('#!/usr/bin/env node')}\n{made}\n"
        assert merged({**host, file: by_hand}, workflow())[file] == by_hand


TAKEN = {
    "a class": ("app.py", PYTHON.replace("\n\napp =", "\nclass OrdersStack: pass\napp =")),
    "another import": ("app.py", PYTHON.replace("\n\napp =", "\nfrom x import OrdersStack\napp =")),
    "an id": ("app.py", PYTHON.replace('"Shop"', '"orders"')),
    "a class of TypeScript": ("bin/shop.ts", TYPESCRIPT + "class OrdersStack {}\n"),
    "an id of TypeScript": ("bin/shop.ts", TYPESCRIPT.replace("'Shop'", "'orders'")),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_name_that_means_something_else_is_refused(name):
    file, text = TAKEN[name]
    host = IN_PYTHON if file == "app.py" else IN_TYPESCRIPT
    with pytest.raises(CannotMerge) as refused:
        plan({**host, file: text}, workflow())
    assert (refused.value.key, refused.value.line > 1) == ("merge.name-taken", True)


def test_an_app_of_es_modules_or_one_that_is_not_there_is_refused():
    for files, key in (
        ({**IN_TYPESCRIPT, "package.json": '{"type": "module"}'}, "merge.modules"),
        ({"cdk.json": '{"app": "npx tsx bin/other.ts"}'}, "merge.no-app"),
        ({"cdk.json": '{"app": "go run ."}'}, "merge.no-repository"),
    ):
        with pytest.raises(CannotMerge) as refused:
            plan(files, workflow())
        assert refused.value.key == key


@pytest.mark.filterwarnings("error")
def test_other_separators_and_escapes_in_a_program_move_nothing():
    text = PYTHON.replace("# ours", "# \u2028\x0c\x85").replace("# Last", "TEXT = '\\d'")
    after = merged({**IN_PYTHON, "app.py": text}, workflow())["app.py"]
    assert '\nOrdersStack(app, "orders")\napp.synth()' in after
    assert after.count("\n") == text.count("\n") + 2
    program = TYPESCRIPT.replace("// ours", "// \x0c\x85")
    after = merged({**IN_TYPESCRIPT, "bin/shop.ts": program}, workflow())["bin/shop.ts"]
    assert "\nnew OrdersStack(app, 'orders');\n\ncdk.Tags" in after
    with pytest.raises(CannotMerge) as refused:
        plan({**IN_PYTHON, "app.py": PYTHON.replace("# Last\n", "# Last\r")}, workflow())
    assert refused.value.key == "merge.app-uncertain"


def test_a_file_of_ours_that_is_there_already_and_no_export_wrote_is_asked_about():
    host = {**IN_TYPESCRIPT, "lib/orders.asl.json": "{}"}
    asked = plan(host, workflow())
    assert [(found.reason, found.file) for found in asked.conflicts] == [("foreign", "lib/orders.asl.json")]
    kept = written(host, plan(host, workflow(), "theirs"))
    assert kept["lib/orders.asl.json"] == "{}" and plan(kept, workflow()).agrees


def test_windows_line_ends_stay():
    files = merged({**IN_PYTHON, "app.py": PYTHON.replace("\n", "\r\n")}, workflow())
    assert files["app.py"].count("\r\n") == files["app.py"].count("\n") == PYTHON.count("\n") + 2


@pytest.mark.node
@needs_node
@pytest.mark.parametrize("host", [IN_TYPESCRIPT, IN_PYTHON], ids=["typescript", "python"])
def test_the_merged_app_synthesizes_what_was_there_and_the_new_stack(host, tmp_path: Path):
    files = merged(host, [workflow(), load_sample("checkout")])
    folder = tmp_path / "apps" / "shop"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    if host is IN_TYPESCRIPT:
        (folder / "app.ts").write_text('import "./bin/shop";\n')
        (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": STRICT}))
        assert compile_typescript([folder], tmp_path / "home") == ""
    run_apps("typescript" if host is IN_TYPESCRIPT else "python", [folder], tmp_path / "home")
    names = {path.name for path in (folder / "cdk.out").glob("*.template.json")}
    assert names == {"Shop.template.json", "orders.template.json", "shop-checkout.template.json"}
