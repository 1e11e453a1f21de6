"""LOAD_AND_FLATTEN stands where there is no list of objects to load."""

from __future__ import annotations

from rule_cases import DISTRIBUTED, DONE, STATES, Flag, flags, jsonata, leaves, machine, map_over, passes

LINES = machine({"B": DONE}, ProcessorConfig=DISTRIBUTED)
AT = "/States/A/ItemReader/ReaderConfig"
LOAD = {"InputType": "JSON", "Transformation": "LOAD_AND_FLATTEN"}


def reading(call, config):
    parameters = {"Bucket": "b", **({"Key": "k"} if call == "getObject" else {"Prefix": "p"})}
    reader = {"Resource": f"{STATES}s3:{call}", "ReaderConfig": config, "Parameters": parameters}
    return machine({"A": map_over(LINES, ItemReader=reader)})


FLAGS = {
    "one object": Flag(reading("getObject", LOAD), f"{AT}/Transformation", {"call": "s3:getObject"}),
    "a list without the type of its objects": Flag(
        reading("listObjectsV2", {"Transformation": "LOAD_AND_FLATTEN"}), AT, {"missing": "InputType"}
    ),
    "one object in JSONata": Flag(
        jsonata(
            {
                "A": map_over(
                    LINES,
                    ItemReader={
                        "Resource": f"{STATES}s3:getObject",
                        "ReaderConfig": LOAD,
                        "Arguments": {"Bucket": "b", "Key": "k"},
                    },
                )
            }
        ),
        f"{AT}/Transformation",
    ),
}

PASSES = {
    "a list": reading("listObjectsV2", LOAD),
    "one object as it is": reading("getObject", {**LOAD, "Transformation": "NONE"}),
    "one object": reading("getObject", {"InputType": "JSON"}),
    "a list of objects as it is": reading("listObjectsV2", {}),
}

LEAVES = {
    "another call": ("unsupported-item-reader", reading("headObject", {"InputType": "JSON"})),
    "an unknown transformation": ("not-one-of", reading("getObject", {**LOAD, "Transformation": "LOAD"})),
}

test_flags = flags("load-and-flatten", FLAGS)
test_passes = passes("load-and-flatten", PASSES)
test_leaves = leaves("load-and-flatten", LEAVES)
