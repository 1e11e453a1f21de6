"""The part of a state's entry in the sidecar that its copies have too: names, owner, note, answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.design import Design
from schemas.validator.check_design import check_design

MEMBER = "Design"
"""The member of a copied text that has these parts by the names of the states."""

_FIELDS = ("businessName", "note", "owner", "otherwise", "undecided", "operations", "estimate")


def carried(design: Design, uid: str, uids: Mapping[str, str] | None = None) -> dict[str, Json]:
    """The fields that a copy of the state `uid` has too; `uids` has those of copied states by the originals'.

    The likelihoods of its arrows are left out where no `uids` are given: elsewhere these states are none.
    """
    entry = mapping(mapping(design.fields.get("states")).get(uid))
    fields = {name: entry[name] for name in _FIELDS if name in entry}
    if "estimate" in fields:
        fields["estimate"] = _with_likelihoods(mapping(fields["estimate"]), uids)
    return {name: value for name, value in fields.items() if value != {}}


def carried_by_name(design: Design, copied: Mapping[str, State]) -> dict[str, Json]:
    """The fields that copies of these states (by uid) carry, by the states' names."""
    found: dict[str, Json] = {state.name: carried(design, uid) for uid, state in copied.items()}
    return {name: fields for name, fields in found.items() if fields}


def read_carried(text: str) -> dict[str, dict[str, Json]]:
    """The fields that the states of a copied text carry, by their names there.

    The text may come from anywhere: what the sidecar's schema does not allow is left out.
    """
    if f'"{MEMBER}"' not in text:
        return {}
    entries = mapping(mapping(Document.parse(text).value).get(MEMBER))
    found = {
        name: {key: fields[key] for key in _FIELDS if key in fields} for name, fields in _objects(entries)
    }
    return {name: fields for name, fields in found.items() if fields and _is_allowed(fields)}


def _with_likelihoods(estimate: dict[str, Json], uids: Mapping[str, str] | None) -> dict[str, Json]:
    shares = mapping(estimate.get("likelihoods"))
    rest = {name: value for name, value in estimate.items() if name != "likelihoods"}
    if uids is None or not shares:
        return rest
    return {**rest, "likelihoods": {uids.get(uid, uid): share for uid, share in shares.items()}}


def _objects(entries: dict[str, Json]) -> Iterator[tuple[str, dict[str, Json]]]:
    return ((name, fields) for name, fields in entries.items() if isinstance(fields, dict))


def _is_allowed(fields: dict[str, Json]) -> bool:
    design: Json = {"version": 1, "states": {"copy": {"name": "copy", **fields}}}
    return not any(
        found.severity == "error"
        for found in check_design(Design(Document.parse(write_json(design), "json")))
    )
