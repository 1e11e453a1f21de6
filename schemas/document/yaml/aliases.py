"""Keeps YAML's aliases true: a use of a value that an edit has changed is written out as it was."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.document.differences import same
from schemas.document.text.draft import Draft
from schemas.document.text.tree import Node
from schemas.document.yaml.tree import YamlNode


def expand_broken_aliases(tree: YamlNode, root: Draft) -> None:
    """Make new, in the draft `root` of `tree`, each use of an anchored value that is no longer as it was."""
    if not tree.knots:
        return
    broken = {id(node) for node in _anchored(tree)} - {id(node) for node in _intact(root)}
    if broken:
        _write_out(root, broken)


def _anchored(node: Node) -> Iterator[YamlNode]:
    if not isinstance(node, YamlNode) or not node.knots:
        return
    if node.anchor:
        yield node
    for entry in node.entries:
        yield from _anchored(entry.node)


def _intact(draft: Draft) -> Iterator[YamlNode]:
    """The anchored values that stand in the text as before and mean what they meant."""
    node = draft.node
    if not isinstance(node, YamlNode) or not node.knots:
        return
    if draft.slots is None:
        yield from _anchored(node)
        return
    if node.anchor and same(draft.plain(), node.value):
        yield node
    for slot in draft.slots:
        if slot.in_place:
            yield from _intact(slot.draft)


def _write_out(draft: Draft, broken: set[int]) -> None:
    node = draft.node
    if node is None or not _uses(node, broken):
        return
    if node.is_alias:
        draft.become(node.value)
        return
    if any(entry.merge and _uses(entry.node, broken) for entry in node.entries):
        draft.dissolve_merges()
    for slot in draft.open():
        if slot.in_place:
            _write_out(slot.draft, broken)


def _uses(node: Node, broken: set[int]) -> bool:
    """True if the text of `node` names one of the `broken` values."""
    if not isinstance(node, YamlNode) or not node.knots:
        return False
    return id(node.target) in broken or any(_uses(entry.node, broken) for entry in node.entries)
