"""The words of differences, in each language."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.comparison.kinds import Kind
from schemas.core.diagnostic import Language


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; `{}` stand for names, numbers and conditions."""

    kinds: dict[Kind, str]
    altered: str
    name: str
    place: str
    top: str
    inside: str
    branch: str
    following: str
    start: str
    branch_start: str
    condition: str
    error: str
    end: str
    nothing: str
    machine: str
    placed: str
    equal: str
    counted: str
    listing: str
    details: str
    drawing: str
    drawing_of_changes: str
    too_large: str
    before: str
    after: str
    heading: str
    entry: str
    value: str


WORDS: dict[Language, Words] = {
    "ja": Words(
        kinds={
            "added": "追加",
            "removed": "削除",
            "renamed": "名前の変更",
            "moved": "移動",
            "rewired": "つなぎ替え",
            "retimed": "時間の変更",
            "changed": "設定の変更",
            "described": "説明の変更",
            "placed": "配置の変更",
        },
        altered="変更",
        name="名前",
        place="場所",
        top="いちばん外側",
        inside="「{}」の中",
        branch="「{}」の分岐 {}",
        following="次",
        start="最初の工程",
        branch_start="中の最初の工程",
        condition="条件「{}」",
        error="エラー「{}」",
        end="終了",
        nothing="なし",
        machine="ワークフロー全体",
        placed="キャンバス上の位置だけの変更: {}",
        equal="違いはありません。",
        counted="{} {}",
        listing="、",
        details="変更の内容",
        drawing="緑: 追加、黄: 変更、赤: 削除。緑の矢印は新しい流れ、赤い矢印は無くなった流れ。",
        drawing_of_changes="大きな図なので、変更した工程とその前後だけを描いています。",
        too_large="図は大きすぎるため省きました。",
        before="変更前",
        after="変更後",
        heading="ワークフローの変更",
        entry="design.json の記入",
        value="値",
    ),
    "en": Words(
        kinds={
            "added": "added",
            "removed": "removed",
            "renamed": "renamed",
            "moved": "moved",
            "rewired": "rewired",
            "retimed": "retimed",
            "changed": "changed",
            "described": "described anew",
            "placed": "placed elsewhere",
        },
        altered="changed",
        name="name",
        place="place",
        top="top level",
        inside="inside “{}”",
        branch="“{}”, branch {}",
        following="next",
        start="first state",
        branch_start="first state inside",
        condition="if {}",
        error="on {}",
        end="end",
        nothing="none",
        machine="the whole workflow",
        placed="only placed elsewhere on the canvas: {}",
        equal="There is no difference.",
        counted="{1} {0}",
        listing=", ",
        details="The changes",
        drawing="Green: added, yellow: changed, red: removed; so are arrows of new and former transitions.",
        drawing_of_changes="The flow is large, so only states that differ and their neighbours are drawn.",
        too_large="The flow is too large to be drawn here.",
        before="Before",
        after="After",
        heading="Changes of workflows",
        entry="entry in design.json",
        value="value",
    ),
}
