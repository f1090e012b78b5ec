// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include <norma/core/message.hpp>

namespace norma_test {

/// `text` fit for a cell of a Markdown table.
inline std::string table_cell(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '|') result += '\\';
    if (c == '\n') {
      result += " *or* ";
    } else {
      result += c;
    }
  }
  return result;
}

/// English over Chinese; empty if there is neither.
inline std::string both_languages(std::string_view en, std::string_view zh) {
  if (en.empty() && zh.empty()) return {};
  return table_cell(en) + "<br>" + table_cell(zh);
}

/// The page docs/messages.md.
inline std::string message_page() {
  struct section {
    std::string_view prefix, title;
  };
  constexpr section sections[] = {
      {"N01", "N01: files and the command line"},
      {"N02", "N02: the form of YAML"},
      {"N03", "N03: the syntax of expressions"},
      {"N04", "N04: names, types and units of measure"},
      {"N05", "N05: packs, standards, parameters and tables"},
      {"N06", "N06: facts and units"},
      {"N07", "N07: data errors"},
      {"N08", "N08: rule tests"},
      {"N09", "N09: scoring schemes"},
      {"R", "R: wording of reports, labels and words"},
  };
  std::string page = R"(# Messages

Every finding has a code that stays the same from version to version, a message, the place in
the file, and, where there is something to do about it, a help line:

```
error[N0203]: unknown key `requires`
  --> rules/cn-zj/enterprise_large_medium.yaml:31:9
   |
31 |         requires: coordinator_count >= 2
   |         ^^^^^^^^
help: did you mean `require`?
```

`--lang zh` and `--lang en` choose the language. Scripts should look at the code, never at the
wording.

## Style

- One line, lower case, no final period; the help line says what to do.
- Words of the user stand in backticks, control characters in them are made visible.
- The place is the smallest piece of the file that is wrong; a second place (`first defined
  here`) is shown below the first.
- Words a jurist knows, not those of a programmer: "a list", never "a sequence node".
- An error keeps the file from being used, a warning does not, a note only informs.
- `{0}`, `{1}` … stand for what the finding is about. Where one of them is empty, a help line
  that names it is left out, and where there are several (*or*) the next is told.

This page is generated from the catalogue (`include/norma/core/impl/messages`); `make golden`
writes it.
)";
  for (const section& part : sections) {
    page += "\n## " + std::string(part.title) + "\n\n";
    page += "| code | | message | help |\n|---|---|---|---|\n";
    for (const norma::message* m : norma::all_messages()) {
      if (m->code.substr(0, part.prefix.size()) != part.prefix) continue;
      constexpr std::string_view levels[] = {"error", "warning", "note"};
      // Wording of reports has no severity of its own.
      const auto level = part.prefix == "R" ? "" : levels[static_cast<int>(m->level)];
      page += "| " + std::string(m->code) + " | " + std::string(level) + " | " +
              both_languages(m->en, m->zh) + " | " +
              both_languages(m->help_en, m->help_zh) + " |\n";
    }
  }
  return page;
}

}  // namespace norma_test
