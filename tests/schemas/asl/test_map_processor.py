"""A processor is found in ItemProcessor and in the older Iterator."""

from __future__ import annotations

import pytest

from schemas.asl.map_processor import is_distributed, mode_of, processor_of, processors_of

DISTRIBUTED = {"ProcessorConfig": {"Mode": "DISTRIBUTED"}, "StartAt": "A", "States": {}}


@pytest.mark.parametrize("field", ["ItemProcessor", "Iterator"])
def test_both_fields_hold_a_processor_with_its_mode(field):
    assert processor_of({field: DISTRIBUTED}) is DISTRIBUTED
    assert is_distributed(processor_of({field: DISTRIBUTED}))


def test_of_two_processors_the_newer_field_comes_first():
    fields = {"Iterator": {}, "ItemProcessor": DISTRIBUTED}
    assert [field for field, _ in processors_of(fields)] == ["ItemProcessor", "Iterator"]
    assert processor_of(fields) is DISTRIBUTED


@pytest.mark.parametrize("processor", [{}, {"ProcessorConfig": {}}, {"ProcessorConfig": []}])
def test_a_processor_without_a_mode_is_inline(processor):
    assert mode_of(processor) == "INLINE"


@pytest.mark.parametrize("value", [None, [], "${Processor}", 5])
def test_what_is_no_object_is_no_processor(value):
    assert processor_of({"ItemProcessor": value, "Iterator": value}) == {}
