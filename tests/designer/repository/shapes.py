"""Folders with a flow that waits, and what a change of its number writes there."""

from designer.repository.place import Reading, find
from schemas.core.edits import Set

FLOW = '{\n  "StartAt": "A",\n  "States": {"A": {"Type": "Wait", "Seconds": 2, "End": true}}\n}\n'
OTHER = FLOW.replace('"A"', '"B"')
SFN = "from aws_cdk import aws_stepfunctions as sfn\n"
IMPORTS = "import * as sfn from 'aws-cdk-lib/aws-stepfunctions';\n"


def put(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def machines(folder):
    return {each.place.name: each for each in find(folder) if isinstance(each, Reading)}


def changes_in_place(reading, folder, name):
    """True if a change of its number comes back as that byte of the file `name`."""
    path = ("States", reading.workflow.document.value["StartAt"], "Seconds")
    document = reading.workflow.document
    before = (folder / name).read_bytes().decode()
    assert (reading.fixed, reading.text_with(document)) == ("", before)
    return reading.text_with(document.apply(Set(path, 9)).document) == before.replace(
        '"Seconds": 2', '"Seconds": 9'
    )
