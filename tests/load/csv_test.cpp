// SPDX-License-Identifier: Apache-2.0
#include <norma/load/impl/csv.hpp>

#include "catch.hpp"
#include "reading.hpp"

namespace norma_test::csv_test {

using norma_test::marked;
using norma_test::places;
using norma_test::source;

namespace {

using rows = std::vector<std::vector<std::string>>;

struct sheet {
  norma::source_ptr file;
  std::vector<norma::diagnostic> findings;
  std::vector<norma::load_detail::csv_row> lines;

  explicit sheet(const std::string& text) : file(source(text, "a.csv")) {
    norma::load_detail::csv_reader reader(file);
    norma::load_detail::csv_row row;
    while (reader.next(row, findings)) lines.push_back(row);
  }
  [[nodiscard]] rows texts() const {
    rows result;
    for (const auto& line : lines) {
      result.emplace_back();
      for (const auto& cell : line.cells) result.back().push_back(cell.text);
    }
    return result;
  }
};

}  // namespace

TEST_CASE("rows are read with and without quotes, whatever ends a line") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const sheet s("a,b,c" + end + "1,\"x, \"\"y\"\"\"," + end + end + "  " + end +
                  " 2 , \"z\" ,甲");
    CHECK(s.findings.empty());
    CHECK(s.texts() == rows{{"a", "b", "c"}, {"1", "x, \"y\"", ""}, {"2", "z", "甲"}});
  }
  CHECK(sheet("").texts().empty());
  CHECK(sheet("\n\n").texts().empty());
  CHECK(sheet("a\n").texts() == rows{{"a"}});
  CHECK(sheet("\xef\xbb\xbf"
              "a,b")
            .texts() == rows{{"a", "b"}});
  CHECK(sheet(",").texts() == rows{{"", ""}});
  CHECK(sheet("\"\"").texts() == rows{{""}});
}

TEST_CASE("cells know their places") {
  const sheet s("名称,x\n \"a\"\"b\" , c d ,\"e\"\n");
  REQUIRE(s.lines.size() == 2);
  const auto& cells = s.lines[1].cells;
  REQUIRE(cells.size() == 3);
  const auto at = [&](const norma::load_detail::csv_cell& cell) {
    return marked({s.file, cell.begin, cell.end});
  };
  CHECK(at(cells[0]) == "\"a\"\"b\"");
  CHECK_FALSE(cells[0].verbatim);
  CHECK(at(cells[1]) == "c d");
  CHECK(cells[1].verbatim);
  CHECK(at(cells[2]) == "\"e\"");
  CHECK(cells[2].verbatim);
  CHECK(s.file->content()[cells[2].text_begin] == 'e');
  CHECK(marked({s.file, s.lines[1].begin, s.lines[1].end}) == " \"a\"\"b\" , c d ,\"e\"");
}

TEST_CASE("quotes that do not fit are findings, and reading goes on") {
  const sheet open("a,\"b\nc,d\n");
  CHECK(places(open.findings) == std::vector<std::string>{"N0220 1:3"});
  CHECK(open.texts() == rows{{"a", "b"}, {"c", "d"}});
  const sheet after("\"a\"b,c\n");
  CHECK(places(after.findings) == std::vector<std::string>{"N0221 1:4"});
  CHECK(after.texts() == rows{{"a", "c"}});
  const sheet inside("a\"b,c\n");
  CHECK(inside.findings.empty());
  CHECK(inside.texts() == rows{{"a\"b", "c"}});
}

TEST_CASE("cells that semicolons or tabs separate are one finding and no rows") {
  const sheet semicolons("id;due\n1;5\n");
  CHECK(places(semicolons.findings) == std::vector<std::string>{"N0222 1:3"});
  CHECK(semicolons.texts().empty());
  CHECK(places(sheet("\"id\"\tdue\n").findings) == std::vector<std::string>{"N0222 1:5"});
  CHECK(sheet("a;b,c\n1,2\n").findings.empty());
  CHECK(sheet(" a \t\n1;2\n").texts() == rows{{"a"}, {"1;2"}});
}

TEST_CASE("a quoted cell may go over several lines") {
  const sheet s("a,b\r\n\"x\r\ny\n\nz\",2\r\n\"p\"\"\nq\",3\n4,\"5\"6\n");
  CHECK(places(s.findings) == std::vector<std::string>{"N0221 8:6"});
  CHECK(s.texts() == rows{{"a", "b"}, {"x\r\ny\n\nz", "2"}, {"p\"\nq", "3"}, {"4", "5"}});
  CHECK(s.lines[1].cells[0].verbatim);
  CHECK(marked({s.file, s.lines[1].cells[1].begin, s.lines[1].cells[1].end}) == "2");
}

TEST_CASE("a quote that nothing closes costs its line alone") {
  const sheet s("a\n\"b\"\"\nc\n\"\"d\ne\n");
  CHECK(places(s.findings) == std::vector<std::string>{"N0220 2:1", "N0221 4:3"});
  CHECK(s.texts() == rows{{"a"}, {"b\""}, {"c"}, {""}, {"e"}});
  std::string many = "a\n";
  for (int i = 0; i < 200'000; ++i) many += "\"\"\"\n";
  CHECK(sheet(many + "\"\"\"").lines.size() > 1);
}

}  // namespace norma_test::csv_test
