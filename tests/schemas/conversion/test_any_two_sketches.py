"""Any two sketches come together, all at once or in parts, with nothing of the first left."""

from __future__ import annotations

from budget import examples
from drawn import sketches
from hypothesis import given
from hypothesis import strategies as st
from sketched import Both

from schemas.conversion.convert import convert
from schemas.conversion.rendering import definition_of
from schemas.conversion.sync.merge import merge


@examples(15, 600)
@given(sketches(), sketches())
def test_an_untouched_workflow_becomes_what_the_sketch_says(before, after):
    old, new = convert(before).draft, convert(after).draft
    merged = merge(old, new, convert(before).draft)
    if new.states:
        assert definition_of(merged.draft) == definition_of(new)
    assert merged.kept == []


@examples(15, 600)
@given(sketches(), sketches(), st.data())
def test_any_two_sketches_come_together_again(before, after, data):
    both = Both(before)
    both.draw(after)
    keys = list(both.offers)
    first = both.sync(set(data.draw(st.lists(st.sampled_from(keys)))) if keys else None)
    second = both.sync()
    assert (first.kept, second.kept) == ((), ())
    assert [key for key in both.offers if key.startswith(("card:", "arrow:"))] == []
    assert both.draft == Both(after).draft
