// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N01 from N0169 on: what is named at the wrong door, and what is looked through,
// added up or given in tests up to a bound.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message doors_messages[] = {
    {"N0169", severity::error, "`{0}` 是 gzip 压缩的文件，不能直接读取",
     "`{0}` is compressed (gzip), and can not be read as it is",
     "先解压：`gunzip -c {0} > 新文件`", "unpack it first: `gunzip -c {0} > NEW`"},
    {"N0170", severity::warning, "作为起点的单位 `{0}`：{3}第 {2} 行有警告 {1}",
     "of the given unit `{0}` there is the warning {1} on line {2}{3}",
     "规则包的文件夹之外的内容不在此列出；用 `norma check` 评价该文件即可看到",
     "what lies outside the pack's folder is not shown here: judge it by `norma check` "
     "to see it"},
    {"N0171", severity::error, "没有标准或计分办法 `{0}`",
     "there is no standard or scheme `{0}`", "有：{1}", "there is: {1}"},
    {"N0172", severity::error, "没有标准或计分办法 `{0}`",
     "there is no standard or scheme `{0}`", "是否想写 `{1}`？", "did you mean `{1}`?"},
    {"N0173", severity::error,
     "没有名为 `{0}` 的标准、计分办法、条目、事实、参数或决策表",
     "nothing is named `{0}`: no standard, scheme, item, fact, parameter or table",
     "标准、计分办法和决策表有：{1}", "of standards, schemes and tables there is: {1}"},
    {"N0174", severity::error, "这是{0}，不是规则的测试",
     "this is {0}, and no tests of rules",
     "测试文件写有 `tests`、`as_of`、`cases` 三个字段，放在规则包的 tests 文件夹；`norma "
     "test "
     "规则包` 运行其全部测试",
     "tests stand in files with the keys `tests`, `as_of` and `cases`, in the folder "
     "`tests` of a pack; `norma test PACK` runs them all"},
    {"N0175", severity::error, "`{0}` 是 YAML，而 `--facts` 读 CSV 和 NDJSON",
     "`{0}` is YAML, and `--facts` reads CSV and NDJSON",
     "一个单位的文件用 `norma check {1}` 评价",
     "judge the file of one unit by `norma check {1}`"},
    {"N0176", severity::error,
     "`{0}` 是评价报告（`--format json` 的结果），不是单位的事实",
     "`{0}` is a report (what `--format json` writes), not the facts of a unit",
     "给出报告所评单位的文件", "give the file of the unit that it is about"},
    {"N0177", severity::error, "`{0}` 是表格，而 `norma eval` 读一个单位的文件",
     "`{0}` is a table of units, and `norma eval` reads the file of one",
     "把一个单位的事实写成 YAML 或 JSON；整个表格用 `norma check --facts {0}` 评价",
     "write the facts of one unit in YAML or JSON; a whole table is judged by `norma "
     "check --facts {0}`"},
    {"N0178", severity::error, "`{0}` 是规则包，而此处应为单位",
     "`{0}` is a pack, where units are expected",
     "规则包用 `--pack {0}` 指明；单位在其中的，给出单位所在的文件夹",
     "name the pack by `--pack {0}`, or name the folder of the units in it"},
    {"N0179", severity::error, "结果不能写到 `{0}`：那里放的是规则包自己的文件",
     "results can not be written to `{0}`, where files of the pack belong",
     "写到规则包的文件夹之外", "name a file outside the pack's folder"},
    {"N0180", severity::warning, "{1}的{0}没有查完，只查到 {2}",
     "{0} of {1} were not looked for to the end: the search ends at {2}",
     "减少行数，或拆成几个", "write fewer rows, or divide them"},
    {"N0181", severity::note, "{1}的{0}，各只列出前 {2} 处",
     "of the {0} of {1} the first {2} of each are told", "", ""},
    {"N0182", severity::warning, "{1}的{0}没有查：{2}无法与其他格比较",
     "{0} of {1} were not looked for: {2} can not be compared with other cells",
     "能比较的是数、日期、期限、文字和真假：它们的值、范围和比较",
     "numbers, days, durations, words, and true and false can be compared: as values, "
     "ranges and comparisons"},
    {"N0183", severity::warning, "{1}的{0}没有查：要比较的太多，一行也没有比较",
     "{0} of {1} were not looked for: there is too much to compare, and not one row was",
     "减少行数；包中各表共用可比较的次数",
     "write fewer rows; all tables of a pack share what can be compared"},
    {"N0186", severity::error,
     "`{1}` 的得分须写成超过 {0} 位的数，不再精确计算，按可能的范围待定",
     "to write the points of `{1}` exactly takes more than {0} digits: they are left "
     "open between what they can be",
     "分值少写几位，或按整步扣分（`count: full`）：分母很长的分数，相加后更长",
     "write points with fewer digits, or take them by whole steps (`count: full`): "
     "fractions with long denominators add up to longer ones"},
    {"N0187", severity::error,
     "到 `{0}` 为止，规则包的测试所用的单位文件合计超过上限 {1} 字节",
     "up to `{0}` the units that the tests of the pack are given have more than {1} "
     "bytes",
     "每个测试文件所用的单位各计一次，成员表也计入；每例各存一份事实，占用的内存折算计入"
     "；"
     "改用较小的单位，或者放宽上限：命令用 `--max-bytes`，程序用 `limits` 的 "
     "`file_bytes`",
     "each counts once for each file of tests, with the tables of its members, and for "
     "the memory that its facts take in each case; give smaller ones, or allow more: the "
     "command by `--max-bytes`, a program by `file_bytes` of `limits`"},
    {"N0188", severity::error, "没有名称 `{0}`", "unknown name `{0}`",
     "事实用 `--facts 文件` 提供；只用到规则包中的名称时写 `--pack 规则包`",
     "give facts by `--facts FILE`; where names of a pack are enough, by `--pack PACK`"},
    {"N0189", severity::error, "`{0}` 是规则包，而此处应为其中的名称",
     "`{0}` is a pack, where a name that stands in one is expected",
     "`norma list {0}` 列出其内容；某个名称用 `norma {1} 名称 --pack {0}`",
     "`norma list {0}` tells what it has; for a name of it write `norma {1} NAME --pack "
     "{0}`"},
    {"N0190", severity::error, "`{0}` 不是规则包", "`{0}` is no pack",
     "规则包是含有 pack.yaml 的文件夹，这里有：{1}",
     "a pack is a folder that holds pack.yaml; there is: {1}"},
    {"N0191", severity::error, "`{0}` 的值写成了 `{1}`，而它像是另一个选项",
     "`{0}` is given `{1}`, which looks like another option",
     "在 `{0}` 之后写上值；确实叫这个名称的文件写成 `./{1}`",
     "write the value after `{0}`; a file that has this name is written `./{1}`"},
};
// clang-format on

}  // namespace norma::detail
