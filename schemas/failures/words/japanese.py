"""The Japanese words of failures."""

from __future__ import annotations

from dataclasses import replace

from schemas.failures.words.phrases import Phrases

ENGINEERING = Phrases(
    other_error="そのほかの失敗",
    unnamed_error="（名前のないエラー）",
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
            "redrive しても「{0}」（Fail）で失敗し直すだけです。原因を直し、新しい実行で初めからやり直します"
        ),
        "repeats": (
            "redrive しても同じ定義とデータで同じ失敗になります。定義か入力を直し、新しい実行でやり直します"
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
)

BUSINESS = replace(
    ENGINEERING,
    zero_retries="自動ではやり直さない設定です",
    uncaught="失敗したあとの道が決まっていません",
    run_fails="ワークフロー全体が失敗で止まります",
    effects=ENGINEERING.effects_unnamed,
    rerun={
        **ENGINEERING.rerun,
        "resumes": "原因を直してから再実行（redrive）すると、「{0}」から続きます（14日以内）",
        "defeated": ("再実行（redrive）しても「{0}」で失敗し直すだけです。原因を直し、初めからやり直します"),
        "repeats": ("再実行（redrive）しても同じ失敗になります。流れかデータを直し、初めからやり直します"),
        "express": "途中からの再実行はできません。同じ入力で初めからやり直します",
    },
    rerun_if_failed="「{0}」で終わったときは、途中からではなく、初めからやり直します",
    nested="先に、呼び出した部分の実行を見ます。終わっているかもしれません",
)
"""The words for people who do not write workflows: no fields of the language, no names of resources."""
