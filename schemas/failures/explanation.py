"""The course of a failure in words, for screens and for the runbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.core.coerce import text
from schemas.core.diagnostic import Language
from schemas.core.paths import Path
from schemas.core.view_mode import ViewMode
from schemas.failures.aftermath import Aftermath
from schemas.failures.course import Course, Level
from schemas.failures.effects import Effect
from schemas.failures.failures import Failures
from schemas.failures.handling import LISTED_DELAYS, Caught, Delay, Retrying
from schemas.failures.words import PHRASES
from schemas.sidecar.operations import MONEY_MOVES
from schemas.wording.durations import rough_duration
from schemas.wording.error_kinds import error_kind
from schemas.wording.phrases import VOCABULARY

MOST_LETTERS = 120
"""The letters of a path or an output that a sentence shows."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A course in sentences, by the questions that people ask.

    `retries`, `next` and `rerun` are never empty. `done` and `perhaps_done` are the effects before, the money
    first, and the same for all errors of a state; `unsure` is set where its own effect may have taken place,
    too. `told` says who learns of it, `decided` has the answers of the operations card.
    """

    retries: tuple[str, ...]
    next: tuple[str, ...]
    done: tuple[str, ...]
    perhaps_done: tuple[str, ...]
    unsure: tuple[str, ...]
    rerun: tuple[str, ...]
    told: tuple[str, ...]
    decided: tuple[str, ...]


class Explainer:
    """Puts the failures of one workflow into the words of a language and a view mode."""

    def __init__(self, failures: Failures, language: Language, view: ViewMode = "engineering") -> None:
        self._failures = failures
        self._view = view
        self._language = language
        self._words = PHRASES[view][language]
        self._vocabulary = VOCABULARY[language]

    def title(self, path: Path) -> str:
        """The name of a state; in the business view its business name."""
        name = path[-1] if path and isinstance(path[-1], str) else ""
        if self._view == "business":
            return self._failures.design(path).business_name.strip() or name
        return name

    def errors(self, names: Iterable[str]) -> str:
        """The names of errors in a row; in the business view in words, each once."""
        return self._vocabulary.listing.join(dict.fromkeys(map(self._error, names)))

    def explain(self, course: Course) -> Explanation:
        """A course in sentences."""
        committed = course.committed
        return Explanation(
            retries=tuple(self._retries(course.levels)),
            next=tuple(self._next(course)),
            done=tuple(map(self.effect, _money_first(committed.certain))),
            perhaps_done=tuple(map(self.effect, _money_first(committed.possible))),
            unsure=tuple(self._unsure(course)) if course.unsure else (),
            rerun=tuple(self._rerun(course)),
            told=tuple(self._told(course)),
            decided=tuple(self._decided(course)),
        )

    def effect(self, effect: Effect) -> str:
        """An effect in a few words."""
        forms = self._words.effects if effect.target else self._words.effects_unnamed
        words = forms[effect.kind].format(self.title(effect.state), effect.target)
        return words + (self._words.per_item if effect.per_item else "")

    def duration(self, seconds: float) -> str:
        """A time in at most two units: `1分10秒`."""
        return rough_duration(seconds, self._language)

    def _error(self, name: str) -> str:
        if not name:
            return self._words.unnamed_error
        if self._view == "engineering":
            return name
        return self._words.other_error if error_kind(name) == "any other" else self._vocabulary.error(name)

    def _retries(self, levels: tuple[Level, ...]) -> Iterator[str]:
        words = self._words
        found = [(level, level.retrying) for level in levels if level.retrying]
        if not found:
            yield words.no_retry + words.stop
        for level, retrying in found:
            container = level is not levels[0]
            yield self._retry(retrying, self.title(level.state) if container else "") + words.stop

    def _retry(self, retrying: Retrying, container: str) -> str:
        words = self._words
        if retrying.attempts is None:
            return words.unknown_retries
        if not retrying.attempts:
            return words.zero_retries
        delays = [self._delay(delay) for delay in retrying.delays]
        if retrying.attempts > LISTED_DELAYS:
            delays.append(words.more_delays)
        form = words.retries_container if container else words.retries
        total = self._delay(retrying.total, bare=True)
        return form.format(retrying.attempts, self._vocabulary.listing.join(delays), total, container)

    def _delay(self, delay: Delay, bare: bool = False) -> str:
        words = self._words
        if delay.most == 0 and not bare:
            return words.at_once
        most = self.duration(delay.most)
        if delay.least != delay.most:
            return (words.at_most if bare else words.jittered).format(most)
        return most if bare else words.delay.format(most)

    def _next(self, course: Course) -> Iterator[str]:
        words = self._words
        if self._type(course.state) != "Fail" and not course.levels[0].caught:
            yield words.uncaught + words.stop
        for level in course.levels[1:]:
            if level.tolerates:
                yield words.tolerated.format(self.title(level.state)) + words.stop
            yield words.uncaught_inside.format(self.title(level.state)) + words.stop
            yield self._cancelled(level) + words.stop
        caught = course.caught
        if caught is None:
            yield words.run_fails + words.stop
        else:
            yield from self._after(caught, course)

    def _cancelled(self, level: Level) -> str:
        form = (
            self._words.items_cancelled
            if self._type(level.state) == "Map"
            else self._words.siblings_cancelled
        )
        return form.format(self.title(level.state))

    def _after(self, caught: Caught, course: Course) -> Iterator[str]:
        words = self._words
        scope = course.levels[-1].state[:-1]
        retried = any(level.retrying and level.retrying.attempts != 0 for level in course.levels)
        form = words.caught if retried else words.caught_at_once
        reason = words.reason.format(caught.comment) if caught.comment else ""
        yield form.format(self.title((*scope, caught.target))) + reason + words.stop
        if self._view == "engineering":
            yield words.data[caught.data].format(_short(caught.place)) + words.stop
            if caught.assigned:
                yield words.assigned.format(self._vocabulary.listing.join(caught.assigned)) + words.stop
        if course.aftermath and course.aftermath.rejoins:
            yield self._rejoining(course.aftermath, course.aftermath.rejoins, caught.target) + words.stop
        elif course.aftermath:
            yield from self._way(course.aftermath)

    def _rejoining(self, aftermath: Aftermath, rejoins: Path, target: str) -> str:
        if rejoins[-1] == target:
            return self._words.usual_next
        form = self._words.rejoins if rejoins in aftermath.certain else self._words.may_rejoin
        return form.format(self.title(rejoins))

    def _way(self, aftermath: Aftermath) -> Iterator[str]:
        words = self._words
        succeeds, fails = self._titles(aftermath.succeeds), self._titles(aftermath.fails)
        if succeeds and fails:
            yield words.then_either.format(succeeds, fails) + words.stop
        elif succeeds:
            yield words.then_ends.format(succeeds) + words.stop
        elif fails:
            yield words.then_fails.format(fails) + words.stop
        else:
            yield words.endless + words.stop

    def _titles(self, paths: Iterable[Path]) -> str:
        between = "」「" if self._language == "ja" else "”, “"
        return between.join(map(self.title, paths))

    def _unsure(self, course: Course) -> Iterator[str]:
        own = self._failures.effects(course.state)
        effects = self._vocabulary.listing.join(map(self.effect, own))
        yield self._words.own_unsure.format(effects) + self._words.stop

    def _rerun(self, course: Course) -> Iterator[str]:
        words, rerun = self._words, course.rerun
        yield words.rerun[rerun.kind].format(self.title(rerun.state or course.state)) + words.stop
        aftermath = course.aftermath
        if rerun.kind == "goesOn" and aftermath and aftermath.fails and not aftermath.rejoins:
            yield words.rerun_if_failed.format(self._titles(aftermath.fails)) + words.stop
        if rerun.nested:
            yield words.nested + words.stop

    def _told(self, course: Course) -> Iterator[str]:
        words = self._words
        people = dict.fromkeys(answer.tell.strip() for answer in course.answers if answer.tell.strip())
        for person in people:
            yield words.told_person.format(person) + words.stop
        notices = course.aftermath.notices if course.aftermath else ()
        for path in notices:
            owner = self._failures.design(path).owner.strip()
            form = words.told_by_owner if owner else words.told_by
            yield form.format(self.title(path), owner) + words.stop
        if course.run_fails:
            yield words.told_on_failure + words.stop
        elif not people and not notices:
            yield words.told_nobody + words.stop

    def _decided(self, course: Course) -> Iterator[str]:
        words = self._words
        for answer in course.answers:
            decided = words.answers.get(answer.answer, words.open_answer)
            what = f"{answer.what}: " if answer.what else ""
            how = f" — {answer.how}" if answer.how else ""
            yield f"{what}{decided}{how}"

    def _type(self, path: Path) -> str:
        state = self._failures.state(path)
        return text(state.type) if state else ""


def _short(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1]}…"


def _money_first(effects: tuple[Effect, ...]) -> list[Effect]:
    return sorted(effects, key=lambda effect: effect.kind not in MONEY_MOVES)
