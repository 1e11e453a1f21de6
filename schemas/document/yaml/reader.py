"""Parses YAML into a tree of spans, from the events of the YAML parser; aliases stay aliases."""

from __future__ import annotations

import re

import yaml
from yaml import events

from schemas.core.paths import Json
from schemas.document.text.limits import MAX_DEPTH, MAX_EXPANDED, MAX_VALUES
from schemas.document.text.lines import skip
from schemas.document.text.tree import Entry, ParseError, with_merges
from schemas.document.yaml.dialect import PLAIN, Dialect
from schemas.document.yaml.members import Member, Open, list_member, member_start
from schemas.document.yaml.parse_errors import explain
from schemas.document.yaml.spans import after_colon, block_text_end, has_question_marks, skip_properties
from schemas.document.yaml.tags import check_collection, function_of, is_merge, scalar_value
from schemas.document.yaml.tree import YamlNode

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_yaml(text: str, dialect: Dialect = PLAIN) -> YamlNode:
    """The tree of YAML text; the `value` of the root is the JSON value. Raises `ParseError`."""
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        code = "lone-surrogate" if "\ud800" <= forbidden.group() <= "\udfff" else "yaml-control-character"
        raise ParseError(code, forbidden.start())
    mark = int(text.startswith("\ufeff"))
    reader = _Reader(text, mark, dialect)
    try:
        for event in yaml.parse(text[mark:], Loader=_LOADER):
            reader.take(event)
    except yaml.YAMLError as error:
        found = explain(text[mark:], error)
        raise ParseError(found.code, found.offset + mark, found.params) from None
    return reader.root or YamlNode(len(text), len(text), len(text))


class _Reader:
    """Builds nodes from events; `shift` is the offset of the parser's first character in the text."""

    def __init__(self, text: str, shift: int, dialect: Dialect) -> None:
        self.root: YamlNode | None = None
        self._text = text
        self._shift = shift
        self._open: list[Open] = []
        self._anchors: dict[str, YamlNode] = {}
        self._dialect = dialect
        self._question_marks = has_question_marks(text)
        self._expanded = 0
        self._values = 0

    def take(self, event: events.Event) -> None:
        """Process the next event. Raises `ParseError`."""
        if isinstance(event, events.NodeEvent):
            self._node(event)
        elif isinstance(event, events.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, events.DocumentStartEvent) and self.root:
            raise ParseError("yaml-several-documents", self._start(event))

    def _node(self, event: events.NodeEvent) -> None:
        around = self._open[-1] if self._open else None
        if around and around.is_mapping and around.member is None:
            around.member = self._key(around, event)
            return
        if around and not around.is_mapping:
            around.member = list_member(self._text, around, self._start(event))
        if isinstance(event, events.AliasEvent):
            self._finish(self._alias(event))
        elif isinstance(event, events.ScalarEvent):
            self._finish(self._scalar(event))
        elif isinstance(event, events.CollectionStartEvent):
            self._begin(event)

    def _key(self, around: Open, event: events.NodeEvent) -> Member:
        start, end = self._start(event), self._end(event)
        if isinstance(event, events.AliasEvent):
            name = self._target(event).value
        elif isinstance(event, events.ScalarEvent):
            scalar_value(event, start)
            name = event.value
        else:
            name = None
        if not isinstance(name, str):
            raise ParseError("yaml-key", start)
        merge = isinstance(event, events.ScalarEvent) and is_merge(event)
        around.node.knots += merge or isinstance(event, events.AliasEvent) or bool(event.anchor)
        if isinstance(event, events.ScalarEvent) and event.anchor:
            self._anchors[event.anchor] = YamlNode(start, start, end, event.value)
        begin = member_start(self._text, around.cursor, start) if self._question_marks else start
        return Member(name, begin, end, after_colon(self._text, end), merge)

    def _alias(self, event: events.AliasEvent) -> YamlNode:
        target = self._target(event)
        start = self._start(event)
        self._expanded += target.weight
        if self._expanded > MAX_EXPANDED:
            raise ParseError("alias-expansion", start, {"limit": str(MAX_EXPANDED // 1024 // 1024)})
        node = YamlNode(start, start, self._end(event), _copy(target.value), "alias", target=target, knots=1)
        node.weight, node.height = target.weight, target.height
        return node

    def _target(self, event: events.AliasEvent) -> YamlNode:
        name = str(event.anchor)
        target = self._anchors.get(name)
        if target is None:
            raise ParseError("yaml-unknown-alias", self._start(event), {"name": name})
        if target.end < 0:
            raise ParseError("yaml-recursive-alias", self._start(event), {"name": name})
        return target

    def _scalar(self, event: events.ScalarEvent) -> YamlNode:
        start, end = self._start(event), self._end(event)
        function = self._function(event)
        value = str(event.value) if function else scalar_value(event, start, self._dialect.old)
        if start == end:
            start = end = self._offset_of_missing_value(start)
        node = YamlNode(start, self._body(event, start), end, value)
        if event.style in ("|", ">"):
            node.end = block_text_end(self._text, node.body, end, event.value)
        node.weight += len(event.value)
        if function:
            node = _call(function, node, YamlNode(start, node.body))
        self._anchor(event, node)
        return node

    def _offset_of_missing_value(self, parsed: int) -> int:
        """The offset of a value that is not written: after its key or `-`."""
        member = self._open[-1].member if self._open else None
        if member is None:
            return parsed
        return member.after if member.after >= 0 else member.key_end

    def _begin(self, event: events.CollectionStartEvent) -> None:
        is_mapping = isinstance(event, events.MappingStartEvent)
        start = self._start(event)
        function = self._function(event)
        if not function:
            check_collection(event, "map" if is_mapping else "seq", start)
        if len(self._open) >= MAX_DEPTH:
            raise ParseError("nesting-too-deep", start, {"limit": str(MAX_DEPTH)})
        node = YamlNode(start, self._body(event, start), style="flow" if event.flow_style else "block")
        bracket = self._text.startswith(("{", "["), node.body)
        if node.style == "flow" and not bracket:
            node.style = "pair"
        call = YamlNode(start, node.body) if function else None
        self._anchor(event, call or node)
        cursor = node.body + (node.style == "flow")
        self._open.append(Open(node, is_mapping, cursor, function=function, call=call))

    def _close(self, event: events.Event) -> None:
        closing = self._open.pop()
        node = closing.node
        node.end = self._end(event) if node.style == "flow" else closing.cursor
        entries = node.entries
        if closing.is_mapping:
            members = [(str(entry.key), entry.node.value, entry.merge) for entry in entries]
            node.value = with_merges(members)
            node.may_repeat |= len(node.value) < len(members) or any(entry.merge for entry in entries)
        else:
            node.value = [entry.node.value for entry in entries]
        self._finish(_call(closing.function, node, closing.call) if closing.call else node)

    def _finish(self, node: YamlNode) -> None:
        """Add a complete value to the collection around it."""
        self._values += 1
        if self._values > MAX_VALUES:
            raise ParseError("yaml-too-many-values", node.start, {"limit": str(MAX_VALUES)})
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        member = around.member
        around.member = None
        if member is None:
            return
        entry = Entry(member.key, member.start, member.key_end, node, member.after, member.merge)
        if entry.merge and not _can_merge(node.value):
            raise ParseError("yaml-merge", node.start)
        _set_between(node, around.node.style != "block")
        around.node.entries.append(entry)
        around.cursor = entry.end
        _add_totals(around.node, node, len(self._open))

    def _anchor(self, event: events.NodeEvent, node: YamlNode) -> None:
        if event.anchor:
            node.anchor = event.anchor
            node.knots += 1
            self._anchors[event.anchor] = node

    def _function(self, event: events.ScalarEvent | events.CollectionStartEvent) -> str:
        return function_of(event.tag, self._dialect)

    def _body(self, event: events.ScalarEvent | events.CollectionStartEvent, start: int) -> int:
        if not event.anchor and not event.tag:
            return start
        return skip(self._text, skip_properties(self._text, start))

    def _start(self, event: events.Event) -> int:
        return self._shift + (event.start_mark.index if event.start_mark else 0)

    def _end(self, event: events.Event) -> int:
        return self._shift + (event.end_mark.index if event.end_mark else 0)


def _can_merge(value: Json) -> bool:
    return all(isinstance(part, dict) for part in (value if isinstance(value, list) else [value]))


def _set_between(node: YamlNode, between: bool) -> None:
    node.between = between
    if node.style == "function":
        argument = node.entries[0].node
        if isinstance(argument, YamlNode):
            argument.between = between


def _call(function: str, argument: YamlNode, node: YamlNode) -> YamlNode:
    """Fill `node`, the short form of a function, with its argument."""
    argument.start = argument.body
    node.end, node.style, node.value = argument.end, "function", {function: argument.value}
    node.entries.append(Entry(function, node.start, node.body, argument, node.body))
    _add_totals(node, argument, 0)
    return node


def _copy(value: Json) -> Json:
    """A deep copy of the value of an alias."""
    if isinstance(value, dict):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value


def _add_totals(around: YamlNode, node: YamlNode, depth: int) -> None:
    around.add_totals(node)
    if depth + node.height > MAX_DEPTH:
        raise ParseError("nesting-too-deep", node.start, {"limit": str(MAX_DEPTH)})
