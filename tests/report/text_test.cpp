// SPDX-License-Identifier: Apache-2.0
#include <norma/report/text.hpp>

#include <memory>
#include <sstream>
#include <string>

#include <norma/assess/score.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/report/html.hpp>
#include <norma/report/json.hpp>
#include <norma/report/markdown.hpp>

#include "catch.hpp"
#include "sample.hpp"

namespace norma_test::text_test {

using norma::language;
using norma::render_text;

namespace {

bool has(const std::string& all, const std::string& words) {
  return all.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the verdict and what is missing stand first") {
  const auto shown = render_text(norma_test::failing_report(), {language::zh, 80, false});
  CHECK(has(shown, "不达标 [FAIL]"));
  CHECK(has(shown, "5 个判定项中已判定 4 个"));
  CHECK(has(shown, "差 14 人"));
  CHECK(shown.find("不达标 [FAIL]") < shown.find("差 14 人"));
  CHECK(shown.find("差 14 人") < shown.find("“劳动关系协调员人数”未提供"));
  CHECK(shown.find("未提供") < shown.find("已签劳动合同人数增加 14 人，达到 1000 人"));
  CHECK(shown.find("达到 1000 人") < shown.find("逐条评价"));
}

TEST_CASE("the English text reads as English") {
  const auto shown = render_text(norma_test::failing_report(), {language::en, 80, false});
  CHECK(has(shown, "Verdict       FAIL"));
  CHECK(has(shown, "4 of 5 deciding parts judged"));
  CHECK(has(shown, "14 persons short"));
  CHECK(has(shown, "14 persons more of contracts signed: 1,000 persons"));
  CHECK(has(shown, "– ③ Democratic management [democracy]: not applicable"));
}

TEST_CASE("lines keep to the width") {
  for (const auto lang : {language::zh, language::en}) {
    for (const std::size_t width : {std::size_t{60}, std::size_t{80}, std::size_t{120}}) {
      std::istringstream lines(
          render_text(norma_test::failing_report(), {lang, width, false}));
      for (std::string line; std::getline(lines, line);) {
        INFO(line);
        // A hash is never cut.
        if (!has(line, "sha256:")) CHECK(norma::display_width(line) <= width);
        CHECK((line.empty() || line.back() != ' '));
      }
    }
  }
}

TEST_CASE("colours are asked for, and change nothing but colours") {
  const auto plain = render_text(norma_test::failing_report(), {language::en, 80, false});
  auto coloured = render_text(norma_test::failing_report(), {language::en, 80, true});
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(has(coloured, "\x1b[1;31mFAIL\x1b[0m"));
  for (auto at = coloured.find('\x1b'); at != std::string::npos;
       at = coloured.find('\x1b')) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  CHECK(coloured == plain);
}

TEST_CASE("nothing checked is never shown as success") {
  norma::report r;
  r.verdict = r.tree.verdict = norma::verdict::not_applicable;
  const auto shown = render_text(r, {language::en, 80, false});
  CHECK(has(shown, "NOT APPLICABLE"));
  CHECK(has(shown, "no deciding part applies"));
}

TEST_CASE("why no remedy is listed is said") {
  auto r = norma_test::failing_report();
  r.remedies.clear();
  r.remedies_are = norma::remedy_state::none_found;
  CHECK(has(render_text(r, {language::en, 80, false}), "no remedy was found"));
  r.remedies_are = norma::remedy_state::not_asked;
  CHECK(has(render_text(r, {language::en, 80, false}), "remedies were not asked for"));
  r.remedies_are = norma::remedy_state::none;
  CHECK(has(render_text(r, {language::en, 0, false}), "can not be changed"));
}

TEST_CASE("why a standard does not apply stands beside the verdict") {
  auto r = norma_test::failing_report();
  r.verdict = r.tree.verdict = norma::verdict::not_applicable;
  r.tree.reason = norma::reason{"guard_false", norma::message_text("R0302")};
  r.tree.when = norma::condition_shown{"size = \"large\"", {"规模 小型", "size small"}};
  for (auto& item : r.tree.members) {
    item.verdict = norma::verdict::not_applicable;
    item.reason = norma::reason{"above", {"上级条款不适用", "above"}};
  }
  const auto shown = render_text(r, {language::en, 80, false});
  CHECK(has(shown,
            "Verdict       NOT APPLICABLE\n"
            "  Why           the condition for applying does not hold: size small\n"));
  CHECK_FALSE(has(shown, "Clause by clause"));
  // Of several conditions the reason names those that do not hold.
  r.tree.reason->words = norma::message_text("R0310", {"规模 小型"}, {"size small"});
  r.tree.when->shown = {"职工 3 人；且规模 小型", "workers 3; and size small"};
  CHECK(render_text(r, {language::en, 80, false}) == shown);
}

TEST_CASE("of many facts in a remark a terminal counts the rest") {
  auto r = norma_test::failing_report();
  r.remarks[0].facts.assign(25, "party_org_sound");
  CHECK(has(render_text(r, {language::en, 0, false}), "sound, and 15 more\n"));
}

TEST_CASE("every part can be read, also of a clause that passes") {
  norma::report r;
  r.verdict = r.tree.verdict = norma::verdict::pass;
  const auto part = [](const char* id, norma::verdict v) {
    norma::report_node n;
    n.id = id;
    n.title = {id, id};
    n.verdict = v;
    return n;
  };
  norma::report_node item;
  item.role = norma::node_role::item;
  item.id = "rest";
  item.title = {"休息", "Rest"};
  item.verdict = norma::verdict::pass;
  auto days = part("days", norma::verdict::pass);
  days.condition = {"days >= 2",
                    {"休息 2 天，要求 ≥ 2 天", "rest 2 days, required ≥ 2 days"}};
  auto room = part("room", norma::verdict::fail);
  room.strength = norma::strength::encouraged;
  room.condition = {"rooms > 0", {"房间 0，要求 > 0", "rooms 0, required > 0"}};
  auto cups = part("cups", norma::verdict::not_applicable);
  cups.strength = norma::strength::goal;
  cups.reason = norma::reason{"shown_only", {"仅列示，不参与判定", "shown only"}};
  cups.facts.push_back(
      {"cups", {"cups", "cups"}, norma::value{3}, "", 0, {"3 只", "3 cups"}, {}});
  item.members = {days, room, cups};
  r.tree.members = {item};

  CHECK(has(render_text(r, {language::en, 80, false}),
            "  ✓ Rest [rest]: pass\n"
            "    ✓ days: pass\n      rest 2 days, required ≥ 2 days\n"
            "    ✗ room (encouraged): fail\n      rooms 0, required > 0\n"
            "    – cups (goal): 3 cups, shown only\n"));
  CHECK(has(render_text(r, {language::zh, 80, false}),
            "    – cups（力争）：3 只，仅列示，不参与判定\n"));
  // What does not decide is not as red as what does.
  CHECK_FALSE(has(render_text(r, {language::en, 80, true}), "\x1b[1;31m✗"));
}

TEST_CASE("a clause with brackets of its own is not bracketed again") {
  auto r = norma_test::failing_report();
  for (auto& item : r.tree.members) {
    for (auto& part : item.members)
      part.cite = norma::citation{part.cite->document, "（三）"};
  }
  const auto shown = render_text(r, {language::zh, 80, false});
  CHECK(has(shown, "（三）\n"));
  CHECK_FALSE(has(shown, "（（三））"));
}

TEST_CASE("what is open is told at its lowest, and a deduction as what it may take") {
  auto r = norma_test::scored_report();
  auto score = *r.score;
  auto& late = score.deductions->parts[0];
  late.verdict = norma::verdict::undetermined;
  const auto told = [&](int least, int most) {
    late.earned = {norma::number{least}, norma::number{most}};
    r.score = std::make_shared<const norma::scheme_score>(score);
    return render_text(r, {language::en, 200, false});
  };
  CHECK(has(told(0, 1), "papers late: −1 – 0\n"));
  CHECK(has(told(1, 3), "papers late: −3 – −1\n"));
  CHECK(has(told(1, 1), "papers late: −1\n"));
  CHECK(has(told(0, 0), "papers late: 0\n"));
  CHECK(has(told(0, 1),
            "Next tier     A (one star): at the lowest score, total short by 10.15"));
}

TEST_CASE("a test of points that is open tells why under its mark, in every format") {
  auto r = norma_test::short_of_points_report();
  auto score = *r.score;
  r.verdict = r.tree.verdict = norma::verdict::undetermined;
  score.blocks[0].reached = norma::verdict::pass;
  score.passed = norma::verdict::undetermined;
  const auto because = [](const char* code) {
    return norma::cause{norma::cause_kind::data_error, {}, {}, code, {}};
  };
  score.causes = r.tree.causes = {because("N0701")};
  const auto shown = [&](const std::string& mark) {
    r.score = std::make_shared<const norma::scheme_score>(score);
    for (const auto& all :
         {render_text(r, {language::en, 0, false}),
          norma::render_markdown(r, language::en), norma::render_html(r, language::en)}) {
      INFO(all);
      const auto begin = all.find("What is undetermined");
      REQUIRE(begin != std::string::npos);
      const auto at = all.find(mark, begin);
      REQUIRE(at != std::string::npos);
      const auto told = all.find("N0701", begin);
      REQUIRE(told != std::string::npos);
      CHECK(at < told);
      CHECK(told - at < 400);
      CHECK(all.find("N0701", told + 5) == std::string::npos);
    }
    CHECK(has(norma::to_json(r), "N0701"));
  };
  shown("Mark to pass");
  score.passed.reset();
  score.tiers[0].reached = norma::verdict::undetermined;
  shown("Tier");
  // So does what is open where the scheme is decided.
  r.verdict = r.tree.verdict = norma::verdict::pass;
  r.tree.causes.clear();
  shown("Tier");
  score.causes = {because("N0186")};
  const auto total = score.total;
  score.total = {norma::number{0}, norma::number{100}};
  r.score = std::make_shared<const norma::scheme_score>(score);
  for (const auto& all :
       {render_text(r, {language::en, 0, false}), norma::render_markdown(r, language::en),
        norma::render_html(r, language::en)}) {
    const auto open = all.find("What is undetermined");
    REQUIRE(open != std::string::npos);
    const auto at = all.find("Total", open);
    REQUIRE(at != std::string::npos);
    CHECK(all.find("N0186", at) - at < 400);
  }
  // What keeps no sum open is not told under the total.
  score.total = total;
  for (auto& tier : score.tiers) tier.reached = norma::verdict::fail;
  r.score = std::make_shared<const norma::scheme_score>(score);
  CHECK_FALSE(has(render_text(r, {language::en, 0, false}), "N0186"));
  score.tiers[0].reached = norma::verdict::undetermined;
  // A tier that does not matter has no causes.
  score.causes = {because("N0701")};
  r.score = std::make_shared<const norma::scheme_score>(score);
  r.verdict = r.tree.verdict = norma::verdict::fail;
  CHECK_FALSE(has(render_text(r, {language::en, 0, false}), "N0701"));
}

TEST_CASE(
    "a clause of another document than the one around it is told with its document") {
  const auto shown =
      render_text(norma_test::two_documents_report(), {language::zh, 0, false});
  CHECK(has(shown, "上级〔2020〕1号 九① "));
  CHECK(has(shown, "浙人社发〔2023〕17号 三（一）1末段 "));
}

TEST_CASE("the next tier names floors, and is not named where points do not lead there") {
  auto r = norma_test::short_of_points_report();
  auto score = *r.score;
  const auto next = [&] {
    r.score = std::make_shared<const norma::scheme_score>(score);
    const auto all = norma::render_text(r, {norma::language::en, 0, false});
    const auto at = all.find("  Next tier");
    return at == std::string::npos ? std::string()
                                   : all.substr(at, all.find('\n', at) - at);
  };
  CHECK(has(next(), "A (one star): total short by 13.5, Basic short by 0.5"));
  score.next_needs.clear();
  CHECK(has(next(), "A (one star): Basic short by 0.5"));
  score.blocks[0].reached = norma::verdict::pass;
  CHECK(next().empty());
  score.next_needs = {{"total", {"总分", "total"}, *norma::number::parse("13.5")}};
  CHECK(has(next(), "total short by 13.5"));
  // No points help a unit that a veto or a condition of admission rules out.
  REQUIRE_FALSE(r.tree.members.empty());
  r.tree.members[0].verdict = norma::verdict::fail;
  CHECK(next().empty());
}

}  // namespace norma_test::text_test
