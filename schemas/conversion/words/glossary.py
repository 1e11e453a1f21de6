"""Names in ASCII letters for the words of cards: `CheckStock` of "在庫を確認", for parameters and fields.

Deployment parameters have ASCII letters only, and Japanese has no reading that could be computed. So the
usual words of orders are listed; a card without any of them is named after its uid.
"""

from __future__ import annotations

import re
from hashlib import blake2b

_ACTIONS = {
    "確認": "Check",
    "チェック": "Check",
    "検品": "Inspect",
    "計算": "Calculate",
    "算出": "Calculate",
    "集計": "Summarize",
    "請求": "Charge",
    "課金": "Charge",
    "与信": "Authorize",
    "送信": "Send",
    "送る": "Send",
    "送り": "Send",
    "送付": "Send",
    "通知": "Notify",
    "知らせ": "Notify",
    "連絡": "Contact",
    "発送": "Ship",
    "出荷": "Ship",
    "作成": "Create",
    "作る": "Create",
    "発行": "Issue",
    "登録": "Register",
    "保存": "Save",
    "書き込": "Write",
    "記録": "Record",
    "追加": "Add",
    "更新": "Update",
    "変更": "Change",
    "減ら": "Reduce",
    "増や": "Add",
    "戻": "Return",
    "引き当て": "Reserve",
    "引当": "Reserve",
    "確保": "Reserve",
    "予約": "Reserve",
    "取得": "Get",
    "参照": "Read",
    "読": "Read",
    "検索": "Search",
    "削除": "Delete",
    "取り消": "Cancel",
    "取消": "Cancel",
    "キャンセル": "Cancel",
    "解放": "Release",
    "空に": "Empty",
    "承認": "Approve",
    "判断": "Decide",
    "審査": "Review",
    "受付": "Accept",
    "受け付け": "Accept",
    "印刷": "Print",
    "手配": "Arrange",
    "開始": "Start",
    "終了": "Finish",
    "付与": "Grant",
}
_THINGS = {
    "注文番号": "OrderId",
    "会員番号": "MemberId",
    "顧客番号": "CustomerId",
    "お客様番号": "CustomerId",
    "商品番号": "ProductId",
    "商品コード": "ProductId",
    "商品名": "ProductName",
    "合計金額": "Total",
    "合計額": "Total",
    "注文金額": "Amount",
    "請求金額": "Amount",
    "メールアドレス": "Email",
    "支払い方法": "PaymentMethod",
    "支払方法": "PaymentMethod",
    "配送方法": "ShippingMethod",
    "希望日": "Date",
    "配送日": "Date",
    "カート番号": "CartId",
    "返品番号": "ReturnId",
    "郵便番号": "PostalCode",
    "電話番号": "Phone",
    "決済": "Payment",
    "返金": "Refund",
    "配送": "Shipping",
    "注文": "Order",
    "受注": "Order",
    "在庫": "Stock",
    "カート": "Cart",
    "商品": "Product",
    "会員": "Member",
    "顧客": "Customer",
    "お客様": "Customer",
    "お客さま": "Customer",
    "伝票": "Slip",
    "送料": "ShippingFee",
    "税": "Tax",
    "割引": "Discount",
    "クーポン": "Coupon",
    "ポイント": "Points",
    "倉庫": "Warehouse",
    "経理": "Accounting",
    "売上": "Sales",
    "支払": "Payment",
    "返品": "ReturnedItem",
    "領収書": "Receipt",
    "請求書": "Invoice",
    "確認メール": "ConfirmationMail",
    "メール": "Mail",
    "住所": "Address",
    "配送先": "Address",
    "届け先": "Address",
    "氏名": "Name",
    "名前": "Name",
    "数量": "Quantity",
    "個数": "Quantity",
    "合計": "Total",
    "総額": "Total",
    "金額": "Amount",
    "価格": "Price",
    "単価": "Price",
    "理由": "Reason",
    "担当": "Staff",
    "責任者": "Manager",
    "履歴": "History",
    "予算": "Budget",
    "番組": "Program",
    "カード": "Card",
}
_TERMS = sorted({**_ACTIONS, **_THINGS}.items(), key=lambda term: -len(term[0]))
_TERM = re.compile("|".join(re.escape(term) for term, _ in _TERMS))
_NAMES = dict(_TERMS)
_WORDS = re.compile(r"[A-Za-z0-9]+")
_STARTS = re.compile(r"[A-Za-z]")
_MOST_LETTERS = 48


def parameter_of(words: str, kind: str, uid: str) -> str:
    """The name of a deployment parameter for a card: `CheckStock` of "Check stock" and of "在庫を確認".

    A card whose words give no name is called by its kind and a number of its own: `Step4F1C`.
    """
    return _english(words) or _translated(words) or f"{kind.capitalize()}{_number(uid)}"


def field_of(words: str) -> str:
    """The name of a field with this name in words: `total` of "合計"; the words where there is no other."""
    if words.isascii():
        return "_".join(re.findall(r"[A-Za-z0-9_.]+", words))
    if _TERM.fullmatch(words.strip()):
        name = _NAMES[words.strip()]
        return name[0].lower() + name[1:]
    return words.strip()


def key_of(parameter: str) -> str:
    """The parameter's name as the name of a field: `checkStock` of `CheckStock`."""
    return parameter[0].lower() + parameter[1:]


def _english(words: str) -> str:
    if not words.isascii():
        return ""
    found = _WORDS.findall(words)
    name = "".join(word[0].upper() + word[1:] for word in found)
    return _cut(name, found) if _STARTS.match(name) else ""


def _cut(name: str, words: list[str]) -> str:
    """The name, with as many whole words of a long one as there is room for."""
    while len(name) > _MOST_LETTERS and len(words) > 1:
        words = words[:-1]
        name = "".join(word[0].upper() + word[1:] for word in words)
    return name[:_MOST_LETTERS]


def _translated(words: str) -> str:
    terms = list(dict.fromkeys(_TERM.findall(words)))
    actions = [_NAMES[term] for term in terms if term in _ACTIONS]
    things = [_NAMES[term] for term in terms if term in _THINGS]
    return _cut("".join((*actions, *things)), [*actions, *things])


def _number(uid: str) -> str:
    return blake2b(uid.encode(errors="surrogatepass"), digest_size=2).hexdigest().upper()
