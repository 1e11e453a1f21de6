"""Every sample: valid, with a sidecar that fits it and inputs that are data."""

import json
import re

import pytest

from designer.base.words import word
from designer.library.samples import FOLDER, load_sample, sample_picture, samples
from schemas import validate
from schemas.asl.walk import states
from schemas.sidecar.identity import identify

NAMES = samples()
README = (FOLDER / "README.md").read_text(encoding="utf-8")


def test_there_is_a_sample():
    assert "checkout" in NAMES


def test_an_unknown_sample_is_not_loaded():
    with pytest.raises(KeyError):
        load_sample("../samples/checkout")


@pytest.mark.parametrize("name", NAMES)
class TestSample:
    def test_it_has_a_title_and_a_line_in_the_readme(self, name):
        design = load_sample(name).design
        assert design.title and design.description
        assert f"| [{name}]({name}/workflow.asl." in README

    def test_both_languages_say_what_it_is(self, name):
        for language in ("ja", "en"):
            assert word(language, f"sample.{name}") and word(language, f"sample.{name}.help")

    def test_its_picture_shows_what_the_business_sees(self, name):
        picture = sample_picture(name, "light", "ja")
        owners = {state.owner for state in load_sample(name).design.states.values() if state.owner}
        assert picture.startswith("<svg") and owners
        assert [owner for owner in owners if owner not in picture] == []

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
