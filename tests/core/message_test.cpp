// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <algorithm>    // std::min
#include <set>          // std::set
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/core/message.hpp>
#include <norma/core/text.hpp>

namespace norma_test::message_test {

using norma::format_help;
using norma::format_message;
using norma::language;

namespace {

/// The numbers of the arguments that a pattern names.
std::set<int> placeholders(std::string_view pattern) {
  std::set<int> result;
  for (int i = 0; i < 20; ++i) {
    if (pattern.find('{' + std::to_string(i) + '}') != std::string_view::npos) {
      result.insert(i);
    }
  }
  return result;
}

std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> result;
  while (!text.empty()) {
    result.push_back(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(result.back().size() + 1, text.size()));
  }
  return result;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

TEST_CASE("arguments are put into the message of either language") {
  CHECK(format_message("N0203", {"requires", "require"}, language::en) ==
        "unknown key `requires`");
  CHECK(format_message("N0203", {"requires", "require"}, language::zh) ==
        "不认识的字段 `requires`");
  CHECK(format_help("N0203", {"requires", "require"}, language::en) ==
        "did you mean `require`?");
}

TEST_CASE("help that rests on an argument that is empty or missing is left out") {
  CHECK(format_help("N0203", {"requires", ""}, language::en).empty());
  CHECK(format_help("N0203", {"requires"}, language::zh).empty());
  CHECK(format_help("N0202", {}, language::en) == "keep one of the two");
}

TEST_CASE("an argument is never taken for a pattern or a control sequence") {
  CHECK(format_message("N0203", {"{0}{1}", "x"}, language::en) == "unknown key `{0}{1}`");
  CHECK(format_message("N0203", {"a\nb\x1b[31m"}, language::en) ==
        "unknown key `a\\nb\\u{1b}[31m`");
}

TEST_CASE("an argument can be a wording of the catalogue, in the reader's language") {
  const std::vector<std::string> words = {norma::word_argument("R0112"),
                                          norma::word_argument("R0113")};
  CHECK(format_message("N0204", words, language::en) ==
        "expected a list, found a single value");
  CHECK(format_message("N0204", words, language::zh) == "此处应为列表，实际是单个值");
  CHECK(format_message("N0203", {norma::word_argument("R9")}, language::en) ==
        "unknown key `\\u{1f}R9`");
}

TEST_CASE("an argument can be a text in both languages") {
  const auto both = norma::text_argument({"文字", "a text"});
  CHECK(format_message("N0204", {both, "x"}, language::en) == "expected a text, found x");
  CHECK(format_message("N0204", {both, "x"}, language::zh) == "此处应为文字，实际是x");
  CHECK(norma::words_of_argument(both) == norma::text{"文字", "a text"});
  CHECK(norma::words_of_argument(norma::word_argument("R0112")) ==
        norma::text{"列表", "a list"});
  for (const auto& plain :
       {std::string("x"), std::string(), norma::word_argument("R9")}) {
    CHECK_FALSE(norma::words_of_argument(plain));
  }
}

TEST_CASE("a word agrees with a number of one and of several") {
  CHECK(format_message("R1041", {"1"}, language::en) == "table, 1 row");
  CHECK(format_message("R1041", {"0"}, language::en) == "table, 0 rows");
  CHECK(format_message("R1041", {"11"}, language::en) == "table, 11 rows");
  CHECK(format_message("R1041", {}, language::en) == "table,  rows");
}

TEST_CASE("a list names the first twenty, and says how many more there are") {
  const auto listed = [](const std::vector<std::string>& names, language lang) {
    const auto words = norma::words_of_argument(norma::list_argument(names));
    return words ? words->in(lang) : std::string();
  };
  CHECK(norma::list_argument(std::vector<std::string>{}).empty());
  CHECK(listed({"a", "b"}, language::en) == "`a`, `b`");
  CHECK(listed({"a", "b"}, language::zh) == "`a`、`b`");
  const std::vector<std::string> many(22, "a");
  CHECK(listed(many, language::en).ends_with("`a`, `a` … +2"));
  const std::vector<std::pair<std::string, norma::text>> labelled = {{"a", {"甲", "A"}},
                                                                     {"b", {}}};
  CHECK(norma::words_of_argument(norma::list_argument(labelled)) ==
        norma::text{"`a`（甲）、`b`", "`a` (A), `b`"});
}

TEST_CASE("of several lines of help the first with all its arguments is told") {
  CHECK(format_help("N0509", {"x", "text", "`text`"}, language::en) ==
        "did you mean `text`?");
  CHECK(format_help("N0509", {"x", "", "`text`"}, language::en) == "it is one of `text`");
  CHECK(format_help("N0509", {"x", "", ""}, language::en).empty());
}

TEST_CASE("a message without its argument has a gap, not a crash") {
  CHECK(format_message("N0203", {}, language::en) == "unknown key ``");
}

TEST_CASE("an unknown code is its own message and has no help") {
  for (const char* code : {"N9999", "N0100", "", "N", "R", "x"}) {
    CHECK(norma::find_message(code) == nullptr);
    CHECK(format_message(code, {"a"}, language::zh) == code);
    CHECK(format_help(code, {"a"}, language::en).empty());
  }
}

TEST_CASE("every message is found by its code, and codes ascend") {
  const auto all = norma::all_messages();
  REQUIRE_FALSE(all.empty());
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(norma::find_message(all[i]->code) == all[i]);
    if (i != 0) CHECK(all[i - 1]->code < all[i]->code);
  }
}

TEST_CASE("every message is written in the style of the catalogue") {
  for (const norma::message* m : norma::all_messages()) {
    INFO(m->code);
    CHECK_FALSE(m->zh.empty());
    CHECK_FALSE(m->en.empty());
    CHECK(m->help_zh.empty() == m->help_en.empty());
    CHECK(placeholders(m->zh) == placeholders(m->en));
    CHECK(placeholders(m->help_zh) == placeholders(m->help_en));
    CHECK(lines(m->help_zh).size() == lines(m->help_en).size());
    auto texts = lines(m->help_zh);
    for (const auto line : lines(m->help_en)) texts.push_back(line);
    texts.insert(texts.end(), {m->zh, m->en});
    for (const auto text : texts) {
      INFO(text);
      CHECK(norma::find_invalid_utf8(text) == std::string_view::npos);
      CHECK(norma::make_visible(text) == text);
      CHECK_FALSE(ends_with(text, "."));
      CHECK_FALSE(ends_with(text, "。"));
      CHECK_FALSE(ends_with(text, " "));
    }
    // A finding begins in lower case, unless with an abbreviation (YAML).
    if (m->code.front() == 'N' && m->en.size() > 1) {
      const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
      CHECK((!is_upper(m->en[0]) || is_upper(m->en[1])));
    }
  }
}

}  // namespace norma_test::message_test
