# SPDX-License-Identifier: Apache-2.0
"""A pack of shops with parameters, and some shops."""

PACK = {
    "pack.yaml": """\
norma: 1
pack: shops
version: 1.0.0
title: {zh: 店铺, en: Shops}
documents:
  d: {number: 一号, title: {zh: 文}}
""",
    "facts.yaml": """\
norma: 1
units:
  shop: {label: {zh: 店, en: shop}}
facts:
  due: {label: {zh: 应查, en: due}, of: [shop], type: count, alias: 应查数}
  good: {label: {zh: 合格, en: good}, of: [shop], type: count}
  staff: {label: {zh: 人数, en: staff}, of: [shop], type: count}
  drill: {label: {zh: 演练, en: drill}, of: [shop], type: boolean, valid_for: lasting}
""",
    "shop.yaml": """\
norma: 1
standard: shop
title: {zh: 店标准, en: Shops}
unit: shop
in_force: {from: 2023-01-01}
cite: {document: d, clause: 一}
items:
  - id: goods
    cite: ①
    title: {zh: 货, en: Goods}
    all:
      - id: share
        title: {zh: 合格率, en: Share}
        require: good / due >= share_needed
  - id: people
    cite: ②
    title: {zh: 人, en: People}
    all:
      - id: staff
        title: {zh: 人手, en: Staff}
        require: staff >= staff_needed
      - drill
""",
}


def parameters(share="80%", staff="2", lasting="12个月"):
    return f"""\
norma: 1
parameters:
  share_needed:
    label: {{zh: 合格率下限, en: share needed}}
    type: number
    values: [{{from: 2022-01-01, value: {share}, own_choice: true}}]
  staff_needed:
    label: {{zh: 人手下限, en: staff needed}}
    type: count
    values: [{{from: 2022-01-01, value: {staff}, own_choice: true}}]
  lasting:
    label: {{zh: 有效期, en: validity}}
    type: duration
    values: [{{from: 2022-01-01, value: {lasting}, own_choice: true}}]
"""


SCHEME = """\
norma: 1
scheme: score
title: {zh: 店评分, en: Scores of shops}
unit: shop
in_force: {from: 2023-01-01}
cite: {document: d, clause: 二}
admission:
  all:
    - id: staffed
      cite: ①
      title: {zh: 人手, en: Staff}
      require: staff >= staff_needed
veto:
  none:
    - id: bad
      cite: ②
      title: {zh: 过半不合格, en: More bad than good}
      require: good / due < share_needed / 2
blocks:
  - id: goods
    title: {zh: 货, en: Goods}
    cite: ③
    points: 60
    floor: 20
    parts:
      - id: share
        title: {zh: 合格率, en: Share}
        points: 40
        require: good / due >= share_needed
      - id: spare
        title: {zh: 余力, en: Spare}
        points: 20
        lose:
          points: 5
          each: 1
          of: staff_needed + 2 - staff
          count: full
  - id: people
    title: {zh: 人, en: People}
    cite: ④
    points: 40
    parts:
      - {fact: drill, points: 40}
pass: total >= 60
tiers:
  - id: A
    title: {zh: 甲, en: A}
    when: total >= 90
  - id: B
    title: {zh: 乙, en: B}
    when: total >= 60
"""

SHOPS = {"due": [10, 10, 10, 0, None], "good": [7, 8, 9, 0, 5], "staff": [1, 2, 3, 2, 2],
         "drill": [True] * 5}
