"""Times the run of a definition in moto, and prints {setup, run, busy, events}, in seconds."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

started = time.perf_counter()

import boto3  # noqa: E402
from moto import mock_aws  # noqa: E402

TINY = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}'
ROLE = "arn:aws:iam::123456789012:role/role"
PAUSE = 0.002


@mock_aws(config={"stepfunctions": {"execute_state_machine": True}})
def main() -> None:
    """Run a small definition first, and look for the end of each run every two milliseconds."""
    client = boto3.client("stepfunctions", "us-east-1")
    run(client, "tiny", TINY)
    ready = time.perf_counter()
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    idle, begun = time.process_time(), time.perf_counter()
    execution = run(client, "flow", text)
    done, busy = time.perf_counter(), time.process_time()
    events = client.get_execution_history(executionArn=execution)["events"]
    figures = {"setup": ready - started, "run": done - begun, "busy": busy - idle}
    print(json.dumps({**figures, "events": len(events)}))


def run(client, name: str, text: str) -> str:
    machine = client.create_state_machine(name=name, definition=text, roleArn=ROLE)["stateMachineArn"]
    execution = client.start_execution(stateMachineArn=machine, input="{}")["executionArn"]
    while (status := client.describe_execution(executionArn=execution)["status"]) == "RUNNING":
        time.sleep(PAUSE)
    assert status == "SUCCEEDED", status
    return execution


main()
