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
"""JSONata's own, but for $eval, which the service does not have."""

OF_THE_SERVICE = frozenset({"partition", "range", "hash", "random", "uuid", "parse"})

FUNCTIONS = STANDARD | OF_THE_SERVICE
