"""The four samples as a team would sketch them."""

from __future__ import annotations

SAMPLES = {
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
}
"""Sketches in the lines that `drawn.sketch` reads."""
