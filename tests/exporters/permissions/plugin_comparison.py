"""The table of `docs/permissions.md`: the exported role of each integration beside the plugin's.

Both are resolved by runs of the real `osls`, and asked for the calls of `integrations.yaml`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from cases import INTEGRATIONS, request, workflow_of
from iam import Policy, machine_policy
from merging import merged
from osls import NotPackaged, Packaged, package
from tooling import TOOLS

PAGE = Path(__file__).resolve().parents[3] / "docs" / "permissions.md"
TITLES = "| task | for | role of this designer |"
AS_DOCUMENTED = "as documented"

_PLUGIN = "serverless-step-functions"
_SERVICE = {
    "service": "roles",
    "frameworkVersion": ">=3",
    "provider": {"name": "aws", "region": "ap-northeast-1"},
    "plugins": [_PLUGIN],
}
_FAILED = "not packaged"
_ERROR = re.compile(r"\w*Error: .+")


def main() -> None:
    """Write the table anew, at the end of the page."""
    before, _, _ = PAGE.read_text(encoding="utf-8").partition(TITLES)
    with TemporaryDirectory() as folder:
        PAGE.write_text(before + table(Path(folder)), encoding="utf-8")


def table(folder: Path) -> str:
    """The table, from runs in `folder`."""
    cases = {f"case-{index:02}": case for index, case in enumerate(INTEGRATIONS)}
    exported, plugins = _exported(cases, folder / "exported"), _of_the_plugin(cases, folder / "plugin")
    version = json.loads((TOOLS / "package.json").read_text())["dependencies"][_PLUGIN]
    head = f"{TITLES} role of {_PLUGIN} {version} |\n| --- | --- | --- | --- |\n"
    verdicts = (
        (case, _verdict(case, exported[name]), _verdict(case, plugins[name])) for name, case in cases.items()
    )
    return head + "".join(f"| `{_task(case)}` | {case['name']} | {a} | {b} |\n" for case, a, b in verdicts)


def _exported(cases: Mapping[str, dict], folder: Path) -> dict[str, tuple[Policy, str]]:
    """The policy and the name of each machine in one service, into which all are merged."""
    workflows = [workflow_of([case["task"]], name) for name, case in cases.items()]
    files = merged({"serverless.yml": json.dumps(_SERVICE)}, workflows)
    return _policies(_packaged(files, folder))


def _of_the_plugin(cases: Mapping[str, dict], folder: Path) -> dict[str, tuple[Policy, str] | NotPackaged]:
    """The same of machines without a role, and the error of those that the plugin cannot package.

    Those of which the page says so are packaged alone at first, which spares most of the runs.
    """
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    known = {line.split(" | ")[1] for line in lines if f"| {_FAILED}:" in line}
    alone = [name for name, case in cases.items() if case["name"] in known]
    others = [name for name in cases if name not in alone]
    parts = [others, *([name] for name in alone)]
    found: dict[str, tuple[Policy, str] | NotPackaged] = {}
    for index, names in enumerate(parts):
        found |= _halved({name: cases[name] for name in names}, folder / str(index))
    return found


def _halved(cases: Mapping[str, dict], folder: Path) -> dict[str, tuple[Policy, str] | NotPackaged]:
    """The policies of the cases in one service; where it is not packaged, those of each half alone."""
    machines = {
        name: {"name": name, "definition": workflow_of([case["task"]]).document.value}
        for name, case in cases.items()
    }
    service = {**_SERVICE, "stepFunctions": {"stateMachines": machines}}
    try:
        return dict(_policies(_packaged({"serverless.yml": json.dumps(service)}, folder)))
    except NotPackaged as error:
        if len(cases) == 1:
            return dict.fromkeys(cases, error)
    names = list(cases)
    first, second = names[: len(names) // 2], names[len(names) // 2 :]
    return {
        **_halved({name: cases[name] for name in first}, folder / "first"),
        **_halved({name: cases[name] for name in second}, folder / "second"),
    }


def _packaged(files: Mapping[str, str], folder: Path) -> Packaged:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return package(folder, folder / "home")


def _policies(packaged: Packaged) -> dict[str, tuple[Policy, str]]:
    found = {}
    for id, machine in packaged.machines.items():
        name = str(machine["Properties"]["StateMachineName"])
        found[name.removesuffix("-dev")] = machine_policy(packaged.template, id), name
    return found


def _verdict(case: dict, found: tuple[Policy, str] | NotPackaged) -> str:
    """The outcome in words: what is missing, and which neighbours are allowed."""
    if isinstance(found, NotPackaged):
        error = _ERROR.search(str(found))
        return f"{_FAILED}: `{error[0] if error else found}`"
    policy, machine = found
    missing = [call for call in case["allowed"] if not policy.allows(request(call, machine))]
    wide = [call for call in case["denied"] if policy.allows(request(call, machine))]
    if missing and len(missing) == len(case["allowed"]):
        missing = ["everything"]
    parts = [("lacks", missing), ("too wide", wide)]
    return "; ".join(f"{word}: {_actions(calls)}" for word, calls in parts if calls) or AS_DOCUMENTED


def _actions(calls: Sequence[str]) -> str:
    actions = dict.fromkeys(call.partition(" ")[0] for call in calls)
    return ", ".join(f"`{action}`" if ":" in action else action for action in actions)


def _task(case: dict) -> str:
    """The integration of a case in short: `sqs:sendMessage.waitForTaskToken`."""
    task = case["task"]
    resource = task.get("Resource") or task["ItemReader"]["Resource"]
    reader = "" if "Resource" in task else "Map, "
    return reader + re.sub("^arn:aws:states:[^:]*:[^:]*:", "", resource)


if __name__ == "__main__":
    main()
