"""Refusals of `designer export` over every kind of repository and format: all that was there stays."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from merging import FLOW

SAM = "Transform: AWS::Serverless-2016-10-31 # ours\nResources:\n  T:\n    Type: AWS::SNS::Topic\n"
REPOSITORIES = {
    "serverless": {"serverless.yml": "service: shop\nprovider:\n  name: aws\n"},
    "sam": {"template.yaml": SAM},
    "cloudformation": {"template.yaml": SAM.replace("Transform: AWS::Serverless-2016-10-31 # ours\n", "")},
    "cdk-typescript": {
        "cdk.json": '{"app": "npx ts-node bin/shop.ts"}',
        "bin/shop.ts": "import * as cdk from 'aws-cdk-lib';\nimport { ShopStack } from '../lib/shop-stack';\n"
        "const app = new cdk.App();\nnew ShopStack(app, 'Shop');\n",
        "lib/shop-stack.ts": "import * as cdk from 'aws-cdk-lib';\n"
        "export class ShopStack extends cdk.Stack {}\n",
    },
    "cdk-python": {
        "cdk.json": '{"app": "python3 app.py"}',
        "app.py": "import aws_cdk as cdk\nfrom shop_stack import ShopStack\n\n"
        'app = cdk.App()\nShopStack(app, "Shop")\napp.synth()\n',
        "shop_stack.py": "import aws_cdk as cdk\n\n\nclass ShopStack(cdk.Stack):\n    pass\n",
    },
}
MAIN = {"serverless": "serverless.yml", "cdk-typescript": "bin/shop.ts", "cdk-python": "app.py"}
DEPLOYED = [*REPOSITORIES, "terraform"]
DESIGNER = "import sys; from designer.command_line.cli import main; sys.exit(main())"
PLAIN_USER = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []

needs_plain_user = pytest.mark.skipif(
    bool(PLAIN_USER) and shutil.which("setpriv") is None, reason="root may write everywhere"
)


@pytest.fixture(params=REPOSITORIES)
def kind(folder, request):
    """A repository of each kind in `shop`, and a workflow beside it."""
    (folder / "orders.asl.json").write_text(FLOW)
    for name, text in REPOSITORIES[request.param].items():
        path = folder / "shop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return request.param


def state(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def main_file(folder, kind):
    return folder / "shop" / MAIN.get(kind, "template.yaml")


def refused(designer, folder, *arguments):
    """The words of a run that is refused, after which every file is as it was."""
    before = state(folder)
    ran = designer("export", *arguments)
    assert ran.code == 1 and state(folder) == before, ran.err
    return ran.err


def as_plain_user(*arguments):
    """A run of a user to whom permissions apply."""
    run = subprocess.run(
        [*PLAIN_USER, sys.executable, "-c", DESIGNER, *arguments],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "Traceback" not in run.stderr
    return run


@needs_plain_user
def test_a_folder_that_cannot_be_written_keeps_all_that_it_has(folder, kind):
    closed = [folder / "shop", *(path for path in (folder / "shop").rglob("*") if path.is_dir())]
    before = state(folder)
    for path in closed:
        path.chmod(0o500)
    try:
        ran = as_plain_user("export", "--lang", "en", "--into", "shop", "--yes", "orders.asl.json")
        assert ran.returncode == 1 and "Cannot be written" in ran.stderr
        assert state(folder) == before
        written = as_plain_user("export", "--lang", "en", "--to", kind, "-o", "shop/new", "orders.asl.json")
        assert written.returncode == 1 and "Cannot be written" in written.stderr
        assert state(folder) == before
    finally:
        for path in closed:
            path.chmod(0o700)


def test_a_file_that_is_half_written_is_refused(folder, designer, kind):
    main = main_file(folder, kind)
    text = main.read_text()
    main.write_text(text[: text.rindex("(") + 1] if kind.startswith("cdk") else f"{text}x: {{")
    assert "shop/" in refused(designer, folder, "--into", "shop", "--yes", "orders.asl.json")


def test_a_record_that_is_half_written_is_refused(folder, designer, kind):
    assert designer("export", "--into", "shop", "--yes", "orders.asl.json").code == 0
    record = folder / "shop" / ".designer-export.json"
    record.write_text(record.read_text()[:-20])
    words = refused(designer, folder, "--into", "shop", "--yes", "orders.asl.json")
    assert "the record of earlier exports is no valid JSON" in words


def test_what_a_person_wrote_in_the_place_of_an_export_is_not_overwritten(folder, designer, kind):
    before = state(folder)
    assert designer("export", "--into", "shop", "--yes", "orders.asl.json").code == 0
    written = {path: data for path, data in state(folder).items() if before.get(path) != data}
    (folder / "shop" / ".designer-export.json").unlink()
    for path, data in written.items():
        if path.suffix in (".json", ".ts", ".py", ".yaml", ".yml") and path.name != ".designer-export.json":
            (folder / path).write_bytes(
                data.replace(b'"MaxAttempts": 2', b'"MaxAttempts": 3').replace(
                    b"MaxAttempts: 2", b"MaxAttempts: 3"
                )
            )
    words = refused(designer, folder, "--into", "shop", "--yes", "orders.asl.json")
    assert "no export wrote" in words and "--keep" in words


@pytest.mark.parametrize("option", ["--yes", "--force", "--check"])
def test_two_workflows_of_one_name_are_refused(folder, designer, kind, option):
    (folder / "other").mkdir()
    (folder / "other" / "orders.asl.json").write_text(FLOW.replace("Read", "Look"))
    words = refused(designer, folder, "--into", "shop", option, "orders.asl.json", "other/orders.asl.json")
    assert "one would replace the other" in words


@pytest.mark.parametrize("format", DEPLOYED)
def test_a_file_of_a_person_in_a_folder_of_exports_stays(folder, designer, format):
    (folder / "orders.asl.json").write_text(FLOW)
    assert designer("export", "--to", format, "-o", "out", "orders.asl.json").code == 0
    for path in [path for path in (folder / "out").rglob("*") if path.is_file() and path.name[0] != "."]:
        data = path.read_bytes()
        path.write_bytes(data + b"\n")
        words = refused(designer, folder, "--to", format, "-o", "out", "orders.asl.json")
        assert path.name in words and "--force" in words
        path.write_bytes(data)


@pytest.mark.parametrize("format", DEPLOYED)
def test_another_workflow_does_not_replace_an_export(folder, designer, format):
    (folder / "orders.asl.json").write_text(FLOW)
    (folder / "other").mkdir()
    (folder / "other" / "refunds.asl.json").write_text(FLOW)
    assert designer("export", "--to", format, "-o", "out", "orders.asl.json").code == 0
    words = refused(designer, folder, "--to", format, "-o", "out", "other/refunds.asl.json")
    assert "orders" in words
