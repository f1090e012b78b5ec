// SPDX-License-Identifier: Apache-2.0
#include <norma/load/unit_file.hpp>

#include <filesystem>
#include <fstream>
#include <random>

#include "catch.hpp"
#include "small_words.hpp"

namespace norma_test::unit_table_test {

namespace {

using norma::supply;

/// A file that lasts as long as the test.
class temporary_file {
 public:
  explicit temporary_file(const std::string& content)
      : path_(std::filesystem::temp_directory_path() /
              ("norma-" + std::to_string(std::random_device()()) + ".csv")) {
    std::ofstream(path_, std::ios::binary) << content;
  }
  temporary_file(const temporary_file&) = delete;
  temporary_file& operator=(const temporary_file&) = delete;
  ~temporary_file() { std::filesystem::remove(path_); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

norma::table_result read(const std::string& content, std::string_view kind = {}) {
  const temporary_file file(content);
  return norma::try_read_units(file.path(), small::pack(), kind);
}

}  // namespace

TEST_CASE("a table gives one unit a row, names and aliases as columns") {
  const norma::table_result result = read(
      "\xef\xbb\xbfid,name,unit,kind,健全,due,founded,founded__date,fund,signed\r\n"
      "1,甲,enterprise,,是,5,2024-01-01,2024-02-02,#none,#pending\r\n"
      "2,\"乙, 二\",area,park,,,,,,\r\n");
  REQUIRE(small::codes(result.diagnostics).empty());
  REQUIRE(result.rows.size() == 2);
  const norma::unit& first = result.rows[0].unit.value();
  CHECK(first.id == "1");
  CHECK(first.kind == "enterprise");
  const auto said = [&](const char* fact) { return first.facts.at(fact).said().front(); };
  CHECK(said("sound").content.same_as(true));
  CHECK(said("due").content.same_as(5));
  CHECK(said("founded").from->day == norma::date::parse("2024-02-02"));
  CHECK(said("fund").state == supply::none);
  CHECK(said("signed").state == supply::pending);
  CHECK(result.rows[1].unit.value().name == "乙, 二");
  CHECK(result.rows[1].unit.value().area_kind == "park");
}

TEST_CASE("a bad cell is an error of its row alone") {
  const norma::table_result result = read(
      "id,due,sound,founded,size,signed\n"
      "1,５,yes,2024/1/1,大型,#none\n"
      "2,5,true,2024-01-01,large,\n"
      "3,5\n",
      "enterprise");
  REQUIRE(result.rows.size() == 3);
  CHECK(small::codes(result.rows[0].diagnostics) == "N0611 N0610 N0614 N0643 N0638");
  CHECK(!result.rows[0].unit);
  REQUIRE(result.rows[1].unit);
  CHECK(result.rows[1].unit->facts.at("signed").said().front().state == supply::blank);
  CHECK(small::codes(result.rows[2].diagnostics) == "N0639");
}

TEST_CASE("what is wrong in a cell names its column, unless the message does") {
  const norma::table_result result =
      read("id,unit,应签人数,events\n1,enterprise,x,\n2,enterprise,1,y\n");
  REQUIRE(result.rows.size() == 2);
  const auto in_number = result.rows[0].diagnostics.at(0);
  CHECK(in_number.code == "N0646");
  REQUIRE(in_number.labels.size() == 1);
  CHECK(in_number.labels[0].code == "R0102");
  CHECK(in_number.labels[0].arguments == std::vector<std::string>{"应签人数"});
  CHECK(render(in_number, norma::language::en).find("= in the column `应签人数`") !=
        std::string::npos);
  const auto in_date = read("id,unit,due,due__date\n1,enterprise,1,x\n").rows.at(0);
  CHECK(in_date.diagnostics.at(0).labels.at(0).arguments ==
        std::vector<std::string>{"due__date"});
  const auto in_list = result.rows[1].diagnostics.at(0);
  CHECK(in_list.code == "N0632");
  CHECK(in_list.labels.empty());
}

TEST_CASE("an unknown column is one warning") {
  const norma::table_result result =
      read("id,duue,due__dat\n1,x,y\n2,x,y\n", "enterprise");
  CHECK(small::codes(result.diagnostics) == "N0630 N0630");
  CHECK(result.diagnostics[0].arguments == std::vector<std::string>{"duue", "due"});
  REQUIRE(result.rows.size() == 2);
  CHECK(result.rows[0].unit);
}

TEST_CASE("columns that stand twice or leave the kind of unit open end the table") {
  CHECK(small::codes(read("id,due,due\n1,1,1\n", "enterprise").diagnostics) == "N0631");
  CHECK(small::codes(read("id,due\n1,1\n").diagnostics) == "N0633");
  CHECK(read("id,due\n1,1\n").rows.empty());
  CHECK(small::codes(read("id;due\n1;1\n", "enterprise").diagnostics) == "N0222");
}

TEST_CASE("a name and its alias in two columns are one fact, given once") {
  const norma::table_result result =
      read("id,due,应签人数\n1,5,\n2,,6\n3,5,6\n", "enterprise");
  REQUIRE(result.rows.size() == 3);
  CHECK(result.rows[0].unit.value().facts.at("due").statements[0].content.same_as(5));
  CHECK(result.rows[1].unit.value().facts.at("due").statements[0].content.same_as(6));
  CHECK(small::codes(result.rows[2].diagnostics) == "N0602");
}

TEST_CASE("a fact of another kind of unit, or a list, can not stand in a cell") {
  const norma::table_result result = read(
      "id,unit,area_sound,events,terms\n"
      "1,enterprise,true,,\n"
      "2,enterprise,,x,y\n"
      "3,enterprize,,,\n");
  REQUIRE(result.rows.size() == 3);
  CHECK(small::codes(result.rows[0].diagnostics) == "N0603");
  CHECK(small::codes(result.rows[1].diagnostics) == "N0632 N0632");
  CHECK(small::codes(result.rows[2].diagnostics) == "N0605");
}

TEST_CASE("a set, and a list of plain values, is written with semicolons") {
  const auto result = read(
      "id,sizes,days,days__date,events,terms\n"
      "1,small; large,2024-01-01;2024-02-01,2024-03-01,[],[]\n"
      "2,[],small,,,\n"
      "3,small;small,,,,\n"
      "4,small;,,,,\n"
      "5,tiny,,,2024-01-01,2024-01-01\n",
      "enterprise");
  REQUIRE(result.rows.size() == 5);
  REQUIRE(result.rows[0].unit);
  const auto& facts = result.rows[0].unit->facts;
  const auto said = [&](const char* fact) { return facts.at(fact).statements.at(0); };
  CHECK(said("sizes").content.to_string() == R"(["small", "large"])");
  CHECK(said("days").content.list()->size() == 2);
  CHECK(said("days").content.list()->at(1).day() != nullptr);
  CHECK(said("days").from->day == norma::date::parse("2024-03-01"));
  CHECK(said("events").content.same_as(norma::list_value{}));
  CHECK(said("terms").content.same_as(norma::list_value{}));
  CHECK(small::codes(result.rows[1].diagnostics) == "N0614");
  CHECK(small::codes(result.rows[2].diagnostics) == "N0627");
  CHECK(small::codes(result.rows[3].diagnostics) == "N0632");
  CHECK(small::codes(result.rows[4].diagnostics) == "N0618 N0632 N0632");
}

TEST_CASE("an id names one row; rows without one are as many as they are") {
  const auto result = read(
      "id,unit,kind,due\n"
      "a,enterprise,,1\n"
      "b,enterprise,,1\n"
      "a,enterprise,,2\n"
      "a,area,park,\n"
      ",enterprise,,1\n"
      ",enterprise,,1\n");
  REQUIRE(result.rows.size() == 6);
  for (const std::size_t good : {0U, 1U, 3U, 4U, 5U}) {
    CAPTURE(good);
    CHECK(result.rows[good].unit.has_value());
  }
  CHECK(!result.rows[2].unit);
  REQUIRE(small::codes(result.rows[2].diagnostics) == "N0641");
  const auto& twice = result.rows[2].diagnostics[0];
  CHECK(twice.arguments == std::vector<std::string>{"a"});
  CHECK(twice.where.file->position(twice.where.begin).line == 4);
  REQUIRE(twice.labels.size() == 1);
  CHECK(twice.labels[0].where.file->position(twice.labels[0].where.begin).line == 2);
}

TEST_CASE("of very many unknown columns the first are told") {
  std::string head = "id";
  for (int i = 0; i < 20'000; ++i) head += ",c" + std::to_string(i);
  const norma::table_result result = read(head + "\n1\n", "enterprise");
  REQUIRE(result.diagnostics.size() == norma::limits{}.diagnostics_per_file + 1);
  CHECK(result.diagnostics.back().code == "N0299");
}

TEST_CASE("rows of empty cells are no units") {
  for (const char* blank : {",,\n", " , ,\n", "\"\",,\n", ",\n"}) {
    const auto result = read(
        "id,name,due\na,甲,1\n" + std::string(blank) + "b,乙,2\n" + blank, "enterprise");
    CHECK(small::codes(result.diagnostics).empty());
    REQUIRE(result.rows.size() == 2);
    CHECK(result.rows[1].unit.value().id == "b");
  }
  // In a table of one column a blank in quotes is one.
  CHECK(read("due\n1\n\"\"\n\n2\n", "enterprise").rows.size() == 3);
  // One that says anything is a unit.
  CHECK(read("id,name,due\n,,1\n", "enterprise").rows.size() == 1);
  CHECK(small::codes(read("id,due\n,\n", "enterprise").diagnostics) == "N0637");
}

TEST_CASE("a number that a spreadsheet shortened is refused") {
  const auto result =
      read("id,due,fund\n1,1.24E+03,1\n2,5e2,1\n3,1240,1E3\n4,500,1000\n", "enterprise");
  REQUIRE(result.rows.size() == 4);
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(small::codes(result.rows[i].diagnostics) == "N0650");
  CHECK(result.rows[3].unit);
}

TEST_CASE("records and periods stand in a cell as in a unit's file") {
  const auto result = read(
      "id,events,terms,sizes,days\n"
      "1,\"[{date: 2024-03-01, confirmed: 是}, {date: 2024-04-01, confirmed: {pending: "
      "案}}]\","
      "\"[{from: 2024-01-01, to: 2024-12-31}, {from: 2025-01-01, to: {none: 长期}}]\","
      "\"[small, large]\",\"[2024-01-01]\"\n"
      "2,\"[{\"\"date\"\": \"\"2024-03-01\"\", \"\"confirmed\"\": true}]\",,,\n"
      "3,[{date: 2024-13-01}],,,\n"
      "4,[{when: 2024-03-01}],,,\n"
      "5,[{date: 2024-03-01},,,\n"
      "6,[{date: 2024-03-01}] x,,,\n"
      "7,,\"[{from: 2024-02-01, to: 2024-01-31}]\",,\n"
      "8,,,\"[small, small]\",\n",
      "enterprise");
  REQUIRE(result.rows.size() == 8);
  INFO(small::codes(result.rows[0].diagnostics));
  REQUIRE(result.rows[0].unit);
  const auto& facts = result.rows[0].unit->facts;
  const auto said = [&](const char* fact) {
    return facts.at(fact).statements.at(0).content;
  };
  REQUIRE(said("events").list() != nullptr);
  REQUIRE(said("events").list()->size() == 2);
  CHECK(said("events").list()->at(0).record()->find("confirmed")->same_as(true));
  CHECK(said("events").list()->at(1).record()->find("confirmed")->is_unknown());
  CHECK(said("terms").list()->size() == 2);
  CHECK(said("sizes").list()->size() == 2);
  CHECK(said("days").list()->size() == 1);
  REQUIRE(result.rows[1].unit);
  CHECK(result.rows[1].unit->facts.at("events").statements[0].content.list()->size() ==
        1);
  CHECK(small::codes(result.rows[2].diagnostics) == "N0615");
  CHECK(small::codes(result.rows[3].diagnostics) == "N0606");
  CHECK_FALSE(result.rows[4].unit);
  CHECK_FALSE(result.rows[5].unit);
  CHECK(small::codes(result.rows[6].diagnostics) == "N0625");
  CHECK(small::codes(result.rows[7].diagnostics) == "N0627");
  // What is wrong in a cell is shown there.
  const auto& place = result.rows[2].diagnostics[0].where;
  CHECK(place.file->position(place.begin).line == 4);
}

TEST_CASE("a table may lie in memory") {
  const auto text = std::make_shared<const norma::source_file>("t", "id,due\n1,5\n2,x\n");
  const auto result = norma::try_read_units(text, small::pack(), "enterprise");
  REQUIRE(result.rows.size() == 2);
  CHECK(result.rows[0].unit.value().id == "1");
  CHECK(small::codes(result.rows[1].diagnostics) == "N0646");
  norma::limits few;
  few.file_bytes = 5;
  CHECK(small::codes(norma::try_read_units(text, small::pack(), {}, few).diagnostics) ==
        "N0102");
}

}  // namespace norma_test::unit_table_test
