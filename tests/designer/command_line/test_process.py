"""`designer` as a process of its own: pipes, encodings, file names, and the modules that it imports."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DESIGNER = Path(sys.executable).with_name("designer")
VALID = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'
LOST = '{"StartAt": "B", "States": {"A": {"Type": "Succeed"}}}'


def run(*arguments, **options):
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60, **options}
    return subprocess.run([DESIGNER, *arguments], **options)


@pytest.fixture
def flow(folder):
    (folder / "flow.asl.json").write_text(LOST)
    return "flow.asl.json"


def test_a_reader_that_goes_away_is_no_failure_to_report(flow):
    reader, writer = os.pipe()
    os.close(reader)
    ran = run("validate", flow, stdout=writer)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_a_full_disk_is_reported_in_one_line(flow):
    with Path("/dev/full").open("w") as full:
        ran = run("validate", "--lang", "en", flow, stdout=full)
    assert ran.returncode == 1
    assert ran.stderr.decode().splitlines() == ["designer: Cannot go on (No space left on device)."]


def test_no_standard_output_at_all_is_survived(flow):
    ran = subprocess.run(
        ["sh", "-c", f"exec {DESIGNER} validate {flow} >&-"], capture_output=True, timeout=60
    )
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.parametrize("encoding", ["ascii", "shift-jis", "utf-8"])
def test_words_that_the_terminal_cannot_show_are_escaped(flow, encoding):
    ran = run("validate", "--lang", "ja", flow, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert ran.stdout.decode(encoding).startswith("flow.asl.json:1:13: ")


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_json_is_json_in_every_encoding(flow, encoding):
    ran = run(
        "validate", "--lang", "ja", "--format", "json", flow, env={**os.environ, "PYTHONIOENCODING": encoding}
    )
    assert json.loads(ran.stdout)[0]["message"].isascii() is False


def test_a_file_name_that_is_no_text_is_named_all_the_same(folder):
    name = os.fsdecode(b"\xff\xfe.json")
    (folder / name).write_text(LOST)
    ran = run("validate", "--format", "json", name)
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert json.loads(ran.stdout)[0]["file"] == name
    assert run("validate", name).stdout.startswith(b"\\udcff\\udcfe.json:1:13: ")
    assert run("export", "--to", "serverless", "--force", name, "-o", "out").stderr == b""


NEVER = (
    "streamlit",
    "sqlalchemy",
    "pydantic",
    "wasmtime",
    "PIL",
    "exporters.formats",
    "exporters.scene",
)
"""What `designer validate` has no use for."""


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        (VALID, (*NEVER, "yaml", "jsonschema", "zipfile", "importlib.resources")),
        ("StartAt: A\nStates:\n  A: {Type: Succeed}\n", (*NEVER, "jsonschema", "zipfile")),
        (LOST, (*NEVER, "yaml")),
    ],
    ids=["JSON without errors", "YAML without errors", "JSON with an error"],
)
def test_it_loads_only_what_the_file_needs(folder, text, unused):
    (folder / "flow.asl").write_text(text)
    program = (
        "import sys; from designer.command_line.cli import main; main(['validate', 'flow.asl']);"
        f"print([name for name in {unused} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_an_export_into_a_folder_of_its_own_loads_no_merging(folder):
    (folder / "flow.asl.json").write_text(VALID)
    program = (
        "import sys; from designer.command_line.cli import main;"
        "main(['export', 'flow.asl.json', '--to', 'serverless', '-o', 'out']);"
        "print([name for name in ('streamlit', 'exporters.merging') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert ran.stdout.splitlines()[-1] == "[]"
    assert (folder / "out/serverless.yml").exists()


def test_a_picture_loads_no_other_format(folder):
    (folder / "flow.asl.json").write_text(VALID)
    unused = ("streamlit", "sqlalchemy", "pydantic", "yaml", "jsonschema", "exporters.formats.cdk")
    program = (
        "import sys; from designer.command_line.cli import main;"
        "main(['render', 'flow.asl.json', '-o', 'a.png']);"
        f"print([name for name in {unused} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert ran.stdout.splitlines()[-1] == "[]"
    assert (folder / "a.png").exists()
