"""Replaces aliases of a value that an edit has changed by the value as it was before."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.document.differences import same
from schemas.document.text.draft import Draft
from schemas.document.text.tree import Node
from schemas.document.yaml.tree import YamlNode


def expand_broken_aliases(tree: YamlNode, root: Draft) -> None:
    """Replace, in the draft `root` of `tree`, each alias of an anchored value that has changed."""
    if not tree.knots:
        return
    broken = {id(node) for node in _anchored(tree)} - {id(node) for node in _intact(root)}
    if broken:
        _expand(root, broken)


def _anchored(node: Node) -> Iterator[YamlNode]:
    if not isinstance(node, YamlNode) or not node.knots:
        return
    if node.anchor:
        yield node
    for entry in node.entries:
        yield from _anchored(entry.node)


def _intact(draft: Draft) -> Iterator[YamlNode]:
    """The anchored values that are still in their place and have the same value."""
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


def _expand(draft: Draft, broken: set[int]) -> None:
    node = draft.node
    if node is None or not _has_alias_of(node, broken):
        return
    if node.is_alias:
        draft.replace_by(node.value)
        return
    if any(entry.merge and _has_alias_of(entry.node, broken) for entry in node.entries):
        draft.dissolve_merges()
    for slot in draft.open():
        if slot.in_place:
            _expand(slot.draft, broken)


def _has_alias_of(node: Node, broken: set[int]) -> bool:
    """True if the text of `node` has an alias of one of the `broken` values."""
    if not isinstance(node, YamlNode) or not node.knots:
        return False
    return id(node.target) in broken or any(_has_alias_of(entry.node, broken) for entry in node.entries)
