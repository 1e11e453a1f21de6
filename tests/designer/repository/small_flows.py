"""A flow that retries once, two times, as it stands in the small repositories."""

import json
from textwrap import indent

ARN = "arn:aws:lambda:ap-northeast-1:123456789012:function:charge"
FLOW = f"""{{
  "Comment": "注文の支払い",
  "StartAt": "Charge",
  "States": {{
    "Charge": {{
      "Type": "Task",
      "Resource": "{ARN}",
      "Retry": [{{ "ErrorEquals": ["States.TaskFailed"], "IntervalSeconds": 3, "MaxAttempts": 2 }}],
      "Next": "Done"
    }},
    "Done": {{ "Type": "Succeed" }}
  }}
}}
"""
TABS = FLOW.replace("  ", "\t").replace("\n", "\r\n")
LINE = json.dumps(json.loads(FLOW), ensure_ascii=False)
YAML = f"""Comment: 注文の支払い  # shown to the shop
StartAt: Charge
States:

  # Charge the card
  Charge:
    Type: Task
    Resource:   "{ARN}"
    Retry:
    - ErrorEquals: ['States.TaskFailed']
      IntervalSeconds: 3
      MaxAttempts: 2 # then the shop calls
    Next: Done
  Done: {{Type: Succeed}}
"""
ROLE = "arn:aws:iam::123456789012:role/flows"


def inside(text, by):
    return indent(text, " " * by)
