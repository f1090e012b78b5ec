// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <norma/core/text.hpp>
#include <norma/report/html.hpp>
#include <norma/report/json.hpp>
#include <norma/report/markdown.hpp>
#include <norma/report/text.hpp>

#include "catch.hpp"
#include "sample.hpp"

namespace norma_test::hostile_test {

using norma::language;

namespace {

// Each breaks out of some format if it is not escaped.
const std::vector<std::string> hostile_words = {
    "<script>alert(1)</script>",
    "</title></style></bdi>\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "&lt;b&gt; &#60;",
    "<!-- -->",
    "=cmd()",
    "+1|-1",
    "@SUM(A1)",
    "- [x](javascript:alert(1)) ![y](http://e.example/z)",
    "**bold** _soft_ `code` ~~gone~~ $x$ | cell | # head",
    "http://e.example www.e.example a@e.example",
    "\\`\\|\\\\",
    "1\n# head\n\n| a |\r\n---\n<b>",
    "\x1b[31mred\x1b]0;title\x07",
    "\xe2\x80\xae"
    "desrever\xe2\x80\xac \xe2\x81\xa6x\xe2\x81\xa9\xef\xbb\xbf",
    "\xff\xfe\xc0\x80",
    "\xc2\x9b"
    "31m",
    "{0} {1} \x1f"
    "R0101",
};

std::string replaced(std::string all, const std::string& what, const std::string& by) {
  for (auto at = all.find(what); at != std::string::npos;
       at = all.find(what, at + by.size()))
    all.replace(at, what.size(), by);
  return all;
}

// Columns have room in proportion to their words.
std::string without_rooms(std::string page) {
  const std::string begin = " style=\"--room:";
  for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at))
    page.erase(at, page.find('"', at + begin.size()) + 1 - at);
  return page;
}

std::string escape_html(const std::string& words) {
  auto out = replaced(norma::make_visible(words), "&", "&amp;");
  out = replaced(replaced(out, "<", "&lt;"), ">", "&gt;");
  return replaced(replaced(out, "\"", "&quot;"), "'", "&#39;");
}

// True if the character at `at` is preceded by an odd number of backslashes.
bool is_escaped(const std::string& all, std::size_t at) {
  std::size_t slashes = 0;
  while (at > slashes && all[at - slashes - 1] == '\\') ++slashes;
  return slashes % 2 == 1;
}

bool shows_only_harmless_characters(const std::string& all) {
  for (std::size_t i = 0; i < all.size();) {
    const auto c = norma::decode_code_point(all, i);
    i += c.length;
    if (c.value == '\n') continue;
    if (c.value < 0x20 || (c.value >= 0x7f && c.value < 0xa0)) return false;
    if ((c.value >= 0x202a && c.value <= 0x202e) || c.value == 0xfeff) return false;
    if (c.value >= 0x2066 && c.value <= 0x2069) return false;
  }
  return norma::find_invalid_utf8(all) == std::string::npos;
}

}  // namespace

TEST_CASE("hostile text adds no markup to the HTML page") {
  for (const auto make : {norma_test::hostile_report, norma_test::hostile_score,
                          norma_test::hostile_members}) {
    for (const auto lang : {language::zh, language::en}) {
      const auto tame = norma::render_html(make("Qx"), lang);
      for (const auto& words : hostile_words) {
        INFO(norma::make_visible(words));
        const auto page = norma::render_html(make(words), lang);
        CHECK(shows_only_harmless_characters(page));
        CHECK(page.find(escape_html(words)) != std::string::npos);
        CHECK(without_rooms(replaced(page, escape_html(words), "Qx")) == tame);
      }
    }
  }
}

TEST_CASE("hostile text adds no line, no escape and no colour to the terminal") {
  const auto lines = [](const std::string& all) {
    return std::count(all.begin(), all.end(), '\n');
  };
  for (const auto make : {norma_test::hostile_report, norma_test::hostile_score,
                          norma_test::hostile_members}) {
    const auto tame = norma::render_text(make("Qx"), {language::zh, 0, false});
    for (const auto& words : hostile_words) {
      INFO(norma::make_visible(words));
      const auto shown = norma::render_text(make(words), {language::zh, 0, false});
      CHECK(shows_only_harmless_characters(shown));
      CHECK(lines(shown) == lines(tame));
      CHECK(replaced(shown, norma::make_visible(words), "Qx") == tame);
    }
  }
}

TEST_CASE("hostile text adds no markup to Markdown") {
  const auto count = [](const std::string& all, char wanted) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i] == wanted && !is_escaped(all, i)) ++n;
    return n;
  };
  for (const auto make : {norma_test::hostile_report, norma_test::hostile_score,
                          norma_test::hostile_members}) {
    const auto tame = norma::render_markdown(make("Qx"), language::en);
    for (const auto& words : hostile_words) {
      INFO(norma::make_visible(words));
      const auto shown = norma::render_markdown(make(words), language::en);
      CHECK(shows_only_harmless_characters(shown));
      for (const char special :
           {'<', '>', '`', '*', '_', '[', ']', '|', '~', '$', '@', '\n'}) {
        INFO(special);
        CHECK(count(shown, special) == count(tame, special));
      }
      CHECK(shown.find("http:") == std::string::npos);
      CHECK(shown.find("www.") == std::string::npos);
    }
  }
  const auto formula =
      norma::render_markdown(norma_test::hostile_report("=cmd()"), language::en);
  CHECK(formula.find("| =") == std::string::npos);
  CHECK(formula.find("\\=cmd()") != std::string::npos);
}

TEST_CASE("hostile text stays inside its JSON string") {
  const auto quotes = [](const std::string& all) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i] == '"' && !is_escaped(all, i)) ++n;
    return n;
  };
  for (const auto make : {norma_test::hostile_report, norma_test::hostile_members}) {
    const auto tame = norma::to_json(make("Qx"));
    for (const auto& words : hostile_words) {
      INFO(norma::make_visible(words));
      const auto shown = norma::to_json(make(words));
      CHECK(shows_only_harmless_characters(shown));
      CHECK(quotes(shown) == quotes(tame));
    }
  }
}

}  // namespace norma_test::hostile_test
