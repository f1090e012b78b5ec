// SPDX-License-Identifier: Apache-2.0
#include <norma/load/test_file.hpp>

#include <filesystem>
#include <fstream>
#include <random>

#include "catch.hpp"
#include "small_words.hpp"

namespace norma_test::test_file_test {

namespace {

/// A folder with a unit and a file of tests, as long as the test lasts.
class folder {
 public:
  folder()
      : path_(std::filesystem::temp_directory_path() /
              ("norma-" + std::to_string(std::random_device()()))) {
    std::filesystem::create_directories(path_ / "units");
    write("units/one.yaml",
          "norma: 1\nunit: enterprise\nevidence: {by: 办公室, recorded: 2024-03-18}\n"
          "facts: {due: 100, signed: 90, sound: true}\n");
    write("units/bad.yaml", "norma: 1\nunit: enterprise\nfacts: {due: x}\n");
    write("units/area.yaml", "norma: 1\nunit: area\nkind: park\n");
    write("units/town.yaml", "norma: 1\nunit: area\nkind: township\n");
  }
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;
  ~folder() { std::filesystem::remove_all(path_); }

  void write(const char* name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] norma::test_file_result read(
      const std::string& text, const norma::limits& bounds = {},
      norma::given_account* given = nullptr) const {
    write("tests.yaml", text);
    return norma::try_read_tests(path_ / "tests.yaml", small::pack(), bounds, given);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

constexpr auto head =
    "norma: 1\ntests: contracts\ngiven: units/one.yaml\nas_of: 2024-03-31\n";

/// The codes for one case, whose keys are indented by four.
std::string codes_of(const std::string& keys) {
  const folder in;
  return small::codes(
      in.read(std::string(head) + "cases:\n  - name: a\n" + keys).diagnostics);
}

}  // namespace

TEST_CASE("a case is the given unit with its changes, a day and what it expects") {
  const folder in;
  const norma::test_file_result result = in.read(
      std::string(head) +
      "known_as_of: 2024-04-01\n"
      "cases:\n"
      "  - name: 少签\n"
      "    change:\n"
      "      应签人数: 200\n"
      "      signed: {versions: [{value: 1, date: 2024-01-01, recorded: 2024-01-02}]}\n"
      "      events: [{date: 2024-01-01}]\n"
      "    missing: [sound]\n"
      "    expect: {.: fail, signing/rate: fail}\n"
      "    reason: {signing: above}\n"
      "    distance: {signing/rate: -0.50}\n"
      "    causes: {signing: [\"事件[1].confirmed\", 应签人数]}\n"
      "    remedy: {signed: 200, fund: 1.50}\n"
      "  - name: 次日\n"
      "    as_of: 2024-04-02\n"
      "    known_as_of: 2024-04-03\n"
      "    expect: {.: pass}\n");
  REQUIRE(small::codes(result.diagnostics).empty());
  REQUIRE(result.file);
  CHECK(result.file->target == "contracts");
  CHECK(result.file->is == norma::test_target::standard);
  REQUIRE(result.file->cases.size() == 2);
  const norma::test_case& first = result.file->cases[0];
  CHECK(first.name == "少签");
  CHECK(first.as_of == norma::date::parse("2024-03-31"));
  CHECK(first.known_as_of == norma::date::parse("2024-04-01"));
  CHECK(first.given.facts.at("due").statements[0].content.same_as(200));
  CHECK(first.given.facts.at("due").statements[0].from->by == "办公室");
  CHECK(first.given.facts.at("signed").versioned);
  CHECK(first.given.facts.at("events").statements[0].content.list()->size() == 1);
  CHECK(first.given.facts.count("sound") == 0);
  REQUIRE(first.expect.size() == 2);
  CHECK(first.expect[1].path == "signing/rate");
  CHECK(first.expect[1].wanted == "fail");
  CHECK(first.reason.at(0).wanted == "above");
  CHECK(first.distance.at(0).wanted == "-0.50");
  CHECK(first.causes.at(0).second ==
        std::vector<std::string>{"events[1].confirmed", "due"});
  CHECK(first.remedy.value()[1].path == "fund");
  CHECK(first.remedy.value()[1].wanted == "1.5");
  const norma::test_case& second = result.file->cases[1];
  CHECK(second.as_of == norma::date::parse("2024-04-02"));
  CHECK(second.known_as_of == norma::date::parse("2024-04-03"));
  CHECK(second.given.facts.at("due").statements[0].content.same_as(100));
  CHECK(!second.remedy);
}

TEST_CASE("a test of a table starts from an empty unit and expects a value") {
  const folder in;
  const norma::test_file_result result = in.read(
      "norma: 1\ntests: size_of\nas_of: 2024-03-31\ncases:\n"
      "  - {name: a, change: {due: 5}, expect: {size_of: small}}\n"
      "  - {name: b, expect: {size_of: undetermined}}\n");
  REQUIRE(small::codes(result.diagnostics).empty());
  CHECK(result.file->is == norma::test_target::table);
  CHECK(result.file->cases[0].given.kind == "enterprise");
  CHECK(result.file->cases[0].given.facts.size() == 1);
  CHECK(result.file->cases[1].expect[0].wanted == "undetermined");
  const std::string start = "norma: 1\ntests: size_of\nas_of: 2024-03-31\ncases:\n";
  CHECK(small::codes(
            in.read(start + "  - {name: a, expect: {size_of: 大型}}\n").diagnostics) ==
        "N0643");
  CHECK(small::codes(
            in.read(start + "  - {name: a, expect: {sizes: small}}\n").diagnostics) ==
        "N0811");
}

TEST_CASE("unknown paths, facts and words are errors with a hint") {
  CHECK(codes_of("    expect: {signing/rat: pass}\n") == "N0811");
  CHECK(codes_of("    expect: {.: passed}\n") == "N0214");
  CHECK(codes_of("    reason: {.: because}\n") == "N0214");
  CHECK(codes_of("    distance: {.: many}\n") == "N0646");
  CHECK(codes_of("    causes: {.: [duue]}\n") == "N0601");
  CHECK(codes_of("    remedy: {duue: 5}\n") == "N0601");
  CHECK(codes_of("    remedy: {due: x}\n") == "N0646");
  CHECK(codes_of("    change: {duue: 5}\n    expect: {.: pass}\n") == "N0601");
  CHECK(codes_of("    change: {due: x}\n    expect: {.: pass}\n") == "N0646");
  CHECK(codes_of("    missing: [duue]\n    expect: {.: pass}\n") == "N0601");
  CHECK(codes_of("    expct: {.: pass}\n") == "N0813 N0203");
}

TEST_CASE("a case expects only what can be held against its target") {
  CHECK(codes_of("    score: {total: 90}\n") == "N0818");
  CHECK(codes_of("    tier: none\n    expect: {.: pass}\n") == "N0818");
  const folder in;
  const auto of_table = [&](const std::string& more) {
    const auto result = in.read(
        "norma: 1\ntests: size_of\nas_of: 2024-03-31\ncases:\n"
        "  - {name: a, expect: {size_of: small}, " +
        more + "}\n");
    CHECK(!result.file);
    CHECK(result.diagnostics.at(0).arguments.at(2) == "expect");
    return small::codes(result.diagnostics);
  };
  CHECK(of_table("reason: {size_of: zero_of_zero}") == "N0818");
  CHECK(of_table("distance: {size_of: 7}") == "N0818");
  CHECK(of_table("causes: {size_of: [due]}") == "N0818");
  CHECK(of_table("remedy: {due: 5}") == "N0818");
  CHECK(of_table("score: {total: 5}") == "N0818");
  CHECK(of_table("tier: none") == "N0818");
  const auto of_scheme = [&](const std::string& expected) {
    return small::codes(in.read("norma: 1\ntests: points\ngiven: units/one.yaml\n"
                                "as_of: 2024-03-31\ncases:\n  - {name: a, " +
                                expected + "}\n")
                            .diagnostics);
  };
  CHECK(of_scheme("remedy: {due: 5}") == "N0818");
  CHECK(
      of_scheme("score: {total: 5}, tier: none, causes: {.: [due]}, reason: {.: above}, "
                "distance: {.: 1}, expect: {.: pass}")
          .empty());
}

TEST_CASE("a table whose inputs no kind of unit has can not be tested") {
  const folder in;
  const auto result = in.read(
      "norma: 1\ntests: torn\nas_of: 2024-03-31\ncases:\n"
      "  - {name: a, expect: {torn: small}}\n");
  CHECK(small::codes(result.diagnostics) == "N0819");
  CHECK(!result.file);
}

TEST_CASE("an error beyond the findings that are shown still makes a file unusable") {
  const folder in;
  std::string sizes = "small";
  for (int i = 0; i < 130; ++i) sizes += ", small";
  const auto result =
      in.read(std::string(head) + "cases:\n  - name: a\n    change: {sizes: [" + sizes +
              "]}\n    expect: {.: fail, contracts/nosuch: pass}\n");
  CHECK(!result.file);
  REQUIRE(result.diagnostics.size() == 101);
  CHECK(result.diagnostics[98].code == "N0627");
  CHECK(result.diagnostics[99].code == "N0811");
  CHECK(result.diagnostics[100].code == "N0299");
}

TEST_CASE("a fact is changed once, and not left out as well") {
  CHECK(codes_of("    change: {due: 1, 应签人数: 2}\n    expect: {.: pass}\n") ==
        "N0602");
  CHECK(codes_of(
            "    change: {应签人数: 1}\n    missing: [due]\n    expect: {.: pass}\n") ==
        "N0816");
}

TEST_CASE("a case says what it expects") {
  CHECK(codes_of("    missing: [due]\n") == "N0813");
  for (const char* key : {"expect", "reason", "distance", "causes"}) {
    CHECK(codes_of("    " + std::string(key) + ": {}\n") == "N0813");
  }
  CHECK(codes_of("    expect: {}\n    reason: {}\n    distance: {}\n    causes: {}\n") ==
        "N0813");
  CHECK(codes_of("    expect: {}\n    distance: {.: 1}\n").empty());
  CHECK(codes_of("    causes: {signing: []}\n").empty());
  CHECK(codes_of("    remedy: {}\n").empty());  // there is none
  CHECK(codes_of("    expect:\n") == "N0204");
  const folder in;
  const auto of_scheme = [&](const std::string& expected) {
    return small::codes(in.read("norma: 1\ntests: points\ngiven: units/one.yaml\n"
                                "as_of: 2024-03-31\ncases:\n  - {name: a, " +
                                expected + "}\n")
                            .diagnostics);
  };
  CHECK(of_scheme("score: {}") == "N0813");
  CHECK(of_scheme("expect: {}, score: {}, tier: none").empty());
}

TEST_CASE("a case may have exceptions in place of the unit's") {
  const folder in;
  const norma::test_file_result result = in.read(
      std::string(head) +
      "cases:\n  - name: 例外\n"
      "    exceptions: [{part: signing/rate, reason: 首批, by: 会议, date: 2023-12-01}]\n"
      "    reason: {signing/rate: exception}\n");
  REQUIRE(small::codes(result.diagnostics).empty());
  const auto& given = result.file->cases.at(0).given.exceptions;
  REQUIRE(given.size() == 1);
  CHECK(given[0].part == "signing/rate");
  CHECK(given[0].reason == "首批");
  CHECK(given[0].from.by == "会议");
  CHECK(given[0].from.day == norma::date::parse("2023-12-01"));
  CHECK(codes_of("    exceptions: [{part: a}]\n    expect: {.: fail}\n") == "N0208");
  CHECK(codes_of("    exceptions: {part: a}\n    expect: {.: fail}\n") == "N0204");
}

TEST_CASE("two cases of one name are an error") {
  CHECK(codes_of("    expect: {.: pass}\n  - name: a\n    expect: {.: pass}\n") ==
        "N0812");
}

TEST_CASE("the given unit must be there, readable and of the standard's kind") {
  const folder in;
  const auto given = [&](const std::string& name) {
    return small::codes(in.read("norma: 1\ntests: contracts\nas_of: 2024-03-31\n" + name +
                                "cases:\n  - {name: a, expect: {.: pass}}\n")
                            .diagnostics);
  };
  CHECK(given("") == "N0817");
  CHECK(given("given: units/none.yaml\n") == "N0101");
  CHECK(given("given: units/bad.yaml\n") == "N0814 N0646");
  CHECK(given("given: units/area.yaml\n") == "N0815");
}

TEST_CASE("a given unit is read once, however its path is spelled") {
  const folder in;
  std::filesystem::create_directory_symlink("units", in.path() / "way");
  std::string cases = "norma: 1\ntests: contracts\nas_of: 2024-03-31\ncases:\n";
  std::string many;
  const auto add = [&](const std::string& given, const std::string& name) {
    cases +=
        "  - {name: " + name + ", given: " + given + "/bad.yaml, expect: {.: pass}}\n";
    many +=
        "  - {name: " + name + ", given: " + given + "/long.yaml, expect: {.: pass}}\n";
  };
  in.write("units/long.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 100}\n#" +
                                  std::string(1000, 'x') + "\n");
  add("units", "a");
  add("./units", "b");
  add("units/../units", "c");
  add("none/.././/units", "d");
  add("way", "e");  // a link to the folder
  CHECK(small::codes(in.read(cases).diagnostics) == "N0814 N0646");
  norma::given_account all(10'000);
  const auto result =
      in.read("norma: 1\ntests: contracts\nas_of: 2024-03-31\ncases:\n" + many, {}, &all);
  norma::given_account by_one(10'000);
  (void)in.read(std::string(head) +
                    "cases:\n  - {name: a, given: units/long.yaml, expect: {.: pass}}\n",
                {}, &by_one);
  REQUIRE(result.file);
  REQUIRE(result.file->cases.size() == 5);
  CHECK(result.file->cases[4].given.facts.at("due").statements[0].content.same_as(100));
  CHECK(by_one.left < 10'000);
  // The facts of each case count, the file once.
  CHECK(all.left < by_one.left);
  CHECK(10'000 - all.left < 2 * (10'000 - by_one.left));
}

TEST_CASE("a link to a file is read as its own name and folder say") {
  const folder in;
  std::filesystem::create_symlink("one.yaml", in.path() / "units/link.json");
  CHECK(small::codes(in.read("norma: 1\ntests: contracts\nas_of: 2024-03-31\ncases:\n"
                             "  - {name: a, given: units/one.yaml, expect: {.: pass}}\n"
                             "  - {name: b, given: units/link.json, expect: {.: pass}}\n")
                         .diagnostics) == "N0814 N0231");
}

TEST_CASE("the units that tests are given have a bound together") {
  const folder in;
  std::string cases = "norma: 1\ntests: contracts\nas_of: 2024-03-31\ncases:\n";
  std::string unit = "norma: 1\nunit: enterprise\nfacts: {due: 100}\n";
  unit += "#" + std::string(1022 - unit.size(), 'x');
  norma::limits bounds;
  bounds.file_bytes = 64 * 1024;
  for (int i = 0; i < 17; ++i) {
    const std::string name = "u" + std::to_string(i);
    in.write(("units/" + name + ".yaml").c_str(), unit + "\n");
    cases +=
        "  - {name: " + name + ", given: units/" + name + ".yaml, expect: {.: fail}}\n";
    if (i != 15) continue;
    CHECK(small::codes(in.read(cases, bounds).diagnostics).empty());
  }
  const auto more = in.read(
      cases + "  - {name: a, given: units/one.yaml, expect: {.: pass}}\n", bounds);
  CHECK(!more.file);
  REQUIRE(small::codes(more.diagnostics) == "N0187");
  CHECK(more.diagnostics[0].arguments ==
        std::vector<std::string>{"units/u16.yaml", "16384"});
  CHECK(more.diagnostics[0].where.file->position(more.diagnostics[0].where.begin).line ==
        21);
  // Several files of tests share it.
  norma::given_account both(1500);
  const std::string one = std::string(head) +
                          "cases:\n  - {name: a, given: units/u0.yaml, "
                          "expect: {.: pass}}\n";
  CHECK(small::codes(in.read(one, bounds, &both).diagnostics).empty());
  CHECK(both.left == 476);
  const auto second = in.read(one, bounds, &both).diagnostics;
  REQUIRE(small::codes(second) == "N0187");
  CHECK(second[0].arguments == std::vector<std::string>{"units/u0.yaml", "1500"});
}

TEST_CASE("tables of members count among the units that tests are given") {
  const folder in;
  in.write("units/park.yaml",
           "norma: 1\nunit: area\nkind: park\nfacts: {members: {file: m.csv}}\n");
  in.write("units/m.csv", "id,due\n" + std::string(1000, ' ') + "a,1\n");
  const std::string text =
      "norma: 1\ntests: parks\nas_of: 2024-03-31\ngiven: units/park.yaml\n"
      "cases:\n  - {name: a, expect: {.: pass}}\n";
  norma::given_account given(2000);
  CHECK(small::codes(in.read(text, {}, &given).diagnostics).empty());
  CHECK(given.left < 1000);
  CHECK(small::codes(in.read(text, {}, &given).diagnostics) == "N0187");
}

TEST_CASE("a standard for one kind of area is not tested with another") {
  const folder in;
  const auto given = [&](const std::string& name) {
    return small::codes(
        in.read("norma: 1\ntests: parks\nas_of: 2024-03-31\ngiven: units/" + name +
                "\ncases:\n  - {name: a, expect: {.: pass}}\n")
            .diagnostics);
  };
  CHECK(given("area.yaml").empty());
  CHECK(given("town.yaml") == "N0815");
}

TEST_CASE("the target of a test is a standard or table of the pack") {
  const folder in;
  const auto result = in.read("norma: 1\ntests: contract\ncases: []\n");
  REQUIRE(small::codes(result.diagnostics) == "N0810");
  CHECK(result.diagnostics[0].arguments[1] == "contracts");
  CHECK(!result.file);
}

TEST_CASE("a day of the file that can not be read is not missed in each case") {
  const folder in;
  const auto cases =
      "given: units/one.yaml\ncases:\n  - {name: a, expect: {.: pass}}\n"
      "  - {name: b, expect: {.: fail}}\n";
  const auto read =
      in.read("norma: 1\ntests: contracts\nas_of: 2024-02-30\n" + std::string(cases));
  REQUIRE(small::codes(read.diagnostics) == "N0615");
  CHECK(read.diagnostics[0].arguments ==
        std::vector<std::string>{"2024-02-30", "2024-02", "29"});
  CHECK(!read.file);
  for (const char* day : {"2024-02-3x", "2024/02/30", "24-02-30"}) {
    CHECK(small::codes(in.read(std::string("norma: 1\ntests: contracts\nas_of: ") + day +
                               '\n' + cases)
                           .diagnostics) == "N0211");
  }
}

TEST_CASE("a case without a day is an error, since nothing is judged without one") {
  const folder in;
  CHECK(small::codes(in.read("norma: 1\ntests: contracts\ngiven: units/one.yaml\n"
                             "cases:\n  - {name: a, expect: {.: pass}}\n")
                         .diagnostics) == "N0208");
}

}  // namespace norma_test::test_file_test
