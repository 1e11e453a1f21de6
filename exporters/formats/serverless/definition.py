"""A definition as the plugin serverless-step-functions reads it, escaped so that it deploys unchanged.

Three readers come between the file and the service, each with a syntax of its own: Serverless resolves
`${type:address}`, the plugin takes `#{Name}` and objects with `Ref` or `Fn::` keys for references, and
CloudFormation resolves `${Name}` where there is any reference at all. Placeholders are written as references;
everything else that looks like one is written such that it stays what it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from exporters.format import CannotExport
from exporters.formats.serverless.params import constant, is_param_call
from exporters.intrinsics import References, name_in_sub, substitute
from exporters.substitutions import PLACEHOLDER
from schemas.asl.walk import states, values
from schemas.core.paths import Json, field_of
from schemas.core.placeholder import Unquoted

EMPTY = "EmptyText"
"""The id of a stack parameter that is always empty: it parts what would be read as a reference."""

_PARTED = f"#{{{EMPTY}}}"
_OPENING = re.compile(r"(\$\{)(?=[^${}!]*\})|([$#])\{")
_VARIABLE = re.compile(r"\\\$\{|\$\{[a-z][A-Za-z0-9.-]*[:(]")
_DOLLAR = re.compile(r"(\\*)\$\{")


def plugin_definition(definition: Json, references: References, unquoted: References) -> Json:
    """`definition`, its placeholders as references; where it `needs_empty`, the stack declares `EMPTY`.

    Texts in `references` are already such that Serverless leaves them as they are, or resolves them on
    purpose. It never looks at keys. `unquoted` has the values of the placeholders without quotes. Raises
    `CannotExport` where the plugin would put quotes around one.
    """
    _refuse_quoted(definition, unquoted)
    if not _is_substituted(definition, unquoted):
        return _mapped(definition, lambda text: _any_value(text, unquoted, literal), str)
    return _mapped(
        definition,
        lambda text: _any_value(text, unquoted, lambda text: _value(text, references)),
        lambda key: _key(key, references),
    )


def needs_empty(written: Json) -> bool:
    """Return true if a written definition uses the parameter `EMPTY`."""
    return _PARTED in json.dumps(written)


def literal(text: str) -> str:
    """`text` such that Serverless leaves it as it is: `\\${env:HOME}` is not resolved."""
    if not _VARIABLE.search(text):
        return text
    return _DOLLAR.sub(lambda found: "\\" * (2 * len(found[1]) + 1) + "${", text)


def param_text(text: str) -> str:
    """`text` such that it stays what it is under `params`: Serverless reads it again where it is put in."""
    return literal(literal(text))


def literal_values(value: Json) -> Json:
    """`value` such that Serverless leaves every text in it as it is."""
    return _mapped(value, literal, str)


def _mapped(value: Json, on_text: Callable[[str], Json], on_key: Callable[[str], str]) -> Json:
    if isinstance(value, dict):
        return {on_key(key): _mapped(item, on_text, on_key) for key, item in value.items()}
    if isinstance(value, list):
        return [_mapped(item, on_text, on_key) for item in value]
    return on_text(value) if isinstance(value, str) else value


def _refuse_quoted(definition: Json, unquoted: References) -> None:
    """Refuse a function where no text belongs: the plugin gives it quotes, but for the Seconds of a Wait."""
    seconds = {(*state.path, "Seconds") for state in states(definition) if state.type == "Wait"}
    for path, value in values(definition, ()):
        if not isinstance(value, Unquoted) or (path in seconds and PLACEHOLDER.fullmatch(value)):
            continue
        used = [unquoted[name] for name in PLACEHOLDER.findall(value)]
        is_param = len(used) == 1 and PLACEHOLDER.fullmatch(value) and is_param_call(used[0])
        if not is_param and any(isinstance(item, dict) for item in used):
            raise CannotExport("number-not-exported", path, {"field": field_of(path), "value": str(value)})


def _any_value(text: str, unquoted: References, of_text: Callable[[str], Json]) -> Json:
    """The value of a placeholder without quotes, or what `of_text` makes of any other text."""
    if not isinstance(text, Unquoted):
        return of_text(text)
    whole = PLACEHOLDER.fullmatch(text)
    if whole:
        return unquoted[whole[1]]
    return constant(PLACEHOLDER.sub(lambda found: json.dumps(unquoted[found[1]]), text))


def _is_substituted(definition: Json, unquoted: References) -> bool:
    """Return true if the plugin makes one `Fn::Sub` of the definition."""
    for path, value in values(definition, ()):
        key = str(path[-1]) if path else ""
        if isinstance(value, Unquoted):
            used = (unquoted[name] for name in PLACEHOLDER.findall(value))
            if any(isinstance(item, dict) and not is_param_call(item) for item in used):
                return True
            value = None
        text = f"{key} {value}" if isinstance(value, str) else key
        if _is_reference(key) or "#{" in text or PLACEHOLDER.search(text):
            return True
    return False


def _is_reference(key: str) -> bool:
    return key == "Ref" or key.startswith("Fn::")


def _key(key: str, references: References) -> str:
    if _is_reference(key):
        return _inside(key[:2], references, str) + _PARTED + _inside(key[2:], references, str)
    return _inside(key, references, str)


def _value(text: str, references: References) -> Json:
    used = [references[name] for name in PLACEHOLDER.findall(text)]
    if PLACEHOLDER.fullmatch(text) and not isinstance(used[0], str):
        return used[0]
    if all(isinstance(value, str) or name_in_sub(value) for value in used):
        return _inside(text, references, literal)
    return substitute(literal(json.dumps(text, ensure_ascii=False)[1:-1]), references)


def _inside(text: str, references: References, escape: Callable[[str], str]) -> str:
    """`text` as a part of the plugin's one `Fn::Sub`; `escape` makes Serverless leave it as it is."""
    parts = PLACEHOLDER.split(text)
    return "".join(
        _named(part, references) if index % 2 else escape(_escaped(part)) for index, part in enumerate(parts)
    )


def _named(name: str, references: References) -> str:
    value = references[name]
    if isinstance(value, str):
        return _escaped(value)
    named = name_in_sub(value)
    return f"#{{{named}}}" if named else _escaped(f"${{{name}}}")


def _escaped(text: str) -> str:
    """`text` with what the plugin and `Fn::Sub` would replace written as literal text."""
    return _OPENING.sub(lambda found: "${!" if found[1] else f"{found[2]}{_PARTED}{{", text)
