// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <norma/core/source.hpp>

#include <string>
#include <vector>

namespace norma_test::source_test {

using norma::embedded_source;
using norma::source_file;
using norma::source_position;

namespace {

/// What the file holds at the span of `piece` within `text`.
std::string piece_in_file(const embedded_source& place, std::string_view text,
                          std::string_view piece) {
  const std::size_t begin = text.find(piece);
  REQUIRE(begin != std::string_view::npos);
  const auto span = place.span(text, begin, begin + piece.size());
  return span.file->content().substr(span.begin, span.end - span.begin);
}

}  // namespace

TEST_CASE("a position counts lines and code points from one") {
  const source_file file("f.yaml", "ab\n职工：x\n");
  CHECK(file.position(0) == source_position{1, 1});
  CHECK(file.position(2) == source_position{1, 3});
  CHECK(file.position(3) == source_position{2, 1});
  CHECK(file.position(6) == source_position{2, 2});
  CHECK(file.position(12) == source_position{2, 4});
  CHECK(file.position(14) == source_position{3, 1});
}

TEST_CASE("an offset past the end is the end") {
  const source_file file("f", "ab\ncd");
  CHECK(file.position(5) == source_position{2, 3});
  CHECK(file.position(500) == source_position{2, 3});
  const source_file empty("f", "");
  CHECK(empty.position(9) == source_position{1, 1});
  CHECK(empty.line(1).empty());
  CHECK(empty.line(2).empty());
}

TEST_CASE("\\n, \\r\\n and a lone \\r end a line, and belong to none") {
  const source_file file("f", "one\r\ntwo\rthree\n\r\nlast");
  CHECK(file.line(1) == "one");
  CHECK(file.line(2) == "two");
  CHECK(file.line(3) == "three");
  CHECK(file.line(4).empty());
  CHECK(file.line(5) == "last");
  CHECK(file.line(6).empty());
  CHECK(file.position(5) == source_position{2, 1});
  CHECK(file.position(9) == source_position{3, 1});
  CHECK(file.line_offset(3) == 9);
  CHECK(file.line_offset(99) == file.content().size());
}

TEST_CASE("the position of every byte finds its way back through the line's offset") {
  const source_file file("f", "a\n\nbc\r\nd\re\n");
  std::size_t line = 1;
  for (std::size_t i = 0; i <= file.content().size(); ++i) {
    const auto position = file.position(i);
    CHECK(position.line >= line);
    line = position.line;
    CHECK(file.line_offset(line) + position.column - 1 == i);
  }
  CHECK(line == 6);
}

TEST_CASE("lines are found in a long file, however long they are") {
  std::string text;
  std::vector<std::size_t> starts{0};
  for (const std::size_t length :
       {0, 1, 5000, 0, 1021, 1022, 1023, 1024, 1025, 3, 0, 0}) {
    text += std::string(length, 'x') + (starts.size() % 3 == 0 ? "\r\n" : "\n");
    starts.push_back(text.size());
  }
  for (const char* last : {"", "end"}) {
    const source_file file("f", text + last);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      CHECK(file.line_offset(i + 1) == starts[i]);
      CHECK(file.position(starts[i]) == source_position{i + 1, 1});
      if (i == 0) continue;
      const std::size_t end = starts[i] - 1;
      CHECK(file.position(end) == source_position{i, end - starts[i - 1] + 1});
    }
    CHECK(file.line_offset(starts.size() + 1) == file.content().size());
    CHECK(file.line(starts.size()) == last);
  }
  std::string wide;
  for (int i = 0; i < 1'000; ++i) wide += "职";
  const source_file one("f", "x\n" + wide + "\n");
  for (const std::size_t i : {0U, 1U, 340U, 341U, 342U, 999U, 1000U}) {
    CHECK(one.position(2 + 3 * i) == source_position{2, i + 1});
  }
}

TEST_CASE("a byte order mark is no part of the first line") {
  const source_file file("f", "\xef\xbb\xbfkey: 1");
  CHECK(file.line(1) == "key: 1");
  CHECK(file.position(3) == source_position{1, 1});
  CHECK(file.position(0) == source_position{1, 1});
  CHECK(file.position(7) == source_position{1, 5});
}

TEST_CASE("a span of a plain scalar is moved by its offset") {
  const auto file = std::make_shared<source_file>("f", "require: a >= 2\n");
  CHECK(piece_in_file({file, 9, 0}, "a >= 2", ">=") == ">=");
  CHECK_FALSE(embedded_source{}.span("a", 0, 1));
}

TEST_CASE("a span of a block scalar passes the indent that YAML drops") {
  const auto file = std::make_shared<source_file>(
      "f", "require: |-\n    a >= 2\n      and bb\n\n    or c = 3\n");
  const embedded_source place{file, 16, 4};
  const std::string text = "a >= 2\n  and bb\n\nor c = 3";
  CHECK(piece_in_file(place, text, ">=") == ">=");
  CHECK(piece_in_file(place, text, "bb") == "bb");
  CHECK(piece_in_file(place, text, "c = 3") == "c = 3");
  CHECK(piece_in_file(place, text, "and bb\n") == "and bb\n");
}

TEST_CASE("a span of a block scalar holds where the file ends lines with \\r\\n") {
  const auto file =
      std::make_shared<source_file>("f", "r: |-\r\n  a\r\n  and b\r\n  and c\r\n");
  const embedded_source place{file, 9, 2};
  CHECK(piece_in_file(place, "a\nand b\nand c", "c") == "c");
}

TEST_CASE("a span past the end of its file stays within it") {
  const auto file = std::make_shared<source_file>("f", "ab");
  const auto span = embedded_source{file, 1, 0}.span("abcdef", 3, 6);
  CHECK(span.begin == 2);
  CHECK(span.end == 2);
}

}  // namespace norma_test::source_test
