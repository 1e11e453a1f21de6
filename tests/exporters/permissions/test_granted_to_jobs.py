"""Jobs: what starting one needs, and what waiting for its end adds."""

from __future__ import annotations

import pytest
from granting import KEEP_RULE, RULE, Granted, arn, granted, task

from schemas.core.paths import Json

OPTIMIZED = "arn:aws:states:::"
ROLE = "arn:aws:iam::123456789012:role/worker"

CASES: list[tuple[str, dict[str, Json], Granted | None]] = [
    (
        "a container waited for",
        task("arn:aws:states:::ecs:runTask.sync", TaskDefinition="ship"),
        [
            (["ecs:RunTask"], [arn("ecs", "task-definition/ship:*")]),
            (["ecs:StopTask", "ecs:DescribeTasks"], ["*"]),
            (KEEP_RULE, [f"{RULE}EventsForECSTaskRule"]),
            (["iam:PassRole"], ["*"]),
        ],
    ),
    (
        "a batch job waited for",
        task("arn:aws:states:::batch:submitJob.sync", JobQueue="q"),
        [
            (["batch:SubmitJob", "batch:DescribeJobs", "batch:TerminateJob"], ["*"]),
            (KEEP_RULE, [f"{RULE}EventsForBatchJobsRule"]),
        ],
    ),
    (
        "a glue job waited for",
        task("arn:aws:states:::glue:startJobRun.sync", JobName="etl"),
        [
            (
                ["glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"],
                [arn("glue", "job/etl")],
            )
        ],
    ),
    (
        "a glue job only started",
        task("arn:aws:states:::glue:startJobRun", JobName="etl"),
        [(["glue:StartJobRun"], [arn("glue", "job/etl")])],
    ),
    (
        "a query waited for",
        task(f"{OPTIMIZED}athena:startQueryExecution.sync", WorkGroup="shop", QueryString="SELECT 1"),
        [
            (
                ["athena:StartQueryExecution", "athena:GetQueryExecution", "athena:StopQueryExecution"],
                [arn("athena", "workgroup/shop")],
            ),
            (["athena:GetDataCatalog"], [arn("athena", "datacatalog/*")]),
            (
                [
                    *("glue:GetDatabase", "glue:GetDatabases", "glue:GetTable", "glue:GetTables"),
                    *("glue:GetPartition", "glue:GetPartitions", "glue:BatchGetPartition"),
                ],
                [arn("glue", kind) for kind in ("catalog", "database/*", "table/*", "userDefinedFunction/*")],
            ),
            (
                [
                    "lakeformation:GetDataAccess",
                    *("s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"),
                    *("s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"),
                    "s3:ListMultipartUploadParts",
                ],
                ["*"],
            ),
        ],
    ),
    (
        "a build waited for",
        task(f"{OPTIMIZED}codebuild:startBuild.sync", ProjectName="site"),
        [
            (
                [
                    "codebuild:StartBuild",
                    "codebuild:StopBuild",
                    "codebuild:BatchGetBuilds",
                    "codebuild:BatchGetReports",
                ],
                [arn("codebuild", "project/site")],
            ),
            (KEEP_RULE, [f"{RULE}EventForCodeBuildStartBuildRule"]),
        ],
    ),
    (
        "a databrew job",
        task(f"{OPTIMIZED}databrew:startJobRun", Name="clean"),
        [(["databrew:StartJobRun"], [arn("databrew", "job/clean")])],
    ),
    (
        "a kubernetes cluster made",
        task(f"{OPTIMIZED}eks:createCluster.sync", RoleArn=ROLE),
        [(["eks:CreateCluster", "eks:DescribeCluster"], ["*"]), (["iam:PassRole"], [ROLE])],
    ),
    (
        "an emr cluster whose role is given by its name",
        task(
            f"{OPTIMIZED}elasticmapreduce:createCluster",
            ServiceRole="EMR_DefaultRole",
            JobFlowRole="EMR_EC2_DefaultRole",
        ),
        [
            (
                [
                    "elasticmapreduce:RunJobFlow",
                    "elasticmapreduce:DescribeCluster",
                    "elasticmapreduce:TerminateJobFlows",
                    "elasticmapreduce:AddTags",
                ],
                ["*"],
            ),
            (
                ["iam:PassRole"],
                [
                    "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/EMR_DefaultRole",
                    "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*/EMR_DefaultRole",
                ],
            ),
            (["iam:PassRole"], ["*"]),
        ],
    ),
    (
        "an emr step waited for",
        task(f"{OPTIMIZED}elasticmapreduce:addStep.sync", ClusterId="j-1"),
        [
            (
                [
                    "elasticmapreduce:AddJobFlowSteps",
                    "elasticmapreduce:DescribeStep",
                    "elasticmapreduce:CancelSteps",
                ],
                [arn("elasticmapreduce", "cluster/j-1")],
            ),
            (KEEP_RULE, [f"{RULE}EventForEMRAddJobFlowStepsRule"]),
        ],
    ),
    (
        "an emr job on kubernetes waited for",
        task(f"{OPTIMIZED}emr-containers:startJobRun.sync", VirtualClusterId="v1"),
        [
            (["emr-containers:StartJobRun"], [arn("emr-containers", "/virtualclusters/v1")]),
            (
                ["emr-containers:DescribeJobRun", "emr-containers:CancelJobRun"],
                [arn("emr-containers", "/virtualclusters/v1/*")],
            ),
        ],
    ),
    (
        "an emr serverless job waited for",
        task(f"{OPTIMIZED}emr-serverless:startJobRun.sync", ApplicationId="a1", ExecutionRoleArn=ROLE),
        [
            (["emr-serverless:StartJobRun"], [arn("emr-serverless", "/applications/a1")]),
            (
                ["emr-serverless:GetJobRun", "emr-serverless:CancelJobRun"],
                [arn("emr-serverless", "/applications/a1/*")],
            ),
            (KEEP_RULE, [f"{RULE}EventsForEMRServerlessJobRule"]),
            (["iam:PassRole"], [ROLE]),
        ],
    ),
    (
        "a video transcoded",
        task(f"{OPTIMIZED}mediaconvert:createJob", Role=ROLE),
        [(["mediaconvert:CreateJob", "mediaconvert:TagResource"], ["*"]), (["iam:PassRole"], [ROLE])],
    ),
    (
        "a model trained",
        task(f"{OPTIMIZED}sagemaker:createTrainingJob.sync", RoleArn_="$.role"),
        [
            (
                [
                    *("sagemaker:CreateTrainingJob", "sagemaker:AddTags", "sagemaker:ListTags"),
                    *("sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob"),
                ],
                ["*"],
            ),
            (KEEP_RULE, [f"{RULE}EventsForSageMakerTrainingJobsRule"]),
            (["iam:PassRole"], ["*"]),
        ],
    ),
    ("an action that sagemaker has not", task(f"{OPTIMIZED}sagemaker:createMagic"), None),
]


@pytest.mark.parametrize("case", CASES, ids=[name for name, _, _ in CASES])
def test_granted(case: tuple[str, dict[str, Json], Granted | None]) -> None:
    _, fields, expected = case
    assert granted(fields) == expected
