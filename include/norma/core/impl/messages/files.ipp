// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N01: the command line and files; those from N0169 on are in `doors.ipp`.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message files_messages[] = {
    {"N0101", severity::error, "无法读取 `{0}`", "`{0}` can not be read",
     "系统的说明：{1}", "the system says: {1}"},
    {"N0102", severity::error, "`{0}` 有 {1} 字节，超过上限 {2} 字节",
     "`{0}` has {1} bytes, the limit is {2}",
     "把文件拆成几个较小的文件，或者放宽上限：命令用 `--max-bytes`，程序用 `limits`",
     "split it into smaller files, or allow more: the command by `--max-bytes`, a "
     "program "
     "by `limits`"},
    {"N0103", severity::error, "文件不是有效的 UTF-8：第 {0} 字节处有误",
     "the file is not valid UTF-8: byte {0} is wrong",
     "请另存为 UTF-8 编码；表格软件中称为“CSV UTF-8”",
     "save it as UTF-8; spreadsheet programs call this \"CSV UTF-8\""},
    {"N0104", severity::error, "不允许出现控制字符 {0}",
     "the control character {0} is not allowed", "删除该字符；它通常是复制粘贴时带入的",
     "delete it; it usually comes in by copying and pasting"},
    {"N0105", severity::error, "不允许出现改变书写方向的字符 {0}",
     "the character {0}, which changes the direction of writing, is not allowed",
     "删除该字符；它会使人看到的规则与实际执行的规则不同",
     "delete it; it can make a rule read differently from what it does"},
    {"N0110", severity::error, "无法识别 `{0}`", "`{0}` is not understood",
     "是否想写 `{1}`？", "did you mean `{1}`?"},
    {"N0111", severity::error, "没有命令 `{0}`", "there is no command `{0}`",
     "是否想写 `{1}`？", "did you mean `{1}`?"},
    {"N0112", severity::error, "没有写命令", "a command is missing",
     "`norma --help` 列出全部命令", "`norma --help` lists the commands"},
    {"N0113", severity::error, "`norma {0}` 后缺少 `{1}`", "`norma {0}` needs `{1}`",
     "用法见 `norma {0} --help`", "see `norma {0} --help`"},
    {"N0114", severity::error, "`{0}` 需要且只要一个值", "`{0}` takes exactly one value",
     "", ""},
    {"N0115", severity::error, "`{0}` 不能是 `{1}`", "`{0}` can not be `{1}`",
     "可以是：{2}", "it is one of {2}"},
    {"N0116", severity::error, "没有指明 `{0}` 所用的规则包",
     "no pack is named for `{0}`", "用 `--pack` 指明；已有的规则包：{1}",
     "name one with `--pack`; packs at hand: {1}"},
    {"N0117", severity::error, "找不到规则包 `{0}`", "there is no pack `{0}`",
     "已有的规则包：{1}", "packs at hand: {1}"},
    {"N0118", severity::error, "`{1}` 的值 `{0}` 不是日期", "`{0}` is no day for `{1}`",
     "日期写作 `{2}`", "write the day as `{2}`"},
    {"N0119", severity::error, "无法写入 `{0}`", "`{0}` can not be written",
     "系统的说明：{1}", "the system says: {1}"},
    {"N0120", severity::error, "文件夹 `{0}` 中没有事实文件",
     "the folder `{0}` holds no file of a unit",
     "事实文件的扩展名为 .yaml、.yml 或 .json", "such files end in .yaml, .yml or .json"},
    {"N0121", severity::error, "`{0}` 适用于 `{1}`，而评价对象{3}是 `{2}`",
     "`{0}` is for `{1}`, the unit{3} is `{2}`", "", ""},
    {"N0122", severity::error, "`norma {0}` 只要一个 `{1}`，`{2}` 是多余的",
     "`norma {0}` takes one `{1}`, and `{2}` is one too many", "含有空格的要加引号",
     "what contains blanks is quoted"},
    {"N0123", severity::error, "`{0}` 中没有规则包的测试",
     "there are no tests of a pack in `{0}`", "测试放在规则包的 tests 文件夹",
     "tests stand in the folder `tests` of a pack"},
    {"N0124", severity::error,
     "没有名为 `{0}` 的标准、计分办法、条目、事实、参数或决策表",
     "nothing is named `{0}`: no standard, scheme, item, fact, parameter or table",
     "是否想写 `{1}`？", "did you mean `{1}`?"},
    {"N0125", severity::error, "没有 `{0}` 的 JSON Schema",
     "there is no JSON Schema of `{0}`", "现有：{1}", "there is one of: {1}"},
    {"N0126", severity::error, "`{0}` 不是 `{1}` 的名册",
     "`{0}` is no list of units that a unit of kind `{1}` has", "有名册：{2}",
     "there is: {2}"},
    {"N0127", severity::note, "表格的一格写不下的事实未列出：{0}",
     "left out, because no cell can hold them: {0}", "在每个对象自己的事实文件中填写",
     "they are given in a unit's own file"},
    {"N0128", severity::warning, "规则包 `{0}` 没有可运行的用例",
     "the pack `{0}` has no case to run",
     "测试是其 tests 文件夹中扩展名为 .yaml 或 .yml 的文件",
     "tests are files in its folder `tests` that end in .yaml or .yml"},
    {"N0129", severity::note, "列 `{0}`（{1}）的格中写编号：{2}",
     "cells of the column `{0}` ({1}) hold ids: {2}", "", ""},
    {"N0130", severity::note, "列 `{0}`（{1}）的格写法同事实文件：{2}，没有的写 `[]`",
     "cells of the column `{0}` ({1}) are written as in a unit's file: {2}; `[]` if "
     "there are none",
     "", ""},
    {"N0131", severity::error, "`{1}` 的值 `{0}` 不是字节数",
     "`{0}` is no number of bytes for `{1}`", "写成 1048576、64KiB、200MiB、2GiB 这样",
     "write it as 1048576, 64KiB, 200MiB or 2GiB"},
    {"N0132", severity::error, "从第 {0} 行开始的一行超过 {1} 字节，从此处起不再读取",
     "the row that begins on line {0} is longer than {1} bytes; from here on nothing is "
     "read",
     "引号是否没有写完？一行是一个单位；这样大的单位单独存成一个文件，用 `norma check "
     "文件` 评价，"
     "其成员另存为表格：`members: {file: members.csv}`",
     "is there a quote that nothing closes? A row is one unit: keep one as large as this "
     "in a file of its own, judged by "
     "`norma "
     "check FILE`, with its members in a table: `members: {file: members.csv}`"},
    {"N0133", severity::error, "`{0}` 只与 `--facts` 合用",
     "`{0}` goes with `--facts` alone", "", ""},
    {"N0134", severity::note, "另有 {0} 处问题未列出",
     "{0} more {0:finding is/findings are} not shown", "加 `--all-findings` 全部列出",
     "`--all-findings` tells them all"},
    {"N0135", severity::error, "写了 `--facts`，不能再写 `{0}`",
     "beside `--facts` there can be no `{0}`", "分两次评价", "judge them one by one"},
    {"N0136", severity::error, "这一行不是 JSON 对象", "this line is no JSON object",
     "每行写一个对象，不要折行", "write one object a line, without line breaks in it"},
    {"N0137", severity::error, "结果不能写到所读的文件 `{0}`",
     "`{0}` is what is read: results can not be written over it", "另写一个文件名",
     "name another file"},
    {"N0138", severity::error, "`{1}` 的值 `{0}` 不是 1 至 {2} 的整数",
     "`{0}` is no whole number from 1 to {2} for `{1}`",
     "不写 `{1}` 时与本机处理器数相同",
     "without `{1}` there are as many as the machine has"},
    {"N0139", severity::note, "有 {0} 项事实没有数据，所有单位的这些事实都是未知：{1}",
     "nothing is said of {0} {0:fact/facts} that {0:is/are} read, unknown of every unit: "
     "{1}",
     "加 `{2}` 全部列出", "`{2}` names them all"},
    {"N0140", severity::error, "文件不是 UTF-8，像是 GB 18030（GBK）：自第 {0} 字节起",
     "the file is not UTF-8, and looks like GB 18030 (GBK): from byte {0} on",
     "请另存为 UTF-8（表格软件中称为“CSV UTF-8”），或用 `iconv -f GB18030 -t UTF-8 {1} > "
     "新文件` 转换",
     "save it as UTF-8 (spreadsheet programs call this \"CSV UTF-8\"), or convert it: "
     "`iconv -f GB18030 -t UTF-8 {1} > NEW`"},
    {"N0141", severity::error, "`{0}` 是 {1} 文件，这里只读 {2}",
     "`{0}` is a file of {1}, and this reads {2}",
     "用 Python 包评价：`python -m norma check {0}`",
     "the Python package judges it: `python -m norma check {0}`"},
    {"N0142", severity::error, "找不到规则包 `{0}`", "there is no pack `{0}`",
     "是否想写 `{1}`？已有的规则包：{2}", "did you mean `{1}`? packs at hand: {2}"},
    {"N0143", severity::error, "规则包 `{0}` 中没有标准或计分办法 `{1}`",
     "the pack `{0}` has no standard or scheme `{1}`", "是否想写 `{2}`？\n有：{3}",
     "did you mean `{2}`?\nit has {3}"},
    {"N0144", severity::error, "`{1}` 的值 `{0}` 不是 1 至 {2} 的整数",
     "`{0}` is no whole number from 1 to {2} for `{1}`", "不写 `{1}` 时为 20000000 步",
     "without `{1}` it is 20000000"},
    {"N0150", severity::error, "`{0}` 是旧版 Excel 文件（.xls），不能读取",
     "`{0}` is a workbook of old Excel (.xls), which can not be read",
     "用表格软件打开，另存为“CSV UTF-8”；也可存为 .xlsx，由 Python 包评价：`python -m "
     "norma "
     "check`",
     "open it in a spreadsheet program and save it as \"CSV UTF-8\"; or as .xlsx, which "
     "the "
     "Python package judges: `python -m norma check`"},
    {"N0151", severity::error, "第 {0} 行数据有误，到此为止（`--strict`）",
     "line {0} has facts in error, and `--strict` ends there",
     "不写 `--strict` 时照常评价，有误的事实按未知处理",
     "without `--strict` the unit is judged, and facts in error count as unknown"},
    {"N0152", severity::error, "本文件的事实占用的内存超过 {0} 字节，从此处起不再读取",
     "the facts of this file take more than {0} bytes of memory; from here on nothing is "
     "read",
     "拆成几个文件；单位列成表的，用 `--facts` 逐个评价；也可以放宽上限：命令用 "
     "`--max-bytes`，程序用 `limits` 的 `file_bytes`",
     "divide it into several files; units of a table are judged one by one with "
     "`--facts`; or allow more: the command by `--max-bytes`, a program by `file_bytes` "
     "of `limits`"},
    {"N0153", severity::error, "本文件的各行以单独的回车符（CR）结束，YAML 按一行读取",
     "the lines of this file end by a carriage return alone, and are one line to YAML",
     "在编辑器中把换行符改为 LF（Unix）或 CRLF（Windows）后再保存",
     "set the line ends to LF (Unix) or CRLF (Windows) in the editor and save the file "
     "again"},
    {"N0154", severity::error, "`{0}` 以 `-` 开头，被当作选项",
     "`{0}` begins with `-` and is taken for an option",
     "在表达式前写 `--`：`norma eval -- '{0}'`",
     "write `--` before the expression: `norma eval -- '{0}'`"},
    {"N0155", severity::error, "`{0}` 的值是空的", "`{0}` is given nothing",
     "写上值，或者不写 `{0}`；值若来自变量，看变量是否已赋值",
     "write a value, or leave `{0}` out; where it comes from a variable, that may be "
     "empty"},
    {"N0156", severity::error, "错误超过 {0} 处，从此处起不再读取",
     "there are more than {0} {0:error/errors}; from here on nothing is read",
     "先改正列出的各处，并查看同一列、同一写法的其余各处，再读一次；单位列成表的，用 "
     "`--facts` 逐个评价，有误的行不妨碍其余各行；程序可用 `limits` 的 `errors_per_file` "
     "放宽上限",
     "mend those above, look for their like in the same column or list, and read again; "
     "units of a table are judged one by one with `--facts`, whatever other rows hold; a "
     "program allows more by `errors_per_file` of `limits`"},
    {"N0157", severity::warning, "文件夹 `{0}` 中未读取：{1}",
     "not read in the folder `{0}`: {1}",
     "给出文件夹时只读其中的 .yaml、.yml 和 "
     ".json；表格和子文件夹要另外写出，每行一个单位的文件用 `--facts` 评价",
     "of a folder the files .yaml, .yml and .json are read: name tables and folders in "
     "it "
     "by themselves, and judge files with a unit a line by `--facts`"},
    {"N0158", severity::warning, "第 {0} 列没有列名，其内容不采用",
     "column {0} has no name, and what stands in it is not used",
     "在第一行写上事实的名称；不需要的列删去",
     "name a fact in the first line, or delete the column"},
    {"N0159", severity::error, "步数已用完，本用例没有运行完",
     "this case was not run to its end: it and those before it took all the steps there "
     "are",
     "一个规则包的全部用例合用 {0} 步；逐个文件运行（`norma test 文件`），或用 "
     "`--max-steps` 放宽",
     "the cases of a pack have {0} steps together: run them file by file (`norma test "
     "FILE`), or allow more by `--max-steps`"},
    {"N0160", severity::note, "另有 {0} 处不符未列出",
     "{0} more {0:expectation that is/expectations that are} not met {0:is/are} not "
     "shown",
     "先改正以上各处，或者逐个文件运行：`norma test 文件`",
     "mend those above, or run a file by itself: `norma test FILE`"},
    {"N0161", severity::error, "`{0}` 在规则包的文件夹之外，且不是单位的文件，不予读取",
     "`{0}` lies outside the pack's folder, is no file of a unit, and is not read",
     "单位的文件以 .yaml、.yml 或 .json 结尾，用相对路径指明",
     "a unit's file ends in .yaml, .yml or .json, and is named by a relative path"},
    {"N0162", severity::error, "无法读取作为起点的单位 `{0}`：{3}第 {2} 行有错误 {1}",
     "the given unit `{0}` can not be read: there is the error {1} on line {2}{3}",
     "规则包的文件夹之外的内容不在此列出；用 `norma check` 评价该文件即可看到",
     "what lies outside the pack's folder is not shown here: judge it by `norma check` "
     "to "
     "see it"},
    {"N0163", severity::error, "`{0}` 的内容是一个列表，而此处应为单位",
     "`{0}` is a list, where a unit is expected",
     "每行写一个单位的 JSON 对象（NDJSON），用 `norma check --facts` "
     "评价；或者每个单位存成一个文件",
     "write a unit a line, as a JSON object (NDJSON), and judge them by `norma check "
     "--facts`; or keep each unit in a file of its own"},
    {"N0164", severity::error, "`{0}` 每行一个单位，不是一个单位的文件",
     "`{0}` has a unit on each line, and is not the file of one",
     "用 `norma check --facts {0}` 评价，并以 `--pack` 指明规则包",
     "judge them by `norma check --facts {0}`, and name the pack with `--pack`"},
    {"N0165", severity::error,
     "`{0}` 是分成多行的一个 JSON 对象，而 `--facts` 每行读一个",
     "`{0}` is one JSON object on several lines, and `--facts` reads one a line",
     "一个单位的文件用 `norma check {1}` 评价；多个单位每行写一个，不要折行",
     "judge the file of one unit by `norma check {1}`; write several one a line, without "
     "line breaks in them"},
    {"N0166", severity::error, "第 {0} 行在从第 {1} 行开始的一行之内",
     "line {0} is inside the row that begins on line {1}", "写 `--line {1}`",
     "write `--line {1}`"},
    {"N0167", severity::error, "第 {0} 行没有单位", "there is no unit on line {0}",
     "第一个单位在第 {1} 行，最后一个在第 {2} 行",
     "the first unit is on line {1}, the last on line {2}"},
    {"N0168", severity::error, "表中的单位超过 {0} 个，从此处起不再读取",
     "the table has more than {0} units; from here on nothing is read",
     "用 `norma check --facts` 逐行评价，单位多少不限；程序可用 `limits` 的 "
     "`units_per_table` 放宽上限",
     "judge them row by row with `norma check --facts`, however many; a program allows "
     "more by `units_per_table` of `limits`"},
};
// clang-format on

}  // namespace norma::detail
