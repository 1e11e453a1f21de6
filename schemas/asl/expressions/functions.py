"""The functions that a JSONata expression may call: those of JSONata 2.0.6 and those of the service."""

from __future__ import annotations

STANDARD = frozenset({
    "abs", "append", "assert", "average", "base64decode", "base64encode", "boolean", "ceil", "clone",
    "contains", "count", "decodeUrl", "decodeUrlComponent", "distinct", "each", "encodeUrl",
    "encodeUrlComponent", "error", "exists", "filter", "floor", "formatBase", "formatInteger", "formatNumber",
    "fromMillis", "join", "keys", "length", "lookup", "lowercase", "map", "match", "max", "merge", "millis",
    "min", "not", "now", "number", "pad", "parseInteger", "power", "random", "reduce", "replace", "reverse",
    "round", "shuffle", "sift", "single", "sort", "split", "spread", "sqrt", "string", "substring",
    "substringAfter", "substringBefore", "sum", "toMillis", "trim", "type", "uppercase", "zip",
})  # fmt: skip
"""The functions of JSONata itself, without $eval, which the service does not support."""

OF_THE_SERVICE = frozenset({"partition", "range", "hash", "random", "uuid", "parse"})
"""The functions that Step Functions adds."""

FUNCTIONS = STANDARD | OF_THE_SERVICE
