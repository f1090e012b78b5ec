// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N01: the command line and files.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message files_messages[] = {
    {"N0101", severity::error,
     "无法读取 `{0}`",
     "`{0}` can not be read",
     "系统的说明：{1}",
     "the system says: {1}"},
    {"N0102", severity::error,
     "`{0}` 有 {1} 字节，超过上限 {2} 字节",
     "`{0}` has {1} bytes, the limit is {2}",
     "把文件拆成几个较小的文件",
     "split it into smaller files"},
    {"N0103", severity::error,
     "文件不是有效的 UTF-8：第 {0} 字节处有误",
     "the file is not valid UTF-8: byte {0} is wrong",
     "请另存为 UTF-8 编码；表格软件中称为“CSV UTF-8”",
     "save it as UTF-8; spreadsheet programs call this \"CSV UTF-8\""},
    {"N0104", severity::error,
     "不允许出现控制字符 {0}",
     "the control character {0} is not allowed",
     "删除该字符；它通常是复制粘贴时带入的",
     "delete it; it usually comes in by copying and pasting"},
    {"N0105", severity::error,
     "不允许出现改变书写方向的字符 {0}",
     "the character {0}, which changes the direction of writing, is not allowed",
     "删除该字符；它会使人看到的规则与实际执行的规则不同",
     "delete it; it can make a rule read differently from what it does"},
};
// clang-format on

}  // namespace norma::detail
