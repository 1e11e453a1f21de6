"""The words of failures in each language; `{}` stands for names, numbers and times."""

from __future__ import annotations

from dataclasses import dataclass, replace

from schemas.core.diagnostic import Language
from schemas.failures.course import RerunKind
from schemas.failures.effects import EffectKind


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language.

    `errors` has business words for error names by how they end, the first that fits. `data` is by the kind of
    data that a catcher hands on.
    """

    errors: tuple[tuple[tuple[str, ...], str], ...]
    unnamed_error: str
    listing: str
    stop: str
    no_retry: str
    zero_retries: str
    retries: str
    retries_container: str
    unknown_retries: str
    delay: str
    jittered: str
    at_most: str
    more_delays: str
    at_once: str
    caught: str
    caught_at_once: str
    reason: str
    data: dict[str, str]
    assigned: str
    uncaught: str
    uncaught_inside: str
    siblings_cancelled: str
    items_cancelled: str
    tolerated: str
    run_fails: str
    then_ends: str
    then_fails: str
    then_either: str
    rejoins: str
    may_rejoin: str
    usual_next: str
    endless: str
    effects: dict[EffectKind, str]
    effects_unnamed: dict[EffectKind, str]
    per_item: str
    own_unsure: str
    nothing: str
    certainly: str
    possibly: str
    rerun: dict[RerunKind, str]
    rerun_if_failed: str
    nested: str
    told_by: str
    told_by_owner: str
    told_person: str
    told_on_failure: str
    told_nobody: str
    answers: dict[str, str]
    open_answer: str
    duration_join: str
    seconds: str


PHRASES: dict[Language, Phrases] = {
    "ja": Phrases(
        errors=(
            (("ConditionalCheckFailedException",), "条件に合わない"),
            (("DataLimitExceeded",), "データが大きすぎる"),
            (("HeartbeatTimeout",), "応答が途絶えた"),
            (("Timeout", "TimeoutException", "Timedout"), "時間切れ"),
            (
                (
                    "TooManyRequestsException",
                    "ThrottlingException",
                    "ThrottledException",
                    "ProvisionedThroughputExceededException",
                    "LimitExceeded",
                    "QuotaExceededException",
                    ".429",
                ),
                "混み合っている",
            ),
            (("Permissions", "AccessDeniedException"), "権限がない"),
            (("ExecutionAlreadyExistsException",), "同じ名前の実行がもうある"),
            (("ResourceNotFoundException", "DoesNotExistException"), "呼び出す先が見つからない"),
            (
                (
                    "QueryEvaluationError",
                    "ParameterPathFailure",
                    "IntrinsicFailure",
                    "ResultPathMatchFailure",
                    "States.Runtime",
                ),
                "データの形が想定と違う",
            ),
            (("NoChoiceMatched",), "どの条件にも合わない"),
            (("ExceedToleratedFailureThreshold",), "失敗した件数が多すぎる"),
            (("ItemReaderFailed",), "一覧を読めない"),
            (("ResultWriterFailed",), "結果を書けない"),
            (("BranchFailed",), "中の工程の失敗"),
            (("States.TaskFailed",), "そのほかの失敗"),
            (
                (
                    "ServiceException",
                    "SdkClientException",
                    "InternalServerError",
                    "InternalServerException",
                    "AWSLambdaException",
                    "AmazonDynamoDBException",
                    "AmazonSNSException",
                    "AmazonSQSException",
                    "ServiceUnavailableException",
                    ".Unknown",
                    ".500",
                    ".502",
                    ".503",
                    ".504",
                ),
                "呼び出した先の不調",
            ),
        ),
        unnamed_error="（名前のないエラー）",
        listing="、",
        stop="。",
        no_retry="自動ではやり直しません",
        zero_retries="自動ではやり直さない設定です（MaxAttempts 0）",
        retries="自動で{0}回やり直します（{1}）。待ち時間は合計{2}です",
        retries_container="「{3}」を初めから{0}回やり直します（{1}）。待ち時間は合計{2}です",
        unknown_retries="自動でやり直します。回数はデプロイのときに決まります",
        delay="{}後",
        jittered="{}以内",
        at_most="最大{}",
        more_delays="…",
        at_once="すぐ",
        caught="それでもだめなら「{0}」に進みます",
        caught_at_once="「{0}」に進みます",
        reason="（{}）",
        data={
            "error": "入力の代わりに、エラーの名前と原因（Error、Cause）を渡します",
            "beside": "入力を残し、エラーの名前と原因を {0} に足して渡します",
            "input": "入力をそのまま渡します。エラーの名前と原因は残りません",
            "output": "Catch の Output が作るデータを渡します: {0}",
        },
        assigned="変数 {0} に入れます",
        uncaught="受け止める Catch がありません",
        uncaught_inside="「{0}」の失敗になります",
        siblings_cancelled="「{0}」の中で並行しているほかの工程は中止されます",
        items_cancelled="「{0}」のほかの項目も中止されます",
        tolerated="「{0}」は、決めた数までの失敗なら、その項目を除いて続けます",
        run_fails="ワークフロー全体が失敗（FAILED）で止まります",
        then_ends="そのあと「{0}」で終わります",
        then_fails="そのあと「{0}」で、失敗として終わります",
        then_either="そのあと「{0}」で終わるか、「{1}」で失敗として終わります",
        rejoins="「{0}」からは、いつもの流れに戻ります",
        may_rejoin="「{0}」から、いつもの流れに戻ることがあります",
        usual_next="これは、成功したときと同じ流れです",
        endless="終わりに着く道がありません",
        effects={
            "takes": "「{0}」でお金を受け取った",
            "returns": "「{0}」でお金を返した",
            "losesFee": "「{0}」で手数料がかかった",
            "writes": "「{0}」で {1} に書き込んだ",
            "sends": "「{0}」で {1} に送った",
            "asks": "「{0}」で {1} に依頼を出した",
            "starts": "「{0}」で別のワークフロー {1} を動かした",
            "calls": "「{0}」で {1} を呼んだ（何を変えるかはカードに未記入）",
        },
        effects_unnamed={
            "takes": "「{0}」でお金を受け取った",
            "returns": "「{0}」でお金を返した",
            "losesFee": "「{0}」で手数料がかかった",
            "writes": "「{0}」で書き込んだ",
            "sends": "「{0}」で知らせを送った",
            "asks": "「{0}」で依頼を出した",
            "starts": "「{0}」で別のワークフローを動かした",
            "calls": "「{0}」で外の処理を呼んだ（何を変えるかはカードに未記入）",
        },
        per_item="（項目ごと）",
        own_unsure="失敗しても、この工程の分は済んでいることがあります（{0}）",
        nothing="まだ何も変えていません",
        certainly="済んでいる",
        possibly="済んでいるかもしれない（道による）",
        rerun={
            "goesOn": "再実行は要りません。流れが自分で先に進みます",
            "resumes": "原因を直してから redrive すると、「{0}」から続きます（14日以内。定義は変わりません）",
            "defeated": (
                "redrive しても「{0}」（Fail）で失敗し直すだけです。"
                "原因を直し、新しい実行で初めからやり直します"
            ),
            "repeats": (
                "redrive しても同じ定義とデータで同じ失敗になります。"
                "定義か入力を直し、新しい実行でやり直します"
            ),
            "express": "EXPRESS の実行は redrive できません。同じ入力で新しい実行を始めます",
        },
        rerun_if_failed="「{0}」で終わった実行は、redrive せずに新しい実行でやり直します",
        nested="先に、呼び出した子の実行を見ます。終わっているかもしれません",
        told_by="「{0}」が知らせます",
        told_by_owner="「{0}」が知らせます（担当: {1}）",
        told_person="{0}に知らせます",
        told_on_failure="実行の失敗の通知が届きます（通知を設定した場合）",
        told_nobody="流れの中では、誰にも知らされません",
        answers={
            "retry": "機械がやり直す",
            "human": "人が決める",
            "compensate": "元に戻す",
            "ignore": "そのままにする",
        },
        open_answer="まだ決まっていない",
        duration_join="",
        seconds="{}秒",
    ),
    "en": Phrases(
        errors=(
            (("ConditionalCheckFailedException",), "the condition failed"),
            (("DataLimitExceeded",), "too much data"),
            (("HeartbeatTimeout",), "no sign of life"),
            (("Timeout", "TimeoutException", "Timedout"), "time ran out"),
            (
                (
                    "TooManyRequestsException",
                    "ThrottlingException",
                    "ThrottledException",
                    "ProvisionedThroughputExceededException",
                    "LimitExceeded",
                    "QuotaExceededException",
                    ".429",
                ),
                "too busy",
            ),
            (("Permissions", "AccessDeniedException"), "not permitted"),
            (("ExecutionAlreadyExistsException",), "a run of that name exists already"),
            (("ResourceNotFoundException", "DoesNotExistException"), "what it calls does not exist"),
            (
                (
                    "QueryEvaluationError",
                    "ParameterPathFailure",
                    "IntrinsicFailure",
                    "ResultPathMatchFailure",
                    "States.Runtime",
                ),
                "unexpected data",
            ),
            (("NoChoiceMatched",), "no condition holds"),
            (("ExceedToleratedFailureThreshold",), "too many items failed"),
            (("ItemReaderFailed",), "the list cannot be read"),
            (("ResultWriterFailed",), "the results cannot be written"),
            (("BranchFailed",), "a step inside failed"),
            (("States.TaskFailed",), "any other failure"),
            (
                (
                    "ServiceException",
                    "SdkClientException",
                    "InternalServerError",
                    "InternalServerException",
                    "AWSLambdaException",
                    "AmazonDynamoDBException",
                    "AmazonSNSException",
                    "AmazonSQSException",
                    "ServiceUnavailableException",
                    ".Unknown",
                    ".500",
                    ".502",
                    ".503",
                    ".504",
                ),
                "the called service has trouble",
            ),
        ),
        unnamed_error="(an error without a name)",
        listing=", ",
        stop=".",
        no_retry="There is no automatic retry",
        zero_retries="Automatic retries are switched off (MaxAttempts 0)",
        retries="It is retried {0}× ({1}); the waits add up to {2}",
        retries_container="“{3}” is started again from its beginning {0}× ({1}); the waits add up to {2}",
        unknown_retries="It is retried; the deployment sets how often",
        delay="after {}",
        jittered="within {}",
        at_most="at most {}",
        more_delays="…",
        at_once="at once",
        caught="If it still fails, the run goes on with “{0}”",
        caught_at_once="The run goes on with “{0}”",
        reason=" ({})",
        data={
            "error": "The name and cause of the error (Error, Cause) replace the input",
            "beside": "The input is kept, and the name and cause of the error are added at {0}",
            "input": "The input goes on unchanged; the name and cause of the error are lost",
            "output": "The Output of the Catch makes the data: {0}",
        },
        assigned="Variables are set: {0}",
        uncaught="No Catch handles it",
        uncaught_inside="So “{0}” fails",
        siblings_cancelled="The other steps that run inside “{0}” are cancelled",
        items_cancelled="The other items of “{0}” are cancelled",
        tolerated="“{0}” goes on without the item, as long as no more fail than it allows",
        run_fails="The whole run fails (FAILED)",
        then_ends="Then the run ends in “{0}”",
        then_fails="Then the run ends as failed in “{0}”",
        then_either="Then the run ends in “{0}”, or as failed in “{1}”",
        rejoins="From “{0}” on, it is the usual flow",
        may_rejoin="It may return to the usual flow at “{0}”",
        usual_next="That is the flow of a success, too",
        endless="No way leads to an end",
        effects={
            "takes": "money was taken by “{0}”",
            "returns": "money was returned by “{0}”",
            "losesFee": "a fee was lost by “{0}”",
            "writes": "“{0}” wrote to {1}",
            "sends": "“{0}” sent a message to {1}",
            "asks": "“{0}” asked for an answer through {1}",
            "starts": "“{0}” started another workflow, {1}",
            "calls": "“{0}” called {1} (its card does not say what that changes)",
        },
        effects_unnamed={
            "takes": "money was taken by “{0}”",
            "returns": "money was returned by “{0}”",
            "losesFee": "a fee was lost by “{0}”",
            "writes": "“{0}” wrote something",
            "sends": "“{0}” sent a message",
            "asks": "“{0}” asked for an answer",
            "starts": "“{0}” started another workflow",
            "calls": "“{0}” called a program (its card does not say what that changes)",
        },
        per_item=" (for each item)",
        own_unsure="Although it failed, this step itself may have taken effect ({0})",
        nothing="Nothing has been changed yet",
        certainly="done",
        possibly="perhaps done (depends on the way)",
        rerun={
            "goesOn": "Nothing needs to be run again: the flow goes on by itself",
            "resumes": (
                "Once the cause is fixed, a redrive goes on from “{0}” "
                "(within 14 days, with the same definition)"
            ),
            "defeated": (
                "A redrive would only fail again in “{0}” (a Fail). Fix the cause and start a new execution"
            ),
            "repeats": (
                "A redrive has the same definition and data and fails again. "
                "Correct the definition or the input, and start a new execution"
            ),
            "express": "An Express run cannot be redriven. Start a new execution with the same input",
        },
        rerun_if_failed="A run that ended in “{0}” only fails again if it is redriven: start a new execution",
        nested="Look at the child's execution first: it may have finished",
        told_by="“{0}” tells somebody",
        told_by_owner="“{0}” tells somebody (owner: {1})",
        told_person="{0} is told",
        told_on_failure="The notification of failed executions is sent, if one is set up",
        told_nobody="Nobody is told by the flow",
        answers={
            "retry": "a machine retries",
            "human": "a person decides",
            "compensate": "it is undone",
            "ignore": "nothing is done",
        },
        open_answer="not decided yet",
        duration_join=" ",
        seconds="{} s",
    ),
}

FOR_BUSINESS: dict[Language, Phrases] = {
    "ja": replace(
        PHRASES["ja"],
        zero_retries="自動ではやり直さない設定です",
        uncaught="失敗したあとの道が決まっていません",
        run_fails="ワークフロー全体が失敗で止まります",
        effects=PHRASES["ja"].effects_unnamed,
        rerun={
            **PHRASES["ja"].rerun,
            "resumes": "原因を直してから再実行（redrive）すると、「{0}」から続きます（14日以内）",
            "defeated": (
                "再実行（redrive）しても「{0}」で失敗し直すだけです。原因を直し、初めからやり直します"
            ),
            "repeats": (
                "再実行（redrive）しても同じ失敗になります。流れかデータを直し、初めからやり直します"
            ),
            "express": "途中からの再実行はできません。同じ入力で初めからやり直します",
        },
        rerun_if_failed="「{0}」で終わったときは、途中からではなく、初めからやり直します",
        nested="先に、呼び出した部分の実行を見ます。終わっているかもしれません",
    ),
    "en": replace(
        PHRASES["en"],
        zero_retries="Automatic retries are switched off",
        uncaught="The flow has no way on from this failure",
        run_fails="The whole run fails",
        effects=PHRASES["en"].effects_unnamed,
        rerun={
            **PHRASES["en"].rerun,
            "resumes": (
                "Once the cause is fixed, running it again (redrive) goes on from “{0}” (within 14 days)"
            ),
            "defeated": (
                "Running it again (redrive) only fails again in “{0}”. "
                "Fix the cause and start from the beginning"
            ),
            "repeats": (
                "Running it again (redrive) fails in the same way. "
                "Correct the flow or the data, and start from the beginning"
            ),
            "express": "It cannot go on from the middle. Start from the beginning with the same input",
        },
        rerun_if_failed="A run that ended in “{0}” is started from the beginning, not from the middle",
        nested="Look at the run of the called part first: it may have finished",
    ),
}
"""The words for people who do not write workflows: no fields of the language, no names of resources."""
