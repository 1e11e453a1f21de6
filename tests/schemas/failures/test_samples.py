"""The table of failures of each sample, in words: each Retry and each Catch matters to it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import astuple
from functools import cache

import pytest

from designer.library.samples import load_sample, samples
from schemas.asl.errors import handlers
from schemas.asl.walk import states
from schemas.core.view_mode import VIEW_MODES
from schemas.failures.explanation import Explainer
from schemas.failures.failures import Failures


@cache
def _workflow(sample):
    return load_sample(sample)


def _words(definition, sample, language="ja", view="engineering"):
    design = _workflow(sample).design
    failures = Failures(definition, design, design.type)
    explainer = Explainer(failures, language, view)
    return [
        (explainer.title(row.state), explainer.errors(row.errors), astuple(explainer.explain(row.course)))
        for row in failures.table()
    ]


def _handlers():
    for sample in samples():
        for state in states(_workflow(sample).document.value):
            yield from ((sample, handler.path) for handler in handlers(state))


@pytest.mark.parametrize(("sample", "path"), list(_handlers()))
def test_deleting_a_retrier_or_catcher_changes_the_table(sample, path):
    definition = _workflow(sample).document.value
    changed = deepcopy(definition)
    around = changed
    for part in path[:-1]:
        around = around[part]
    del around[path[-1]]
    assert _words(changed, sample) != _words(definition, sample)


@pytest.mark.parametrize("sample", samples())
def test_every_row_answers_in_both_languages_and_views(sample):
    definition = _workflow(sample).document.value
    tables = [_words(definition, sample, language, view) for language in ("ja", "en") for view in VIEW_MODES]
    assert len({len(table) for table in tables}) == 1
    for _, errors, (retries, following, _, _, _, rerun, told, _) in tables[0]:
        assert errors
        assert all((retries, following, rerun, told))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("sample", samples())
def test_the_business_view_has_no_words_of_the_language_or_of_resources(sample, language):
    definition = _workflow(sample).document.value
    words = str(_words(definition, sample, language, "business"))
    for technical in (
        "Catch",
        "Fail)",
        "FAILED",
        "States.",
        "DynamoDB.",
        "Topic",
        "Queue",
        "Table",
        "Function",
    ):
        assert technical not in words
