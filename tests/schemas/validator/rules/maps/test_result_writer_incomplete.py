"""A ResultWriter does not say what to do with the results."""

from __future__ import annotations

from rule_cases import DISTRIBUTED, DONE, STATES, Flag, flags, jsonata, leaves, machine, map_over, passes

LINES = machine({"B": DONE}, ProcessorConfig=DISTRIBUTED)
AT = "/States/A/ResultWriter"
PUT = f"{STATES}s3:putObject"
BUCKET = {"Bucket": "results"}
CONFIG = {"Transformation": "FLATTEN", "OutputType": "JSON"}


def writing(writer):
    return machine({"A": map_over(LINES, ResultWriter=writer)})


def writing_in_jsonata(writer):
    return jsonata({"A": map_over(LINES, ResultWriter=writer)})


FLAGS = {
    "nothing": Flag(writing({}), AT, {"missing": "Resource"}),
    "no bucket": Flag(writing({"Resource": PUT}), AT, {"missing": "Parameters"}),
    "no resource": Flag(writing({"Parameters": BUCKET}), AT, {"missing": "Resource"}),
    "no bucket in JSONata": Flag(writing_in_jsonata({"Resource": PUT}), AT, {"missing": "Arguments"}),
    "a prefix alone": Flag(
        writing({"Resource": PUT, "Parameters": {"Prefix": "p"}}), f"{AT}/Parameters", {"missing": "Bucket"}
    ),
    "a prefix alone in JSONata": Flag(
        writing_in_jsonata({"Resource": PUT, "Arguments": {"Prefix": "p"}}), f"{AT}/Arguments"
    ),
    "a prefix alone beside a format": Flag(
        writing({"Resource": PUT, "Parameters": {}, "WriterConfig": CONFIG}), f"{AT}/Parameters"
    ),
}

PASSES = {
    "a bucket that is read": writing({"Resource": PUT, "Parameters": {"Bucket.$": "$.b", "Prefix": "p"}}),
    "arguments that are computed": writing_in_jsonata(
        {"Resource": PUT, "Arguments": "{% $states.input.w %}"}
    ),
    "a bucket": writing({"Resource": PUT, "Parameters": BUCKET}),
    "a bucket in JSONata": writing_in_jsonata({"Resource": PUT, "Arguments": BUCKET}),
    "a format": writing({"WriterConfig": CONFIG}),
    "a bucket and a format": writing({"Resource": PUT, "Parameters": BUCKET, "WriterConfig": CONFIG}),
    "no writer": machine({"A": map_over(LINES)}),
}

LEAVES = {"a writer that is no object": ("not-an-object", writing([]))}

test_flags = flags("result-writer-incomplete", FLAGS)
test_passes = passes("result-writer-incomplete", PASSES)
test_leaves = leaves("result-writer-incomplete", LEAVES)
