from __future__ import annotations

import json
from time import perf_counter

from schemas import Document
from schemas.sidecar.design import Design
from schemas.sidecar.identity import identify

PASS = {"Type": "Pass", "End": True}


def machine(**states):
    return {"StartAt": next(iter(states)), "States": states}


def design(**states):
    return Design(Document.parse(json.dumps({"version": 1, "states": states}), "json"))


def uids(definition, sidecar=None):
    identity = identify(definition, sidecar or Design.empty())
    return {"/".join(map(str, path)): uid for path, uid in identity.uids.items()}


def test_a_uid_comes_from_the_name_alone():
    one = uids(machine(A=PASS, B=PASS))
    other = uids(machine(B=PASS, C=PASS, A=PASS))
    assert one["States/A"] == other["States/A"]
    assert one["States/B"] == other["States/B"]
    assert one["States/A"] != one["States/B"]


def test_the_sidecar_says_which_uid_a_name_has():
    assert uids(machine(A=PASS), design(x={"name": "A"})) == {"States/A": "x"}


def test_a_uid_that_the_sidecar_gives_to_another_is_not_taken():
    derived = uids(machine(A=PASS))["States/A"]
    renamed = uids(machine(B=PASS, A=PASS), design(**{derived: {"name": "B"}}))
    assert renamed["States/B"] == derived
    assert renamed["States/A"] != derived


def test_states_of_one_name_have_uids_of_their_own():
    definition = machine(P={"Type": "Parallel", "Branches": [machine(A=PASS), machine(A=PASS)]}, A=PASS)
    found = uids(definition)
    assert len(set(found.values())) == len(found) == 4


def test_of_states_of_one_name_the_scope_tells_which_is_meant():
    definition = machine(M={"Type": "Map", "ItemProcessor": machine(A=PASS)}, A=PASS)
    sidecar = design(m={"name": "M"}, x={"name": "A", "scope": "m"}, y={"name": "A", "scope": ""})
    found = uids(definition, sidecar)
    assert found["States/A"] == "y"
    assert found["States/M/ItemProcessor/States/A"] == "x"


def test_scope_ids():
    definition = machine(
        P={"Type": "Parallel", "Branches": [machine(A=PASS), machine(B=PASS)]},
        M={"Type": "Map", "Iterator": machine(C=PASS)},
    )
    identity = identify(definition, design(p={"name": "P"}, m={"name": "M"}))
    assert {id: scope.path for id, scope in identity.scopes.items()} == {
        "": (),
        "p/0": ("States", "P", "Branches", 0),
        "p/1": ("States", "P", "Branches", 1),
        "m": ("States", "M", "Iterator"),
    }
    assert all(identity.scopes[id].path == path for path, id in identity.scope_ids.items())


def test_a_map_with_two_processors_still_has_distinct_scopes():
    definition = machine(M={"Type": "Map", "ItemProcessor": machine(A=PASS), "Iterator": machine(B=PASS)})
    assert len(identify(definition, Design.empty()).scopes) == 3


def test_a_malformed_sidecar_names_nobody():
    assert uids(machine(A=PASS), design(x={"name": 5}, y=None, z=[])) == uids(machine(A=PASS))


def test_a_name_that_is_no_unicode_text_has_a_uid():
    assert len(uids(machine(**{"\ud800": PASS}))) == 1


def test_ten_thousand_states_are_identified_in_one_go():
    definition = machine(**{f"S{index}": PASS for index in range(10_000)})
    started = perf_counter()
    assert len(identify(definition, Design.empty()).states) == 10_000
    assert perf_counter() - started < 3
