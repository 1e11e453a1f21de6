"""Resolves the variables of a service as the framework does, as far as that needs files only.

A variable of another kind (an option, the environment, a parameter of SSM) has a value only when the service
is deployed. Where it has a default, that is followed, as a deployment without options would do.

https://www.serverless.com/framework/docs/providers/aws/guide/variables
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from designer.linting.sources.files import Files
from designer.linting.sources.notice import NotFollowed
from designer.linting.sources.place import Place
from designer.linting.sources.service.variables import Address, NoVariable, Variable, variables
from schemas.core.short_text import short_text
from schemas.document.text.limits import MAX_EXPANDED

_MOST_NESTED = 32
"""The most variables that lead from one to the next; more are a circle."""

_USUAL = {("sls", "stage"): ("provider.stage", "dev"), ("aws", "region"): ("provider.region", "us-east-1")}
"""The stage and the region: where the service names them, and what they are if it does not."""

_MOST_STEPS = 20_000


@dataclass(frozen=True, slots=True)
class Answer:
    """The value that a variable stands for; None if there is none.

    It is not `certain` if a default is taken in place of a value that the deployment may have.
    """

    place: Place | None
    certain: bool


class Resolver:
    """Resolves variables by the `config`, which is None if it is not known, and its `files`."""

    def __init__(self, files: Files, config: Place | None) -> None:
        self._files = files
        self._config = config
        self._steps = 0

    def follow(self, place: Place) -> Place:
        """The value that the text at `place` stands for; `place` itself if it stands for nothing else.

        Raises `NotFollowed`.
        """
        found = self.answer(place).place
        if found is None:
            raise NotFollowed("leads-nowhere")
        return found

    def answer(self, place: Place, depth: int = 0) -> Answer:
        """The value that the text at `place` stands for. Raises `NotFollowed`."""
        value = place.value
        if not isinstance(value, str) or "${" not in value:
            return Answer(place, True)
        self._steps += 1
        if depth > _MOST_NESTED:
            raise NotFollowed("variable-circle")
        if self._steps > _MOST_STEPS:
            raise NotFollowed("too-much-followed")
        found = _variables(value)
        if not found:
            return Answer(place, True)
        if len(found) == 1 and found[0].start == 0 and found[0].end == len(value):
            return self._whole(found[0], place, depth)
        return self._joined(value, found, place, depth)

    def _whole(self, variable: Variable, place: Place, depth: int) -> Answer:
        answer = self._variable(variable, place, depth)
        if answer.place is None:
            raise NotFollowed("leads-nowhere")
        inner = self.answer(answer.place, depth + 1)
        return replace(inner, certain=inner.certain and answer.certain)

    def _joined(self, text: str, found: list[Variable], place: Place, depth: int) -> Answer:
        certain, parts, end = True, list[str](), 0
        for variable in found:
            answer = self._whole(variable, place, depth)
            value = answer.place.value if answer.place else None
            if value is None or isinstance(value, dict | list):
                raise NotFollowed("leads-nowhere")
            written = str(value).lower() if isinstance(value, bool) else str(value)
            parts += (text[end : variable.start], written)
            certain, end = certain and answer.certain, variable.end
            if sum(map(len, parts)) > MAX_EXPANDED:
                raise NotFollowed("too-much-followed")
        return Answer(replace(place, value="".join((*parts, text[end:]))), certain)

    def _variable(self, variable: Variable, place: Place, depth: int) -> Answer:
        """The value of the first source that has one."""
        certain, unknown = True, None
        for source in variable.sources:
            if not source.type:
                return Answer(replace(place, value=source.literal), certain)
            try:
                answer = self._source(source, place, depth)
            except _AtDeployment as reason:
                certain, unknown = False, reason
                continue
            certain = certain and answer.certain
            if answer.place is not None and answer.place.value is not None:
                return Answer(answer.place, certain)
        if unknown is not None:
            raise unknown
        return Answer(None, certain)

    def _source(self, source: Address, place: Place, depth: int) -> Answer:
        address, certain = self._text(source.address, place, depth)
        if source.type == "self":
            return self._of_config(source, address, certain, depth)
        if (source.type, address) in _USUAL:
            return self._usual(source, address, place, depth)
        if source.type == "param":
            return self._param(source, address, place, depth)
        if source.type != "file" or not source.params:
            raise _AtDeployment(source)
        name, named = self._text(source.params[0], place, depth)
        file = self._files.open(name)
        return self._inside(file, _keys(address), certain and named, depth)

    def _of_config(self, source: Address, address: str, certain: bool, depth: int) -> Answer:
        if self._config is None:
            raise _AtDeployment(source)
        answer = self._inside(self._config, _keys(address), certain, depth)
        if answer.place is None and address.startswith(("provider.", "params.")):
            raise _AtDeployment(source)
        return answer

    def _usual(self, source: Address, address: str, place: Place, depth: int) -> Answer:
        """The stage or region of a deployment without options."""
        named, usual = _USUAL[source.type, address]
        try:
            answer = self._of_config(source, named, False, depth)
        except _AtDeployment:
            return Answer(replace(place, value=usual), False)
        return answer

    def _param(self, source: Address, name: str, place: Place, depth: int) -> Answer:
        """The parameter `name` of the stage, or else the default one; dots are a part of the name."""
        if self._config is None:
            raise _AtDeployment(source)
        for stage in dict.fromkeys((self._stage(place, depth), "default")):
            answer = self._inside(self._config, ("params", stage, name), False, depth)
            if answer.place is not None and answer.place.value is not None:
                return answer
        raise _AtDeployment(source)

    def _stage(self, place: Place, depth: int) -> str:
        """The stage of a deployment without options; `default` if that is not known."""
        try:
            return self._text("${sls:stage, 'dev'}", place, depth)[0]
        except _AtDeployment:
            return "default"

    def _inside(self, place: Place | None, keys: Iterable[str], certain: bool, depth: int) -> Answer:
        """The value at these keys and indexes in `place`."""
        for key in keys:
            if place is None:
                break
            answer = self.answer(place, depth + 1)
            certain = certain and answer.certain
            place = _member(answer.place, key)
        return Answer(place, certain)

    def _text(self, text: str, place: Place, depth: int) -> tuple[str, bool]:
        answer = self.answer(replace(place, value=text), depth + 1)
        value = answer.place.value if answer.place else None
        if isinstance(value, str | int | float):
            return str(value), answer.certain
        raise NotFollowed("leads-nowhere")


class _AtDeployment(NotFollowed):
    """The value is known only when the service is deployed."""

    def __init__(self, source: Address) -> None:
        written = f"{source.type}:{source.address}" if source.address else source.type
        super().__init__("not-followed", deployment=short_text(written))


def _variables(text: str) -> list[Variable]:
    try:
        return variables(text)
    except NoVariable:
        raise NotFollowed("variable-syntax") from None


def _keys(address: str) -> list[str]:
    """The keys and indexes of an address, which has dots between them."""
    return address.split(".") if address else []


def _member(place: Place | None, key: str) -> Place | None:
    if place is None:
        return None
    if isinstance(place.value, dict):
        return place.inside(key, place.value[key]) if key in place.value else None
    if isinstance(place.value, list) and key.isdecimal() and len(key) < 10 and int(key) < len(place.value):
        return place.inside(int(key), place.value[int(key)])
    return None
