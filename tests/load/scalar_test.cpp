// SPDX-License-Identifier: Apache-2.0
#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>

#include "catch.hpp"
#include "small_words.hpp"

namespace norma_test::scalar_test {

namespace {

using norma::fact_type;
using norma::value;
using small::type_kind;

/// The value as text, or the code of the finding and its last argument.
std::string read(std::string_view text, const norma::fact_definition& as) {
  std::vector<norma::diagnostic> findings;
  const std::optional<value> result = norma::read_scalar(text, as, {}, findings);
  if (result) return result->to_string();
  return findings.at(0).code + ' ' + findings.at(0).arguments.back();
}

std::string read(std::string_view text, fact_type as) {
  return read(text, small::fact("x", {}, as, type_kind::any));
}

}  // namespace

TEST_CASE("numbers and durations are as long as the limits say") {
  const auto code = [](std::string_view text, fact_type as) {
    norma::limits bounds;
    bounds.number_digits = 8;
    std::vector<norma::diagnostic> findings;
    const auto fact = small::fact("x", {}, as, type_kind::any);
    return norma::read_scalar(text, fact, {}, findings, bounds) ? std::string("read")
                                                                : findings.at(0).code;
  };
  CHECK(code("12345678", fact_type::count) == "read");
  CHECK(code("123456789", fact_type::count) == "N0628");
  CHECK(code("123456789", fact_type::number) == "N0628");
  CHECK(code("30天", fact_type::duration) == "read");
  CHECK(code("30000天", fact_type::duration) == "N0628");
}

TEST_CASE("only four words are booleans, and the others get a hint") {
  CHECK(read("true", fact_type::boolean) == "true");
  CHECK(read("是", fact_type::boolean) == "true");
  CHECK(read("false", fact_type::boolean) == "false");
  CHECK(read("否", fact_type::boolean) == "false");
  for (const char* yes :
       {"yes", "True", "TRUE", "y", "on", "1", "真", "有", "ＹＥＳ", "√"}) {
    CHECK(read(yes, fact_type::boolean) == "N0610 true");
  }
  for (const char* no : {"no", "False", "n", "off", "0", "假", "无", "没有"}) {
    CHECK(read(no, fact_type::boolean) == "N0610 false");
  }
  CHECK(read("maybe", fact_type::boolean) == "N0613 maybe");
  CHECK(read(" true", fact_type::boolean) == "N0613  true");
}

TEST_CASE("numbers are read exactly") {
  CHECK(read("600000.00", fact_type::amount) == "600000");
  CHECK(read("0.1", fact_type::number) == "0.1");
  CHECK(read("-12.50", fact_type::number) == "-12.5");
  CHECK(read("0", fact_type::count) == "0");
  CHECK(read("-3", fact_type::count) == "-3");
  CHECK(read("1000.0", fact_type::count) == "1000");
  CHECK(read("1.5e+3", fact_type::number) == "1500");
  CHECK(read("1.5E+3", fact_type::number) == "1500");
  CHECK(read("1e-2", fact_type::number) == "0.01");
  CHECK(read("123456789012345678901234567890.12", fact_type::amount) ==
        "123456789012345678901234567890.12");
}

TEST_CASE("a number that its reader and the machine could read apart is refused") {
  const auto hint = [](std::string_view text) { return read(text, fact_type::number); };
  CHECK(hint("012") == "N0611 12");
  CHECK(hint("-012") == "N0611 -12");
  CHECK(hint("00") == "N0611 0");
  CHECK(hint("1_000") == "N0611 1000");
  CHECK(hint("1,000") == "N0611 1000");
  CHECK(hint("1，000.50") == "N0611 1000.5");
  CHECK(hint("１００") == "N0611 100");
  CHECK(hint("+5") == "N0611 5");
  CHECK(hint("5.") == "N0611 5");
  CHECK(hint("5万") == "N0611 50000");
  CHECK(hint("1.2亿元") == "N0611 120000000");
  CHECK(hint("90%") == "N0611 0.9");
  CHECK(hint("30人") == "N0611 30");
  CHECK(hint("2023年") == "N0611 2023");
  CHECK(hint("40人次") == "N0611 40");
  CHECK(hint("¥600") == "N0611 600");
  CHECK(hint("0x10") == "N0646 0x10");
  CHECK(hint("1:30") == "N0646 1:30");
  CHECK(hint(".inf") == "N0646 .inf");
  CHECK(hint("about 5") == "N0646 about 5");
  CHECK(hint("1e999999999") == "N0628 4096");
  CHECK(hint(std::string(100'000, '9')) == "N0628 4096");
}

TEST_CASE("a count is a whole number") {
  CHECK(read("12.5", fact_type::count) == "N0612 12.5");
  CHECK(read("1,200", fact_type::count) == "N0611 1200");
  CHECK(read("１２", fact_type::count) == "N0611 12");
}

TEST_CASE("a rate is not offered as a count or an amount") {
  for (const char* rate : {"100%", "85 %", "８５％", "5‰"}) {
    CAPTURE(rate);
    CHECK(read(rate, fact_type::count) == "N0645 " + std::string(rate));
    CHECK(read(rate, fact_type::amount) == "N0645 " + std::string(rate));
    CHECK(read(rate, fact_type::number).starts_with("N0611 "));
  }
  CHECK(read("about 5%", fact_type::count) == "N0646 about 5%");
}

TEST_CASE("words for nothing, or nothing known, get what to write instead") {
  const auto help = [](std::string_view text, norma::fact_definition as,
                       bool optional = false) {
    as.optional = optional;
    std::vector<norma::diagnostic> findings;
    CHECK_FALSE(norma::read_scalar(text, as, {}, findings));
    return findings.at(0).code + ' ' + findings.at(0).help(norma::language::en);
  };
  const auto fact = [](fact_type as) { return small::fact("x", {}, as, type_kind::any); };
  const std::string zero =
      "N0644 write `0` if there is none; leave it blank if it is not known";
  for (const char* none :
       {"无", "没有", "N/A", "n/a", "Ｎ／Ａ", "-", "—", "/", "不适用"}) {
    CAPTURE(none);
    CHECK(help(none, fact(fact_type::count)) == zero);
    CHECK(help(none, fact(fact_type::count), true)
              .starts_with("N0644 write `0` if it is zero"));
    CHECK(help(none, fact(fact_type::date), true)
              .starts_with("N0644 write `{none: reason}`"));
    CHECK(help(none, fact(fact_type::date)).starts_with("N0644 leave it blank"));
    CHECK(help(none, small::of_size("size", {})).starts_with("N0644 leave it blank"));
  }
  for (const char* unknown : {"不详", "未知", "unknown", "NaN", "NULL"}) {
    CAPTURE(unknown);
    CHECK(
        help(unknown, fact(fact_type::count), true).starts_with("N0644 leave it blank"));
  }
  // A category may have a value that says so.
  auto covering = std::make_shared<norma::expr::category_type>();
  covering->id = "covering";
  covering->values = {{"own", {"单独", "own"}}, {"none", {"未开展", "not at all"}}};
  auto by = small::of_size("covered", {});
  by.type.category = covering;
  CHECK(help("无", by).starts_with("N0618 it is one of `own` (own), `none`"));
  CHECK(help("不详", by).starts_with("N0644"));
  // A text may read so, a boolean means no, a list is told its brackets.
  CHECK(read("无", fact_type::text) == "\"无\"");
  CHECK(read("无", fact_type::boolean) == "N0610 false");
  CHECK(read("无", fact_type::list) == "N0620 无");
}

TEST_CASE("dates are written in one way") {
  const auto day = [](std::string_view text) { return read(text, fact_type::date); };
  CHECK(day("2024-03-15") == "@\"2024-03-15\"");
  CHECK(day("2024-02-29") == "@\"2024-02-29\"");
  CHECK(day("2024/3/15") == "N0614 2024-03-15");
  CHECK(day("2024年3月15日") == "N0614 2024-03-15");
  CHECK(day("２０２４－０３－１５") == "N0614 2024-03-15");
  CHECK(day("20240315") == "N0614 2024-03-15");
  CHECK(day("2024.3.5") == "N0614 2024-03-05");
  CHECK(day("2024-03-15T00:00:00Z") == "N0614 2024-03-15");
  CHECK(day("2024-03-15 10:30") == "N0614 2024-03-15");
  CHECK(day("2023-02-29") == "N0615 28");
  CHECK(day("2024-13-01") == "N0615 2024-13-01");
  // Nothing to be meant: an example stands in the help.
  CHECK(day("2024-03") == "N0614 2024-03-15");
  CHECK(day("45366") == "N0614 2024-03-15");
  CHECK(day("12345-01-01") == "N0614 2024-03-15");
}

TEST_CASE("durations take the suffixes of the rule language") {
  CHECK(read("12个月", fact_type::duration) == "@\"P1Y\"");
  CHECK(read("P30D", fact_type::duration) == "@\"P30D\"");
  CHECK(read("12", fact_type::duration) == "N0616 12");
}

TEST_CASE("a category takes an id, and its label gets the id as a hint") {
  const norma::fact_definition size = small::of_size("size", {});
  const auto helps = [&](std::string_view text, norma::language lang) {
    std::vector<norma::diagnostic> findings;
    CHECK_FALSE(norma::read_scalar(text, size, {}, findings));
    return findings.at(0).code + ' ' + findings.at(0).help(lang);
  };
  const auto en = [&](std::string_view text) { return helps(text, norma::language::en); };
  const auto zh = [&](std::string_view text) { return helps(text, norma::language::zh); };
  CHECK(read("large", size) == "\"large\"");
  CHECK(zh("大型") == "N0643 写 `large`（大型）");
  CHECK(en("大型") == "N0643 write `large` (large one)");
  CHECK(en("large one") == "N0643 write `large` (large one)");
  CHECK(en("Large One") == "N0643 write `large` (large one)");
  CHECK(en("ＬＡＲＧＥ one") == "N0643 write `large` (large one)");
  CHECK(en("Large") == "N0617 did you mean `large` (large one)?");
  CHECK(zh("lrage") == "N0617 是否想写 `large`（大型）？");
  CHECK(en("huge") == "N0618 it is one of `small` (small one), `large` (large one)");
  CHECK(zh("中型") == "N0618 可以写：`small`（小型）、`large`（大型）");
}

TEST_CASE("a text is taken as it is written") {
  CHECK(read("012", fact_type::text) == "\"012\"");
  CHECK(read("yes", fact_type::text) == "\"yes\"");
}

TEST_CASE("a period or a list is not written as one scalar") {
  CHECK(read("2023-01-01", fact_type::period) == "N0619 2023-01-01");
  CHECK(read("2023-01-01", fact_type::list) == "N0620 2023-01-01");
  CHECK(read("large", fact_type::set) == "N0620 large");
}

}  // namespace norma_test::scalar_test
