# SPDX-License-Identifier: Apache-2.0
"""The help of the verbs that `python -m norma` has beside those of the command."""

from __future__ import annotations

from ._words import Both

CHECK: Both = ("""\
按标准评价文件中的众多对象（Parquet、Arrow、CSV、NDJSON、Excel），给出结论和各条汇总。

用法：python -m norma check 文件 --pack 规则包 --standard 标准 [选项]

  文件  格式依扩展名：.parquet、.pq、.arrow、.feather、.arrows、.csv、.ndjson、
        .jsonl、.xlsx；边读边评价，占用内存不随文件增大。norma 的填报表（.xlsx）
        自身写明了规则包和标准；单个对象的填报表给出完整报告

选项：
  --pack 规则包        规则包的文件夹或名称
  --standard 标准      评价所依的标准
  --as-of 日期         评价日，如 2024-03-31，法规和证据均以该日为准（默认今天）
  --dates 日期         没有注明日期的证据一律算作这一天的
  -o, --output 文件    写出结论，格式依扩展名；单个对象的报告可写为 .xlsx、.html、
                       .json、.md、.txt
  --reasons            每个结论另写出起决定作用的部分
  --distances          另写出各部分与要求的差距
  --errors             另写出每个对象的数据错误
  --strict             一有数据有误的对象即停止，退出码为 65，不写结果
  --carry 列…          结果中保留的列（默认 id 和 name）
  --threads 数         默认与本机处理器数相同
  --lang zh|en         语言
  -h, --help           显示本帮助

退出码：0 达标，1 不达标，2 待定，3 不适用；有多个结论时，按 1、2、0、3 的顺序取
先出现的一个；64 用法有误，65 规则文件或数据有误，66 没有输入，74 读写失败。
""", """\
Judges the many units of a file (Parquet, Arrow, CSV, NDJSON, Excel) by a standard:
their verdicts, and a summary by item.

Usage: python -m norma check FILE --pack PACK --standard ID [options]

  FILE  told by its ending: .parquet, .pq, .arrow, .feather, .arrows, .csv, .ndjson,
        .jsonl or .xlsx; judged as it is read, so memory does not grow with it. A
        template of norma that was filled in (.xlsx) says itself of which pack and
        standard it is; the form of one unit gives its whole report

Options:
  --pack PACK          folder or name of the pack
  --standard ID        the standard to judge by
  --as-of DAY          law and evidence of this day, as 2024-03-31 (else today)
  --dates DAY          of all evidence without a day of its own
  -o, --output FILE    the verdicts, in the format of the ending; the report of one
                       unit as .xlsx, .html, .json, .md or .txt
  --reasons            with the part that decides, for each verdict
  --distances          with the distance from the threshold, for each part
  --errors             with what is wrong in the facts of each unit
  --strict             end with 65 where a unit has facts in error, and write no results
  --carry COLUMN...    columns that the result has, too (else id and name)
  --threads N          else as many as the machine has
  --lang zh|en         language
  -h, --help           this help

Exit codes: 0 pass, 1 fail, 2 undetermined, 3 not applicable; of several verdicts the
first of 1, 2, 0, 3 that occurs; 64 usage, 65 wrong rule file or data, 66 no input, 74
reading or writing failed.
""")

TEMPLATE: Both = ("""\
为标准生成 Excel 填报表，填好后用 `python -m norma check 文件.xlsx` 评价。

用法：python -m norma template 规则包:标准 -o 文件.xlsx [选项]

选项：
  -o, --output 文件    写入的 .xlsx 文件
  --layout form|table  form：一个对象，每个事实一行；table：众多对象，每个一行
                       （默认 form）
  --lang zh|en         供选择的词语和消息所用语言（默认 zh）；表格两种语言都有
  -h, --help           显示本帮助
""", """\
Writes a book of Excel to fill in for a standard; `python -m norma check FILE.xlsx`
judges it then.

Usage: python -m norma template PACK:STANDARD -o FILE.xlsx [options]

Options:
  -o, --output FILE    the .xlsx file to write
  --layout form|table  form: one unit, a row for each fact; table: a row for each of
                       many (else form)
  --lang zh|en         of the words to choose from and the messages (else zh); the
                       book says all else in both
  -h, --help           this help
""")
PAGES: dict[str, Both] = {"check": CHECK, "template": TEMPLATE}
