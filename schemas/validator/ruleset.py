"""Which rules are run, and how bad what they find is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from schemas.core.diagnostic import Severity
from schemas.validator.finding import Check, Finding
from schemas.validator.rules import rules

CodedFinding = tuple[str, Finding]
Checks = tuple[tuple[str, Check], ...]


class RuleSet:
    """Some of the rules, and the severity of each by its code."""

    def __init__(self, severities: Mapping[str, Severity]) -> None:
        self.severities = severities
        self._by_kind: dict[type, dict[str, Checks]] = {}
        for rule in rules().values():
            self._by_kind.setdefault(rule.subject, {"": ()})
        for subject, by_kind in self._by_kind.items():
            kinds = {kind for rule in rules().values() if rule.subject is subject for kind in rule.kinds}
            by_kind.update({kind: tuple(self._chosen(subject, kind)) for kind in sorted({"", *kinds})})

    def only(self, *wanted: Severity) -> RuleSet:
        """Those of the rules that are of the `wanted` severities."""
        return RuleSet({code: found for code, found in self.severities.items() if found in wanted})

    def severity(self, code: str) -> Severity:
        """How bad a finding of that code is; what comes from no rule is a misfit of a schema: an error."""
        return self.severities.get(code, "error")

    def checks(self, subject: type, kind: str = "") -> Checks:
        """What is to be called, by code, with a `subject` whose type, query language or format is `kind`."""
        by_kind = self._by_kind[subject]
        return by_kind.get(kind) or by_kind[""]

    def findings(self, subject: object, kind: str = "") -> Iterator[CodedFinding]:
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
