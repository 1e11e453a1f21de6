"""A refusal is one clear line and an exit code in both languages, never a traceback."""

import os

import pytest
from budget import examples
from hypothesis import example, given
from hypothesis import strategies as st

VALID = b'{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'
NOT_A_FILE = {
    "missing": (lambda path: None, "There is no such file"),
    "a folder": (lambda path: path.mkdir(), "This is a folder"),
    "a pipe": (lambda path: os.mkfifo(path), "not an ordinary file"),
    "a broken link": (lambda path: path.symlink_to("nowhere"), "There is no such file"),
    "too large": (lambda path: _sparse(path, 8 * 1024 * 1024 + 1), "at most 8 MiB"),
    "binary": (lambda path: path.write_bytes(b"\x7fELF\xff\xfe\x00\x01"), "Byte 0xFF is not UTF-8"),
    "Shift JIS": (lambda path: path.write_bytes('{\n"StartAt": "在庫"}'.encode("shift-jis")), "is not UTF-8"),
}


def _sparse(path, size):
    with path.open("wb") as file:
        file.truncate(size)


@pytest.mark.parametrize("name", NOT_A_FILE)
@pytest.mark.parametrize("file", ["flow.asl.json", "flow.asl.yaml", "flow.design.json"])
def test_validate_reports_what_was_expected_of_the_file(folder, designer, name, file):
    make, expected = NOT_A_FILE[name]
    make(folder / file)
    expected = {"a folder": "No file in this folder"}.get(name, expected)
    ran = designer("validate", file)
    assert ran.code == 1
    lines = [line for line in ran.out.splitlines() if line.startswith(f"{file}:")]
    assert len(lines) == 1 and expected in lines[0]


@pytest.mark.parametrize("name", NOT_A_FILE)
def test_export_refuses_in_one_line(folder, designer, name):
    make, expected = NOT_A_FILE[name]
    make(folder / "flow.asl.json")
    ran = designer("export", "--to", "asl-yaml", "flow.asl.json", "-o", "out")
    assert ran.code == 1
    assert "flow.asl.json" in ran.refusal and expected in ran.refusal
    assert not (folder / "out").exists()


@pytest.mark.parametrize("path", [".", "", "x" * 300, "/dev/null"])
def test_a_path_that_can_be_no_definition_is_refused(designer, path):
    ran = designer("validate", "--format", "json", path)
    assert (ran.code, ran.err, len(ran.found)) == (1, "", 1)
    assert designer("export", "--to", "asl-json", path, "-o", "out").refusal


def test_bytes_that_are_no_text_are_reported_with_their_line(folder, designer):
    (folder / "flow.asl.json").write_bytes(b'{\n"StartAt": "\xff"}')
    assert designer("validate", "flow.asl.json").out.startswith("flow.asl.json:2:1: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_one_may_not_read_is_refused(folder, designer):
    (folder / "flow.asl.json").write_bytes(VALID)
    (folder / "flow.asl.json").chmod(0)
    assert "not permitted" in designer("validate", "flow.asl.json").out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "No command was given."),
        (["draw"], "There is no command draw."),
        (["validate"], "FILES is missing."),
        (["validate", "--fast", "x"], "There is no option --fast."),
        (["validate", "--type", "QUICK", "x"], "--type must be one of STANDARD, EXPRESS."),
        (["validate", "--format", "xml", "x"], "--format must be one of github, json, sarif, text."),
        (["validate", "--lang", "fr", "x"], "--lang must be one of ja, en."),
        (["validate", "--type"], "There are too many arguments"),
        (["export", "x"], "--to is missing."),
        (["export", "--to", "asl-json", "x"], "--output is missing."),
        (["render", "x", "-o", "x.png", "--scale", "9"], "--scale must be a number above 0, at most 4."),
        (["export", "--to", "zip", "x", "-o", "out"], "--to must be one of serverless, png, svg,"),
        (["new"], "NAME is missing."),
        (["new", "a", "b"], "There are too many arguments"),
        (["new", "a", "--from", "nothing"], "--from must be one of "),
    ],
)
def test_a_wrong_command_is_explained(designer, arguments, expected):
    ran = designer(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.refusal.startswith(f"designer: {expected}")
    assert ran.refusal.endswith("--help'.")


def test_a_wrong_command_is_explained_in_japanese(designer, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert (
        designer("validate").refusal
        == "designer: FILES を指定してください。使い方は「designer validate --help」で見られます。"
    )


@pytest.mark.parametrize("command", ["validate", "export", "new", "app"])
def test_every_command_has_help_in_both_languages(designer, command):
    english, japanese = (designer(command, "--help", "--lang", language) for language in ("en", "ja"))
    assert english.code == japanese.code == 0
    assert command in english.out and english.out.isascii() and not japanese.out.isascii()
    assert "Show this help." in english.out and "この説明を表示します。" in japanese.out
    assert f"  {command} " in designer("--help").out


@examples(15, 200)
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode), sidecar=st.binary(max_size=60))
@example(data=b"", sidecar=b"")
@example(data=b"[" * 100_000, sidecar=b"[" * 100_000)
@example(data=b"a: &a [*a, *a]", sidecar=b"null")
@example(
    data=b'{"StartAt": "\\ud800", "States": {"\\ud800": {"Type": "Succeed"}}}', sidecar=b'{"version": 1}'
)
@pytest.mark.parametrize("ending", ["json", "yaml", "asl"])
def test_no_content_breaks_a_run(folder, designer, ending, data, sidecar):
    file = folder / f"flow.{ending}"
    file.write_bytes(data)
    (folder / "flow.design.json").write_bytes(sidecar)
    ran = designer("validate", "--format", "json", file)
    assert (ran.code, ran.err) == (int(any(each["severity"] == "error" for each in ran.found)), "")
