"""A state's name holds a character that nobody sees, or that turns the direction of the text."""

from __future__ import annotations

from rule_cases import DONE, Flag, flags, in_map, machine, passes


def named(name):
    return machine({name: DONE})


def flag(name, code):
    return Flag(named(name), f"/States/{name}", {"character": code})


FLAGS = {
    "a direction override": flag("Pay\u202eyap", "U+202E"),
    "an isolate": flag("Pay\u2066", "U+2066"),
    "a direction mark": flag("\u200fPay", "U+200F"),
    "an Arabic letter mark": flag("Pay\u061c", "U+061C"),
    "NUL": flag("Pay\x00", "U+0000"),
    "a line break": flag("Pay\nnow", "U+000A"),
    "a tabulator": flag("Pay\tnow", "U+0009"),
    "a control of the second block": flag("Pay\x85", "U+0085"),
    "a space without width": flag("Pay\u200bnow", "U+200B"),
    "a byte order mark": flag("\ufeffPay", "U+FEFF"),
    "a line separator": flag("Pay\u2028", "U+2028"),
    "inside a Map": Flag(in_map(named("P\u202e")), "/States/Each/ItemProcessor/States/P\u202e"),
}

PASSES = {
    "Japanese with a wide space": named("注文　受付"),
    "Arabic and Hebrew letters": named("دفع שלם"),
    "an emoji that is joined": named("👩\u200d💻 確認"),
    "a variant of an emoji": named("✔\ufe0f"),
    "letters with marks": named("Zahlung prüfen é"),
    "a space": named(" "),
}

test_flags = flags("hidden-character", FLAGS)
test_passes = passes("hidden-character", PASSES)
