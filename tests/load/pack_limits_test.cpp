// SPDX-License-Identifier: Apache-2.0
#include <cstddef>  // std::size_t
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/load/load.hpp>

#include "catch.hpp"
#include "reading.hpp"

namespace norma_test::pack_limits_test {

using norma_test::folder;

namespace {

std::string head_of(const std::string& name, const std::string& base) {
  return "norma: 1\npack: " + name + "\nversion: 1.0.0\ntitle: {zh: 甲}\n" +
         (base.empty() ? "" : "uses: [{pack: " + base + ", version: 1.0}]\n");
}

/// The codes of what is found about pack `a`, of which so many bytes are taken.
std::string found(const folder& f, std::size_t bytes) {
  norma::load_options options;
  options.bounds.pack_bytes = bytes;
  std::string result;
  for (const auto& d : norma::try_load(f.path() / "a", options).diagnostics)
    result += (result.empty() ? "" : " ") + d.code;
  return result;
}

}  // namespace

TEST_CASE(
    "the files of a pack, those of tables, too, are not larger together than they may") {
  const std::string facts =
      "norma: 1\nunits:\n  e: {label: {zh: 企业}}\n"
      "facts:\n  n: {label: {zh: 数}, of: [e], type: number}\n";
  const std::string table =
      "norma: 1\ntable: t\ntitle: {zh: 表}\ncite: {document: d, clause: 一}\n"
      "inputs: {n: n}\ngives: boolean\nhit: first\nrows: {file: r.csv}\n";
  const std::string rows = "n,gives\n-,true\n";
  const auto head =
      head_of("a", "") + "documents: {d: {number: 一号, title: {zh: 文}}}\n";
  const folder f{{"a/pack.yaml", head},
                 {"a/facts.yaml", facts},
                 {"a/t.yaml", table},
                 {"a/r.csv", rows},
                 {"a/tests/t.yaml", "# not read\n"}};
  const auto all = head.size() + facts.size() + table.size() + rows.size();
  CHECK(found(f, all).empty());
  CHECK(found(f, all - 1) == "N0575");
  CHECK(found(f, facts.size()) == "N0575");  // once, whatever follows
}

TEST_CASE("rows that two tables share count once") {
  const auto table = [](const std::string& id) {
    return "norma: 1\ntable: " + id +
           "\ntitle: {zh: 表}\ncite: {document: d, clause: 一}\n"
           "inputs: {n: n}\ngives: boolean\nhit: first\nrows: {file: r.csv}\n";
  };
  const std::string facts =
      "norma: 1\nunits:\n  e: {label: {zh: 企业}}\n"
      "facts:\n  n: {label: {zh: 数}, of: [e], type: number}\n";
  const auto head =
      head_of("a", "") + "documents: {d: {number: 一号, title: {zh: 文}}}\n";
  const std::string rows = "n,gives\n-,true\n";
  const folder f{{"a/pack.yaml", head},
                 {"a/facts.yaml", facts},
                 {"a/t.yaml", table("t")},
                 {"a/u.yaml", table("u")},
                 {"a/r.csv", rows}};
  const auto all = head.size() + facts.size() + 2 * table("t").size() + rows.size();
  CHECK(found(f, all).empty());
  CHECK(found(f, all - 1) == "N0575");
}

TEST_CASE("packs that one builds on count with it, each once") {
  const folder f{{"a/pack.yaml", head_of("a", "b")}, {"b/pack.yaml", head_of("b", "")}};
  const auto all = head_of("a", "b").size() + head_of("b", "").size();
  CHECK(found(f, all).empty());
  CHECK(found(f, all - 1) == "N0575");
}

TEST_CASE("packs build on packs sixteen levels deep, not deeper") {
  const auto of_levels = [](int levels) {
    const folder f{{"a/pack.yaml", head_of("a", levels > 1 ? "p2" : "")}};
    for (int i = 2; i <= levels; ++i) {
      const auto name = "p" + std::to_string(i);
      f.write(name + "/pack.yaml",
              head_of(name, i < levels ? "p" + std::to_string(i + 1) : ""));
    }
    return found(f, norma::limits{}.pack_bytes);
  };
  CHECK(of_levels(16).empty());
  CHECK(of_levels(17) == "N0576");
}

TEST_CASE("a pack and those that it builds on are a hundred, not more") {
  const auto of_packs = [](int packs) {
    std::string uses;
    const folder f{{"a/pack.yaml", ""}};
    for (int i = 1; i < packs; ++i) {
      const auto name = "p" + std::to_string(i);
      uses += "  - {pack: " + name + ", version: 1.0}\n";
      f.write(name + "/pack.yaml", head_of(name, ""));
    }
    f.write("a/pack.yaml", head_of("a", "") + "uses:\n" + uses);
    return found(f, norma::limits{}.pack_bytes);
  };
  CHECK(of_packs(100).empty());
  CHECK(of_packs(101) == "N0548");
}

TEST_CASE("of packs that are not there a hundred are looked for") {
  std::string uses = "uses:\n";
  for (int i = 1; i < 150; ++i)
    uses += "  - {pack: p" + std::to_string(i) + ", version: 1.0}\n";
  const folder f{{"a/pack.yaml", head_of("a", "") + uses}};
  const auto all = norma::try_load(f.path() / "a").diagnostics;
  REQUIRE(all.size() == 101);
  CHECK(all[99].code == "N0541");
  CHECK(all[100].code == "N0299");  // that there are more than a hundred
  CHECK(all[100].arguments == std::vector<std::string>{"1"});
}

TEST_CASE("what a pack takes over counts among what it holds") {
  const auto groups = [](int many, std::size_t label, std::size_t clause) {
    std::string all =
        "norma: 1\nstandard: s\ntitle: {zh: 标准}\nunit: e\ncite: {document: d, "
        "clause: " +
        std::string(clause, 'c') + "}\nitems:\n";
    for (int i = 0; i < many; ++i)
      all += "  - {id: g" + std::to_string(i) + ", title: {zh: 条}, all: [sound]}\n";
    const folder f{
        {"a/pack.yaml",
         head_of("a", "") + "documents: {d: {number: 一号, title: {zh: 文}}}\n"},
        {"a/facts.yaml",
         "norma: 1\nunits:\n  e: {label: {zh: 企业}}\nfacts:\n  sound: {label: {zh: " +
             std::string(label, 'x') + "}, of: [e], type: boolean}\n"},
        {"a/s.yaml", all}};
    return found(f, 256 * 1024);
  };
  CHECK(groups(1'000, 10, 10).empty());
  CHECK(groups(1'000, 40'000, 10) == "N0575");
  CHECK(groups(1'000, 10, 40'000) == "N0575");
  CHECK(groups(100, 40'000, 40'000).empty());
}

TEST_CASE("numbers count by their digits, however short they are written") {
  const auto numbers = [](int written, int stated, const std::string& number) {
    std::string all =
        "norma: 1\nstandard: s\ntitle: {zh: 标准}\nunit: e\ncite: {document: d, "
        "clause: 一}\nitems:\n  - id: a\n    title: {zh: 条}\n    all:\n"
        "      - id: p\n        title: {zh: 款}\n        require: n in (0";
    for (int i = 0; i < written; ++i) all += ", " + number;
    std::string parameters = "norma: 1\nparameters:\n";
    for (int i = 0; i < stated; ++i)
      parameters += "  q" + std::to_string(i) +
                    ": {label: {zh: 数}, type: number, values: [{from: 2023-01-01, "
                    "value: " +
                    number + ", cite: {document: d, clause: 一}}]}\n";
    const folder f{
        {"a/pack.yaml",
         head_of("a", "") + "documents: {d: {number: 一号, title: {zh: 文}}}\n"},
        {"a/facts.yaml",
         "norma: 1\nunits:\n  e: {label: {zh: 企业}}\nfacts:\n"
         "  n: {label: {zh: 数}, of: [e], type: number}\n"},
        {"a/s.yaml", all + ")\n"}};
    if (stated > 0) f.write("a/parameters.yaml", parameters);
    return found(f, 256 * 1024);
  };
  CHECK(numbers(600, 600, "12345").empty());
  CHECK(numbers(100, 100, "1e4000").empty());
  CHECK(numbers(600, 0, "1e4000") == "N0575");
  CHECK(numbers(1, 600, "1e4000") == "N0575");
}

TEST_CASE("what lists hold counts for each list of them, however deep") {
  const auto records = [](int deep, int wide) {
    std::string all = "norma: 1\nunits:\n  e: {label: {zh: 企业}}\nrecords:\n";
    for (int i = 0; i < deep; ++i) {
      all += "  r" + std::to_string(i) + ":\n    fields:\n";
      const auto type = i == 0 ? "count" : "list of r" + std::to_string(i - 1);
      for (int k = 0; k < wide; ++k)
        all +=
            "      f" + std::to_string(k) + ": {label: {zh: 数}, type: " + type + "}\n";
    }
    all += "facts:\n  all: {label: {zh: 全}, of: [e], type: list of r" +
           std::to_string(deep - 1) + "}\n";
    const folder f{{"a/pack.yaml", head_of("a", "")}, {"a/facts.yaml", all}};
    return found(f, norma::limits{}.pack_bytes);
  };
  CHECK(records(2, 100).empty());
  CHECK(records(10, 2).empty());
  CHECK(records(4, 100) == "N0575");
  CHECK(records(100, 2) == "N0575");
}

}  // namespace norma_test::pack_limits_test
