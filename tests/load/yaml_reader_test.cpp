// SPDX-License-Identifier: Apache-2.0
#include <norma/load/impl/yaml_reader.hpp>

#include "catch.hpp"
#include "reading.hpp"

namespace norma_test::yaml_reader_test {

using norma::load_detail::yaml_node;
using norma::load_detail::yaml_reader;
using list = std::vector<std::string>;

namespace {

/// A file and a reader of it.
struct reading {
  norma::source_ptr file;
  std::vector<norma::diagnostic> findings;
  std::optional<yaml_node> root;
  yaml_reader in;

  explicit reading(const std::string& text)
      : file(norma_test::source(text)),
        root(norma::load_detail::parse_yaml(file, {}, findings)),
        in(file, findings) {
    REQUIRE(root);
  }
  [[nodiscard]] const yaml_node* at(std::string_view key) const {
    return root->find(key);
  }
  [[nodiscard]] list found() const { return norma_test::places(findings); }
};

}  // namespace

TEST_CASE("unknown and missing keys are found with a hint") {
  reading r("requires: 1\nid: x\n");
  r.in.only_keys(*r.root, {"id", "require", "title"});
  CHECK(r.in.require_key(*r.root, "title") == nullptr);
  CHECK(r.found() == list{"N0203 1:1", "N0208 1:1"});
  CHECK(r.findings[0].help(norma::language::en) == "did you mean `require`?");
}

TEST_CASE("texts have one language at least") {
  reading r("a: {zh: 甲}\nb: {en: b, zh: 乙}\nc: {}\nd: 丁\ne: {zh: , fr: x}\nf: [x]\n");
  CHECK(r.in.read_text(r.at("a")) == norma::text{"甲", ""});
  CHECK(r.in.read_text(r.at("b")) == norma::text{"乙", "b"});
  CHECK_FALSE(r.in.read_text(r.at("c")));
  CHECK_FALSE(r.in.read_text(r.at("d")));
  CHECK(r.in.read_text(r.at("d"), true) == norma::text{"丁", ""});
  CHECK(r.in.read_text(r.at("e")));
  CHECK_FALSE(r.in.read_text(r.at("f"), true));
  CHECK_FALSE(r.in.read_text(r.at("none")));
  CHECK(r.found() ==
        list{"N0208 3:4", "N0204 4:4", "N0203 5:11", "N0204 5:9", "N0204 6:4"});
}

TEST_CASE("scalars are read to the letter") {
  reading r(
      "day: 2023-06-30\nbad_day: 2023-6-30\nyes: true\nquoted: \"true\"\nno: yes\n"
      "n: 12\noctal: 012\nnegative: -1\nhex: 0x10\nbig: 99999999999999999999\n"
      "word: goal\nother: gaol\nlist: [a, b, [c]]\none: a\nfolded: >-\n  x\nblank:\n");
  CHECK(r.in.read_date(r.at("day"))->to_string() == "2023-06-30");
  CHECK_FALSE(r.in.read_date(r.at("bad_day")));
  CHECK(r.in.read_flag(r.at("yes")) == true);
  CHECK_FALSE(r.in.read_flag(r.at("quoted")));
  CHECK_FALSE(r.in.read_flag(r.at("no")));
  CHECK(r.in.read_count(r.at("n")) == 12);
  for (const char* key : {"octal", "negative", "hex", "big"}) {
    CHECK_FALSE(r.in.read_count(r.at(key)));
  }
  CHECK(r.in.read_choice(r.at("word"), {"mandatory", "goal"}) == 1U);
  CHECK_FALSE(r.in.read_choice(r.at("other"), {"mandatory", "goal"}));
  CHECK(r.in.read_words(r.at("list")).size() == 2);
  CHECK(r.in.read_words(r.at("one"), true).size() == 1);
  CHECK(r.in.read_words(r.at("one")).empty());
  CHECK_FALSE(r.in.scalar(r.at("folded")));
  CHECK_FALSE(r.in.scalar(r.at("blank")));
  CHECK(r.found() == list{"N0211 2:10", "N0212 4:9", "N0212 5:5", "N0213 7:8",
                          "N0213 8:11", "N0213 9:6", "N0213 10:6", "N0214 12:8",
                          "N0204 13:14", "N0204 14:6", "N0210 15:9", "N0204 17:7"});
}

TEST_CASE("a file says which format it is written in") {
  reading good("norma: 1\n");
  CHECK(good.in.expect_format(*good.root, "tests: …"));
  reading other("norma: 2\n");
  CHECK_FALSE(other.in.expect_format(*other.root, "tests: …"));
  CHECK(other.found() == list{"N0215 1:8"});
  reading none("a: 1\n");
  CHECK_FALSE(none.in.expect_format(*none.root, "tests: …"));
  CHECK(none.found() == list{"N0208 1:1"});
  reading sequence("- 1\n");
  CHECK_FALSE(sequence.in.expect_format(*sequence.root, "tests: …"));
  CHECK(sequence.found() == list{"N0204 1:1"});
  reading empty("# nothing\n");
  CHECK_FALSE(empty.in.expect_format(*empty.root, "tests: …"));
  CHECK(empty.found() == list{"N0235 1:1"});
}

}  // namespace norma_test::yaml_reader_test
