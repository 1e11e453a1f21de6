"""Draws the samples, and twenty real definitions where they are at hand, under `docs/pictures/flows/`.

`make pictures` runs it: look at each. The definitions themselves stay where they are.
"""

from __future__ import annotations

from pathlib import Path

from corpus import CORPUS

from designer.library.samples import load_sample, samples
from exporters import export, write
from exporters.settings import Settings
from schemas import Document
from schemas.sidecar.workflow import Workflow

PICTURES = Path(__file__).parents[4] / "docs" / "pictures" / "flows"
COLLECTION = "aws-samples__step-functions-workflows-collection"
AGENT = "guyernest__step-functions-agent"
VALIDATOR = "ChristopheBougere__asl-validator/src___tests___definitions_valid"
SEMAPHORE = "app-control-concurrency-with-dynamodb-tf_statemachines_dynamodb-semaphore"
SHOWN = {
    "compensations-that-can-fail": "aws-samples__aws-step-functions-long-lived-transactions/statemachine_llt",
    "branches-of-a-quorum": f"{COLLECTION}/quorum-with-parallel-pattern_statemachine_statemachine",
    "bookings-undone-backwards": f"{COLLECTION}/saga-pattern-cdk_resources_statemachine",
    "lock-with-many-catches": f"{COLLECTION}/{SEMAPHORE}",
    "four-polling-loops": f"{COLLECTION}/sfn-rds-to-aurora-migrate-postgres-cdk_statemachine_statemachine",
    "catch-shut-in-beside-a-map": f"{AGENT}/stacks_tools_batch_processor_state_machine_jsonata",
    "maps-three-deep": f"{COLLECTION}/s3-bucket-nested-distributed-map_statemachine_statemachine",
    "parallels-in-each-other": f"{VALIDATOR}-parallel-nested-2",
    "first-of-two-or-a-timeout": f"{COLLECTION}/either-or-parallel-pattern_statemachine_statemachine",
    "two-wide-parallels": f"{COLLECTION}/inventory-management-sam_statemachine_reserve-stock-statemachine",
    "tools-chosen-in-a-map": f"{AGENT}/step-functions_standard-llm",
    "choices-that-lead-back": f"{COLLECTION}/uml-statemachine_statemachine_BlogOpenRequestSM",
    "one-choice-many-ways": "aws-samples__serverless-coffee/backends_5-order-manager_statemachine_om",
    "four-branches": f"{COLLECTION}/parallel-translate_statemachine_statemachine",
    "result-kept-for-the-second-time": f"{COLLECTION}/idempotent-workflow-sam_statemachine_statemachine",
    "two-long-branches": f"{COLLECTION}/bedrock-evaluations-sam_statemachine_statemachine",
    "maps-in-branches": f"{COLLECTION}/resource-configuration-backup-sam_statemachine_statemachine",
    "many-services": f"{COLLECTION}/ec2-instance-isolation-cdk_python_statemachine_statemachine",
    "create-or-delete": f"{COLLECTION}/sfn-cfn-stacksets-workflow-cdk_statemachine_statemachine",
    "handler-that-joins-again": f"{COLLECTION}/account-vending-machine_statemachine_statemachine",
}


def draw_all() -> None:
    """Draw every picture."""
    for sample in samples():
        for settings in (Settings("business", scale=1.0), Settings("engineering", "dark", "en", scale=1.0)):
            name = f"{sample}-{settings.view_mode}-{settings.theme}-{settings.language}"
            _draw(load_sample(sample), name, "png", settings)
    for number, (name, path) in enumerate(SHOWN.items() if CORPUS else (), 1):
        settings = Settings(language="en" if number % 2 else "ja")
        _draw(_definition(path), f"{number:02}-{name}", "svg", settings)


def _draw(workflow: Workflow, name: str, format: str, settings: Settings) -> None:
    write(export(Workflow(name, workflow.document, workflow.design), format, settings=settings), PICTURES)


def _definition(path: str) -> Workflow:
    assert CORPUS is not None
    (file,) = (CORPUS / "asl" / path).parent.glob(f"{Path(path).name}.*")
    return Workflow(path, Document.parse(file.read_text("utf-8"), "json"))


if __name__ == "__main__":
    draw_all()
