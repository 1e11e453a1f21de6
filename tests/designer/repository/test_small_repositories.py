"""Small repositories are opened and saved: nothing changes, or one number, as the real tools read them."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from budget import deep_only
from osls import definition_of, package
from sam import NoManagedPolicies
from small_repositories import CDK_PYTHON, CDK_TYPESCRIPT, CLOUDFORMATION, KINDS, SAM, SERVERLESS, TERRAFORM
from terraform import read as read_hcl
from tooling import needs_node

from designer.repository.place import Reading, find
from designer.repository.writing import write_back
from schemas.core.edits import Set
from schemas.sidecar.workflow import Change

RETRY = ("States", "Charge", "Retry", 0, "MaxAttempts")
PACKAGED = {name: files for name, files in SERVERLESS.items() if name not in ("brackets", "crlf")}
"""Those that the framework packages, which takes it ten seconds each: the eight that differ most."""

EACH = [(kind, name) for kind, repositories in KINDS.items() for name in repositories]


def written(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def paying(folder):
    """The workflow with the retry, as the app opens it."""
    found = [each for each in find(folder) if isinstance(each, Reading)]
    (reading,) = [each for each in found if "Charge" in each.workflow.document.value["States"]]
    return reading


def change(folder):
    """Let the flow retry nine times, as the app writes it."""
    reading = paying(folder)
    write_back(reading, reading.workflow.apply(Change((Set(RETRY, 9),))).workflow, folder)


def nine(text):
    """The text with nine retries, which stands anywhere in it."""
    return re.sub(r'(MaxAttempts\\*"?:\s*)2', r"\g<1>9", text)


def before_and_after(folder, repositories):
    """The folders of the repositories as they are, and those where the retry was changed."""
    before = [written(folder / f"before-{name}", files) for name, files in repositories.items()]
    after = [written(folder / f"after-{name}", files) for name, files in repositories.items()]
    for each in after:
        change(each)
    return before, after


def test_there_are_eight_of_each_kind():
    assert all(len(repositories) >= 8 for repositories in KINDS.values())


@pytest.mark.parametrize(("kind", "name"), EACH)
def test_saving_changes_nothing_and_a_retry_its_number(tmp_path, kind, name):
    files = KINDS[kind][name]
    folder = written(tmp_path, files)
    reading = paying(folder)
    assert (reading.fixed, reading.texts_with(reading.workflow.document)) == ("", {})
    write_back(reading, reading.workflow, folder)
    assert {name: (folder / name).read_bytes().decode() for name in files} == files
    change(folder)
    after = {name: (folder / name).read_bytes().decode() for name in files}
    (changed,) = [name for name in files if after[name] != files[name]]
    assert after[changed] == nine(files[changed])
    assert paying(folder).workflow.document.value["States"]["Charge"]["Retry"][0]["MaxAttempts"] == 9


@deep_only
@pytest.mark.node
@needs_node
def test_osls_packages_each_service_the_same_but_for_the_retry(tmp_path):
    before, after = before_and_after(tmp_path, PACKAGED)
    with ThreadPoolExecutor(2) as pool:
        runs = list(
            pool.map(lambda folder: package(folder, tmp_path / f"home-{folder.name}"), before + after)
        )
    for old, new in zip(runs[: len(before)], runs[len(before) :], strict=True):
        (id,) = old.machines
        one, other = (
            definition_of(run.machines[id], run.template.get("Parameters", {})) for run in (old, new)
        )
        assert json.dumps(other) == nine(json.dumps(one)) != json.dumps(one)


@pytest.mark.parametrize("name", CLOUDFORMATION)
def test_cfn_lint_reads_a_stack_the_same_but_for_the_retry(tmp_path, name):
    from cfnlint.decode import decode

    folder = written(tmp_path, CLOUDFORMATION[name])
    (file,) = folder.iterdir()
    before, found = decode(str(file))
    change(folder)
    after, still = decode(str(file))
    assert not found and not still
    assert dumped(after) == nine(dumped(before)) != dumped(before)


@pytest.mark.parametrize("name", SAM)
def test_sam_translates_a_template_the_same_but_for_the_retry(tmp_path, name, monkeypatch):
    import yaml
    from samtranslator.translator.transform import transform

    def translated():
        (file,) = folder.rglob("template.y*ml")
        template = yaml.load(file.read_text().replace("!Ref Name", "{Ref: Name}"), yaml.CSafeLoader)
        properties = template["Resources"]["Pay"]["Properties"]
        source = ""
        if "DefinitionUri" in properties:
            source = (file.parent / properties["DefinitionUri"]).read_text()
            properties["DefinitionUri"] = {"Bucket": "uploads", "Key": "pay"}
        return dumped(transform(template, {}, NoManagedPolicies())) + source

    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-northeast-1")
    folder = written(tmp_path, SAM[name])
    before = translated()
    change(folder)
    assert translated() == nine(before) != before


@pytest.mark.node
@needs_node
def test_hcl2json_reads_each_module_the_same_but_for_the_retry(tmp_path):
    before, after = before_and_after(tmp_path, TERRAFORM)
    files = [
        sorted(path for folder in folders for path in folder.rglob("*.tf")) for folders in (before, after)
    ]
    read = read_hcl(files[0] + files[1])
    old, new = read[: len(files[0])], read[len(files[0]) :]
    assert [dumped(each) for each in new] == [nine(dumped(each)) for each in old]
    assert sum(one != other for one, other in zip(old, new, strict=True)) == 4


@deep_only
@pytest.mark.node
@needs_node
@pytest.mark.parametrize(
    ("language", "repositories"), [("python", CDK_PYTHON), ("typescript", CDK_TYPESCRIPT)]
)
def test_the_cdk_synthesizes_each_app_the_same_but_for_the_retry(tmp_path, language, repositories):
    from cdk import run_apps

    before, after = before_and_after(tmp_path, repositories)
    run_apps(language, before + after, tmp_path / "home")
    for old, new in zip(before, after, strict=True):
        one, other = synthesized(old), synthesized(new)
        assert other == nine(one) != one


def synthesized(folder):
    """The template and the files that are uploaded with it, without their hashes."""
    texts = [path.read_text() for path in sorted((folder / "cdk.out").glob("*.template.json"))]
    texts += [path.read_text() for path in sorted((folder / "cdk.out").glob("asset.*"))]
    return re.sub(r"[0-9a-f]{64}", "asset", "\n".join(texts))


def dumped(value):
    return json.dumps(value, default=str, ensure_ascii=False)
