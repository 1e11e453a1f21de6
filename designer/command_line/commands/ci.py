"""`designer ci`: the files of continuous integration for a repository with workflows."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

import click

from designer.base.refusal import Refusal
from designer.base.words import word
from designer.command_line.exportable import exportable
from designer.command_line.writing import writing
from designer.library.files import is_cases, read_text
from designer.linting.report import printable
from designer.repository.place import Reading, find
from exporters import Artifact, write
from exporters.names import kebab
from exporters.pipelines.pipeline import TOOLS, Pipeline, Tool
from schemas.core.diagnostic import Language

SERVICES = ("github", "codebuild")
_STAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,60}")
_FILES: dict[Tool, tuple[str, ...]] = {
    "serverless": ("serverless.yml", "serverless.yaml", "serverless.json", "serverless.ts", "serverless.js"),
    "cdk": ("cdk.json",),
    "sam": ("samconfig.toml",),
}
_TEMPLATES = ("template.yaml", "template.yml", "template.json")


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    usual = Pipeline()
    return click.Command(
        "ci",
        help=say("cli.ci"),
        params=[
            click.Argument(["service"], type=click.Choice(SERVICES)),
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path),
                metavar="DIR",
                default=".",
                help=say("cli.ci-output"),
            ),
            click.Option(["--deploy"], type=click.Choice(TOOLS), help=say("cli.ci-deploy")),
            click.Option(
                ["--stages"], default=",".join(usual.stages), metavar="NAMES", help=say("cli.ci-stages")
            ),
            click.Option(["--name"], metavar="NAME", help=say("cli.ci-service")),
            click.Option(
                ["--designer", "requirement"],
                default=usual.requirement,
                metavar="REQUIREMENT",
                help=say("cli.ci-requirement"),
            ),
            click.Option(["--branch"], default=usual.branch, metavar="NAME", help=say("cli.ci-branch")),
            click.Option(["--exported"], multiple=True, metavar="FILE", help=say("cli.ci-exported")),
            click.Option(["--force"], is_flag=True, help=say("cli.ci-force")),
        ],
        callback=partial(_run, language),
    )


def _run(
    language: Language,
    service: str,
    output: Path,
    deploy: Tool | None,
    stages: str,
    name: str | None,
    requirement: str,
    branch: str,
    exported: tuple[str, ...],
    force: bool,
) -> int:
    pipeline = Pipeline(
        tool=deploy or _tool(output),
        stages=_stages(stages),
        service=kebab(name or output.resolve().name) or Pipeline().service,
        requirement=requirement,
        template=next(filter(lambda file: (output / file).exists(), _TEMPLATES), Pipeline().template),
        branch=branch,
        language=language,
        exported=exported,
        has_cases=_has_cases(output),
    )
    _check_exported(exported, output)
    make: Callable[[Pipeline], list[Artifact]] = import_module(f"exporters.pipelines.{service}").write
    artifacts = make(pipeline)
    for artifact in artifacts if not force else ():
        _keep(output / artifact.path, artifact)
    with writing(output):
        written = write(artifacts, output)
    print("\n".join(map(str, written)))
    if not pipeline.has_cases:
        click.echo(printable(word(language, "cli.ci-no-cases")), err=True)
    return 0


def _has_cases(repository: Path) -> bool:
    try:
        found = find(repository)
    except Refusal:
        return False
    return any(each.has_cases if isinstance(each, Reading) else is_cases(Path(each.file)) for each in found)


def _check_exported(names: tuple[str, ...], repository: Path) -> None:
    """Refuse what is no definition of the repository. Raises `Refusal`."""
    for name in names:
        if not (repository / name).resolve().is_relative_to(repository.resolve()):
            raise Refusal("cli.ci-elsewhere", name)
    list(exportable((repository / name for name in names), repository))


def _stages(text: str) -> tuple[str, ...]:
    found = tuple(part.strip() for part in text.split(","))
    for number, stage in enumerate(found):
        if not _STAGE.fullmatch(stage) or stage in found[:number]:
            raise Refusal("cli.ci-bad-stage", stage=stage)
    return found


def _tool(folder: Path) -> Tool:
    """The tool whose files are in the folder; of a template, SAM if it has one of its resources."""
    for tool, files in _FILES.items():
        if any((folder / file).exists() for file in files):
            return tool
    for file in _TEMPLATES:
        if (folder / file).exists():
            return "sam" if "AWS::Serverless" in read_text(folder / file) else "cloudformation"
    return "none"


def _keep(file: Path, artifact: Artifact) -> None:
    """Refuse to replace another file."""
    if file.exists() and file.read_bytes() != artifact.data:
        raise Refusal("cli.ci-taken", str(file))
