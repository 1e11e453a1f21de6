"""The words of a notification, in Japanese and English: workflow, owners, error, cause, link.

`notification_lines` is the text that an execution's end sends, and what a runbook prints of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from exporters.comments import introduction
from schemas.core.diagnostic import Language
from schemas.sidecar.workflow import Workflow

MOST_OWNERS = 6
_WIDE = str.maketrans({'"': "”", "\\": "＼", "<": "＜", ">": "＞"})
MOST_LETTERS = 200
"""The letters of a name or sentence that a notification has at most."""


CONSOLES = {
    "aws": "console.aws.amazon.com",
    "aws-cn": "console.amazonaws.cn",
    "aws-us-gov": "console.amazonaws-us-gov.com",
}
"""The domain of the console in each partition, behind the region."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; `{}` stands for what is said of the workflow or the execution."""

    ended: str
    owners: str
    nobody: str
    execution: str
    error: str
    cause: str
    console: str
    state: str
    owner: str
    steps: str
    express: str
    undelivered: str
    notifier: str
    purpose: str
    between: str


WORDS: dict[Language, Words] = {
    "ja": Words(
        ended="ワークフロー「{}」が {} で終わりました。",
        owners="担当: {}",
        nobody="決まっていません",
        execution="実行: {}",
        error="エラー: {}",
        cause="原因: {}",
        console="コンソール: {}",
        state="失敗した工程: {}",
        owner="工程の担当: {}",
        steps="やり直し:",
        express="ワークフロー「{}」で {} があります（Express なので、実行ごとの通知はありません）。",
        undelivered="ワークフロー「{}」の失敗の通知を届けられませんでした。キューに残っています。",
        notifier="ワークフロー「{}」の失敗を知らせる処理が失敗しました。実行の一覧を見てください。",
        purpose="ワークフロー「{}」の失敗を知らせます。",
        between="、",
    ),
    "en": Words(
        ended="The workflow “{}” ended with {}.",
        owners="Owners: {}",
        nobody="not decided",
        execution="Execution: {}",
        error="Error: {}",
        cause="Cause: {}",
        console="Console: {}",
        state="Failed state: {}",
        owner="Owner of the state: {}",
        steps="Re-run:",
        express="The workflow “{}” has {} (Express: nothing tells of each execution).",
        undelivered="A notification on the workflow “{}” could not be delivered. It is in the queue.",
        notifier="The machine that tells of failures of “{}” failed. See the list of executions.",
        purpose="Tells of failures of the workflow “{}”.",
        between=", ",
    ),
}


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of an execution, each part as text or as what the service puts in its place."""

    status: str = "<status>"
    execution: str = "<execution>"
    error: str = "<error>"
    cause: str = "<cause>"
    link: str = "<link>"


ANY_END = Ending()


def notification_lines(
    workflow: Workflow,
    language: Language,
    ending: Ending = ANY_END,
    escape: Callable[[str], str] = str,
) -> list[str]:
    """Return the lines that tell of the end of an execution; by default with `<error>`, `<cause>` and so on.

    `escape` is applied to what people wrote.
    """
    words = WORDS[language]
    return [
        words.ended.format(escape(title(workflow)), ending.status),
        words.owners.format(escape(owners(workflow, language))),
        words.execution.format(ending.execution),
        words.error.format(ending.error),
        words.cause.format(ending.cause),
        words.console.format(ending.link),
    ]


def title(workflow: Workflow) -> str:
    """The title of the workflow, or else its comment or its name, on one line."""
    return plain(workflow.design.title or introduction(workflow))


def owners(workflow: Workflow, language: Language) -> str:
    """The owners of the states, each once, in the order of the sidecar; a word for none."""
    found = list(dict.fromkeys(entry.owner for entry in workflow.design.states.values() if entry.owner))
    words = WORDS[language]
    shown = words.between.join(map(plain, found[:MOST_OWNERS]))
    return (shown if len(found) <= MOST_OWNERS else f"{shown} …") or words.nobody


def plain(text: str) -> str:
    """`text` of a person on one line, not too long, and nothing that a template or a machine would read.

    `${` and `{%` begin what CloudFormation and Step Functions put in, so a space parts them.
    """
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    cut = line if len(line) <= MOST_LETTERS else f"{line[: MOST_LETTERS - 1]}…"
    return cut.replace("{%", "{ %").replace("${", "$ {")


def in_template(lines: Iterable[str]) -> str:
    """The lines as an input template of EventBridge: each in quotes, with what people wrote `escaped`."""
    return "\n".join(f'"{line}"' for line in lines)


def escaped(text: str) -> str:
    """`text` of a person in an input template, where quotes end a line and `<` begins a variable.

    EventBridge knows no escape for `<` and `>`, so wide characters stand for them.
    """
    return text.translate(_WIDE)
