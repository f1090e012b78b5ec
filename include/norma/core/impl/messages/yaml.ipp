// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N02: the form of YAML files, whatever they are about.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message yaml_messages[] = {
    {"N0201", severity::error,
     "YAML 语法错误：{0}",
     "YAML syntax error: {0}",
     "`{1}` 的值是条件：写成 `{1}: |-`，条件缩进写在下一行",
     "`{1}` takes a condition: write `{1}: |-` and the condition, indented, on the next line"},
    {"N0202", severity::error,
     "键 `{0}` 重复",
     "the key `{0}` stands here twice",
     "保留一处，删除另一处",
     "keep one of the two"},
    {"N0203", severity::error,
     "未知的键 `{0}`",
     "unknown key `{0}`",
     "是否想写 `{1}`？",
     "did you mean `{1}`?"},
    {"N0204", severity::error,
     "此处应为{0}，实际是{1}",
     "expected {0}, found {1}",
     "", ""},
    {"N0205", severity::error,
     "此处不允许使用{0}",
     "{0} can not be used here",
     "把内容在此处完整写出：规则应当就地能读懂",
     "write the content out in full: a rule should say what it means where it stands"},
    {"N0206", severity::error,
     "一个文件只能有一个 YAML 文档",
     "a file holds one YAML document only",
     "删除 `---` 及其后的内容，或另存为一个文件",
     "delete the `---` and what follows, or move it to a file of its own"},
    {"N0207", severity::error,
     "嵌套超过 {0} 层",
     "nested more than {0} levels deep",
     "", ""},
    {"N0208", severity::error,
     "缺少键 `{0}`",
     "the key `{0}` is missing",
     "", ""},
    {"N0209", severity::error,
     "条件不能加引号",
     "a condition can not be quoted",
     "改用块写法：冒号后写 `|-`，条件缩进写在下一行",
     "use the block form: write `|-` after the colon and the condition, indented, on the next line"},
    {"N0210", severity::error,
     "不能使用折行写法 `>`",
     "the folded form `>` can not be used",
     "改用 `|-`，这样报错的行和列才与文件一致",
     "use `|-`, so that lines and columns stay those of the file"},
    {"N0299", severity::note,
     "另有 {0} 处问题未显示",
     "{0} more findings are not shown",
     "先改正以上各条，再检查一次",
     "mend those above and check again"},
};
// clang-format on

}  // namespace norma::detail
