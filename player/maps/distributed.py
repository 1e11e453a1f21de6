"""Distributed Maps: a child execution for each item or batch, with failures that are tolerated."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from player.core.context import ACCOUNT, REGION
from player.core.failure import Failure
from player.core.history import Track, timestamp
from player.core.map_run import ChildHistory, MapRun
from player.core.scheduler import AnyEnd, Thread
from player.maps.batches import batched
from player.maps.item_reader import read_items
from player.maps.items import items_of, selected
from player.maps.limits import concurrency, threshold_exceeded, tolerated
from player.visits import data_flow
from player.visits.frame import Frame, Visit
from schemas.core.coerce import mapping
from schemas.core.paths import Json

DISTRIBUTED_CONCURRENCY = 10_000


def run_distributed(visit: Visit, processor: Json) -> Generator[Any, Any, Json]:
    """Run the child executions, and return their outputs, or the place to which ResultWriter writes them.

    The history of the parent has the Map Run alone. Raises `Failure`.
    """
    run, track = visit.frame.run, visit.frame.track
    input = data_flow.effective_input(visit)
    reads = "ItemReader" in visit.state
    items = [] if reads else items_of(visit, input)
    yield run.history.add(track, "MapStateStarted", "mapStateStartedEventDetails", length=len(items))
    arn = _arn(visit)
    yield run.history.add(track, "MapRunStarted", "mapRunStartedEventDetails", mapRunArn=arn)
    try:
        results = yield from _children(visit, processor, input, read_items(visit, input) if reads else items)
    except Failure as failure:
        yield run.history.add(track, "MapRunFailed", "mapRunFailedEventDetails", **failure.details)
        raise
    ended = run.history.aside(track, "MapRunSucceeded")
    yield ended
    yield run.history.aside(Track(ended["id"]), "MapStateSucceeded")
    writer = mapping(visit.state.get("ResultWriter"))
    if "Resource" in writer:
        return _written(visit, input, writer, arn)
    return (
        _flat(results) if mapping(writer.get("WriterConfig")).get("Transformation") == "FLATTEN" else results
    )


def _children(
    visit: Visit, processor: Json, input: Json, items: list[Json]
) -> Generator[Any, Any, list[Json]]:
    """Run a child execution for each item or batch, a limited number at a time."""
    selector = [selected(visit, input, {"Index": index, "Value": item}) for index, item in enumerate(items)]
    inputs = batched(visit, input, selector)
    allowed = tolerated(visit, input, len(items))
    most = concurrency(visit, input) or DISTRIBUTED_CONCURRENCY
    run = visit.frame.run
    map_run = MapRun(visit.name, run.history.position, len(inputs))
    run.map_runs.append(map_run)
    results: dict[int, Json] = {}
    running: dict[Thread, int] = {}
    failures, waiting = 0, iter(enumerate(inputs))
    while True:
        while len(running) < most and (found := next(waiting, None)) is not None:
            index, value = found
            running[_child(visit, processor, value, index, map_run)] = index
        if not running:
            map_run.ended = run.history.position
            return [results[index] for index in sorted(results)]
        for thread in (yield AnyEnd()):
            index = running.pop(thread)
            map_run.end(index, has_failed=thread.failure is not None)
            if thread.failure is None:
                results[index] = thread.value
                continue
            failures += _count(inputs[index], visit)
            if failures > allowed:
                run.scheduler.cancel(running)
                map_run.ended = run.history.position
                raise threshold_exceeded()


def _flat(results: list[Json]) -> list[Json]:
    """The outputs, and in place of each that is an array its items."""
    return [item for result in results for item in (result if isinstance(result, list) else [result])]


def _count(input: Json, visit: Visit) -> int:
    """The number of items in the input of a child."""
    items = mapping(input).get("Items") if "ItemBatcher" in visit.state else None
    return len(items) if isinstance(items, list) else 1


def _child(visit: Visit, processor: Json, input: Json, index: int, map_run: MapRun) -> Thread:
    run = visit.frame.run
    execution = dict(mapping(run.context["Execution"]))
    execution.update(Input=input, Id=f"{execution['Id']}/{index}", Name=str(index))
    execution["StartTime"] = timestamp(run.scheduler.now)
    history = map_run.begin(index, run.history, lambda: run.scheduler.now)
    frame = Frame(run.child({**run.context, "Execution": execution}, history), Track(), visit.language)
    return run.scheduler.spawn(_steps(history, frame, processor, input), is_inner=True)


def _steps(history: ChildHistory, frame: Frame, processor: Json, input: Json) -> Generator[Any, Any, Json]:
    """Run a child execution to its end, and return its output. Raises `Failure`."""
    track = frame.track
    text = history.text(input)
    started = history.end(0, "ExecutionStarted", "executionStartedEventDetails", input=text)
    track.previous = started["id"]
    yield started
    try:
        output = yield from frame.run.run_scope(frame, processor, input)
    except Failure as failure:
        yield history.end(track.previous, "ExecutionFailed", "executionFailedEventDetails", **failure.details)
        raise
    text = history.text(output)
    yield history.end(track.previous, "ExecutionSucceeded", "executionSucceededEventDetails", output=text)
    return output


def _arn(visit: Visit) -> str:
    machine = mapping(visit.frame.run.context["StateMachine"])["Name"]
    label = visit.state.get("Label", visit.name)
    return f"arn:aws:states:{REGION}:{ACCOUNT}:mapRun:{machine}/{label}:map-run-{visit.entered}"


def _written(visit: Visit, input: Json, writer: dict[str, Json], arn: str) -> Json:
    """The output of a Map whose results are written to S3."""
    if visit.language == "JSONata":
        sent = mapping(visit.query(writer.get("Arguments", {}), "ResultWriter/Arguments"))
    else:
        sent = mapping(visit.scope(input).template(writer.get("Parameters", {})))
    prefix = f"{sent['Prefix']}/" if sent.get("Prefix") else ""
    key = f"{prefix}{arn.rsplit(':', 1)[-1]}/manifest.json"
    return {"MapRunArn": arn, "ResultWriterDetails": {"Bucket": sent.get("Bucket"), "Key": key}}
