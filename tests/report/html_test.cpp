// SPDX-License-Identifier: Apache-2.0
#include <norma/report/html.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <norma/assess/member_list.hpp>

#include "catch.hpp"
#include "sample.hpp"

namespace norma_test::html_test {

using norma::language;
using norma::render_html;

namespace {

bool has(const std::string& all, const std::string& words) {
  return all.find(words) != std::string::npos;
}

// Every attribute `name="…"` of the page.
std::vector<std::string> attributes(const std::string& page, const std::string& name) {
  std::vector<std::string> all;
  const auto begin = ' ' + name + "=\"";
  for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at)) {
    at += begin.size();
    all.push_back(page.substr(at, page.find('"', at) - at));
  }
  return all;
}

// Elements that are opened and not closed, or closed and not opened.
std::string unbalanced(const std::string& page) {
  std::vector<std::string> open;
  for (auto at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    const bool closing = page[at + 1] == '/';
    const auto begin = at + (closing ? 2 : 1);
    const auto name = page.substr(begin, page.find_first_of(" >\n", begin) - begin);
    if (name == "!doctype" || name == "meta" || name == "col" || name == "br") continue;
    if (!closing) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return name;
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
}

}  // namespace

TEST_CASE("the page needs nothing from elsewhere") {
  for (const auto& r : {norma_test::failing_report(), norma_test::intricate_report()}) {
    const auto page = render_html(r, language::zh);
    for (const auto* forbidden : {"http:", "https:", "<script", "<link", "<img",
                                  "@import", "url(", "javascript:", " src="}) {
      INFO(forbidden);
      CHECK_FALSE(has(page, forbidden));
    }
    CHECK(has(page, "default-src 'none'"));
  }
}

TEST_CASE(
    "every element is closed, every anchor is there once, every link leads somewhere") {
  const std::vector<norma::report> several = {
      norma_test::failing_report(),         norma_test::passing_report(),
      norma_test::intricate_report(),       norma_test::scored_report(),
      norma_test::short_of_points_report(), norma_test::members_report()};
  std::vector<std::string> pages{render_html(several, language::zh)};
  for (const auto& one : several) pages.push_back(render_html(one, language::en));
  for (const auto& page : pages) {
    CHECK(unbalanced(page).empty());
    const auto anchors = attributes(page, "id");
    for (const auto& anchor : anchors) {
      INFO(anchor);
      CHECK(std::count(anchors.begin(), anchors.end(), anchor) == 1);
    }
    const auto links = attributes(page, "href");
    REQUIRE_FALSE(links.empty());
    for (const auto& link : links) {
      INFO(link);
      REQUIRE(link[0] == '#');
      CHECK(std::count(anchors.begin(), anchors.end(), link.substr(1)) == 1);
    }
  }
}

TEST_CASE("the page says its language") {
  CHECK(has(render_html(norma_test::failing_report(), language::zh),
            "<html lang=\"zh-CN\">"));
  CHECK(
      has(render_html(norma_test::failing_report(), language::en), "<html lang=\"en\">"));
}

TEST_CASE("a row shows condition, evidence, decision and distance, and another clause") {
  auto r = norma_test::failing_report();
  r.tree.members[3].members[0].cite = norma::citation{"zj-2023-17", "三（一）3末段"};
  const auto page = render_html(r, language::en);
  const auto begin = page.find("<tr id=\"at-employment/contracts\">");
  REQUIRE(begin != std::string::npos);
  const auto row = page.substr(begin, page.find("</tr>", begin) - begin);
  CHECK(has(row, "浙人社发〔2023〕17号"));
  CHECK(has(row, "三（一）3末段"));
  CHECK(has(row, "required ≥&nbsp;100&nbsp;%"));
  CHECK(has(row, "rate(contract_signed_count, contract_due_count) &gt;= 100%"));
  CHECK(has(row, "劳动用工备案平台"));
  CHECK(has(row, "2024-02-29"));
  CHECK(has(row, "recorded 2024-03-05"));
  CHECK(has(row, "href=\"#decision-D-02\""));
  CHECK(has(row, "14 persons short"));
  CHECK(has(row, "✗ fail"));
}

TEST_CASE("a sign stays beside its number, wherever it stands") {
  auto r = norma_test::failing_report();
  auto& shown = r.tree.members[3].members[0].condition->shown;
  shown.en = "a % b ≥ 1 ≤ 2 ≠ 3 = = 4 < 5 > 6 =7 & 8 = % 2024-01-02 ≥";
  const auto page = render_html(r, language::en);
  CHECK(has(page,
            "a&nbsp;% b ≥&nbsp;1 ≤&nbsp;2 ≠&nbsp;3 =&nbsp;=&nbsp;4 &lt;&nbsp;5 "
            "&gt;&nbsp;6 =7 &amp; 8 =&nbsp;% <span class=\"n\">2024-01-02</span> ≥"));
}

TEST_CASE("units in a list stand in a table, each with the parts that it decides") {
  const auto page = render_html(norma_test::members_report(), language::en);
  const auto begin = page.find("<tr class=\"hit\" id=\"row-members-2\">");
  REQUIRE(begin != std::string::npos);
  const auto rows = page.substr(begin, page.find("row-members-3") - begin);
  CHECK(has(rows, "长亭纺机"));
  CHECK(has(rows, "<td class=\"num\">415</td>"));
  CHECK(has(rows, "<a href=\"#at-employment/each\">Each</a>"));
  CHECK(has(page, "contracts due (persons)</th>"));
  CHECK(has(page, "<tr id=\"row-members-1\">"));  // decides nothing
  CHECK(has(page, "2 more were not reported"));
}

TEST_CASE("wide lists are printed across, with room for the words of a column") {
  auto r = norma_test::members_report();
  const auto page = [&](std::size_t columns, const std::string& words) {
    auto lists = r.members.get();
    auto& list = lists[0];
    list.columns.resize(columns, list.columns[0]);
    for (auto& row : list.rows) row.cells.resize(columns, row.cells[0]);
    list.rows[0].cells[0].shown = {words, words};
    r.members = std::move(lists);
    return render_html(r, language::en);
  };
  const auto eight = page(8, "thirteen long");
  CHECK(has(eight, "<section class=\"list\">"));
  CHECK(!has(eight, "style=\"--room"));
  const auto nine = page(9, "fourteen chars");
  CHECK(has(nine, "<section class=\"list across\">"));
  CHECK(has(nine, "<th scope=\"col\" style=\"--room:8em\">"));
  CHECK(has(page(9, std::string(200, 'w')), "style=\"--room:27em\""));
}

TEST_CASE("a unit that decides is named and linked to its row") {
  const auto page = render_html(norma_test::members_report(), language::en);
  const auto summary = page.substr(0, page.find("Clause by clause"));
  CHECK(has(
      summary,
      "deciding: <a href=\"#row-members-2\"><bdi>长亭纺机 (2)</bdi></a>, and 11 more"));
  CHECK(has(summary,
            "contracts due, contracts signed not supplied: "
            "<a href=\"#row-members-3\"><bdi>x03 (3)</bdi></a>"));
  CHECK(has(page, "<bdi>长亭纺机 (2)</bdi></a>: contracts signed 415 persons"));
  CHECK(has(page, "<a href=\"#list-members\">3 in all, listed below</a>"));
}

TEST_CASE("a score stands in the head, what lost points in a row of its own") {
  const auto page = render_html(norma_test::short_of_points_report(), language::en);
  const auto head = page.substr(0, page.find("</header>"));
  CHECK(has(head, "<b>76.5</b> / 100"));
  CHECK(has(head, "A (one star): total short by 13.5"));
  CHECK(has(page, "<a href=\"#at-basic\">Basic</a>"));
  CHECK(has(page, "short by 0.5"));
  const auto begin = page.find("<tr id=\"at-basic/contracts\">");
  REQUIRE(begin != std::string::npos);
  const auto row = page.substr(begin, page.find("</tr>", begin) - begin);
  CHECK(has(row, "11.5 / 15"));
  CHECK(has(row, "<b class=\"fail\">3.5</b>"));
  CHECK(has(row, "1 × 0.5 points lost"));
}

TEST_CASE("a bonus that is not earned is no fault, points that are open are a range") {
  const auto page = render_html(norma_test::scored_report(), language::en);
  CHECK(has(page, "<b>79.85 – 100.85</b> / 100"));
  CHECK(has(page, "flex-grow:79.85"));
  CHECK(has(page, "flex-grow:20.15"));
  const auto begin = page.find("<tr id=\"at-bonus/national\">");
  REQUIRE(begin != std::string::npos);
  CHECK_FALSE(has(page.substr(begin, page.find("</tr>", begin) - begin), "fail"));
}

TEST_CASE("a day does not break at its hyphens") {
  auto r = norma_test::failing_report();
  r.tree.members[3].members[0].condition->shown = {
      "x", "2024-06-30, 12024-06-30, 2024-06-300"};
  CHECK(has(render_html(r, language::en),
            "<span class=\"n\">2024-06-30</span>, 12024-06-30, 2024-06-300"));
}

TEST_CASE("the clause of an item stands at its head, not again in every row") {
  const auto page = render_html(norma_test::failing_report(), language::en);
  const auto head = page.find("<article class=\"item\" id=\"at-employment\">");
  REQUIRE(head != std::string::npos);
  CHECK(has(page.substr(head, page.find("</h3>", head) - head),
            "浙人社发〔2023〕17号 <span class=\"n\">三（一）1⑥</span>"));
  const auto begin = page.find("<tr id=\"at-employment/contracts\">");
  CHECK_FALSE(has(page.substr(begin, page.find("</tr>", begin) - begin), "浙人社发"));
}

TEST_CASE("what replays the decision stands at the end") {
  const auto page = render_html(norma_test::failing_report(), language::en);
  CHECK(has(page, "norma 1.0.0"));
  CHECK(has(page, "cn-zj 2023.1.0 sha256:" + std::string(64, 'a')));
  CHECK(has(page, "cn-size 2017.1 sha256:" + std::string(64, 'b')));
  CHECK(has(page, "sha256:" + std::string(64, 'c')));
}

}  // namespace norma_test::html_test
