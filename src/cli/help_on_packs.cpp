// SPDX-License-Identifier: Apache-2.0
#include "help.hpp"

// What the verbs on packs say of themselves.

namespace norma::cli {

namespace {

constexpr help_page pack_pages[] = {
    {"list",
     R"(Lists packs with their standards, schemes and tables.

Usage: norma list [PACK...]

  PACK  folder or name of a pack, or a folder of packs (else every pack that a
        name finds)

Options:
  --lang zh|en  language
  -h, --help    this help
)",
     R"(列出规则包及其标准、计分办法、决策表。

用法：norma list [规则包…]

  规则包  规则包的文件夹或名称，或存放规则包的文件夹（默认列出按名称能找到的
          全部规则包）

选项：
  --lang zh|en  语言
  -h, --help    显示本帮助
)"},
    {"show",
     R"(Shows what a name of a pack stands for.

Usage: norma show NAME [--pack PACK]

  NAME  a standard (enterprise.large_medium), an item or part of one
        (training/frontline_share), a scheme, a fact by name or alias, a
        parameter or a table

Options:
  --pack PACK   folder or name of the pack (else the first pack that has it)
  --lang zh|en  language
  -h, --help    this help
)",
     R"(显示规则包中一个名称的含义。

用法：norma show 名称 [--pack 规则包]

  名称  标准（enterprise.large_medium）、其条目或部分（training/frontline_share）、
        计分办法、事实（名称或别名）、参数或决策表

选项：
  --pack 规则包  规则包的文件夹或名称（默认为第一个有此名称的规则包）
  --lang zh|en   语言
  -h, --help     显示本帮助
)"},
    {"test",
     R"(Runs the tests of packs. Every remedy that a test sees is applied and judged
anew.

Usage: norma test [PATH...]

  PATH  a pack, a folder with packs below it, or one test file (else `.`)

Options:
  --max-steps N  most steps of evaluation (`norma --help`); the cases of a pack
                 may take four times as many together
  --lang zh|en   language
  -h, --help     this help

Exit codes: 0 if every case holds, 1 if one does not, 65 if a file can not be
used, 66 if no case was run.
)",
     R"(运行规则包的测试。测试中出现的每个补救办法都会实际改动事实并重新评价。

用法：norma test [路径…]

  路径  规则包、含有规则包的文件夹，或一个测试文件（默认为 `.`）

选项：
  --max-steps N  计算步数上限（见 `norma --help`）；一个规则包的全部用例合用其四倍
  --lang zh|en   语言
  -h, --help     显示本帮助

退出码：全部通过为 0，有未通过的为 1，有文件无法使用为 65，没有运行用例为 66。
)"},
    {"template",
     R"(Writes a fact sheet for a standard or a scoring scheme: every fact it asks
for, in order of its items, with label, type and clause, the values left blank.

Usage: norma template STANDARD [options]

Options:
  --pack PACK          folder or name of the pack (else the first pack that has
                       the standard)
  --format FORMAT      yaml, or csv: the columns of a table of many units
                       (else yaml)
  --members FACT       the columns of a CSV table of the units in that list,
                       with the facts of theirs that the standard reads
  --aliases            columns by alias, where a fact has one
  -o, --output FILE    write to FILE, whole or not at all
  --lang zh|en         language of the messages; the sheet has both
  -h, --help           this help
)",
     R"(为标准或计分办法生成事实表：按条目顺序列出所需的全部事实，注明名称、类型和条款，值留空。

用法：norma template 标准 [选项]

选项：
  --pack 规则包        规则包的文件夹或名称（默认为第一个有此标准的规则包）
  --format 格式        yaml，或 csv：多个对象的表格的表头（默认 yaml）
  --members 事实       名册 CSV 表的表头，列出标准用到的成员事实
  --aliases            有别名的列用别名
  -o, --output 文件    写入文件；要么完整写成，要么不写
  --lang zh|en         消息所用语言；事实表两种语言都有
  -h, --help           显示本帮助
)"},
    {"schema",
     R"(Prints a JSON Schema.

Usage: norma schema KIND [options]

  KIND  report: what `norma check --format json` writes
        pack, facts, parameters, standard, table, scheme, tests, unit: a kind of
        files
        file: any of these files, told by its keys; for editors

Options:
  -o, --output FILE    write to FILE, whole or not at all
  --lang zh|en         language of the messages
  -h, --help           this help
)",
     R"(输出 JSON Schema。

用法：norma schema 种类 [选项]

  种类  report：`norma check --format json` 的输出
        pack、facts、parameters、standard、table、scheme、tests、unit：一类文件
        file：以上任一文件，按其字段区分，供编辑器使用

选项：
  -o, --output 文件    写入文件；要么完整写成，要么不写
  --lang zh|en         消息所用语言
  -h, --help           显示本帮助
)"},
};

}  // namespace

std::span<const help_page> pages_on_packs() { return pack_pages; }

}  // namespace norma::cli
