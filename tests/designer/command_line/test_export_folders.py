"""`designer export --into` with a folder of workflows, and `designer ci` with what was exported."""

import pytest
from merging import FLOW

OTHER = FLOW.replace('"MaxAttempts": 2', '"MaxAttempts": 5')
HOSTS = {
    "serverless.yml": "service: shop\nprovider:\n  name: aws\n",
    "template.yaml": "Transform: AWS::Serverless-2016-10-31\nResources:\n  T: {Type: AWS::SNS::Topic}\n",
}


@pytest.fixture(params=HOSTS)
def shop(folder, request):
    """A repository with three workflows in a folder of it, one of them deeper."""
    (folder / request.param).write_text(HOSTS[request.param])
    (folder / "flows" / "back").mkdir(parents=True)
    for name in ("orders", "refunds", "back/stock"):
        (folder / "flows" / f"{name}.asl.json").write_text(FLOW)
    return folder


@pytest.mark.parametrize("named", ["flows", "."])
def test_every_workflow_in_a_folder_is_merged_and_checked(shop, designer, named):
    missing = designer("export", "--into", ".", "--check", named)
    assert missing.code == 1
    assert all(f"{name}" in missing.out for name in ("orders", "refunds", "stock"))
    assert designer("export", "--into", ".", "--yes", named).code == 0
    assert designer("export", "--into", ".", "--check", named).code == 0
    (shop / "flows" / "back" / "stock.asl.json").write_text(OTHER)
    stale = designer("export", "--into", ".", "--check", named)
    assert stale.code == 1 and "MaxAttempts" in stale.out and "differs from the diagrams" in stale.err
    assert "stock" in stale.err and "refunds" not in stale.err


def test_a_definition_that_the_repository_names_itself_is_not_merged_into_it(folder, designer):
    (folder / "serverless.yml").write_text(
        HOSTS["serverless.yml"]
        + "stepFunctions:\n  stateMachines:\n    own: {definition: '${file(flows/own.asl.json)}'}\n"
    )
    (folder / "flows").mkdir()
    (folder / "flows" / "own.asl.json").write_text(FLOW)
    assert "has no definition to export" in designer("export", "--into", ".", "--check", "flows").refusal
    (folder / "flows" / "orders.asl.json").write_text(FLOW)
    ran = designer("export", "--into", ".", "--check", "flows")
    assert ran.code == 1 and "stateMachines.orders" in ran.err and "stateMachines.own" not in ran.err


def test_what_an_export_wrote_beside_is_no_second_workflow(shop, designer):
    designer("export", "--to", "asl-json", "-o", "flows/published", "flows/orders.asl.json")
    assert designer("export", "--into", ".", "--yes", "flows").code == 0
    assert designer("export", "--into", ".", "--check", "flows").code == 0


@pytest.mark.parametrize("command", [("export", "--into", ".", "--check"), ("ci", "github", "--exported")])
def test_nothing_to_check_is_refused(shop, designer, command):
    (shop / "empty").mkdir()
    for name, reason in {"empty": "no definition to export", "gone.asl.json": "no such file"}.items():
        ran = designer(*command, name)
        assert (ran.code, ran.out) == (1, "") and name in ran.refusal and reason in ran.refusal
    assert not (shop / ".github").exists()


def test_a_pipeline_checks_files_and_folders_of_its_repository_alone(shop, designer):
    (shop / "repository").mkdir()
    (shop / "repository" / "orders.asl.json").write_text(FLOW)
    ran = designer("ci", "github", "-o", "repository", "--exported", "../flows")
    assert ran.code == 1 and "outside of the repository" in ran.refusal
    assert not (shop / "repository" / ".github").exists()
    assert designer("ci", "github", "-o", "repository", "--exported", "orders.asl.json").code == 0
    assert designer("ci", "codebuild", "--exported", "flows").code == 0
    assert "--check -- flows" in (shop / "buildspec.yml").read_text()
