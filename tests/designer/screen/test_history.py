"""The versions that the history lists: changes of one person in a row are one."""

from datetime import datetime, timedelta

from designer.library.store import Author, ChangeMark
from designer.screen.panels.workflows.history import grouped

BEGIN = datetime(2026, 11, 29, 10, 0)


def mark(number, person="hana", minutes=0):
    return ChangeMark(number, Author("tab", person), None, BEGIN + timedelta(minutes=minutes))


def seen(marks, names=None):
    return [(version.number, version.count, version.name) for version in grouped(marks, names or {})]


def test_nothing_is_listed_before_the_first_change():
    assert seen([]) == []


def test_changes_of_one_person_in_a_row_are_one_version():
    assert seen([mark(1), mark(2, minutes=5), mark(3, minutes=12)]) == [(3, 3, ""), (0, 0, "")]


def test_a_pause_another_person_and_a_name_end_a_version():
    marks = [mark(1), mark(2, minutes=30), mark(3, "ken", 31), mark(4, "ken", 32), mark(5, "ken", 33)]
    assert seen(marks, {4: "提案", 0: "はじめ"}) == [
        (5, 1, ""),
        (4, 2, "提案"),
        (2, 1, ""),
        (1, 1, ""),
        (0, 0, "はじめ"),
    ]
