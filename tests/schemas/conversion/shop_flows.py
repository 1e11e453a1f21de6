"""Flows of shops as teams draw them: those of the four samples, and ten more."""

from __future__ import annotations

FLOWS = {
    "checkout": """
        page: screen 注文する（カート番号、お客様番号）
        read: step カートを読む @カートチーム
        cart: table カート
        orderable: decision 注文できるカートか
        check: step 在庫チェック @在庫チーム
        enough: decision 在庫は足りるか
        fee: step 送料計算
        reserve: step 在庫を引き当てる @在庫チーム
        stock: table 在庫
        pay: step 決済 @決済チーム
        bank: external 決済会社
        order: step 注文伝票を登録
        orders: table 注文
        shipping: step 配送伝票を登録
        shippings: table 配送
        empty: step カートを空にする
        done: succeeded 注文完了
        back: step 在庫を戻す
        sorry: succeeded 在庫なし
        refused: succeeded 受付不可
        tell: step 担当へ知らせる
        staff: person 人の判断を待つ（24時間以内） @受注担当
        boss: person 責任者の判断を待つ（3日以内） @責任者
        closed: succeeded 担当が完了
        page -> read
        cart -> read
        read -> orderable
        orderable -はい-> check
        orderable -いいえ-> refused
        check -> enough
        enough -在庫あり-> fee
        enough -在庫なし-> sorry
        fee -> reserve
        reserve -減らす-> stock
        reserve -> pay
        reserve -在庫なし-> sorry
        pay -> bank
        bank -> pay
        pay -> order
        pay -> shipping
        pay -PaymentDeclined-> back
        pay -失敗-> tell
        order -> orders
        shipping -> shippings
        order -> empty
        shipping -> empty
        order -失敗-> tell
        shipping -失敗-> tell
        empty -更新-> cart
        empty -> done
        back -戻す-> stock
        back -> sorry
        tell -> staff
        staff -続ける-> empty
        staff -在庫を戻す-> back
        staff -完了-> closed
        staff -期限切れ-> boss
        boss -> closed""",
    "refund": """
        ask: screen 返品の申し込み（返品番号、注文番号、理由）
        read: step 申し込みを読む
        returns: table 返品
        valid: decision 受け付けた申し込みか
        tell: step 担当へ知らせる
        staff: person 担当の判断を待つ（3日以内） @返品担当
        boss: step 責任者へ知らせる
        decide: person 責任者の判断を待つ（3日以内） @返品責任者
        goods: person 返送を待つ（14日以内） @倉庫
        inspect: decision 検品の結果
        refund: step 返金する
        record: step 返金を記録
        declined: step お断りを記録
        done: succeeded 返金完了
        no: succeeded お断り完了
        invalid: succeeded 受付不可
        ask -> read
        returns -> read
        read -> valid
        valid -はい-> tell
        valid -それ以外-> invalid
        tell -> staff
        staff -返品-> goods
        staff -返金-> refund
        staff -お断り-> declined
        staff -期限切れ-> boss
        boss -> decide
        decide -返金-> refund
        decide -お断り-> declined
        decide -期限切れ-> boss
        goods -> inspect
        goods -期限切れ-> tell
        inspect -合格-> refund
        inspect -不合格-> tell
        refund -> record
        refund -失敗-> tell
        record -更新-> returns
        record -> done
        declined -更新-> returns
        declined -> no""",
    "order-parts": """
        start: screen 注文の処理（注文番号）
        reserve: external 在庫を確保
        pay: external 決済
        ship: external 出荷を手配
        done: succeeded 完了
        tell: step 担当へ知らせる
        staff: person 直してから続ける（1週間以内） @受注担当
        start -> reserve
        reserve -> pay
        pay -> ship
        ship -> done
        reserve -失敗-> tell
        pay -失敗-> tell
        ship -失敗-> tell
        tell -> staff
        staff -在庫から-> reserve
        staff -決済から-> pay
        staff -出荷から-> ship""",
    "cart-total": """
        page: screen カートを見る（カート番号）
        read: step カートを読む
        cart: table カート
        product: step 商品を調べる
        products: table 商品
        buyable: decision 買えない商品がある？
        sum: step 合計する
        shown: screen 合計の画面
        sorry: screen 買えない商品のお知らせ
        page -> read
        cart -> read
        read -> product
        products -検索-> product
        product -> buyable
        buyable -ない-> sum
        buyable -ある-> sorry
        sum -> shown""",
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
