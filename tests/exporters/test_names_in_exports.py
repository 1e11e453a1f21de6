"""Names in the forms that files, services and templates allow."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exporters.folder import write
from exporters.format import Artifact
from exporters.names import file_name, kebab, logical_id, service_name


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("返品/返金", "返品-返金"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x", "C-x"),
        ("  ", "workflow"),
        ("..", "workflow"),
        ("checkout", "checkout"),
    ],
)
def test_file_names_keep_japanese_and_leave_no_folder(name: str, file: str) -> None:
    assert file_name(name) == file


@given(name=st.text(max_size=300))
@example(name="con")
@example(name="😀" * 200)
@example(name="\ud800")
def test_any_name_makes_a_file_that_can_be_written(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (written,) = write([Artifact(f"{file_name(name)}.asl.json", "application/json", b"{}")], folder)
    assert written.parent == folder.resolve()


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("Checkout Flow", "checkout-flow"),
        ("注文", "workflow-266125"),
        ("注文 v2 checkout", "v-2-checkout-17ce6d"),
        ("9x", "workflow-9-x"),
        ("a", "workflow-a"),
    ],
)
def test_service_names_begin_with_a_letter(name: str, service: str) -> None:
    assert service_name(name) == service


@given(one=st.text(max_size=200), other=st.text(max_size=200))
@example(one="返金", other="返品")
@example(one="EC返金", other="EC")
@example(one="x" * 60 + "1", other="x" * 60 + "2")
def test_names_that_differ_in_more_than_case_and_spacing_stay_apart(one: str, other: str) -> None:
    if _letters(one) != _letters(other):
        assert service_name(one) != service_name(other)


def _letters(name: str) -> str:
    return re.sub(r"[ ._-]", "", unicodedata.normalize("NFC", name)).lower().removeprefix("workflow")


def test_file_names_that_are_cut_stay_apart() -> None:
    assert file_name("注" * 100 + "1") != file_name("注" * 100 + "2")


@given(name=st.text(max_size=200))
def test_any_name_makes_a_service_name_that_serverless_takes(name: str) -> None:
    assert re.fullmatch(r"[a-zA-Z][0-9a-zA-Z-]+", service_name(name))
    assert re.fullmatch(r"[A-Za-z0-9]+", logical_id(service_name(name)))


def test_words_of_names() -> None:
    assert kebab("OrdersTable") == "orders-table"
    assert kebab("my_SQSQueue2") == "my-sqs-queue-2"
    assert logical_id("orders-table") == "OrdersTable"
