// SPDX-License-Identifier: Apache-2.0
#include <chrono>  // std::chrono::steady_clock

#include <norma/load/impl/yaml_document.hpp>

#include "catch.hpp"
#include "reading.hpp"

namespace norma_test::yaml_document_test {

using norma::load_detail::parse_yaml;
using norma::load_detail::yaml_kind;
using norma::load_detail::yaml_node;
using norma::load_detail::yaml_style;
using norma_test::places;
using norma_test::source;

namespace {

struct document {
  norma::source_ptr file;
  std::vector<norma::diagnostic> findings;
  std::optional<yaml_node> root;

  explicit document(const std::string& text, norma::limits bounds = {})
      : file(source(text)) {
    root = parse_yaml(file, bounds, findings);
  }
  [[nodiscard]] std::string marked(const yaml_node& node) const {
    return norma_test::marked({file, node.begin, node.end});
  }
  /// The file's bytes at which the text of `node` stands.
  [[nodiscard]] std::string text_in_file(const yaml_node& node, std::size_t begin,
                                         std::size_t end) const {
    const norma::embedded_source where{file, node.text_begin, node.indent};
    return norma_test::marked(where.span(node.text, begin, end));
  }
};

}  // namespace

TEST_CASE("a tree keeps order, styles and exact places") {
  const document d(
      "norma: 1\n"
      "标题: {zh: 甲, en: 'it''s'}\n"
      "cells: [\">= 1\", '-', a b]\n"
      "items:\n"
      "  - id: x\n"
      "    when: a and\n"
      "      b\n"
      "  - 🙂y\n");
  REQUIRE(d.root);
  CHECK(d.findings.empty());
  const yaml_node& root = *d.root;
  REQUIRE(root.kind == yaml_kind::mapping);
  REQUIRE(root.entries.size() == 4);
  CHECK(root.entries[1].key.text == "标题");
  CHECK(d.marked(root.entries[1].key) == "标题");

  const yaml_node& title = root.entries[1].value;
  CHECK(title.style == yaml_style::flow);
  CHECK(d.marked(title) == "{zh: 甲, en: 'it''s'}");
  CHECK(title.find("zh")->in_flow);
  CHECK(title.find("en")->text == "it's");
  CHECK(d.marked(*title.find("en")) == "'it''s'");
  CHECK_FALSE(title.find("en")->verbatim);

  const yaml_node& cells = *root.find("cells");
  REQUIRE(cells.items.size() == 3);
  CHECK(d.marked(cells) == "[\">= 1\", '-', a b]");
  CHECK(cells.items[0].style == yaml_style::double_quoted);
  CHECK(cells.items[0].verbatim);
  CHECK(d.text_in_file(cells.items[0], 3, 4) == "1");
  CHECK(cells.items[1].style == yaml_style::single_quoted);
  CHECK(d.marked(cells.items[2]) == "a b");

  const yaml_node& items = *root.find("items");
  CHECK(items.style == yaml_style::block);
  const yaml_node& when = *items.items[0].find("when");
  CHECK(when.text == "a and b");
  CHECK_FALSE(when.verbatim);
  CHECK(d.marked(when) == "a and\n      b");
  CHECK(d.marked(items.items[1]) == "🙂y");
  CHECK(root.find("missing") == nullptr);
}

TEST_CASE("a block scalar tells how its lines lie in the file") {
  const std::string breaks[] = {"\n", "\r\n"};
  for (const std::string& end : breaks) {
    const document d("a:" + end + "  require: |-" + end + "    some e in x" + end +
                     "      satisfies e > 1" + end + end + "  next: 1" + end);
    REQUIRE(d.root);
    const yaml_node& node = *d.root->find("a")->find("require");
    CHECK(node.style == yaml_style::literal);
    CHECK(node.text == "some e in x\n  satisfies e > 1");
    CHECK(node.indent == 4);
    CHECK(d.text_in_file(node, 0, 4) == "some");
    CHECK(d.text_in_file(node, 14, 23) == "satisfies");
    CHECK(d.marked(node) ==
          "|-" + end + "    some e in x" + end + "      satisfies e > 1");
  }
  const document blank("a: |-\n\n   x = 1\nb: >-\n  y\n");
  REQUIRE(blank.root);
  const yaml_node& node = *blank.root->find("a");
  CHECK(node.text == "\nx = 1");
  CHECK(blank.text_in_file(node, 1, 2) == "x");
  CHECK(blank.root->find("b")->style == yaml_style::folded);
}

TEST_CASE("values left out and written nulls are blank") {
  const document d("a:\nb: null\nc: ~\nd: \"\"\ne: 'null'\nf: [~, x]\n");
  REQUIRE(d.root);
  CHECK(d.root->find("a")->blank);
  CHECK(d.root->find("b")->blank);
  CHECK(d.root->find("c")->blank);
  CHECK_FALSE(d.root->find("d")->blank);
  CHECK_FALSE(d.root->find("e")->blank);
  CHECK(d.root->find("f")->items[0].blank);
  // The place of what is not there is behind its key.
  CHECK(d.file->position(d.root->find("a")->begin) == norma::source_position{1, 3});
  const document nothing("");
  REQUIRE(nothing.root);
  CHECK(nothing.root->blank);
}

TEST_CASE("a byte order mark shifts no place") {
  const document d(
      "\xef\xbb\xbf"
      "a: 1\nb: x\n");
  REQUIRE(d.root);
  CHECK(d.marked(d.root->entries[0].key) == "a");
  CHECK(d.marked(*d.root->find("b")) == "x");
}

TEST_CASE("a duplicate key is found with both places, the first one stays") {
  const document d("a: 1\nb: {x: 1, x: 2}\na: 3\n");
  REQUIRE(d.root);
  CHECK(places(d.findings) == std::vector<std::string>{"N0202 2:11", "N0202 3:1"});
  REQUIRE(d.findings[1].labels.size() == 1);
  CHECK(d.findings[1].labels[0].where.begin == 0);
  CHECK(d.root->find("a")->text == "1");

  std::string many;
  for (int i = 0; i < 40; ++i) many += "k" + std::to_string(i) + ": 1\n";
  const document wide(many + "k3: 2\nk39: 2\n");
  CHECK(places(wide.findings) == std::vector<std::string>{"N0202 41:1", "N0202 42:1"});
}

TEST_CASE("what would change how rules read is refused") {
  CHECK(places(document("a: &x 1\nb: *x\n").findings) ==
        std::vector<std::string>{"N0205 1:4", "N0205 2:4"});
  CHECK(places(document("a: !!int 1\nb: ! x\nc: !t {d: 1}\n").findings) ==
        std::vector<std::string>{"N0205 1:4", "N0205 2:4", "N0205 3:4"});
  CHECK(places(document("a: {<<: {b: 1}}\n").findings) ==
        std::vector<std::string>{"N0205 1:5"});
  CHECK(places(document("%YAML 1.1\n---\na: 1\n").findings) ==
        std::vector<std::string>{"N0205 1:1"});
  CHECK(places(document("---\na: 1\n---\nb: 2\n").findings) ==
        std::vector<std::string>{"N0206 3:1"});
  CHECK(places(document("? {a: 1}\n: 2\n[x]: 1\n~: 3\n").findings) ==
        std::vector<std::string>{"N0204 1:3", "N0204 3:1", "N0204 4:1"});
  CHECK(document("---\na: 1\n...\n").findings.empty());
}

TEST_CASE("a syntax error says where and what, with the block form for conditions") {
  const auto finding = [](const std::string& text) {
    const document d(text);
    CHECK((!d.root || d.root->cut));
    REQUIRE(d.findings.size() == 1);
    CHECK((d.findings[0].code == "N0201" || d.findings[0].code == "N0226"));
    return d.findings[0];
  };
  CHECK(finding("a: b: c\n").help(norma::language::en).empty());
  const norma::diagnostic condition = finding("x: 1\nrequire: a in {b: 1}: 2\n");
  CHECK(condition.where.file->position(condition.where.begin).line == 2);
  CHECK(condition.help(norma::language::en).find("|-") != std::string::npos);
  CHECK(condition.help(norma::language::zh).find("|-") != std::string::npos);
  CHECK_FALSE(finding("  - when: \"a\" in b\n").help(norma::language::en).empty());
  CHECK_FALSE(finding("when: @\"2023-06-30\" <= d\n").help(norma::language::en).empty());
  for (const std::string broken :
       {"a: [1, 2\n", "a: {b: 1\n", "a: \"x\n", "a: 'x\n", "\ta: 1\n", "a: 1\n b: 2\n",
        "a: ]\n", "- a\nb: 1\n", "a: \"\\q\"\n", "a: |x\n  y\n", "a: %x\n", "a: `x`\n"}) {
    INFO(broken);
    const norma::diagnostic d = finding(broken);
    CHECK(d.message(norma::language::zh) != "YAML 语法错误：");
    CHECK(d.where);
  }
}

TEST_CASE("what stands before a syntax error is read, and known to be cut there") {
  const document d(
      "a: 1\n"
      "list:\n"
      "  - {id: x}\n"
      "  - id: y\n"
      "    when: b\n"
      "    require: \"x\" = 0\n"
      "  - id: z\n");
  CHECK(places(d.findings) == std::vector<std::string>{"N0201 6:18"});
  REQUIRE(d.root);
  CHECK(d.root->cut);
  REQUIRE(d.root->find("list") != nullptr);
  const yaml_node& list = *d.root->find("list");
  CHECK(list.cut);
  REQUIRE(list.items.size() == 2);
  CHECK_FALSE(list.items[0].cut);
  CHECK(list.items[1].cut);
  CHECK(list.items[1].find("when") != nullptr);
  CHECK(list.items[1].find("require") == nullptr);  // not meant as it was read

  // Of brackets that stay open nothing is kept, nor a value that runs on.
  const document open("a: 1\nb: [x,\nc: 2\nd: {\n");
  REQUIRE(open.root);
  CHECK(open.root->entries.size() == 1);
  CHECK_FALSE(document("a: [1\nb: 2\n").root);
  // A block before the mistake may be cut short.
  const document block("a: 1\nb: |-\n  x and\n y: 2\n");
  REQUIRE(block.root);
  CHECK(block.root->find("b") == nullptr);
  const document second("a: {b: 1}\nc: 2\n---\nd: 3\n");
  REQUIRE(second.root);
  CHECK(second.root->find("c") != nullptr);
  CHECK_FALSE(second.root->find("a")->cut);
}

TEST_CASE("depth is bounded and hostile files end soon") {
  const auto start = std::chrono::steady_clock::now();
  norma::limits few;
  few.yaml_depth = 3;
  CHECK(places(document("a: {b: {c: {d: 1}}}\n", few).findings) ==
        std::vector<std::string>{"N0207 1:12"});
  CHECK(document("a: {b: {c: 1}}\n", few).findings.empty());
  const std::size_t size = 200'000;
  for (const std::string piece :
       {"[",    "{",   "- ",    "? ",   "a: ",   "[a, ",   "\"", "'",  "&a ",
        "!a ",  "*a ", "- - ",  "a:\n", "|",     ">",      "#",  "\n", "[]",
        "{}: ", "\\",  "a:\n ", "%",    "? a\n", "a: b\n", ",",  "]",  "--- \n"}) {
    INFO(piece);
    std::string text;
    while (text.size() < size) text += piece;
    const document d(text);
    CHECK((d.root || !d.findings.empty()));
    CHECK(d.findings.size() < 2000);
  }
  std::string staircase;
  for (std::size_t i = 0; i < 600; ++i) staircase += std::string(i, ' ') + "a:\n";
  CHECK(places(document(staircase).findings) == std::vector<std::string>{"N0207 65:65"});
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

}  // namespace norma_test::yaml_document_test
