// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N01: the command line and files.
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
    {"N0121", severity::error, "标准 `{0}` 适用于 `{1}`，而评价对象{3}是 `{2}`",
     "the standard `{0}` is for `{1}`, the unit{3} is `{2}`", "", ""},
    {"N0122", severity::error, "`norma {0}` 只要一个 `{1}`，`{2}` 是多余的",
     "`norma {0}` takes one `{1}`, and `{2}` is one too many", "含有空格的要加引号",
     "what contains blanks is quoted"},
    {"N0123", severity::error, "`{0}` 中没有规则包的测试",
     "there are no tests of a pack in `{0}`", "测试放在规则包的 tests 文件夹",
     "tests stand in the folder `tests` of a pack"},
    {"N0124", severity::error, "没有名为 `{0}` 的标准、条目、事实、参数或决策表",
     "nothing is named `{0}`: no standard, item, fact, parameter or table",
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
};
// clang-format on

}  // namespace norma::detail
