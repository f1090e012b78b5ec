// SPDX-License-Identifier: Apache-2.0
#include <norma/report/markdown.hpp>

#include <algorithm>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "sample.hpp"

namespace norma_test::markdown_test {

using norma::language;
using norma::render_markdown;

namespace {

bool has(const std::string& all, const std::string& words) {
  return all.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the verdict stands in the second line of Markdown") {
  const auto shown = render_markdown(norma_test::failing_report(), language::en);
  CHECK(has(shown, "# Compliance report: 甬江泵业\n\n**✗ fail** — 4 of 5 deciding"));
  CHECK(has(shown, "## What fails\n\n- ✗ **Labour contracts signed** (⑥)\n"));
}

TEST_CASE("every row of a table has the columns of its head") {
  for (const auto lang : {language::zh, language::en}) {
    std::istringstream lines(render_markdown(norma_test::intricate_report(), lang));
    std::ptrdiff_t columns = 0;
    int rows = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line[0] != '|') {
        columns = 0;
        continue;
      }
      const auto bars = std::count(line.begin(), line.end(), '|');
      INFO(line);
      if (columns != 0) CHECK(bars == columns);
      columns = bars;
      ++rows;
    }
    CHECK(rows > 20);
  }
}

TEST_CASE("members below a group are indented in the table") {
  const auto shown = render_markdown(norma_test::intricate_report(), language::en);
  CHECK(has(shown, "| Means of protection: any of these<br>②"));
  CHECK(has(shown, "| &emsp;contingency fund<br>②"));
  CHECK(has(shown, "✗ present"));
}

TEST_CASE(
    "below a clause of another document one of the standard's own names its document") {
  const auto shown = render_markdown(norma_test::two_documents_report(), language::zh);
  CHECK(has(shown, "上级〔2020〕1号 九① "));
  CHECK(has(shown, "<br>上级〔2020〕1号 九① |"));
  CHECK(has(shown, "<br>浙人社发〔2023〕17号 三（一）1末段 |"));
}

}  // namespace norma_test::markdown_test
