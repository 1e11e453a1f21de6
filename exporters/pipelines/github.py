"""A workflow of GitHub Actions: checks each push, comments on each pull request, deploys stage by stage."""

from __future__ import annotations

from exporters.format import Artifact
from exporters.pipelines.pipeline import INSTALL_DESIGNER, TEST, VALIDATE, Pipeline
from exporters.pipelines.yaml_text import block, entries, quoted

PATH = ".github/workflows/step-functions.yml"
MARK = "<!-- designer diff -->"
"""The first line of the comment, by which it is found again."""

_HEAD = """# Checks, compares and deploys the Step Functions workflows of this repository.
# Written by `designer ci github`; it is yours to change.
#
# Before it deploys: make an environment for each stage (Settings > Environments) with the variables
# AWS_ROLE_ARN, a role whose trust policy names this repository and environment (OIDC), and AWS_REGION.
# Reviewers that you require of an environment are asked before it is deployed.
name: Step Functions
on:
  pull_request:
  push:
    branches: [{branch}]
permissions:
  contents: read
env:
{variables}defaults:
  run:
    shell: bash
jobs:
"""

_SETUP = """      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
"""
_NODE = """      - uses: actions/setup-node@v6
        with:
          node-version: 22
"""

_CHECK = """  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
{setup}      - name: Install the designer
        run: {install}
      - name: Validate the workflows
        run: {validate} --format github
"""

_CASES = """      - name: Run their cases
        run: {test}
"""

_AGREE = """      - name: Compare the repository with what its workflows export
        run: |
{commands}"""

_PACKAGE = """      - name: Package
        env:
          STAGE: {stage}
        run: |
{commands}"""

_COMPARE = """  compare:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 2
{setup}      - name: Install the designer
        run: {install}
      - name: Compare with the branch that this goes into
        run: |
{compare}      - name: Keep the pictures of before and after
        id: pictures
        uses: actions/upload-artifact@v6
        with:
          name: step-functions-changes
          path: ${{{{ runner.temp }}}}/changes/pictures
          if-no-files-found: ignore
      - name: Comment, or bring the comment up to date
        if: github.event.pull_request.head.repo.full_name == github.repository
        env:
          GITHUB_TOKEN: ${{{{ github.token }}}}
          NUMBER: ${{{{ github.event.pull_request.number }}}}
          PICTURES: ${{{{ steps.pictures.outputs.artifact-url }}}}
        run: |
{comment}"""

_DEPLOY = """  deploy-{stage}:
    if: github.event_name == 'push'
    needs: {needs}
    runs-on: ubuntu-latest
    environment: {stage}
    concurrency: deploy-{stage}
    permissions:
      contents: read
      id-token: write
    env:
      STAGE: {stage}
    steps:
      - uses: actions/checkout@v6
{setup}      - uses: aws-actions/configure-aws-credentials@v5
        with:
          role-to-assume: ${{{{ vars.AWS_ROLE_ARN }}}}
          aws-region: ${{{{ vars.AWS_REGION }}}}
      - name: Deploy
        run: |
{commands}"""


def write(pipeline: Pipeline) -> list[Artifact]:
    """The workflow file, at its place in the repository."""
    text = _head(pipeline) + _check(pipeline) + _compare(pipeline)
    before = "check"
    for stage in pipeline.stages if pipeline.deploys else ():
        text += _DEPLOY.format(
            stage=stage,
            needs=before,
            setup=_setup(pipeline),
            commands=block([*pipeline.install, *pipeline.deploy], 10),
        )
        before = f"deploy-{stage}"
    return [Artifact(PATH, "application/yaml", text.encode())]


def _head(pipeline: Pipeline) -> str:
    return _HEAD.format(branch=quoted(pipeline.branch), variables=entries(pipeline.variables, 2))


def _setup(pipeline: Pipeline) -> str:
    return _SETUP + (_NODE if pipeline.needs_node else "")


def _check(pipeline: Pipeline) -> str:
    text = _CHECK.format(setup=_setup(pipeline), install=INSTALL_DESIGNER, validate=VALIDATE)
    if pipeline.has_cases:
        text += _CASES.format(test=TEST)
    if pipeline.check:
        text += _AGREE.format(commands=block([pipeline.check], 10))
    if pipeline.package:
        commands = block([*pipeline.install, *pipeline.package], 10)
        text += _PACKAGE.format(stage=pipeline.stages[0], commands=commands)
    return text


def _compare(pipeline: Pipeline) -> str:
    """The job that comments. The commit of a pull request is a merge, whose first parent is the base."""
    compare = [
        'mkdir "$RUNNER_TEMP/changes"',
        "git worktree add .before HEAD^1",
        f"designer diff --lang {pipeline.language} .before . --format markdown"
        ' -o "$RUNNER_TEMP/changes/pictures" > "$RUNNER_TEMP/changes/comment.md" || [ $? -eq 1 ]',
    ]
    comment = [
        'cd "$RUNNER_TEMP/changes"',
        'if [ -n "$PICTURES" ]; then printf \'\\n[SVG, PNG](%s)\\n\' "$PICTURES" >> comment.md; fi',
        f"""jq --raw-input --slurp '{{body: ("{MARK}\\n" + .)}}' comment.md > body.json""",
        'repository="$GITHUB_API_URL/repos/$GITHUB_REPOSITORY"',
        'token=(--header "Authorization: Bearer $GITHUB_TOKEN")',
        'comments="$repository/issues/$NUMBER/comments"',
        'found=$(curl --fail-with-body --silent --show-error "${token[@]}" "$comments?per_page=100" |',
        f"""  jq --raw-output '[.[] | select(.body | startswith("{MARK}"))][0].url // empty')""",
        'if [ -z "$found" ] && ! grep -q "^### " comment.md; then exit 0; fi',
        'if [ -n "$found" ]; then method=PATCH; else method=POST; found="$comments"; fi',
        'curl --fail-with-body --silent --show-error "${token[@]}" --request "$method" \\',
        '  --header "Content-Type: application/json" --data @body.json --output /dev/null "$found"',
    ]
    return _COMPARE.format(
        setup=_SETUP, install=INSTALL_DESIGNER, compare=block(compare, 10), comment=block(comment, 10)
    )
