"""Properties of every definition in the corpus, as JSON and as YAML in many styles."""

from __future__ import annotations

import json
from random import Random

import pytest
from budget import deep, examples, some
from corpus import definitions, needs_corpus
from edit_model import at, edited, paths, random_edit
from edit_reach import lost_comments, out_of_reach
from hand_yaml import Hand
from hypothesis import given
from hypothesis import strategies as st
from yaml_oracle import oracle

from schemas import Document
from schemas.core.edits import Move, Set
from schemas.core.paths import Json

pytestmark = [deep, needs_corpus]

SOME = some(definitions(), 80)
CHUNKS = [SOME[start::8] for start in range(8)]
chunks = pytest.mark.parametrize("chunk", range(8))
once = examples(1, 3)
twice = examples(1, 6)
seeds = st.integers(0, 2**32)


def jsons(chunk: int) -> list[Document]:
    return [Document.parse(path.read_bytes().decode()) for path in CHUNKS[chunk]]


def yamls(chunk: int, seed: int, shared: bool) -> list[Document]:
    written = []
    for number, document in enumerate(jsons(chunk)):
        hand = Hand.any(Random(seed + number))
        hand.anchors = 0.3 if shared else 0
        hand.comments = hand.comments if shared else 0.5
        written.append(Document.parse(hand.write(document.value), "yaml"))
    return written


def sorted_text(value: Json) -> str:
    return json.dumps(value, sort_keys=True)


@chunks
def test_json_means_what_the_standard_library_reads(chunk: int) -> None:
    for document in jsons(chunk):
        assert document.format == "json"
        assert document.problem is None
        assert json.dumps(document.value) == json.dumps(json.loads(document.text))


@chunks
@twice
@given(seed=seeds)
def test_yaml_of_any_hand_means_what_was_written(chunk: int, seed: int) -> None:
    for source, document in zip(jsons(chunk), yamls(chunk, seed, shared=True), strict=True):
        assert document.problem is None, document.text
        assert sorted_text(document.value) == sorted_text(source.value) == sorted_text(oracle(document.text))


@chunks
def test_each_json_value_stands_at_its_position(chunk: int) -> None:
    for document in jsons(chunk):
        lines = document.text.splitlines(keepends=True)
        for path in paths(document.value):
            place = document.position(path)
            rest = "".join([lines[place.line - 1][place.column - 1 :], *lines[place.line :]])
            assert json.JSONDecoder().raw_decode(rest)[0] == at(document.value, path)


@chunks
@once
@given(seed=seeds)
def test_each_span_cut_out_and_parsed_alone_gives_its_value(chunk: int, seed: int) -> None:
    for document in [*jsons(chunk), *yamls(chunk, seed, shared=True)]:
        for path in paths(document.value):
            alone = Document.parse(document.source(path), document.format)
            assert alone.problem is None, (document.text, path)
            assert sorted_text(alone.value) == sorted_text(at(document.value, path)), (document.text, path)


@chunks
@once
@given(seed=seeds)
def test_the_place_of_a_scalar_leads_back_to_its_path(chunk: int, seed: int) -> None:
    for document in [*jsons(chunk), *yamls(chunk, seed, shared=False)]:
        for path in paths(document.value):
            if not isinstance(at(document.value, path), dict | list):
                place = document.position(path)
                assert document.path_at(place.line, place.column) == path, document.text


@chunks
@once
@given(seed=seeds)
def test_setting_a_value_to_what_it_is_changes_no_byte(chunk: int, seed: int) -> None:
    for document in [*jsons(chunk), *yamls(chunk, seed, shared=True)]:
        for path in paths(document.value)[:60]:
            applied = document.apply(Set(path, at(document.value, path)))
            assert applied.document.text == document.text
            assert applied.forward.splices == ()


@chunks
@twice
@given(seed=seeds)
def test_edits_give_exactly_what_they_mean_and_can_be_taken_back(chunk: int, seed: int) -> None:
    for document in [*jsons(chunk), *yamls(chunk, seed, shared=True)]:
        random = Random(seed)
        edits, value = [], document.value
        for _ in range(random.choice((1, 2, 4))):
            if isinstance(value, dict | list) and value:
                edits.append(random_edit(value, random))
                value = edited(value, edits[-1])
        applied = document.apply(*edits)
        assert sorted_text(applied.document.value) == sorted_text(value), (document.text, edits)
        assert document.apply(applied.forward).document == applied.document
        assert applied.document.apply(applied.inverse).document.text == document.text, (document.text, edits)


@chunks
@twice
@given(seed=seeds)
def test_an_edit_changes_no_byte_and_takes_no_comment_outside_of_what_it_names(chunk: int, seed: int) -> None:
    for document in [*jsons(chunk), *yamls(chunk, seed, shared=False)]:
        edit = random_edit(document.value, Random(seed)) if document.value else Set(("A",), 1)
        applied = document.apply(edit)
        assert json.dumps(applied.document.value) == json.dumps(edited(document.value, edit))
        if not isinstance(edit, Move):
            assert not out_of_reach(document.text, document.format, edit, applied.forward), document.text
        assert not lost_comments(document.text, edit, applied.document.text), (document.text, edit)


@chunks
@once
@given(seed=seeds)
def test_an_edit_of_a_shared_value_takes_no_comment_elsewhere(chunk: int, seed: int) -> None:
    for document in yamls(chunk, seed, shared=True):
        edit = random_edit(document.value, Random(seed)) if document.value else Set(("A",), 1)
        applied = document.apply(edit)
        assert not lost_comments(document.text, edit, applied.document.text), (document.text, edit)
