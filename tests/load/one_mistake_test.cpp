// SPDX-License-Identifier: Apache-2.0
#include <filesystem>  // std::filesystem
#include <fstream>     // std::ifstream
#include <iterator>    // std::istreambuf_iterator

#include <norma/core/message.hpp>
#include <norma/load/load.hpp>
#include <norma/load/test_file.hpp>

#include "catch.hpp"
#include "reading.hpp"

// One mistake in a pack has one finding, at its place.

namespace norma_test::one_mistake_test {

using list = std::vector<std::string>;

namespace {

/// What is found where `from` stands as `to` in a file of the sample pack.
std::vector<norma::diagnostic> found(const std::string& file, const std::string& from,
                                     const std::string& to) {
  namespace fs = std::filesystem;
  const fs::path sample = "examples/files/guide";
  const norma_test::folder pack{};
  bool changed = false;
  for (const auto& each : fs::recursive_directory_iterator(sample)) {
    if (!each.is_regular_file()) continue;
    const std::string name = fs::relative(each.path(), sample).generic_string();
    std::ifstream in(each.path(), std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(in), {});
    if (name == file) {
      const auto at = content.find(from);
      REQUIRE(at != std::string::npos);
      content.replace(at, from.size(), to);
      changed = true;
    }
    pack.write(name, content);
  }
  REQUIRE(changed);
  return norma::try_load(pack.path()).diagnostics;
}

/// The codes and marked bytes of findings: `N0506 RMB`.
list told(const std::vector<norma::diagnostic>& findings) {
  list result;
  for (const auto& d : findings) result.push_back(d.code + ' ' + marked(d.where));
  return result;
}

}  // namespace

TEST_CASE("one mistake of a declaration is told once, not where its name is used") {
  struct mistake {
    const char *file, *from, *to, *told;
  };
  for (const auto& [file, from, to, once] : {
           mistake{"facts.yaml",
                   "of: [workshop]\n    type: count\n    unit: persons\n    range",
                   "of: [guesthouse]\n    type: count\n    unit: persons\n    range",
                   "N0506 guesthouse"},
           mistake{"facts.yaml",
                   "of: [workshop]\n    type: count\n    unit: persons\n    range",
                   "of: workshop\n    type: count\n    unit: persons\n    range",
                   "N0204 workshop"},
           mistake{"facts.yaml", "    alias: 从业人数\n    of: [workshop]\n",
                   "    alias: 从业人数\n", "N0208 staff_count"},
           mistake{"facts.yaml", "of: [workshop], type: boolean",
                   "of: [guesthouse], type: boolean", "N0506 guesthouse"},
           mistake{"facts.yaml", "of: [street]\n    type: list",
                   "of: [road]\n    type: list", "N0506 road"},
           mistake{"facts.yaml", "unit: CNY", "unit: RMB", "N0506 RMB"},
           mistake{"facts.yaml", "unit: persons\n    range", "unit: RMB\n    range",
                   "N0506 RMB"},
           mistake{"facts.yaml", "type: category noise\n    valid",
                   "type: category noises\n    valid", "N0506 category noises"},
           mistake{"facts.yaml",
                   "    fields:\n      date:", "    field:\n      date:", "N0203 field"},
           mistake{"fire_class.yaml", "gives: category noise", "gives: category sizes",
                   "N0506 category sizes"},
           mistake{"fire_class.yaml", "gives: category noise", "gives: period",
                   "N0516 period"},
           mistake{"pack.yaml", "  G-01: {", "  G-01: x # {", "N0204 x"},
           mistake{"schemes/workshop_score.yaml",
                   "fact: extinguishers_in_place, points: 15",
                   "fact: extinguishers_in_place, points: x", "N0515 x"},
           mistake{"schemes/workshop_score.yaml", "fact: extinguishers_in_place",
                   "fact: extinguisher_in_place", "N0506 extinguisher_in_place"},
       }) {
    INFO(file << ": " << to);
    const auto all = told(found(file, from, to));
    INFO(all.size() << (all.empty() ? "" : " " + all.back()));
    REQUIRE(!all.empty());
    CHECK(all.front().starts_with(once));
    CHECK(all.size() == 1);
  }
}

TEST_CASE("what lacks a key is marked by its own key") {
  const auto without = [](const char* file, const char* line, const char* instead = "") {
    return told(found(file, line, instead));
  };
  CHECK(without("facts.yaml", "    label: {zh: 从业人数, en: staff}\n") ==
        list{"N0208 staff_count"});
  CHECK(without("facts.yaml",
                "    fields:\n      date: {label: {zh: 发生日期, en: date}, type: date}",
                "    fields:\n      date: {type: date}") == list{"N0208 date"});
  CHECK(without("schemes/workshop_score.yaml", "        count: full\n") ==
        list{"N0208 lose"});
  // In a list there is none.
  CHECK(without("schemes/workshop_score.yaml", "    title: {zh: 金级, en: gold}\n") ==
        list{"N0208 id"});
  CHECK(without("facts.yaml", "    value: floor_area / staff_count\n") ==
        list{"N0528 area_per_person"});
}

TEST_CASE("an alias or label in place of a fact's name is told the name") {
  for (const char* word : {"从业人数", "staff"}) {
    const auto all =
        found("fire_class.yaml", "staff: staff_count", std::string("staff: ") + word);
    REQUIRE(told(all) == list{std::string("N0506 ") + word});
    CHECK(all[0].arguments[2] == "staff_count");
  }
}

TEST_CASE("a test of points that names none of them is told all that there are") {
  const auto when = [](const char* test) {
    auto all = found("schemes/workshop_score.yaml", "when: total >= 85", test);
    REQUIRE(all.size() == 1);
    return all[0];
  };
  const auto other = when("when: staff_count >= 85");
  CHECK(other.code == "N0246");
  CHECK(norma::format_help(other.code, other.arguments, norma::language::en) ==
        "`pass` and `tiers` test `total`, `people`, `premises`, `bonus`, `deductions`");
  const auto near = when("when: totl >= 85");
  CHECK(near.code == "N0401");
  CHECK(near.arguments == list{"totl", "total"});
}

TEST_CASE("a value in Chinese or in capitals is told as it is written here") {
  for (const auto& [written, meant] :
       {std::pair{"是", "true"}, {"否", "false"}, {"TRUE", "true"}, {"假", "false"}}) {
    const auto all = found("workshop.yaml", "when: staff_count > 0",
                           std::string("when: extinguishers_in_place = ") + written);
    REQUIRE(told(all) == list{std::string("N0330 ") + written});
    CHECK(all[0].arguments == list{written, meant});
  }
}

TEST_CASE("bands with a gap are told what they have to take") {
  const auto help = [](const char* from, const char* to) {
    const auto all = found("schemes/workshop_score.yaml", from, to);
    REQUIRE(all.size() == 1);
    return norma::format_help(all[0].code, all[0].arguments, norma::language::en);
  };
  CHECK(help(", [\"[1..2)\", 12]", "") ==
        "let the bands together take all values in `(>= 0)`");
  CHECK(help("of: count(drill_dates[item in last(drill_window)])\n"
             "          rows: [[\">= 2\", 20], [\"[1..2)\", 12],",
             "of: area_per_person\n          rows: [[\">= 2\", 20],")
            .starts_with("let the bands together take all values; what can not be"));
}

}  // namespace norma_test::one_mistake_test
