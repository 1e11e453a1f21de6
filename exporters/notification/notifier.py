"""The small Express machine that writes a notification, and finds the failed state where that is wanted.

EventBridge does not escape what it puts into a template ("Amazon EventBridge input transformation" in its
guide), so it cannot write JSON with a cause in it; a machine can. The event does not name the failed state
either: the machine reads the history of the execution backwards, page by page, along the predecessors of the
events, until one names a state.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporters.fragments.policies import allowed, role
from exporters.notification.rerun import rerun_steps
from exporters.notification.target import Target
from exporters.notification.wording import CONSOLES, WORDS, notification_lines, plain, title
from exporters.permissions.statement import arn
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.document.json.writer import write_json
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

MOST_CARDS = 24_000
"""The letters of the table of states in the definition at most; states beyond that stay without steps."""

_PAGE = 100
_MOST_PAGES = 20
_MOST_CAUSE = 2_000
_RETRY: Json = [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 2}]


@dataclass(frozen=True, slots=True)
class Card:
    """The owner of states, and the steps by which one of them is run again."""

    owner: str
    steps: tuple[str, ...]


_BEGINNING: Json = {"next": -1, "state": ""}
_WALK = """{% (
  $seek := function($place, $event) {
    $place.state != "" or $place.next = 0 or ($place.next > 0 and $place.next != $event.Id) ? $place
    : $exists($event.StateEnteredEventDetails.Name)
      ? { "next": 0, "state": $event.StateEnteredEventDetails.Name }
    : $exists($event.EvaluationFailedEventDetails.State)
      ? { "next": 0, "state": $event.EvaluationFailedEventDetails.State }
    : { "next": $exists($event.PreviousEventId) ? $event.PreviousEventId : 0, "state": "" }
  };
  $reduce($append([], $states.result.Events), $seek, $at)
) %}"""
"""The place that the walk has come to on this page: the state, or the event to go on with; 0 for none."""

_OPEN = """{% (
  $events := $append([], $states.result.Events);
  $entered := $filter($events, function($event) {
    $exists($event.StateEnteredEventDetails.Name) and $not($exists($events[
      Id > $event.Id and StateExitedEventDetails.Name = $event.StateEnteredEventDetails.Name
    ]))
  });
  $open != "" ? $open : $exists($entered) ? $entered[0].StateEnteredEventDetails.Name : ""
) %}"""
"""The state that was entered last and not left; for an end that has no predecessor, such as an abort."""

_ENDED = """{{% (
  $event := $states.result.Events[0];
  $ended := $append([], [
    $event.ExecutionFailedEventDetails,
    $event.ExecutionTimedOutEventDetails,
    $event.ExecutionAbortedEventDetails
  ])[0];
  ${name} != "" ? ${name} : $ended.{member} ? $ended.{member} : ""
) %}}"""
"""What the event does not carry where a key of KMS encrypts the execution, the history does."""

_READ_ON = f'{{% $at.state = "" and $at.next > 0 and $token != "" and $page < {_MOST_PAGES} %}}'
_REQUEST = f"""{{% $merge([
  {{
    "ExecutionArn": $execution, "ReverseOrder": true, "IncludeExecutionData": false, "MaxResults": {_PAGE}
  }},
  $token = "" ? {{}} : {{ "NextToken": $token }}
]) %}}"""

_FILL = f"""
  $arn := $split($execution, ":");
  $domain := $lookup($consoles, $arn[1]);
  $link := "https://" & $arn[3] & "." & $domain & "/states/home?region=" & $arn[3]
    & "#/v2/executions/details/" & $execution;
  $fill := function($words) {{
    $replace($replace($replace($replace($replace($words,
      "<status>", $status), "<execution>", $name), "<link>", $link),
      "<error>", $error = "" ? "-" : $error),
      "<cause>", $cause = "" ? "-" : $substring($cause, 0, {_MOST_CAUSE}))
  }};"""
_STATE = """
  $state := $at.state != "" ? $at.state : $open;
  $card := $append([], $cards[$state in states])[0];
  $steps := $append([], $card.steps);
  $found := $state = "" ? [] : [
    $words.state & $state, $words.owner & ($card.owner ? $card.owner : $words.nobody)
  ];"""
_NO_STATE = """
  $found := [];
  $steps := [];"""
_AS_TEXT = """
  $join($append($append([$fill($head), $fill($text)], $found),
    $count($steps) = 0 ? [] : $append([$words.steps], $steps)), "\n")"""
_AS_CHAT = """
  $escape := function($words) {
    $replace($replace($replace($words, "&", "&amp;"), "<", "&lt;"), ">", "&gt;")
  };
  $string({
    "version": "1.0",
    "source": "custom",
    "content": {
      "textType": "client-markdown",
      "title": $escape($fill($head)),
      "description": $escape($join($append([$fill($text)], $found), "\n")),
      "nextSteps": $append([], $map($append($steps, $link), function($step) { $escape($step) })),
      "keywords": [$status, $service]
    }
  })"""


def notifier_definition(target: Target) -> dict[str, Json]:
    """The definition of the machine, with functions of a template; its input is the `detail` of the event."""
    setting = target.setting
    found = _history() if setting.find_state else {}
    message = "".join(
        [_FILL, _STATE if found else _NO_STATE, _AS_CHAT if setting.form == "chat" else _AS_TEXT]
    )
    return {
        "Comment": WORDS[setting.language].purpose.format(title(target.stack.workflow)),
        "QueryLanguage": "JSONata",
        "TimeoutSeconds": 240,
        "StartAt": "Read event",
        "States": {
            "Read event": {
                "Type": "Pass",
                "Assign": {**_constants(target), **_of_event()},
                "Output": {},
                "Next": next(iter(found), "Publish"),
            },
            **found,
            "Publish": {
                **_publish(target.topic.arn, f"{{% ({message}\n) %}}"),
                "Catch": [_caught("Publish plainly")],
            },
            "Publish plainly": _publish(target.topic.arn, '{% $status & ": " & $execution %}'),
            "Published": {"Type": "Succeed"},
        },
    }


def notifier(target: Target) -> dict[str, Json]:
    """The machine and its role, by their ids."""
    ids = target.ids
    properties: Json = {
        "StateMachineType": "EXPRESS",
        "RoleArn": {"Fn::GetAtt": [ids("NotifierRole"), "Arn"]},
        "Definition": notifier_definition(target),
    }
    return {
        ids("NotifierRole"): role("states.amazonaws.com", "notification", list(_statements(target))),
        ids("Notifier"): {"Type": "AWS::StepFunctions::StateMachine", "Properties": properties},
    }


def _statements(target: Target) -> Iterator[Json]:
    yield allowed("sns:Publish", target.topic.arn)
    if not target.setting.find_state:
        return
    executions = arn("states", "execution:${Machine}:*")
    yield allowed("states:GetExecutionHistory", {"Fn::Sub": [executions, {"Machine": target.machine.name}]})
    if target.stack.deployment.kms_key:
        yield allowed("kms:Decrypt", target.stack.deployment.kms_key)


def _constants(target: Target) -> dict[str, Json]:
    """The words of the notification, and the owner and steps of each state."""
    stack, setting = target.stack, target.setting
    head, *lines = notification_lines(stack.workflow, setting.language)
    constants: dict[str, Json] = {
        "service": stack.name,
        "head": head,
        "text": "\n".join(lines),
        "consoles": dict(CONSOLES),
    }
    if not setting.find_state:
        return constants
    words = WORDS[setting.language]
    return {
        **constants,
        "words": {
            "state": words.state.format(""),
            "owner": words.owner.format(""),
            "nobody": words.nobody,
            "steps": words.steps,
        },
        "cards": cards(stack.workflow, setting.language),
        "at": _BEGINNING,
        "open": "",
        "token": "",
        "page": 0,
    }


def _of_event() -> dict[str, Json]:
    return {
        "execution": "{% $states.input.executionArn %}",
        "name": "{% $states.input.name %}",
        "status": "{% $states.input.status %}",
        "error": '{% $states.input.error ? $states.input.error : "" %}',
        "cause": '{% $states.input.cause ? $states.input.cause : "" %}',
    }


def cards(workflow: Workflow, language: Language) -> list[Json]:
    """The owner and the steps of states that have the same, for as many states as fit into the definition."""
    identity = identify(workflow.document.value, workflow.design)
    groups: dict[Card, list[str]] = {}
    for uid, state in identity.states.items():
        entry = workflow.design.states.get(uid)
        card = Card(plain(entry.owner) if entry else "", tuple(rerun_steps(state, entry, language)))
        if plain(state.name) == state.name:
            groups.setdefault(card, []).append(state.name)
    found: list[Json] = []
    room = MOST_CARDS
    for card, states in groups.items():
        told: Json = {"states": [*states], "owner": card.owner, "steps": [*card.steps]}
        room -= len(write_json(told))
        if room >= 0:
            found.append(told)
    return found


def _history() -> dict[str, Json]:
    return {
        "Read history": {
            "Type": "Task",
            "Resource": _integration("aws-sdk:sfn:getExecutionHistory"),
            "Arguments": _REQUEST,
            "TimeoutSeconds": 30,
            "Retry": _RETRY,
            "Catch": [_caught("Publish")],
            "Assign": {
                "at": _WALK,
                "open": _OPEN,
                "error": _ENDED.format(name="error", member="Error"),
                "cause": _ENDED.format(name="cause", member="Cause"),
                "token": '{% $states.result.NextToken ? $states.result.NextToken : "" %}',
                "page": "{% $page + 1 %}",
            },
            "Output": {},
            "Next": "Read on?",
        },
        "Read on?": {
            "Type": "Choice",
            "Choices": [
                {
                    "Condition": _READ_ON,
                    "Next": "Read history",
                }
            ],
            "Default": "Publish",
        },
    }


def _publish(topic: Json, message: str) -> dict[str, Json]:
    return {
        "Type": "Task",
        "Resource": _integration("sns:publish"),
        "Arguments": {
            "TopicArn": topic,
            "Subject": '{% $substring($status & ": " & $service, 0, 100) %}',
            "Message": message,
        },
        "TimeoutSeconds": 30,
        "Retry": _RETRY,
        "Output": {},
        "Next": "Published",
    }


def _integration(action: str) -> Json:
    return {"Fn::Sub": f"arn:${{AWS::Partition}}:states:::{action}"}


def _caught(next: str) -> Json:
    return {"ErrorEquals": ["States.ALL"], "Output": {}, "Next": next}
