"""A task waits for its token, but does not pass it on."""

from __future__ import annotations

from rule_cases import (
    SDK,
    STATES,
    Express,
    Flag,
    alone,
    flags,
    in_branch,
    in_map,
    jsonata,
    leaves,
    passes,
    task,
)

QUEUE = f"{STATES}sqs:sendMessage.waitForTaskToken"
AT = "/States/A/Resource"


def sending(body, resource=QUEUE, **fields):
    """A message whose body, and the key that it has, are in `body`."""
    return alone(task(resource, Parameters={"QueueUrl": "${Queue}", **body}, TimeoutSeconds=60, **fields))


def sending_in_jsonata(arguments, resource=QUEUE):
    return jsonata({"A": task(resource, Arguments=arguments, TimeoutSeconds=60)})


def body(text):
    return {"QueueUrl": "https://queue", "MessageBody": text}


FLAGS = {
    "a fixed text": Flag(sending({"MessageBody": "approve"}), AT, {"state": "A", "field": "Parameters"}),
    "the token of the input": Flag(sending({"MessageBody.$": "$.Task.Token"}), AT),
    "another field of the context": Flag(sending({"MessageBody.$": "$$.Execution.Id"}), AT),
    "a field of the context that only begins alike": Flag(sending({"MessageBody.$": "$$.Tasks"}), AT),
    "a key without .$, so the path is a text": Flag(sending({"MessageBody": "$$.Task.Token"}), AT),
    "no parameters, and an input of its own": Flag(alone(task(QUEUE, TimeoutSeconds=60)), AT),
    "a call of the SDK": Flag(
        alone(
            task(
                f"{SDK}sqs:sendMessage.waitForTaskToken",
                Parameters={"QueueUrl": "${Queue}", "MessageBody": "approve"},
                TimeoutSeconds=60,
            )
        ),
        AT,
    ),
    "an Express machine": Flag(Express(sending({"MessageBody": "approve"})), AT),
    "the input in JSONata": Flag(sending_in_jsonata(body("{% $states.input %}")), AT, {"field": "Arguments"}),
    "the result of an earlier state in JSONata": Flag(
        sending_in_jsonata(body("{% $states.input.Task.Token %}")), AT
    ),
    "a path in JSONata is a text": Flag(sending_in_jsonata(body("$$.Task.Token")), AT),
    "the token as a plain text in JSONata": Flag(sending_in_jsonata(body("$states.context.Task.Token")), AT),
    "another field of the context in JSONata": Flag(
        sending_in_jsonata(body({"t": "{% $states.context.Execution.Id %}"})), AT
    ),
    "a substitution for the queue in JSONata": Flag(
        sending_in_jsonata({"QueueUrl": "${Queue}", "MessageBody": "message"}), AT
    ),
    "a substitution within the message in JSONata": Flag(
        sending_in_jsonata({"QueueUrl": "${Queue}", "MessageBody": {"link": "${Link}"}}), AT
    ),
    "a substitution for the queue as a path": Flag(
        sending({"QueueUrl.$": "${Queue}", "MessageBody": "approve"}), AT
    ),
    "an expression for the queue with a substitution": Flag(
        sending_in_jsonata({"QueueUrl": "{% '${Queue}' & $states.input.x %}", "MessageBody": "m"}), AT
    ),
    "a function's name": Flag(
        sending_in_jsonata(
            {"FunctionName": "${Ask}", "Payload": "{% $states.input %}"},
            f"{STATES}lambda:invoke.waitForTaskToken",
        ),
        AT,
    ),
    "a topic of the SDK": Flag(
        sending_in_jsonata(
            {"TopicArn": "${Topic}", "Message": "approve"}, f"{SDK}sns:publish.waitForTaskToken"
        ),
        AT,
    ),
    "a bus": Flag(
        sending_in_jsonata(
            {"Entries": [{"EventBusName": "${Bus}", "Detail": {}, "DetailType": "t", "Source": "s"}]},
            f"{STATES}events:putEvents.waitForTaskToken",
        ),
        AT,
    ),
    "inside a Map": Flag(in_map(sending({"MessageBody": "approve"})), f"/States/Each/ItemProcessor{AT}"),
    "inside a branch": Flag(in_branch(sending({"MessageBody": "approve"})), f"/States/Both/Branches/1{AT}"),
}

PASSES = {
    "the token as the body": sending({"MessageBody.$": "$$.Task.Token"}),
    "the token within the body": sending({"MessageBody": {"order": 1, "token.$": "$$.Task.Token"}}),
    "the token in a list": sending({"MessageBody": {"all": [{"token.$": "$$.Task.Token"}]}}),
    "the token in an intrinsic function": sending({"MessageBody.$": "States.Format('{}', $$.Task.Token)"}),
    "the token in brackets": sending({"MessageBody.$": "$$['Task']['Token']"}),
    "the whole task": sending({"MessageBody.$": "$$.Task"}),
    "the whole context": sending({"MessageBody": {"all.$": "$$"}}),
    "the whole context as the input": alone(task(QUEUE, InputPath="$$", TimeoutSeconds=60)),
    "a substitution that may be the token": sending({"MessageBody.$": "${Body}"}),
    "the token in JSONata": sending_in_jsonata(body("{% $states.context.Task.Token %}")),
    "the token in JSONata with spaces": sending_in_jsonata(body("{% {'t': $states . context.Task.Token} %}")),
    "the whole context in JSONata": sending_in_jsonata(body("{% $states.context %}")),
    "everything in JSONata": sending_in_jsonata("{% $merge([$states.input, {'all': $states}]) %}"),
    "an expression that is put together in JSONata": sending_in_jsonata(
        body("{% $eval($states.input.body) %}")
    ),
    "a substitution in JSONata that may be an expression": sending_in_jsonata(body("${Body}")),
    "a substitution inside an expression of the message": sending_in_jsonata(body("{% {'t': ${Token}} %}")),
    "a substitution for the payload of the SDK": sending_in_jsonata(
        {"TopicArn": "${Topic}", "Message": "${Body}"}, f"{SDK}sns:publish.waitForTaskToken"
    ),
    "a function of the template for the message": sending_in_jsonata(body({"Ref": "Body"})),
    "a substitution for an event's detail": sending_in_jsonata(
        {"Entries": [{"Detail": "${Detail}", "DetailType": "t", "Source": "s"}]},
        f"{STATES}events:putEvents.waitForTaskToken",
    ),
    "a substitution for all parameters": alone(
        task(QUEUE, Parameters={"Fn::GetAtt": ["Message", "Body"]}, TimeoutSeconds=60)
    ),
    "nothing is waited for": sending({"MessageBody": "approve"}, f"{STATES}sqs:sendMessage"),
    "a substitution as the resource": sending({"MessageBody": "approve"}, "${Send}"),
}

LEAVES = {
    "a call that cannot wait for a token": (
        "unsupported-pattern",
        alone(task(f"{STATES}glue:startJobRun.waitForToken", TimeoutSeconds=60)),
    ),
}

test_flags = flags("token-not-passed", FLAGS)
test_passes = passes("token-not-passed", PASSES, beside={"jsonata-unknown-function"})
test_leaves = leaves("token-not-passed", LEAVES)
