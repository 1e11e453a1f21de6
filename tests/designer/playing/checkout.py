"""The checkout sample, played with one of its cases."""

from designer.library.samples import load_sample
from designer.playing.beginnings import beginnings
from designer.playing.play import Play
from schemas.asl.graph import graph

WORKFLOW = load_sample("checkout")
DEFINITION = WORKFLOW.document.value
GRAPH = graph(DEFINITION)


def play(case="注文が成立する"):
    return Play(WORKFLOW.document.text, DEFINITION, beginnings(WORKFLOW)[case], "STANDARD")


def finish(run):
    """Do all that a gesture has left to do."""
    while run.is_busy:
        run.resume()
    return run


def path(run):
    """The names of the states that the run has come to by now."""
    return [visit.name for visit in run.visits]


def statuses(run):
    return {visit.name: run.status_of(visit) for visit in run.visits}
