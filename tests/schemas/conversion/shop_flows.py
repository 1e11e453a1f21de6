"""Flows of shops as teams draw them: those of the four samples, and ten more."""

from __future__ import annotations

from sample_flows import SAMPLES

FLOWS = {
    **SAMPLES,
    "guest": """
        cart: screen Checkout (cart_id, email)
        guest: decision Signed in?
        register: step Register the guest
        members: table Members
        address: screen Enter the address
        price: step Calculate the price
        large: decision Large order?
        approve: person Approve the order (within 2 days) @Sales
        charge: step Charge the card
        ok: succeeded Ordered
        no: failed Not ordered
        cart -> guest
        guest -yes-> price
        guest -no-> register
        register -save if new-> members
        register -> address
        address -> price
        price -> large
        large -total ≥ 100,000-> approve
        large -else-> charge
        approve -approved-> charge
        approve -rejected-> no
        approve -no answer-> no
        charge -> ok
        charge -CardDeclined-> no""",
    "slips": """
        paid: step 入金を確認
        order: step 注文伝票を作る
        ship: step 配送伝票を作る
        invoice: step 請求書を作る
        mail: step メールを送る
        warehouse: external 倉庫
        done: succeeded 完了
        fix: person 手で直す @受注担当
        paid -> order
        paid -> ship
        paid -> invoice
        ship -> warehouse
        order -> mail
        ship -> mail
        invoice -> mail
        ship -失敗-> fix
        mail -> done
        fix -> done""",
    "nested-forks": """
        a: step Accept
        b: step Pack
        c: step Print the label
        d: step Weigh
        e: step Book the carrier
        f: step Notify the customer
        g: step Hand over
        h: succeeded Shipped
        a -> b
        a -> f
        b -> c
        b -> d
        c -> e
        d -> e
        e -> g
        f -> g
        g -> h""",
    "nested-loops": """
        order: step 注文を受ける
        pay: step 支払いを確認
        paid: decision 支払われた？
        pick: step 商品を集める
        all: decision すべて集まった？
        pack: step 梱包
        ok: decision 検品の結果
        done: succeeded 出荷
        order -> pay
        pay -> paid
        paid -はい-> pick
        paid -いいえ-> pay
        pick -> all
        all -はい-> pack
        all -いいえ-> pick
        pack -> ok
        ok -合格-> done
        ok -不合格-> pick""",
    "never-rejoins": """
        in: screen お申し込み（氏名、メール）
        save: step 申し込みを登録
        members: table 会員
        mail: step お礼メールを送る
        gift: step 特典を手配
        sent: succeeded 発送済み
        in -> save
        save -登録（重複しない）-> members
        save -> mail
        save -> gift
        gift -> sent""",
    "branch-leaves": """
        order: step Take the order
        stock: step Reserve stock
        table: table Stock
        fraud: step Check for fraud
        risky: decision Is it fraud?
        charge: step Charge
        done: succeeded Done
        refuse: step Refuse the order
        refused: failed Refused
        order -> stock
        order -> fraud
        stock -reserve-> table
        stock -> charge
        stock -out of stock-> refuse
        fraud -> risky
        risky -no-> charge
        risky -yes-> refuse
        charge -> done
        refuse -> refused""",
    "coupons": """
        s: screen クーポンを使う（クーポン番号、会員番号、合計）
        read: step クーポンを調べる
        coupons: table クーポン
        members: table 会員
        valid: decision 使えるクーポン？
        small: decision 金額
        points: step ポイントを付与
        use: step クーポンを使用済みにする
        done: screen 割引後の金額
        no: screen 使えません
        s -> read
        coupons -参照-> read
        members -参照-> read
        read -> valid
        valid -はい-> small
        valid -いいえ-> no
        small -合計が5000円以上-> points
        small -それ以外-> use
        points -付与-> members
        points -> use
        use -更新-> coupons
        use -> done""",
    "two-doors": """
        web: screen Webで注文（商品番号、数量）
        phone: person 電話で注文を受ける @コールセンター
        check: step 在庫を確認
        stock: table 在庫
        pay: step 後払いの審査
        ok: succeeded 受付
        web -> check
        phone -> pay
        check -> stock
        check -> pay
        pay -> ok
        pay -審査NG-> phone""",
    "subscription": """
        start: step Start the month
        bill: step Bill the member
        paid: decision Paid?
        remind: person Ask the member to pay (within 1 week) @Billing
        cancel: step Cancel the membership
        members: table Members
        report: external Accounting
        end: succeeded Month closed
        start -> bill
        bill -> paid
        paid -yes-> report
        paid -no-> remind
        remind -paid-> report
        remind -overdue-> cancel
        cancel -update-> members
        cancel -> report
        report -> end""",
    "support": """
        call: person お客様から電話 @サポート
        find: step 注文を検索
        orders: table 注文
        kind: decision ご用件
        cancel: step 注文を取り消す
        address: step 住所を変更
        other: person 担当に回す（翌日まで） @店長
        done: succeeded 対応完了
        call -> find
        orders -検索-> find
        find -> kind
        kind -取り消し-> cancel
        kind -住所変更-> address
        kind -その他-> other
        cancel -削除-> orders
        cancel -> done
        address -更新-> orders
        address -> done
        other -> done""",
}
"""Sketches in the lines that `drawn.sketch` reads."""
