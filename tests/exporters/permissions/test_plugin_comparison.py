"""`docs/permissions.md` says what new runs say, and this designer's role is as documented in every row."""

from __future__ import annotations

from pathlib import Path

import pytest
from budget import deep_only
from cases import INTEGRATIONS
from plugin_comparison import AS_DOCUMENTED, PAGE, table
from tooling import needs_node


def test_each_integration_has_a_row_in_which_our_role_is_as_documented() -> None:
    rows = [line.split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if "` | " in line]
    assert [name for _, name, *_ in rows] == [case["name"] for case in INTEGRATIONS]
    assert {ours for _, _, ours, _ in rows} == {AS_DOCUMENTED}
    assert len({task for task, *_ in rows}) > 25


@deep_only
@pytest.mark.node
@needs_node
def test_the_page_has_the_table_of_a_new_run(tmp_path: Path) -> None:
    assert PAGE.read_text(encoding="utf-8").endswith(table(tmp_path))
