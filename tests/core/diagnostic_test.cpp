// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <norma/core/diagnostic.hpp>

namespace norma_test::diagnostic_test {

using norma::diagnostic;
using norma::language;
using norma::render;
using norma::source_file;

namespace {

norma::source_ptr file(std::string content, std::string name = "rules.yaml") {
  return std::make_shared<source_file>(std::move(name), std::move(content));
}

diagnostic unknown_key(norma::source_ptr where, std::size_t begin, std::size_t end) {
  diagnostic d;
  d.code = "N0203";
  d.arguments = {"requires", "require"};
  d.where = {std::move(where), begin, end};
  return d;
}

/// Line `n` (from 0) of a rendering.
std::string line_of(const std::string& rendering, std::size_t n) {
  const source_file lines("", rendering);
  return std::string(lines.line(n + 1));
}

/// Columns before the first caret, and their number.
std::pair<std::size_t, std::size_t> caret(const std::string& rendering) {
  const std::string line = line_of(rendering, 4);
  const std::size_t begin = line.find('^');
  REQUIRE(begin != std::string::npos);
  return {begin, line.rfind('^') - begin + 1};
}

}  // namespace

TEST_CASE("a diagnostic shows code, message, place, source line, caret and help") {
  const auto source = file("id: a\nrequires: x\n");
  CHECK(render(unknown_key(source, 6, 14), language::en) ==
        "error[N0203]: unknown key `requires`\n"
        " --> rules.yaml:2:1\n"
        "  |\n"
        "2 | requires: x\n"
        "  | ^^^^^^^^\n"
        "help: did you mean `require`?\n");
}

TEST_CASE("a diagnostic in Chinese has Chinese headings and punctuation") {
  const auto source = file("id: a\nrequires: x\n");
  CHECK(render(unknown_key(source, 6, 14), language::zh) ==
        "错误[N0203]：不认识的字段 `requires`\n"
        " --> rules.yaml:2:1\n"
        "  |\n"
        "2 | requires: x\n"
        "  | ^^^^^^^^\n"
        "帮助：是否想写 `require`？\n");
}

TEST_CASE("a label shows the second place below the first, line numbers aligned") {
  std::string content = "id: a\n";
  for (int i = 0; i < 8; ++i) content += "x\n";
  const std::size_t second = content.size();
  content += "  id: b\n";
  const auto source = file(content);
  diagnostic d;
  d.code = "N0202";
  d.arguments = {"id"};
  d.where = {source, second + 2, second + 4};
  d.labels.push_back({"R0101", {}, {source, 0, 2}});
  CHECK(render(d, language::en) ==
        "error[N0202]: the key `id` stands here twice\n"
        "  --> rules.yaml:10:3\n"
        "   |\n"
        "10 |   id: b\n"
        "   |   ^^\n"
        "  ::: rules.yaml:1:1\n"
        "   |\n"
        " 1 | id: a\n"
        "   | -- first defined here\n"
        "help: keep one of the two\n");
}

TEST_CASE("a finding without a place is its message, with a label's words below") {
  diagnostic d = unknown_key(nullptr, 3, 9);
  CHECK(render(d, language::en) ==
        "error[N0203]: unknown key `requires`\nhelp: did you mean `require`?\n");
  d.labels.push_back({"R0101", {}, {}});
  CHECK(render(d, language::en) ==
        "error[N0203]: unknown key `requires`\n"
        "  = first defined here\n"
        "help: did you mean `require`?\n");
}

TEST_CASE("a text without a name shows line and column alone") {
  const std::string shown = render(unknown_key(file("a + b", ""), 2, 3), language::en);
  CHECK(line_of(shown, 1) == " --> 1:3");
}

TEST_CASE("wide characters move and widen the caret by two columns") {
  const std::string content = "职工 >= 人数";
  const std::size_t begin = content.find("人数");
  const auto d = unknown_key(file(content), begin, content.size());
  const std::string shown = render(d, language::en);
  CHECK(line_of(shown, 1) == " --> rules.yaml:1:7");
  CHECK(caret(shown) == std::pair<std::size_t, std::size_t>{4 + 8, 4});
}

TEST_CASE("tabs are shown as blanks up to the next stop, the caret below its text") {
  const std::string shown = render(unknown_key(file("a\tb\tc"), 4, 5), language::en);
  CHECK(line_of(shown, 3) == "1 | a   b   c");
  CHECK(caret(shown) == std::pair<std::size_t, std::size_t>{4 + 8, 1});
}

TEST_CASE("control characters of the source are shown, not sent to the terminal") {
  const std::string content = "a\x1b[2Jb\u202e\xff";
  const auto d = unknown_key(file(content, "na\x07me"), 5, 6);
  const std::string shown = render(d, language::en);
  CHECK(line_of(shown, 3) == "1 | a\\u{1b}[2Jb\\u{202e}\\xff");
  CHECK(line_of(shown, 1) == " --> na\\u{7}me:1:6");
  CHECK(caret(shown).first == 4 + 10);
}

TEST_CASE("a span over several lines is marked to the end of its first line") {
  const std::string content = "a: (b +\n  c)\n";
  const std::string shown = render(unknown_key(file(content), 3, 11), language::en);
  CHECK(line_of(shown, 3) == "1 | a: (b +");
  CHECK(caret(shown) == std::pair<std::size_t, std::size_t>{4 + 3, 4});
}

TEST_CASE("an empty span, the end of the text and what lies past it have one caret") {
  const auto at_end = render(unknown_key(file("a + "), 4, 4), language::en);
  CHECK(caret(at_end) == std::pair<std::size_t, std::size_t>{4 + 4, 1});
  const auto past = render(unknown_key(file("a + "), 70, 90), language::en);
  CHECK(caret(past) == std::pair<std::size_t, std::size_t>{4 + 4, 1});
  const auto inside = render(unknown_key(file("a + b"), 2, 2), language::en);
  CHECK(caret(inside) == std::pair<std::size_t, std::size_t>{4 + 2, 1});
  const auto empty = render(unknown_key(file(""), 0, 0), language::en);
  CHECK(line_of(empty, 3) == "1 |");
  CHECK(caret(empty) == std::pair<std::size_t, std::size_t>{4, 1});
  const auto reversed = render(unknown_key(file("a + b"), 4, 1), language::en);
  CHECK(caret(reversed) == std::pair<std::size_t, std::size_t>{4 + 4, 1});
}

TEST_CASE("a long line is cut around the caret") {
  const auto check_cut = [](const std::string& before, const std::string& after) {
    const std::string content = before + "XX" + after;
    const auto d = unknown_key(file(content), before.size(), before.size() + 2);
    const std::string shown = render(d, language::en);
    const std::string line = line_of(shown, 3);
    CHECK(norma::display_width(line) <= 4 + 162);
    CHECK(norma::find_invalid_utf8(line) == std::string_view::npos);
    const auto mark = caret(shown);
    CHECK(mark.second == 2);
    const std::size_t found = line.find("XX");
    REQUIRE(found != std::string::npos);
    CHECK(norma::display_width(line.substr(0, found)) == mark.first);
    return line;
  };
  CHECK(check_cut("", std::string(500, 'a')).find("…") != std::string::npos);
  CHECK(check_cut(std::string(500, 'a'), "").find("1 | …a") == 0);
  std::string wide;
  for (int i = 0; i < 2000; ++i) wide += "职";
  check_cut(wide, wide);
  check_cut("a" + wide, "b" + wide);
  const std::string uncut = check_cut(std::string(79, 'a'), std::string(79, 'b'));
  CHECK(uncut.find("…") == std::string::npos);
}

TEST_CASE("a mark longer than what is shown of its line stays within it") {
  const auto d = unknown_key(file(std::string(5000, 'a')), 100, 4900);
  const std::string shown = render(d, language::en);
  const std::string line = line_of(shown, 3);
  const auto mark = caret(shown);
  CHECK(mark.first + mark.second <= norma::display_width(line));
}

TEST_CASE("a long argument is cut in the message") {
  diagnostic d = unknown_key(nullptr, 0, 0);
  d.arguments = {std::string(100'000, 'k')};
  CHECK(d.message(language::en).size() < 300);
  CHECK(d.message(language::en).find("…`") != std::string::npos);
}

TEST_CASE("any bytes at any span can be rendered") {
  const std::string alphabet[] = {"a",    "职",   "\t",  "\n",     "\r",
                                  "\xff", "\xe8", "{0}", "\u0301", std::string(1, '\0')};
  unsigned seed = 20230630;
  const auto next = [&](std::size_t n) {
    seed = seed * 1664525U + 1013904223U;
    return static_cast<std::size_t>(seed >> 8U) % n;
  };
  for (int round = 0; round < 3000; ++round) {
    std::string content;
    const std::size_t pieces = next(round % 10 == 0 ? 900 : 12);
    for (std::size_t i = 0; i < pieces; ++i) content += alphabet[next(10)];
    const auto source = file(content);
    diagnostic d =
        unknown_key(source, next(content.size() + 3), next(content.size() + 3));
    d.labels.push_back({"R0101", {}, {source, next(9), next(9)}});
    const std::string shown = render(d, language::zh);
    REQUIRE(norma::find_invalid_utf8(shown) == std::string_view::npos);
    REQUIRE(source_file("", shown).position(shown.size()).line == 11);
  }
}

TEST_CASE("the catalogue gives a diagnostic its severity, an unknown code is an error") {
  diagnostic note;
  note.code = "N0299";
  note.arguments = {"7"};
  CHECK(note.level() == norma::severity::note);
  CHECK(render(note, language::zh).find("提示[N0299]：") == 0);
  diagnostic unknown;
  unknown.code = "X1";
  CHECK(unknown.level() == norma::severity::error);
  CHECK(render(unknown, language::en) == "error[X1]: X1\n");
  CHECK_FALSE(norma::has_errors({}));
  CHECK_FALSE(norma::has_errors({note}));
  CHECK(norma::has_errors({note, unknown}));
}

}  // namespace norma_test::diagnostic_test
