"""`designer app` starts the designer, in the folder where it is called."""

import sys
from pathlib import Path

from serving import listening

DESIGNER = Path(sys.executable).with_name("designer")


def test_it_serves_the_page_with_a_library_named_from_that_folder(folder):
    with listening([DESIGNER, "app"], folder, DESIGNER_DATABASE="sqlite:///library.db") as server:
        assert server.process.poll() is None


def test_a_file_without_a_machine_is_refused_before_the_server_starts(folder, designer):
    (folder / "serverless.yml").write_text("service: s\nprovider: {name: aws}\n")
    ran = designer("app", "serverless.yml")
    assert ran.code == 1
    assert ran.refusal.startswith("designer: serverless.yml: There is no state machine to open.")
    assert designer("app", "nowhere").code == 1


def test_a_machine_that_is_not_there_is_refused_with_those_that_are(folder, designer):
    (folder / "flow.asl.json").write_text('{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}')
    ran = designer("app", ".", "--machine", "other")
    assert (ran.code, "“other”" in ran.refusal, "flow" in ran.refusal) == (1, True, True)
