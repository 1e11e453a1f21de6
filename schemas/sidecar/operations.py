"""The operations card of a state: what operations, customers and accounting ask of a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.core.coerce import flag, mapping, names, number, one_of, text
from schemas.core.paths import Json
from schemas.sidecar.schema_enums import choices

MONEY = choices("operations", "money")
IDEMPOTENCY = choices("operations", "idempotency", "kind")
FUNCTION = choices("operations", "function")
ANSWERS = choices("failure", "answer")
"""The values that the JSON Schema of the sidecar offers, in its order."""

MoneyMove = Literal["takes", "returns", "losesFee"]
MONEY_MOVES: tuple[MoneyMove, ...] = ("takes", "returns", "losesFee")
"""The answers of `MONEY` for a step that moves money."""

MAX_SECONDS = 31_622_400
"""The longest deadline in seconds: that of a Task's timeout is longer, but a run ends after a year."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that can fail in a step, and what happens then.

    `errors` are the names of the errors in the ASL, `answer` is one of `ANSWERS` or "" for a question that is
    open, `how` says who decides or how it is made good, `tell` who is told.
    """

    what: str
    errors: tuple[str, ...] = ()
    answer: str = ""
    how: str = ""
    tell: str = ""


@dataclass(frozen=True, slots=True)
class Operations:
    """An operations card; a field that nobody has answered is "" or None.

    `deadline` is in seconds. `idempotent_by` has the words to `idempotency`.
    """

    customer: str = ""
    failures: tuple[Failure, ...] = ()
    money: str = ""
    idempotency: str = ""
    idempotent_by: str = ""
    deadline: float | None = None
    escalation: str = ""
    reply: str = ""
    accounting: str = ""
    logging: str = ""
    personal_data: bool | None = None
    function: str = ""

    @property
    def moves_money(self) -> bool:
        """True if the step takes or returns money, or loses a fee."""
        return self.money in MONEY_MOVES


UNANSWERED = Operations()
"""The card of a state of which nobody has asked anything."""


def read_operations(value: Json) -> Operations:
    """The operations card in JSON; what is missing or invalid counts as not answered. Never raises."""
    fields = mapping(value)
    idempotency = mapping(fields.get("idempotency"))
    failures = fields.get("failures")
    deadline = number(fields.get("deadline"), MAX_SECONDS)
    return Operations(
        customer=text(fields.get("customer")),
        failures=tuple(
            _failure(mapping(entry)) for entry in (failures if isinstance(failures, list) else ())
        ),
        money=one_of(MONEY, fields.get("money")),
        idempotency=one_of(IDEMPOTENCY, idempotency.get("kind")),
        idempotent_by=text(idempotency.get("by")),
        deadline=deadline if deadline and deadline > 0 else None,
        escalation=text(fields.get("escalation")),
        reply=text(fields.get("reply")),
        accounting=text(fields.get("accounting")),
        logging=text(fields.get("logging")),
        personal_data=flag(fields["personalData"], False) if "personalData" in fields else None,
        function=one_of(FUNCTION, fields.get("function")),
    )


def _failure(fields: dict[str, Json]) -> Failure:
    return Failure(
        what=text(fields.get("what")),
        errors=names(fields.get("errors")),
        answer=one_of(ANSWERS, fields.get("answer")),
        how=text(fields.get("how")),
        tell=text(fields.get("tell")),
    )


def written_operations(operations: Operations) -> dict[str, Json]:
    """The operations card as the sidecar writes it: `read_operations` reads the same from it."""
    texts: dict[str, Json] = {
        "customer": operations.customer,
        "failures": [_written_failure(failure) for failure in operations.failures],
        "money": operations.money,
        "idempotency": _written_idempotency(operations),
        "deadline": _whole(operations.deadline),
        "escalation": operations.escalation,
        "reply": operations.reply,
        "accounting": operations.accounting,
        "logging": operations.logging,
        "personalData": operations.personal_data,
        "function": operations.function,
    }
    return {name: value for name, value in texts.items() if value is False or value}


def _written_failure(failure: Failure) -> Json:
    fields: dict[str, Json] = {
        "what": failure.what,
        "errors": list(failure.errors),
        "answer": failure.answer,
        "how": failure.how,
        "tell": failure.tell,
    }
    return {name: value for name, value in fields.items() if value or name == "what"}


def _written_idempotency(operations: Operations) -> Json:
    if not operations.idempotency:
        return None
    by: dict[str, Json] = {"by": operations.idempotent_by} if operations.idempotent_by else {}
    return {"kind": operations.idempotency, **by}


def _whole(number: float | None) -> Json:
    return int(number) if number is not None and number == int(number) else number
