"""A ResultWriter's Resource cannot write results."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DISTRIBUTED,
    DONE,
    SDK,
    STATES,
    Definition,
    Flag,
    alone,
    flags,
    in_map,
    jsonata,
    machine,
    map_over,
    passes,
    task,
)


def writing(**writer: Any) -> Definition:
    """A distributed Map with that ResultWriter."""
    return map_over(machine({"B": DONE}, ProcessorConfig=DISTRIBUTED), ResultWriter=writer)


AT = "/States/A/ResultWriter/Resource"

FLAGS = {
    "another action of S3": Flag(
        alone(writing(Resource=f"{STATES}s3:getObject")), AT, {"resource": f"{STATES}s3:getObject"}
    ),
    "the same action of the SDK": Flag(alone(writing(Resource=f"{SDK}s3:putObject")), AT),
    "the action in another case": Flag(alone(writing(Resource=f"{STATES}s3:PutObject")), AT),
    "a pattern behind the action": Flag(alone(writing(Resource=f"{STATES}s3:putObject.sync")), AT),
    "another service": Flag(alone(writing(Resource=f"{STATES}dynamodb:putItem")), AT),
    "the name of the bucket": Flag(alone(writing(Resource="arn:aws:s3:::results")), AT),
    "JSONata": Flag(jsonata({"A": writing(Resource=f"{STATES}s3:getObject")}), AT),
    "a Map in a Map": Flag(
        in_map(machine({"A": writing(Resource=f"{STATES}s3:getObject")})), f"/States/Each/ItemProcessor{AT}"
    ),
}

PASSES = {
    "the writer": alone(writing(Resource=f"{STATES}s3:putObject", Parameters={"Bucket": "results"})),
    "another partition": alone(writing(Resource="arn:aws-cn:states:::s3:putObject")),
    "a substitution": alone(writing(Resource="${Writer}")),
    "a substitution for the partition": alone(
        writing(Resource="arn:${AWS::Partition}:states:::s3:putObject")
    ),
    "settings without a Resource, which put the results into the output": alone(
        writing(WriterConfig={"Transformation": "COMPACT", "OutputType": "JSON"})
    ),
    "a Task, which may call any action": alone(task(f"{SDK}s3:getObject")),
    "no ResultWriter": alone(map_over(machine({"B": DONE}, ProcessorConfig=DISTRIBUTED))),
}

test_flags = flags("unsupported-result-writer", FLAGS)
test_passes = passes("unsupported-result-writer", PASSES, beside={"result-writer-incomplete"})
