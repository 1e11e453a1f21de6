"""The operations of every sample: answered cards, an input contract, a sketch that converts, a runbook."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from designer.library.samples import load_sample, samples
from exporters import export
from exporters.settings import Settings
from schemas import validate
from schemas.conversion.convert import convert
from schemas.conversion.rendering import definition_of
from schemas.conversion.sync.synchronize import Synchronization
from schemas.costs.costs import costs_of
from schemas.costs.prices import usual_prices
from schemas.document.document import Document
from schemas.sidecar.input_contract import read_input_contract
from schemas.sidecar.notification import STATUSES
from schemas.sidecar.sketch import read_sketch

NOTHING_OPEN = [("ja", "未回答の問いはありません"), ("en", "No question is open")]
CARD = (250, 120)
"""The room of a card on the board."""


@pytest.mark.parametrize("name", samples())
class TestSample:
    def test_every_state_answers_each_question(self, name):
        for state in load_sample(name).design.states.values():
            card = state.operations
            answers = (card.customer, card.reply, card.money, card.accounting, card.logging)
            assert all(answers), state.name
            assert card.personal_data is False, state.name
            assert card.failures, state.name
            assert all(failure.what and failure.answer for failure in card.failures), state.name

    def test_its_contract_has_the_fields_of_its_inputs_and_no_price_from_the_browser(self, name):
        design = load_sample(name).design
        contract = read_input_contract(design)
        for sample in design.samples.values():
            assert sample.input.keys() == contract.keys()
        assert all(field.sent_by == "server" and field.description for field in contract.values())

    @pytest.mark.parametrize(("language", "nothing"), NOTHING_OPEN)
    def test_its_runbook_has_no_open_question(self, name, language, nothing):
        artifacts = export(load_sample(name), "runbook", settings=Settings(language=language))
        text = next(each.data.decode() for each in artifacts if each.path.endswith(".md"))
        assert nothing in text

    def test_its_sketch_converts_to_a_valid_workflow(self, name):
        sketch = read_sketch(load_sample(name).design)
        definition = definition_of(convert(sketch).draft)
        found = validate(Document.parse(json.dumps(definition), "json"), None)
        assert [each.code for each in found if each.severity != "hint"] == []

    def test_its_sketch_and_its_workflow_agree(self, name):
        both = Synchronization(load_sample(name))
        assert not both.is_first
        assert [offer.message("en") for offer in both.offers] == []

    def test_each_of_its_states_knows_its_card(self, name):
        design = load_sample(name).design
        cards = read_sketch(design).cards
        assert [state.name for state in design.states.values() if state.card not in cards] == []

    def test_its_costs_rest_on_estimates(self, name):
        workflow = load_sample(name)
        found = costs_of(workflow, usual_prices())
        assert workflow.design.volume.orders_per_month
        for state in found.states:
            shares = [share.amount for share in state.shares if share.edge.kind != "next"]
            asked = [state.needs.seconds] if state.type == "Task" else []
            asked += [state.needs.items] if state.needs.items else []
            assert not any(amount.is_default for amount in (*shares, *asked)), state.name
        assert 0 < found.standard.cost < 100

    def test_it_tells_of_failed_executions(self, name):
        setting = load_sample(name).design.deployment.notification
        assert setting.is_on and setting.find_state
        assert set(setting.statuses) == set(STATUSES)

    def test_no_card_of_its_sketch_hides_another(self, name):
        places = [card.position for card in read_sketch(load_sample(name).design).cards.values()]
        assert len(places) > 5
        for one, other in combinations(places, 2):
            assert abs(one.x - other.x) >= CARD[0] or abs(one.y - other.y) >= CARD[1]
