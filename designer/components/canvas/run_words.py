"""The words of a run: its moment, its states, and the errors in it."""

from __future__ import annotations

from datetime import datetime

from designer.base.words import word
from designer.playing.play import Play
from designer.playing.run import Run
from designer.playing.visit import Visit
from schemas.core.diagnostic import Language
from schemas.core.paths import Path
from schemas.core.view_mode import ViewMode
from schemas.failures.explanation import Explainer
from schemas.failures.failures import Failures
from schemas.wording.durations import rough_duration

SHORT = 1.0
"""The seconds below which the time of a visit is not worth telling."""


class RunWords:
    """Puts a run into the words of a language and a view mode; `failures` are those of the workflow."""

    def __init__(self, run: Run, failures: Failures, language: Language, view: ViewMode) -> None:
        self.run, self.failures = run, failures
        self._language, self._view = language, view
        self._explainer = Explainer(failures, language, view)
        self._paths = {path[-1]: path for path in reversed(failures.uids) if path}

    def path(self, name: str) -> Path | None:
        """The path of the state of that name in the workflow as it is now."""
        return self._paths.get(name)

    def state(self, name: str) -> str:
        """The name of a state; in the business view its business name."""
        path = self.path(name)
        return self._explainer.title(path) if path else name

    def error(self, name: str, error: str | None) -> str:
        """An error of a state: in the business view as its card says it."""
        path = self.path(name)
        if self._view == "business" and path is not None:
            for failure in self.failures.card(path).failures:
                if error in failure.errors and failure.what:
                    return failure.what
        return self._explainer.errors([error or ""])

    def owner(self, name: str) -> str:
        """The owner of a state; words for somebody where it has none."""
        path = self.path(name)
        return (self.failures.design(path).owner if path else "") or self.say("run.somebody")

    def time(self, seconds: float) -> str:
        """A time in at most two units."""
        return rough_duration(seconds, self._language)

    def title(self) -> str:
        """The moment in one sentence."""
        run, visit = self.run, self.run.current
        if isinstance(run, Play) and run.is_broken and not run.can_go_on:
            return self.say("run.title.broken")
        if run.position == 0 or visit is None:
            return self.say("run.title.begins")
        name = self.state(visit.name)
        if run.status == "SUCCEEDED":
            return self.say("run.title.succeeded", state=name)
        if run.status != "RUNNING":
            error = self._last_error(visit)
            return self.say("run.title.failed", state=name, error=error or self.say("run.title.stopped"))
        status = run.status_of(visit)
        if status == "waiting":
            time = self.waiting_time(visit)
            return self.say("run.title.waiting" if time else "run.title.waiting-open", state=name, time=time)
        if status == "asked":
            limit = visit.attempts[-1].limit
            key = "run.title.asked" if limit else "run.title.asked-open"
            owner = self.owner(visit.name)
            return self.say(key, state=name, owner=owner, time=self.time(limit or 0))
        if status in ("retrying", "caught"):
            return self.say("run.title.error", state=name, error=self._last_error(visit))
        if status == "succeeded":
            return self.say("run.title.done", state=name)
        return self.say("run.title.running", state=name)

    def badge(self, visits: list[Visit], status: str) -> str:
        """The badge of a state, given its visits by now; "" for none."""
        last = visits[-1]
        attempts = sum(each.scheduled <= self.run.position for each in last.attempts)
        words = [] if status in ("succeeded", "running") else [self.say(f"run.status.{status}")]
        if status == "running":
            words.append(self.say("run.here"))
        if status in ("caught", "failed", "retrying") and last.failures:
            words = [self._last_error(last)]
        if attempts > 1:
            words.append(self.say("run.attempts", count=attempts))
        if len(visits) > 1:
            words.append(f"×{len(visits)}")
        return " · ".join(words)

    def waiting_time(self, visit: Visit) -> str:
        """The time that a visit takes from its beginning to its end; "" for none that is known or long."""
        if not visit.ended:
            return ""
        began, ended = map(datetime.fromisoformat, (visit.began, visit.ended))
        seconds = (ended - began).total_seconds()
        return self.time(seconds) if seconds >= SHORT else ""

    def say(self, key: str, **params: object) -> str:
        """The words of a key."""
        return word(self._language, key, **params)

    def _last_error(self, visit: Visit) -> str:
        past = [each for each in visit.failures if each.at <= self.run.position]
        return self.error(visit.name, past[-1].error) if past else ""
