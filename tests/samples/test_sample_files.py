"""Every sample: valid, with a sidecar that fits it and inputs that are data."""

import json
import re

import pytest

from designer.samples import FOLDER, load_sample, samples
from schemas import validate
from schemas.identity import identify
from schemas.walk import states

NAMES = [sample.name for sample in samples()]
README = (FOLDER / "README.md").read_text(encoding="utf-8")


def test_there_is_a_sample():
    assert "checkout" in NAMES


def test_an_unknown_sample_is_not_loaded():
    with pytest.raises(KeyError):
        load_sample("../samples/checkout")


@pytest.mark.parametrize("name", NAMES)
class TestSample:
    def test_it_has_a_title_and_a_line_in_the_readme(self, name):
        sample = next(sample for sample in samples() if sample.name == name)
        assert sample.title and sample.description
        assert f"| [{name}]({name}/workflow.asl." in README

    def test_it_is_valid_to_the_last_hint(self, name):
        workflow = load_sample(name)
        assert validate(workflow.document, workflow.design, workflow.design.type) == []

    def test_its_sidecar_knows_every_state_and_no_other(self, name):
        workflow = load_sample(name)
        identity = identify(workflow.document.value, workflow.design)
        assert set(identity.uids.values()) == set(workflow.design.states)

    def test_every_state_says_in_japanese_what_it_is_for(self, name):
        for state in states(load_sample(name).document.value):
            assert re.search(r"[ぁ-ん]", str(state.fields.get("Comment"))), state.name

    def test_every_placeholder_has_its_substitution(self, name):
        workflow = load_sample(name)
        placeholders = set(re.findall(r"\$\{(\w+)\}", workflow.document.text))
        assert set(workflow.design.deployment.substitutions) == placeholders

    def test_its_inputs_are_ids_and_nothing_else(self, name):
        inputs = [sample.input for sample in load_sample(name).design.samples.values()]
        assert inputs
        for given in inputs:
            assert given and all(
                key.endswith("_id") and isinstance(value, str) for key, value in given.items()
            )

    def test_every_input_file_is_named_in_the_sidecar(self, name):
        design = json.loads((FOLDER / name / "workflow.design.json").read_text(encoding="utf-8"))
        named = {sample["file"] for sample in design["samples"].values()}
        assert named == {f"inputs/{path.name}" for path in (FOLDER / name / "inputs").iterdir()}
