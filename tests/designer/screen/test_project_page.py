"""The page of a server that was started for a project: workflows are saved in the files where they live."""

import pytest
from inspecting import PAGE, healthy
from streamlit.testing.v1 import AppTest

from schemas.core.edits import Set
from schemas.sidecar.workflow import Change

HOST = """service: shop
provider: {name: aws}
stepFunctions:
  stateMachines:
    first:
      definition:
        StartAt: A
        States:
          A: {Type: Wait, Seconds: 1, End: true}   # one
    second:
      definition: ${file(second.asl.json)}
    third:
      definition: ${ssm:/flow}
"""
SECOND = '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 1, "End": true}}}\n'
SECONDS = ("States", "A", "Seconds")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "serverless.yml").write_text(HOST)
    (tmp_path / "second.asl.json").write_text(SECOND)
    monkeypatch.setenv("DESIGNER_DATABASE", f"sqlite:///{tmp_path / 'library.db'}")
    monkeypatch.setenv("DESIGNER_PROJECT", str(tmp_path))
    return tmp_path


@pytest.fixture
def page(folder):
    page = AppTest.from_file(PAGE, default_timeout=30)
    page.query_params["lang"] = "en"
    return page


def written(page, seconds):
    opened = page.session_state["session"].opened
    opened.write(lambda _: Change((Set(SECONDS, seconds),)))


def captions(page):
    return [plain(caption.value) for caption in page.caption]


def plain(markdown):
    return markdown.replace("\\", "")


def test_a_person_chooses_among_the_machines_and_reads_where_each_is(page):
    healthy(page.run())
    shown = captions(page)
    assert ":material/description: serverless.yml › first" in shown
    assert ":material/description: second.asl.json" in shown
    assert ":material/cloud_done: Saved in serverless.yml › first" in shown
    assert any("serverless.yml:13: “${ssm:/flow}”" in plain(each.value) for each in page.markdown)


def test_the_named_machine_is_opened_and_saved_in_its_file(page, folder, monkeypatch):
    monkeypatch.setenv("DESIGNER_MACHINE", "second")
    healthy(page.run())
    written(page, 5)
    healthy(page.run())
    assert (folder / "second.asl.json").read_text() == SECOND.replace("1,", "5,")
    assert ":material/cloud_done: Saved in second.asl.json" in captions(page)


def test_where_both_changed_a_line_nothing_is_written_until_a_person_chooses(page, folder, monkeypatch):
    monkeypatch.setenv("DESIGNER_MACHINE", "first")
    healthy(page.run())
    written(page, 5)
    theirs = HOST.replace("Seconds: 1", "Seconds: 7")
    (folder / "serverless.yml").write_text(theirs)
    healthy(page.run())
    assert (folder / "serverless.yml").read_text() == theirs
    assert ":material/cloud_off: Not saved" in captions(page)
    healthy(page.button(key="place-here").click().run())
    assert (folder / "serverless.yml").read_text() == HOST.replace("Seconds: 1", "Seconds: 5")
    assert ":material/cloud_done: Saved in serverless.yml › first" in captions(page)


def test_a_file_that_can_only_be_read_is_opened_as_a_copy(page, folder, monkeypatch):
    for file in ("serverless.yml", "second.asl.json"):
        (folder / file).unlink()
    states = 'States = { A = { Type = "Wait", Seconds = 1, End = true } }'
    definition = f'definition = jsonencode({{ StartAt = "A", {states} }})'
    text = f'resource "aws_sfn_state_machine" "m" {{\n  {definition}\n}}\n'
    (folder / "main.tf").write_text(text)
    healthy(page.run())
    written(page, 5)
    healthy(page.run())
    assert (folder / "main.tf").read_text() == text
    assert "main.tf › m is opened as a copy" in plain(page.info[0].value)
    assert ":material/cloud_done: Saved" in captions(page)


def pasting():
    from designer.screen.current_session import current
    from designer.screen.panels.workflows import paste

    paste.show(current())


def test_a_pasted_service_asks_which_machine_and_opens_it(folder, monkeypatch):
    monkeypatch.delenv("DESIGNER_PROJECT")
    page = healthy(AppTest.from_function(pasting, default_timeout=30).run())
    text = HOST.replace("${file(second.asl.json)}", SECOND.strip())
    healthy(page.text_area(key="paste-text").input(text).run())
    assert page.selectbox(key="paste-machine").options == ["first", "second"]
    healthy(page.selectbox(key="paste-machine").select_index(1).run())
    healthy(page.button(key="open-paste").click().run())
    opened = page.session_state["session"].opened
    assert (opened.record.name, opened.workflow.document.text) == ("second", SECOND.strip())
