"""A placeholder is written so that no tool puts a value in for it."""

from rule_cases import Flag, alone, flags, in_branch, in_map, jsonata, passes, state, task

from schemas.core.placeholder import Unquoted


def called(name, **fields):
    return alone(task("${" + name + "}", **fields))


FLAGS = {
    "two words": Flag(called("Pay function"), "/States/A/Resource", {"found": "${Pay function}"}),
    "nothing": Flag(called(""), "/States/A/Resource"),
    "spaces": Flag(called("  "), "/States/A/Resource"),
    "single quotes": Flag(called("'Pay'"), "/States/A/Resource"),
    "a bracket that stays open": Flag(called("lookup(x"), "/States/A/Resource"),
    "an operator at the end": Flag(called("Pay+"), "/States/A/Resource"),
    "in a text": Flag(alone(task(Comment="of ${ordered by}")), "/States/A/Comment"),
    "without quotes": Flag(alone(task(TimeoutSeconds=Unquoted("${how long}"))), "/States/A/TimeoutSeconds"),
    "inside a Map": Flag(in_map(called("a b")), "/States/Each/ItemProcessor/States/A/Resource"),
    "inside a branch": Flag(in_branch(called("a b")), "/States/Both/Branches/1/States/A/Resource"),
}

PASSES = {
    "a name": called("PayFunction"),
    "a name with digits in front": called("1stFunction"),
    "two names": called("Pay,Function"),
    "an attribute": called("PayFunction.Arn"),
    "a pseudo parameter": alone(task("arn:${AWS::Partition}:lambda:${AWS::Region}:1:function:f")),
    "a literal text of Fn::Sub": called("!PayFunction"),
    "a variable of Serverless": called("self:custom.arns.pay"),
    "a variable in a variable": called("self:custom.${opt:stage, 'dev'}.pay"),
    "a file of Serverless": called("file(./arns.yml):pay"),
    "a parameter of Serverless": called("param:pay"),
    "an attribute in Terraform": called("aws_lambda_function.pay.arn"),
    "a call in Terraform": called('lookup(functions, "pay", "none")'),
    "a choice in Terraform": called('prod ? "a" : pay["b"]'),
    "a name in Japanese in Terraform": called("支払い"),
    "no placeholder of a template": jsonata({"A": state("Pass", Output="{% ${ 'a b': 1 } %}")}),
    "a text with a dollar": alone(task(Comment="US$ {12}")),
}

test_flags = flags("odd-placeholder", FLAGS)
test_passes = passes("odd-placeholder", PASSES, {"no-timeout", "bad-jsonata"})
