"""Draws definitions of one machine as people write them: in JSON or YAML, with comments, quotes and tabs."""

import json
from dataclasses import dataclass

from hypothesis import strategies as st

NAMES = ("A", "注文を保存", "Wait for it", "yes", "Step-2")


@dataclass(frozen=True)
class Written:
    """The style of a definition: one machine of `count` states, as `yaml` or `json`."""

    states: tuple[str, ...]
    step: int
    comments: bool
    blank: bool
    quote: str
    tabs: bool = False
    flow: bool = False


WRITTEN = st.builds(
    Written,
    states=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(tuple),
    step=st.sampled_from((1, 2, 4)),
    comments=st.booleans(),
    blank=st.booleans(),
    quote=st.sampled_from(("", "'", '"')),
    tabs=st.booleans(),
    flow=st.booleans(),
)


def in_json(style):
    """The definition as JSON, by lines or (`flow`) on one."""
    value = {"StartAt": style.states[0], "States": {}}
    for index, name in enumerate(style.states):
        last = index == len(style.states) - 1
        value["States"][name] = {
            "Type": "Task",
            "Resource": "arn:aws:lambda:ap-northeast-1:123456789012:function:f",
            "Comment": "a \"b\" \\ 'c' ${Name} \u00e9",
            "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": index + 2}],
            **({"End": True} if last else {"Next": style.states[index + 1]}),
        }
    if style.flow:
        return json.dumps(value, ensure_ascii=style.comments, separators=(",", ":") if style.blank else None)
    return json.dumps(value, indent="\t" if style.tabs else style.step, ensure_ascii=style.comments)


def in_yaml(style, retry=None):
    """The definition as YAML by lines; `retry` is an alias that the last state has for its retriers."""
    quote, pad = style.quote, " " * style.step

    def scalar(text):
        around = quote or ("'" if text == "yes" else "")
        return around + text + around

    lines = ["# the first line"] if style.comments else []
    lines += [
        f"StartAt: {scalar(style.states[0])}   {'# after' if style.comments else ''}".rstrip(),
        "States:",
    ]
    for index, name in enumerate(style.states):
        last = index == len(style.states) - 1
        lines += [f"{pad}{scalar(name)}:", f"{pad * 2}Type: Task"]
        lines += [f"{pad * 2}Resource:  arn:aws:lambda:ap-northeast-1:123456789012:function:f"]
        lines += [""] if style.blank else []
        if last and retry:
            lines += [f"{pad * 2}Retry: {retry}"]
        else:
            lines += [f"{pad * 2}Retry:", f"{pad * 2}- ErrorEquals: [ States.ALL ]"]
            lines += ["# less indented"] if style.comments else []
            lines += [f"{pad * 2}  MaxAttempts: {index + 2}  {'# tries' if style.comments else ''}".rstrip()]
        lines += [f"{pad * 2}{'End: true' if last else 'Next: ' + scalar(style.states[index + 1])}"]
    return "\n".join(lines) + "\n"


def indented(text, by):
    return "".join((" " * by + line if line.strip() else line) for line in text.splitlines(keepends=True))
