// SPDX-License-Identifier: Apache-2.0
#include "help.hpp"

// What the command, `check` and `eval` say of themselves.

namespace norma::cli {

namespace {

constexpr help_page unit_pages[] = {
    {"",
     R"(norma decides whether a unit meets a published standard, and says why.

Usage: norma COMMAND ...

Commands:
  check     judge units and explain the verdict
  eval      evaluate one expression of the rule language
  list      list packs, their standards, schemes and tables
  show      show a standard, a scheme, an item, a fact, a parameter or a table
  test      run the tests of packs
  template  write an empty fact sheet for a standard or scheme
  schema    print a JSON Schema

Options:
  --lang zh|en      language of reports and messages (else that of LC_ALL, LANG)
  --max-bytes SIZE  read files, and packs with all they build on, up to this size,
                    as 200MiB (else 64MiB, in YAML 24MiB; rules 4MiB, a pack 5MiB)
  --max-steps N     let an expression, and all of an assessment, take up to N steps
                    of evaluation (else 20000000)
  --version         print the version
  -h, --help        help, also `norma COMMAND --help`

A pack is a folder with a pack.yaml, or the name of one in the folders of
NORMA_PACKS (separated by `:`) or among the built-in packs.
Colour is used on a terminal unless NO_COLOR is set.

Exit codes: 0 pass, 1 fail, 2 undetermined, 3 not applicable, 64 usage,
65 wrong rule file or data, 66 no input, 74 reading or writing failed
)",
     R"(norma 判定一个对象是否达到已公布的标准，并说明理由。

用法：norma 命令 …

命令：
  check     评价对象并说明结论
  eval      计算规则语言的一个表达式
  list      列出规则包及其标准、计分办法、决策表
  show      显示标准、计分办法、条目、事实、参数或决策表
  test      运行规则包的测试
  template  为标准或计分办法生成空白事实表
  schema    输出 JSON Schema

选项：
  --lang zh|en      报告和消息所用语言（默认依 LC_ALL、LANG）
  --max-bytes 大小  文件以及规则包（连同所依据的规则包）的大小上限，如 200MiB
                    （默认 64MiB，YAML 24MiB；规则文件 4MiB，规则包 5MiB）
  --max-steps N     一个表达式、一次评价的计算步数上限（默认 20000000）
  --version         显示版本
  -h, --help        显示帮助；各命令另有 `norma 命令 --help`

规则包是含 pack.yaml 的文件夹，也可以只写名称：依次在 NORMA_PACKS 所列文件夹
（以 `:` 分隔）和内置规则包中查找。
在终端上使用颜色，设置 NO_COLOR 则不用。

退出码：0 达标，1 不达标，2 待定，3 不适用，64 用法有误，65 规则文件或数据有误，
66 没有输入，74 读写失败
)"},
    {"check",
     R"(Judges units by a standard or scheme and explains the verdict.

Usage: norma check UNIT... [options]
       norma check --facts FILE [options]

  UNIT  a file of a unit's facts (YAML or JSON), a folder of such files, or a
        CSV table of units; several units give a summary

Options:
  --pack PACK          folder or name of the pack (else the one the unit's file
                       names)
  --standard ID        only this standard or scheme (else every one of the pack
                       that is not `not applicable`)
  --as-of DAY          law and evidence of this day, as 2024-03-31 (else today)
  --known-as-of DAY    leave out facts recorded after this day
  --format FORMAT      text, json, md or html (else text)
  --no-remedies        do not look for remedies
  --max-bytes SIZE     largest file and pack that is read (`norma --help`)
  --max-steps N        most steps of evaluation (`norma --help`)
  -o, --output FILE    write to FILE, whole or not at all
  --lang zh|en         language
  -h, --help           this help

Units of a file of any size, verdicts alone:
  --facts FILE         a CSV table of units, or a JSON object a line (NDJSON);
                       `-` is the standard input
  --format FORMAT      csv or ndjson: a line a unit; text: how many have which
                       verdict (else as the name of the output ends, else text)
  --reasons            the part that decides, for each verdict
  --strict             end with 65 at the first row that can not be read or has facts
                       in error, and write no results
  --all-findings       tell every finding, not the first hundred, and every fact of
                       which nothing is said
  --threads N          else as many as the machine has
  --line N             the whole report of the unit on line N; --format as of one unit

Exit codes: 0 pass, 1 fail, 2 undetermined, 3 not applicable; of several
verdicts the first of 1, 2, 0, 3 that occurs. A code from 64 on wins.
)",
     R"(按标准或计分办法评价对象并说明结论。

用法：norma check 对象… [选项]
      norma check --facts 文件 [选项]

  对象  事实文件（YAML 或 JSON）、存放这类文件的文件夹，或多个对象的 CSV 表；
        多个对象时输出汇总表

选项：
  --pack 规则包        规则包的文件夹或名称（默认为事实文件所写的规则包）
  --standard 标准      只按这个标准或计分办法评价（默认为规则包中一切适用的）
  --as-of 日期         评价日，如 2024-03-31，法规和证据均以该日为准（默认今天）
  --known-as-of 日期   不采用这一天以后登记的事实
  --format 格式        text、json、md 或 html（默认 text）
  --no-remedies        不查找补救办法
  --max-bytes 大小     文件和规则包的大小上限（见 `norma --help`）
  --max-steps N        计算步数上限（见 `norma --help`）
  -o, --output 文件    写入文件；要么完整写成，要么不写
  --lang zh|en         语言
  -h, --help           显示本帮助

任意大小的文件中的众多对象，只给结论：
  --facts 文件         多个对象的 CSV 表，或每行一个 JSON 对象（NDJSON）；`-` 为标准
                       输入
  --format 格式        csv 或 ndjson：每个对象一行；text：各结论的个数（默认依输出文件的
                       扩展名，否则为 text）
  --reasons            每个结论另写出起决定作用的部分
  --strict             遇到无法读取或数据有误的一行即停止，退出码为 65，不写结果
  --all-findings       列出全部问题（默认只列前一百处）和全部没有数据的事实
  --threads 数         默认与本机处理器数相同
  --line 行号          输出该行单位的完整报告；--format 同单个对象

退出码：0 达标，1 不达标，2 待定，3 不适用；有多个结论时，按 1、2、0、3 的顺序取
先出现的一个。64 及以上的退出码优先。
)"},
    {"eval",
     R"(Evaluates one expression of the rule language and prints its value and type.

Usage: norma eval EXPR [options]

  EXPR  such as '0.1 + 0.2 = 0.3', or with --facts
        'rate(contract_signed_count, contract_due_count) >= 100%'

Options:
  --facts FILE         facts of a unit that the expression may name
  --pack PACK          folder or name of the pack whose facts and parameters it
                       may name (else the one that FILE names)
  --as-of DAY          the day of `as_of`, as 2024-03-31 (else today)
  --known-as-of DAY    leave out facts recorded after this day
  --feel               as FEEL: nothing is refused, errors are null
  --max-steps N        most steps of evaluation (`norma --help`)
  --lang zh|en         language
  -h, --help           this help

Exit codes: 0, or 65 if the expression or the facts can not be read.
)",
     R"(计算规则语言的一个表达式，输出其值和类型。

用法：norma eval 表达式 [选项]

  表达式  例如 '0.1 + 0.2 = 0.3'；用 --facts 时例如
          'rate(contract_signed_count, contract_due_count) >= 100%'

选项：
  --facts 文件         表达式可以引用的事实
  --pack 规则包        表达式可以引用其事实和参数的规则包，写文件夹或名称（默认为
                       事实文件所写的规则包）
  --as-of 日期         `as_of` 所指的日期，如 2024-03-31（默认今天）
  --known-as-of 日期   不采用这一天以后登记的事实
  --feel               按 FEEL 计算：不拒绝任何表达式，错误得 null
  --max-steps N        计算步数上限（见 `norma --help`）
  --lang zh|en         语言
  -h, --help           显示本帮助

退出码：0；表达式或事实无法读取时为 65。
)"},
};

}  // namespace

std::span<const help_page> pages_on_units() { return unit_pages; }

}  // namespace norma::cli
