"""The results as lines to read: each case, its differences, and what no case comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from designer.base.words import word
from designer.command_line.test_reports import TestedWorkflow
from designer.linting.report import printable
from schemas.core.diagnostic import Language


def render(tested: Sequence[TestedWorkflow], language: Language) -> str:
    """One line a case, with its differences below; then the coverage, and the sum."""
    lines = [line for one in tested for line in _of(one, language)]
    results = [result for one in tested for result in one.results]
    failed = sum(1 for result in results if result.differences)
    lines.append(word(language, "cases.summary", passed=len(results) - failed, failed=failed))
    return "".join(f"{printable(line)}\n" for line in lines)


def _of(one: TestedWorkflow, language: Language) -> Iterator[str]:
    yield one.file
    for result in one.results:
        passed = word(language, "cases.failed" if result.differences else "cases.passed")
        yield f"  {passed}  {result.case.name}"
        for each in result.differences:
            name = word(language, f"cases.{each.what}")
            values = {"name": name, "expected": each.expected, "found": each.found}
            yield f"      {word(language, 'cases.difference', **values)}"
    for kind, covered in one.coverage.items():
        name = word(language, f"cases.{kind}")
        yield f"  {name}: {covered.count - len(covered.missing)}/{covered.count}"
        for missing in covered.missing:
            yield f"      {word(language, 'cases.missing', name=missing)}"
