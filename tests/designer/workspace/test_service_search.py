"""Actions of services are found by words of their names."""

from __future__ import annotations

import pytest

from designer.workspace.service_search import MAX_ACTIONS, search_actions
from schemas.asl.states import new_state


def templates(query: str) -> list[str]:
    return [part.template for part in search_actions(query).actions]


@pytest.mark.parametrize("query", ["dynamodb get", "GetItem", "DynamoDB getitem", "dynamodb:getItem"])
def test_by_words_of_service_and_action(query: str) -> None:
    assert "dynamodb:getItem" in templates(query)


def test_those_that_begin_so_come_first() -> None:
    found = search_actions("glue").actions
    assert found and found[0].name.lower().startswith("glue")


def test_whole_words_come_before_parts_of_words() -> None:
    assert templates("invoke lambda")[0] == "lambda:invoke"


def test_nothing_for_no_words_and_for_what_is_not_there() -> None:
    assert templates("  ") == [] == templates("no such action")


def test_no_more_than_can_be_looked_through() -> None:
    assert len(templates("e")) == MAX_ACTIONS


def test_each_becomes_a_state() -> None:
    for template in templates("e"):
        assert new_state(template, "JSONata"), template
