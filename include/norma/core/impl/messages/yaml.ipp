// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N02: the form of YAML files, whatever they are about.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message yaml_messages[] = {
    {"N0201", severity::error, "YAML 语法错误：{0}", "YAML syntax error: {0}",
     "`{1}` 的值是条件：写成 `{1}: |-`，条件缩进写在下一行",
     "`{1}` takes a condition: write `{1}: |-` and the condition, indented, on the next "
     "line"},
    {"N0202", severity::error, "字段 `{0}` 写了两次", "the key `{0}` stands here twice",
     "保留一处，删除另一处", "keep one of the two"},
    {"N0203", severity::error, "不认识的字段 `{0}`", "unknown key `{0}`",
     "是否想写 `{1}`？", "did you mean `{1}`?"},
    {"N0204", severity::error, "此处应为{0}，实际是{1}", "expected {0}, found {1}",
     "写作 `{2}`", "write it like `{2}`"},
    {"N0205", severity::error, "此处不允许使用{0}", "{0} can not be used here",
     "把内容在此处完整写出：规则应当就地能读懂",
     "write the content out in full: a rule should say what it means where it stands"},
    {"N0206", severity::error, "一个 YAML 文件只能有一份内容",
     "a file holds one YAML document only", "删除 `---` 及其后的内容，或另存为一个文件",
     "delete the `---` and what follows, or move it to a file of its own"},
    {"N0207", severity::error, "嵌套超过 {0} 层", "nested more than {0} levels deep", "",
     ""},
    {"N0208", severity::error, "缺少字段 `{0}`", "the key `{0}` is missing",
     "写法如 `{1}`", "write it like `{1}`"},
    {"N0209", severity::error, "条件不能加引号", "a condition can not be quoted",
     "改用块写法：冒号后写 `|-`，条件缩进写在下一行",
     "use the block form: write `|-` after the colon and the condition, indented, on the "
     "next line"},
    {"N0210", severity::error, "不能使用折行写法 `>`",
     "the folded form `>` can not be used", "改用 `|-`，这样报错的行和列才与文件一致",
     "use `|-`, so that lines and columns stay those of the file"},
    {"N0211", severity::error, "`{0}` 不是日期", "`{0}` is not a date",
     "日期写作 2023-06-30", "a date is written like 2023-06-30"},
    {"N0212", severity::error, "`{0}` 不是 `true` 或 `false`",
     "`{0}` is neither `true` nor `false`", "", ""},
    {"N0213", severity::error, "`{0}` 不是整数", "`{0}` is not a whole number", "", ""},
    {"N0214", severity::error, "此处不能写 `{0}`", "`{0}` can not stand here",
     "可以写：{1}", "it is one of {1}"},
    {"N0215", severity::error, "不支持的格式版本 `{0}`",
     "the format version `{0}` is not supported", "本程序读取 `norma: 1`",
     "this program reads `norma: 1`"},
    {"N0216", severity::error, "条件不能折行书写",
     "a condition can not go on in the next line as it is",
     "改用块写法：冒号后写 `|-`，条件缩进写在下一行",
     "use the block form: write `|-` after the colon and the condition, indented, on the "
     "next lines"},
    {"N0217", severity::error, "条件不能写在 `{ }` 或 `[ ]` 里",
     "a condition can not stand inside `{ }` or `[ ]`",
     "每个字段另起一行书写，逗号和方括号才不会被误读",
     "write each key on a line of its own, so that commas and brackets are not misread"},
    {"N0218", severity::error, "`{0}` 应写在双引号里，且不用转义",
     "`{0}` is written in double quotes, without escapes", "写作 \">= 1000\"",
     "write it like \">= 1000\""},
    {"N0219", severity::error, "此处的 `{0}` 是全角符号，应为半角的 `{1}`",
     "`{0}` is a full-width sign; here `{1}` is needed",
     "改用半角的 `{1}`；YAML 中 `:` 和 `,` 之后空一格",
     "type `{1}`; in YAML a blank follows `:` and `,`"},
    {"N0220", severity::error, "引号没有结束", "the quote is not closed",
     "在这一格末尾加上引号；内容中的引号写两次",
     "close it at the end of the cell; a quote inside it is written twice"},
    {"N0221", severity::error, "引号之后还有文字", "text follows the closing quote",
     "整格用引号括起来，内容中的引号写两次",
     "quote the whole cell and write a quote inside it twice"},
    {"N0222", severity::error, "各格之间是 `{0}`，应为逗号",
     "the cells are separated by `{0}`, not by commas", "另存为以逗号分隔的 CSV 文件",
     "save the file as CSV with commas"},
    {"N0223", severity::error, "这一行开头的空白（{0}）不是普通空格，YAML 把它当作文字",
     "the blank at the beginning of this line ({0}) is not an ordinary one: YAML takes "
     "it for a letter",
     "缩进改用普通空格：一个全角空格换成两个",
     "indent with ordinary blanks: two for a full-width one"},
    {"N0224", severity::error, "此处的 `{0}` 是全角符号，应为半角的 `{1}`",
     "`{0}` is a full-width sign; here `{1}` is needed", "改用半角的 `{1}`",
     "type `{1}`"},
    {"N0225", severity::error, "冒号之后缺一个空格", "a blank is missing after the colon",
     "写作 `{0}: …`", "write it like `{0}: …`"},
    {"N0226", severity::error, "这个字段比上面的字段缩进更深，而上面的字段已经有值",
     "this key stands deeper than the one above it, which has a value already",
     "与上面的字段对齐", "begin it straight below the key above"},
    {"N0227", severity::error, "`-` 是列表项的记号，不能作值",
     "`-` begins an entry of a list, it is no value", "不知道的留空；数目为零的写 `0`",
     "leave it blank if it is not known; write `0` if there is none"},
    {"N0230", severity::error, "这一行超过 {0} 字节",
     "this line is longer than {0} bytes", "分成多行书写，或存为 JSON",
     "break it into several lines, or save the file as JSON"},
    {"N0231", severity::error, "JSON 语法错误：{0}", "JSON syntax error: {0}", "", ""},
    {"N0232", severity::error, "从这里开始的括号超过 {0} 字节，仍未关闭",
     "the bracket that opens here does not close within {0} bytes",
     "长列表不用方括号，逐行书写，每项以 `- ` 开头；JSON 内容存为 .json 文件",
     "write a long list in lines, each beginning with `- `, in place of brackets; save "
     "what is JSON with the name `.json`"},
    {"N0233", severity::error, "YAML 文件有 {0} 字节，超过上限 {1} 字节",
     "a file in YAML has {0} bytes, the limit is {1}",
     "存为 JSON 或 CSV，读取快得多；或者放宽上限：命令用 `--max-bytes`，程序用 `limits` "
     "的 "
     "`yaml_bytes`",
     "save it as JSON or CSV, which are read much faster; or allow more: the command by "
     "`--max-bytes`, a program by `yaml_bytes` of `limits`"},
    {"N0234", severity::error, "空行和只有注释的行超过 {0} 行",
     "more than {0} lines are blank, or comments alone", "删去这些行", "remove them"},
    {"N0235", severity::error, "文件没有内容", "the file is empty",
     "这种文件先写 `norma: 1`，再写 `{0}`",
     "such a file begins with `norma: 1`, and goes on with `{0}`"},
    {"N0236", severity::error, "这是一个单位的事实，不能放在规则包的文件夹里",
     "these are the facts of a unit, which do not belong beside the rules of a pack",
     "移到规则包的文件夹之外，用 `norma check 文件 --pack 规则包` 评价",
     "move the file out of the pack's folder, and judge it by `norma check FILE --pack "
     "PACK`"},
    {"N0246", severity::error, "计分结果中没有 `{0}`",
     "`{0}` is none of the results of the scheme", "`pass` 和 `tiers` 可用的名称：{1}",
     "`pass` and `tiers` test {1}"},
    {"N0299", severity::note, "另有 {0} 处问题未显示",
     "{0} more {0:finding is/findings are} not shown", "先改正以上各条，再检查一次",
     "mend those above and check again"},
};
// clang-format on

}  // namespace norma::detail
