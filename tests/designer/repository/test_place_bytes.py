"""Each form in which a repository holds definitions: no byte changes but those of what is changed."""

import tempfile
from pathlib import Path

import pytest
from budget import examples
from hosting import FORMS
from hypothesis import given
from hypothesis import strategies as st
from styled_definitions import WRITTEN

from designer.repository.place import Reading, find, read
from schemas.core.edits import Insert, Rename, Set

STYLES = st.lists(WRITTEN, min_size=1, max_size=3)
ENDS = st.sampled_from(("\n", "\r\n"))


def written(form, styles, end, mark):
    folder = Path(tempfile.mkdtemp())
    for name, text in FORMS[form](styles).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes((mark + text.replace("\n", end)).encode())
    return folder


@pytest.mark.parametrize("form", FORMS)
@examples(6, 40)
@given(styles=STYLES, end=ENDS, mark=st.sampled_from(("", "", "\ufeff")), chosen=st.integers(0, 2))
def test_a_changed_retry_changes_its_number_alone(form, styles, end, mark, chosen):
    mark = mark if form.startswith(("serverless", "cloudformation", "sam", "plain")) else ""
    folder = written(form, styles, end, mark)
    found = find(folder)
    readings = [each for each in found if isinstance(each, Reading)]
    assert len(readings) == (1 if form == "plain" else len(styles)), found
    reading = readings[chosen % len(readings)]
    before = reading.place.file.read_bytes().decode()
    document = reading.workflow.document
    assert (document.problem, reading.fixed) == (None, "")
    assert reading.text_with(document) == before
    index = next(at for at in range(3) if f"m{at}" in reading.workflow.name.lower()) if form != "plain" else 0
    styled = styles[index].states
    for state in (styled[0], styled[-1]):
        path = ("States", state, "Retry", 0, "MaxAttempts")
        after = reading.text_with(document.apply(Set(path, 9)).document)
        if form == "serverless_anchored" and state == styled[-1]:
            assert changed_lines(before, after) == [
                ("Retry: *retry", "Retry: [{ErrorEquals: [States.ALL], MaxAttempts: 9}]")
            ]
            continue
        assert only_digit(before, after), (before, after)
        reading.place.file.write_bytes(after.encode())
        again = read(reading.place, folder)
        assert again.workflow.document.value["States"][state]["Retry"][0]["MaxAttempts"] == 9
        reading.place.file.write_bytes(before.encode())
    end = {"Type": "Wait", "Seconds": 5, "Comment": 'it\'s "${X}"\n2', "End": True}
    changed = document.apply(
        Insert(("States", "新しい: state"), end, styled[0]), Rename(("States", styled[-1]), "# renamed")
    ).document
    reading.place.file.write_bytes(reading.text_with(changed).encode())
    assert read(reading.place, folder).workflow.document.value == changed.value
    others = [each.workflow.document.value for each in find(folder) if isinstance(each, Reading)]
    assert [each for each in others if each != changed.value] == [
        each.workflow.document.value for each in readings if each is not reading
    ]


def only_digit(before, after):
    differing = [index for index, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    return len(differing) == 1 and after[differing[0]] == "9"


def changed_lines(before, after):
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [(one.strip(), other.strip()) for one, other in pairs if one != other]
