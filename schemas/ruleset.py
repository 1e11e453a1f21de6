"""Which rules are run, and how bad what they find is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from schemas.diagnostic import Severity
from schemas.finding import Check, Finding
from schemas.rules import rules

Found = tuple[str, Finding]
Checks = tuple[tuple[str, Check], ...]


@dataclass(frozen=True)
class RuleSet:
    """The severity of each rule that is run, by the rule's code; a rule without one is left out."""

    severities: Mapping[str, Severity]
    _checks: dict[tuple[type, str], Checks] = field(default_factory=dict, compare=False, repr=False)

    def only(self, *wanted: Severity) -> RuleSet:
        """Those of the rules that are of the `wanted` severities."""
        return RuleSet({code: found for code, found in self.severities.items() if found in wanted})

    def severity(self, code: str) -> Severity:
        """How bad a finding of that code is; what no rule found does not fit its schema: an error."""
        return self.severities.get(code, "error")

    def checks(self, subject: type, kind: str = "") -> Checks:
        """What is to be called, by code, with a `subject` whose type, query language or format is `kind`."""
        known = kind if kind in _kinds() else ""
        if (subject, known) not in self._checks:
            self._checks[subject, known] = tuple(self._chosen(subject, known))
        return self._checks[subject, known]

    def findings(self, subject: object, kind: str = "") -> Iterator[Found]:
        """What the rules for such a subject find in it, with the code of each."""
        for code, check in self.checks(type(subject), kind):
            for finding in check(subject):
                yield code, finding

    def _chosen(self, subject: type, kind: str) -> Iterator[tuple[str, Check]]:
        for code, rule in rules().items():
            applies = rule.subject is subject and (not rule.kinds or kind in rule.kinds)
            if applies and code in self.severities:
                yield code, rule.check


@cache
def all_rules() -> RuleSet:
    """Every rule, as bad as it says itself."""
    return RuleSet({code: rule.severity for code, rule in rules().items()})


@cache
def _kinds() -> frozenset[str]:
    return frozenset(kind for rule in rules().values() for kind in rule.kinds)
