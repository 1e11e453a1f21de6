"""The files of `designer ci`: of the form that their service reads, and with commands that run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from budget import deep_only
from jsonschema import Draft7Validator
from tooling import NODE, TOOLS, needs_node

from exporters.pipelines import codebuild, github
from exporters.pipelines.pipeline import INSTALL_DESIGNER, Pipeline
from exporters.pipelines.pipeline import TOOLS as DEPLOYERS

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads(
    files("check_jsonschema.builtin_schemas.vendor").joinpath("github-workflows.json").read_text("utf-8")
)
FLOW = "StartAt: Pay\nStates:\n  Pay: {Type: Pass, End: true}\n"
CASES = "cases:\n  It ends: {input: {}, expect: {path: [Pay]}}\n"
TOKEN = "a-token"  # noqa: S105 - it opens nothing


def workflow_of(pipeline):
    (file,) = github.write(pipeline)
    return yaml.safe_load(file.data.decode().replace("\non:\n", '\n"on":\n'))  # YAML 1.1: on is true


def buildspec_of(pipeline):
    (file,) = codebuild.write(pipeline)
    return yaml.safe_load(file.data)


def step(job, name):
    return next(each["run"] for each in job["steps"] if each.get("name", "").startswith(name))


@pytest.mark.parametrize("tool", DEPLOYERS)
@pytest.mark.parametrize("stages", [("dev",), ("dev", "stg", "prod-1")])
def test_github_reads_the_workflow(tool, stages):
    pipeline = Pipeline(tool, stages, branch='a"b: #', requirement="designer @ https://example.com/x#y")
    workflow = workflow_of(pipeline)
    assert not [*Draft7Validator(SCHEMA).iter_errors(workflow)]
    assert workflow["env"]["DESIGNER"] == pipeline.requirement
    jobs = [name for name in workflow["jobs"] if name.startswith("deploy-")]
    assert jobs == ([f"deploy-{stage}" for stage in stages] if tool != "none" else [])
    for job, before in zip(jobs, ["check", *jobs], strict=False):
        assert workflow["jobs"][job]["needs"] == before
        assert workflow["jobs"][job]["permissions"] == {"contents": "read", "id-token": "write"}


@pytest.mark.parametrize("tool", DEPLOYERS)
def test_no_command_holds_what_github_would_put_into_it(tool):
    """A title or a branch of a stranger must not become part of a script."""
    for job in workflow_of(Pipeline(tool))["jobs"].values():
        for each in job["steps"]:
            assert "${{" not in each.get("run", "")


@pytest.mark.parametrize("tool", DEPLOYERS)
def test_every_command_is_shell(tool):
    commands = [
        each["run"]
        for job in workflow_of(Pipeline(tool))["jobs"].values()
        for each in job["steps"]
        if "run" in each
    ]
    phases = buildspec_of(Pipeline(tool))["phases"]
    commands += [command for phase in phases.values() for command in phase["commands"]]
    for command in commands:
        subprocess.run(["bash", "-n"], input=command, text=True, check=True)
    assert INSTALL_DESIGNER in commands


class Comments(BaseHTTPRequestHandler):
    """The part of GitHub's API that lists, makes and edits the comments of a pull request."""

    def do_GET(self):
        self.answer(200, self.server.comments)

    def do_POST(self):
        url = f"http://{self.headers['Host']}/comments/{len(self.server.comments)}"
        self.server.comments.append({"url": url, **self.body()})
        self.answer(201, {})

    def do_PATCH(self):
        self.server.comments[int(self.path.rsplit("/", 1)[1])] |= self.body()
        self.answer(200, {})

    def body(self):
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def answer(self, status, value):
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            status = 401
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def comments():
    with HTTPServer(("127.0.0.1", 0), Comments) as server:
        server.url = f"http://127.0.0.1:{server.server_port}"
        server.comments = [{"url": "http://elsewhere.invalid", "body": "Of a person"}]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class Runner:
    """A repository, and the environment in which its commands are run."""

    def __init__(self, folder):
        self.repository = folder / "repository"
        self.temporary = folder / "temporary"
        for each in (self.repository, self.temporary, folder / "bin"):
            each.mkdir()
        program = folder / "bin" / "designer"
        code = "import sys; from designer.command_line.cli import main; sys.exit(main())"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{code}" "$@"\n')
        program.chmod(0o755)
        paths = [str(program.parent), *([str(NODE.parent)] if NODE else []), os.environ["PATH"]]
        self.environment = {
            "PATH": os.pathsep.join(paths),
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_WORKSPACE": str(self.repository),
            "GITHUB_REPOSITORY": "shop/orders",
            "GITHUB_TOKEN": TOKEN,
            "NUMBER": "7",
            "PICTURES": "https://example.com/pictures",
        }

    def run(self, command, fails=False, **environment):
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
            cwd=self.repository,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert (ran.returncode != 0) == fails, ran.stdout + ran.stderr
        return ran.stdout

    def commit(self, text, name="flow.asl.yaml"):
        (self.repository / name).write_text(text)
        self.run("git add --all && git commit --quiet --message change")

    def merge(self):
        """The commit that GitHub checks out for a pull request of `topic`."""
        self.run("git checkout --quiet --detach main && git merge --quiet --no-ff --message merge topic")


@pytest.fixture
def runner(tmp_path):
    found = Runner(tmp_path)
    found.run("git init --quiet --initial-branch main")
    found.run("git config user.email a@example.com && git config user.name A")
    found.commit(FLOW)
    return found


def test_a_pull_request_gets_one_comment_that_follows_its_changes(runner):
    job = workflow_of(Pipeline())["jobs"]["compare"]
    compare, comment = step(job, "Compare"), step(job, "Comment")

    def push(text):
        runner.run("git checkout --quiet -B topic main")
        runner.commit(text)
        runner.merge()
        runner.run("git worktree remove --force .before 2> /dev/null || true; rm -rf $RUNNER_TEMP/changes")
        runner.run(compare)
        runner.run(comment, GITHUB_API_URL=server.url)

    with comments() as server:
        push(f"# a remark\n{FLOW}")
        assert len(server.comments) == 1, "without a difference there is nothing to say"
        push(FLOW.replace("End: true", "Next: Tell") + "  Tell: {Type: Succeed}\n")
        assert sorted(path.name for path in (runner.temporary / "changes" / "pictures").iterdir()) == [
            "flow.asl.yaml.png",
            "flow.asl.yaml.svg",
        ]
        _, body = (each["body"] for each in server.comments)
        assert body.startswith(f"{github.MARK}\n## Changes of workflows") and "**Tell**: added" in body
        assert body.endswith("\n[SVG, PNG](https://example.com/pictures)\n") and "classDef added" in body
        push(f"# again\n{FLOW}")
        assert "There is no difference." in server.comments[1]["body"]
        runner.run(f"GITHUB_TOKEN=no\n{comment}", fails=True, GITHUB_API_URL=server.url)


def test_what_is_wrong_fails_the_checks_at_its_line(runner):
    job = workflow_of(Pipeline())["jobs"]["check"]
    validate, cases = step(job, "Validate"), step(job, "Run their cases")
    assert runner.run(validate) == ""
    runner.run(cases, fails=True)
    runner.commit(CASES, "flow.cases.yaml")
    assert "It ends" in runner.run(cases)
    runner.commit(CASES.replace("Pay", "Else"), "flow.cases.yaml")
    runner.run(cases, fails=True)
    runner.commit(FLOW.replace("Pay:", "Charge:"))
    assert "::error file=flow.asl.yaml,line=1,col=10," in runner.run(validate, fails=True)


def test_a_repository_that_disagrees_with_its_diagrams_fails(runner):
    runner.commit(FLOW, "注文 'A'.asl.yaml")
    runner.commit("service: shop\nprovider: {name: aws}\n", "serverless.yml")
    runner.run("designer export --into . --yes ./注文*.asl.yaml")
    pipeline = Pipeline("serverless", exported=("注文 'A'.asl.yaml",))
    agree = step(workflow_of(pipeline)["jobs"]["check"], "Compare")
    assert agree.strip() in buildspec_of(pipeline)["phases"]["pre_build"]["commands"]
    runner.run(agree)
    runner.commit(FLOW.replace("Pay", "Charge"), "注文 'A'.asl.yaml")
    runner.run(agree, fails=True)


def test_codebuild_runs_the_same(runner):
    runner.commit(CASES, "flow.cases.yaml")
    spec = buildspec_of(Pipeline("cloudformation", service="orders"))
    variables = spec["env"]["variables"]
    assert (spec["version"], variables["SERVICE"], variables["TEMPLATE"]) == (0.2, "orders", "template.yaml")
    for command in spec["phases"]["pre_build"]["commands"]:
        runner.run(command, **variables)
    (report,) = spec["reports"]["step-functions-cases"]["files"]
    assert "It ends" in (runner.repository / report).read_text()
    for command in spec["phases"]["build"]["commands"]:
        runner.run(command, **variables)


@deep_only
@needs_node
@pytest.mark.node
def test_the_service_is_packaged(runner):
    runner.commit("service: shop\nprovider: {name: aws, runtime: nodejs22.x}\n", "serverless.yml")
    (runner.repository / "node_modules").symlink_to(TOOLS / "node_modules")
    runner.run(step(workflow_of(Pipeline("serverless"))["jobs"]["check"], "Package"), STAGE="dev")
    assert (runner.repository / ".serverless").is_dir()
