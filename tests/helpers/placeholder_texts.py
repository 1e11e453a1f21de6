"""Definitions with placeholders where no quotes are, and with functions of a template as values."""

NUMBERS = """{
  "StartAt": "Wait",
  "TimeoutSeconds": ${Limit},
  "States": {
    "Wait": { "Type": "Wait", "Seconds": ${Pause}, "Next": "Call" },
    "Call": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": {
        "FunctionName": "${Fn}",
        "Payload": { "count": ${Count}, "deep": [ ${Count}, ${Fixed} ], "words": "${Pause} s, ${cart-table}" }
      },
      "TimeoutSeconds": ${Patience},
      "Retry": [ { "ErrorEquals": [ "States.ALL" ], "MaxAttempts": ${Tries}, "BackoffRate": ${Rate} } ],
      "Next": "Done"
    },
    "Done": { "Type": "Pass", "Result": ${Result}, "Parameters": ${Anything}, "End": ${Ends} }
  }
}
"""

FUNCTIONS = """StartAt: Save
States:
  Save: # the order
    Type: Task
    Resource: arn:aws:states:::dynamodb:getItem
    Parameters:
      TableName: !Ref OrdersTable
      Key: {id: {S: !Sub "${AWS::StackName}-${OrdersTable}"}}
    Next: Pay
  Pay:
    Type: Task
    Resource: !GetAtt PayFunction.Arn
    Next: Tell
  Tell:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke
    Parameters:
      FunctionName: !GetAtt [PayFunction, Arn]
      Payload:
        topic: !ImportValue shared-topic
        joined: !Join ["-", [!Ref AWS::Region, x]]
        Ref: a key of this name is data
    Next: Send
  Send:
    Type: Task
    Resource: arn:aws:states:::sns:publish
    Parameters:
      TopicArn: !Sub arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:orders
      Message: !Sub
        - "${Text} ${OrdersTable}"
        - Text: !Ref OrdersTable
    End: true
"""

IN_YAML = """StartAt: Start
States:
  Start:
    Type: Task
    Resource: arn:aws:states:::states:startExecution.sync:2
    Parameters:
      StateMachineArn: arn:${Partition}:states:${Region}:${AccountId}:stateMachine:${ChildName}
      Input: {list: "${ListName}"}
    TimeoutSeconds: ${Patience}
    Next: Tell
  Tell:
    Type: Task
    Resource: arn:aws:states:::sns:publish
    Parameters:
      TopicArn: ${StaffTopic}
      Message: Dear ${Message}, see ${StaffTopic} "at once"
    Next: Run
  Run:
    Type: Task
    Resource: ${RunFunction}
    Next: Ask
  Ask:
    Type: Task
    Resource: arn:aws:states:::sqs:sendMessage.waitForTaskToken
    Parameters:
      QueueUrl: ${DecisionQueue}
      MessageBody: {token.$: $$.Task.Token}
    HeartbeatSeconds: ${Patience}
    End: true
"""
