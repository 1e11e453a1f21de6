"""A selection of the rules, with the severity of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from schemas.core.diagnostic import Diagnostic, Severity
from schemas.validator.finding import Check, Finding
from schemas.validator.rules import rules

CodedFinding = tuple[str, Finding]
"""A finding with its code: of a rule or of a schema error."""

Checks = tuple[tuple[str, Check], ...]

ACROSS_FILES: Mapping[str, Severity] = {
    "placeholder-not-substituted": "warning",
    "substitution-unused": "warning",
    "no-such-resource": "warning",
    "definition-unnamed": "warning",
}
"""The rules that compare a definition with the files around it, run by what reads those files."""


class RuleSet:
    """The rules to run: those whose codes are in `severities`, with these severities."""

    def __init__(self, severities: Mapping[str, Severity]) -> None:
        self.severities = severities
        self._by_kind: dict[type, dict[str, Checks]] = {}
        for rule in rules().values():
            self._by_kind.setdefault(rule.subject, {"": ()})
        for subject, by_kind in self._by_kind.items():
            kinds = {kind for rule in rules().values() if rule.subject is subject for kind in rule.kinds}
            by_kind.update({kind: tuple(self._selected(subject, kind)) for kind in sorted({"", *kinds})})

    def only(self, *wanted: Severity) -> RuleSet:
        """The rules of this set that have one of the `wanted` severities."""
        return RuleSet({code: severity for code, severity in self.severities.items() if severity in wanted})

    def severity(self, code: str) -> Severity:
        """The severity of findings with that code; a code of no rule is a schema error, so an error."""
        return self.severities.get(code, "error")

    def chosen(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The diagnostics, those of rules across files only where they are in this set, with its severity."""
        for diagnostic in diagnostics:
            if diagnostic.code not in ACROSS_FILES:
                yield diagnostic
            elif diagnostic.code in self.severities:
                yield replace(diagnostic, severity=self.severities[diagnostic.code])

    def checks(self, subject: type, kind: str = "") -> Checks:
        """The checks, with their codes, for subjects of that type and kind (see `Rule.kinds`)."""
        by_kind = self._by_kind[subject]
        return by_kind.get(kind) or by_kind[""]

    def findings(self, subject: object, kind: str = "") -> Iterator[CodedFinding]:
        """Run the rules for `subject` and yield their findings with their codes."""
        for code, check in self.checks(type(subject), kind):
            for finding in check(subject):
                yield code, finding

    def _selected(self, subject: type, kind: str) -> Iterator[tuple[str, Check]]:
        for code, rule in rules().items():
            applies = rule.subject is subject and (not rule.kinds or kind in rule.kinds)
            if applies and code in self.severities:
                yield code, rule.check


@cache
def all_rules() -> RuleSet:
    """All rules, each with its own severity."""
    return RuleSet({**{code: rule.severity for code, rule in rules().items()}, **ACROSS_FILES})
