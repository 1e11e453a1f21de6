"""The process that evaluates JSONata: a request a line on its input, an answer a line on its output.

It is started without the project's modules, has nothing but the expressions it is sent, and is killed
where an expression takes too long.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import quickjs

SCRIPT = Path(__file__).parent / "built" / "jsonata.js"
MOST_BYTES = 256 * 1024 * 1024
MOST_STACK = 4 * 1024 * 1024


def main() -> None:
    """Say by an empty line that all is loaded, and answer requests until the input ends."""
    context = quickjs.Context()
    context.set_memory_limit(MOST_BYTES)
    context.set_max_stack_size(MOST_STACK)
    context.eval(SCRIPT.read_text(encoding="utf-8"))
    context.eval(
        "let outcome = null;"
        "function ask(text) { outcome = null; player.answer(text).then("
        "(found) => { outcome = found; },"
        "(error) => { outcome = JSON.stringify({ crash: String(error && error.message) }); }); }"
    )
    ask, outcome = context.eval("ask"), context.eval("() => outcome")
    sys.stdout.write("\n")
    sys.stdout.flush()
    for line in sys.stdin:
        sys.stdout.write(_answer(context, ask, outcome, line) + "\n")
        sys.stdout.flush()


def _answer(context: quickjs.Context, ask: quickjs.Object, outcome: quickjs.Object, line: str) -> str:
    try:
        ask(line)
        while (found := outcome()) is None:
            if not context.execute_pending_job():
                return json.dumps({"crash": "The expression never ends"})
    except quickjs.JSException as error:
        return json.dumps({"crash": str(error).splitlines()[0]})
    return str(found)


if __name__ == "__main__":
    main()
