"""A name or text holds a character that nobody sees, or that turns the direction of the text."""

from __future__ import annotations

from rule_cases import DISTRIBUTED, DONE, Flag, flags, in_map, machine, map_over, passes

LINES = machine({"B": DONE}, ProcessorConfig=DISTRIBUTED)
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


def named(name):
    return machine({name: DONE})


def flag(name, code):
    return Flag(named(name), f"/States/{name}", {"character": code})


def failing(**fields):
    return machine({"Stop": {"Type": "Fail", **fields}})


def labelled(label):
    return machine({"Each": map_over(LINES, Label=label)})


def choosing(**fields):
    rule = {"Variable": "$.a", "IsPresent": True, "Next": "B", **fields}
    return {"Type": "Choice", "Choices": [rule], "Default": "B"}


def handling(error):
    catcher = {"ErrorEquals": [error], "Next": "B"}
    return {"Type": "Parallel", "Branches": [machine({"C": DONE})], "Catch": [catcher], "Next": "B"}


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
    "a soft hyphen": flag("Pay\u00adnow", "U+00AD"),
    "a filler of Hangul": flag("Pay\u3164", "U+3164"),
    "a filler of half width": flag("\uffa0", "U+FFA0"),
    "a control of shapes": flag("Pay\u206e", "U+206E"),
    "a tag": flag("Pay\U000e0041", "U+E0041"),
    "a tag after a flag": flag(f"{ENGLAND}\U000e0067", "U+E0067"),
    "tags after a flag that end nowhere": flag(f"{ENGLAND[:-1]}", "U+E0067"),
    "a joiner between letters": flag("Pa\u200dy", "U+200D"),
    "a space": flag(" ", "U+0020"),
    "wide spaces": flag("\u3000\u3000", "U+3000"),
    "an override in a label": Flag(labelled("a\u202eb"), "/States/Each/Label", {"character": "U+202E"}),
    "an override in an error": Flag(failing(Error="No\u202e"), "/States/Stop/Error", {"character": "U+202E"}),
    "an override in a cause": Flag(
        failing(Error="No", Cause="a\u202e"), "/States/Stop/Cause", {"character": "U+202E"}
    ),
    "NUL in a cause": Flag(failing(Error="No", Cause="a\x00"), "/States/Stop/Cause", {"character": "U+0000"}),
    "NUL in a comment": Flag(
        failing(Error="No", Cause="a", Comment="a\x00"), "/States/Stop/Comment", {"character": "U+0000"}
    ),
    "NUL in the machine's comment": Flag(machine({"A": DONE}, Comment="\x00"), "/Comment"),
    "NUL in the comment of a choice": Flag(
        machine({"A": choosing(Comment="\x00"), "B": DONE}), "/States/A/Choices/0/Comment"
    ),
    "an override in a handled error": Flag(
        machine({"A": handling("No\u202e"), "B": DONE}), "/States/A/Catch/0/ErrorEquals/0"
    ),
    "inside a Map": Flag(in_map(named("P\u202e")), "/States/Each/ItemProcessor/States/P\u202e"),
}

PASSES = {
    "Japanese with a wide space": named("注文　受付"),
    "Arabic and Hebrew letters": named("دفع שלם"),
    "an emoji that is joined": named("👩\u200d💻 確認"),
    "a variant of an emoji": named("✔\ufe0f"),
    "letters with marks": named("Zahlung prüfen é"),
    "a space between words": named("Pay now"),
    "a flag of tags": named(f"{ENGLAND} 確認 {ENGLAND}"),
    "a joiner between letters of Persian": named("می\u200cخواهم"),
    "a variant of a Chinese character": named("葛\U000e0100城"),
    "a cause of some lines": failing(Error="No", Cause="a\n\tb\r\nc", Comment="a\n\u2067b\u2069"),
    "an error that is computed": machine(
        {"A": {"Type": "Fail", "Error": "{% $states.input\n.error %}"}}, QueryLanguage="JSONata"
    ),
    "a label": labelled("lines"),
}

test_flags = flags("hidden-character", FLAGS)
test_passes = passes("hidden-character", PASSES)
