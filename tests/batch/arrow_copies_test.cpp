// SPDX-License-Identifier: Apache-2.0
#include <norma/batch/arrow.hpp>

#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <norma/batch/impl/cells.ipp>
#include <norma/batch/plan.hpp>
#include <norma/core/error.hpp>

#include "assess/sample_pack.hpp"
#include "bench/counted_memory.hpp"
#include "catch.hpp"

// Columns of Arrow that lie in no layout of the engine, and are copied into one.

namespace norma_test::arrow_copies_test {

namespace {

/// A column of rows that are all known but the last.
class arrow_column {
 public:
  arrow_column(const char* format, std::vector<const void*> buffers, std::int64_t length,
               std::int64_t offset = 0)
      : buffers_(std::move(buffers)) {
    marks_ = static_cast<std::uint8_t>((1U << (length + offset - 1)) - 1);
    buffers_.insert(buffers_.begin(), &marks_);
    schema_.format = format;
    schema_.name = "x";
    array_.length = length;
    array_.offset = offset;
    array_.null_count = 1;
    array_.n_buffers = static_cast<std::int64_t>(buffers_.size());
    array_.buffers = buffers_.data();
  }

  [[nodiscard]] norma::batch::column read() const {
    return norma::batch::column_from_arrow(schema_, array_);
  }
  [[nodiscard]] std::vector<std::string> words() const {
    std::vector<std::string> all;
    const auto column = read();
    for (std::size_t row = 0; row < column.length; ++row) {
      const auto v = norma::batch::detail::plain_cell(column, row);
      all.push_back(v.is_null() ? "-" : v.to_string());
    }
    return all;
  }

 private:
  std::uint8_t marks_ = 0;
  std::vector<const void*> buffers_;
  ArrowSchema schema_{};
  ArrowArray array_{};
};

using texts = std::vector<std::string>;

/// A string of 16 bytes: where it stands in a buffer, or itself.
std::array<char, 16> view(std::string_view text, std::int32_t buffer = 0,
                          std::int32_t begin = 0) {
  std::array<char, 16> made{};
  const auto size = static_cast<std::int32_t>(text.size());
  std::memcpy(made.data(), &size, 4);
  std::memcpy(made.data() + 4, text.data(), size <= 12 ? text.size() : 4);
  if (size > 12) {
    std::memcpy(made.data() + 8, &buffer, 4);
    std::memcpy(made.data() + 12, &begin, 4);
  }
  return made;
}

}  // namespace

TEST_CASE("strings are read from views, in place and in any of the buffers") {
  const std::string_view first = "..a text of many bytes",
                         second = "矛盾不出企，小事不出村";
  const std::vector views{view("skipped"), view("exactly 12 b"),
                          view(first.substr(2), 0, 2), view(second, 1, 0), view("gone")};
  const std::int64_t sizes[] = {static_cast<std::int64_t>(first.size()),
                                static_cast<std::int64_t>(second.size())};
  const arrow_column column("vu", {views.data(), first.data(), second.data(), sizes}, 4,
                            1);
  CHECK(column.words() == texts{"\"exactly 12 b\"", "\"a text of many bytes\"",
                                "\"矛盾不出企，小事不出村\"", "-"});
}

TEST_CASE("views of the same bytes are read once, however many they are") {
  const std::string all(1'000'000, 'x');
  std::vector<std::array<char, 16>> views(10'000, view(all));
  views[1] = view("short");
  views[2] = view(std::string(20, 'x'), 0, 7);
  views[4] = view("");
  const auto held = static_cast<std::int64_t>(all.size());
  const std::vector<std::uint8_t> known(views.size() / 8, 0xf7);  // not every eighth
  const void* buffers[] = {known.data(), views.data(), all.data(), &held};
  ArrowSchema schema{};
  schema.format = "vu";
  schema.name = "town";
  ArrowArray array{};
  array.length = static_cast<std::int64_t>(views.size()) - 1;
  array.offset = 1;
  array.null_count = -1;
  array.n_buffers = 4;
  array.buffers = buffers;
  const norma_bench::counted_memory memory;
  const auto column = norma::batch::column_from_arrow(schema, array);
  CHECK(memory.most() < 2'000'000);  // 10 GB if each had its own
  const auto word = [&](std::size_t row) {
    return norma::batch::detail::plain_cell(column, row).to_string();
  };
  CHECK(word(0) == "\"short\"");
  CHECK(word(1) == '"' + std::string(20, 'x') + '"');
  CHECK(word(2) == "null");
  CHECK(word(3) == "null");
  CHECK(word(9'998) == '"' + all + '"');
  norma_test::sample_pack words;
  words.words("town");
  const norma::batch::plan plan(
      words.standard({part("p", "town in (\"short\", \"none\")")}),
      {.as_of = norma_test::today});
  norma::batch::frame units("enterprise", column.length);
  units.add("town", column);
  const auto found = plan.judge(units);
  using norma::verdict;
  CHECK(found.columns[1][0] == verdict::pass);
  CHECK(found.columns[1][1] == verdict::fail);
  CHECK(found.columns[1][2] == verdict::undetermined);
  CHECK(found.columns[1][3] == verdict::undetermined);
  CHECK(found.columns[1][9'998] == verdict::fail);
  // Different stretches of the same bytes can not be kept once.
  for (std::size_t row = 0; row < views.size(); ++row) {
    views[row] = view(std::string_view(all).substr(row), 0, static_cast<int>(row));
  }
  try {
    static_cast<void>(norma::batch::column_from_arrow(schema, array));
    FAIL("not refused");
  } catch (const norma::rule_error& e) {
    CHECK(e.diagnostics().front().code == "N0687");
    CHECK(e.diagnostics().front().arguments.at(0) == "town");
    CHECK(e.diagnostics().front().arguments.at(2) == "1159984");
  }
}

TEST_CASE("counts in short floats are those below two to the 24th") {
  const std::vector<float> values{16'777'215, 16'777'217.0F, -16'777'216.0F, 3.5F, 7, 0};
  const void* buffers[] = {nullptr, values.data()};
  ArrowSchema schema{};
  schema.format = "f";
  schema.name = "x";
  ArrowArray array{};
  array.length = static_cast<std::int64_t>(values.size());
  array.n_buffers = 2;
  array.buffers = buffers;
  const auto column = norma::batch::column_from_arrow(schema, array);
  norma_test::sample_pack words;
  words.count("due").plain_number("share").list_of_numbers("sizes");
  const norma::batch::plan plan(
      words.standard({part("p", "due >= 0"), part("q", "share >= 16777216"),
                      part("r", "some x in sizes satisfies x >= 1")}),
      {.as_of = norma_test::today});
  norma::batch::frame units("enterprise", column.length);
  units.add("due", column);
  units.add("share", column);
  const std::vector<std::int32_t> ends{0, 1, 2, 3, 4, 5, 6};
  norma::batch::column lists;
  lists.is = norma::batch::layout::list;
  lists.length = column.length;
  lists.offsets = ends.data();
  lists.children.push_back({"", column});
  units.add("sizes", lists);
  using norma::verdict;
  const auto found = plan.judge(units);
  const auto open = verdict::undetermined;
  CHECK(found.columns[1] ==
        std::vector{verdict::pass, open, open, open, verdict::pass, verdict::pass});
  CHECK(found.columns[2][1] == verdict::pass);
  CHECK(found.erring == std::vector<std::size_t>{1, 2, 3});
  CHECK(found.columns[3] ==
        std::vector{verdict::pass, open, open, open, verdict::pass, verdict::fail});
  for (std::size_t row = 0; row < units.rows; ++row)
    CHECK(plan.explain(units, row).verdict == found.columns[0][row]);
  norma::fact_definition due;
  due.declared = norma::fact_type::count;
  CHECK(norma::batch::detail::cell_at(column, 1, due, {}).to_string() ==
        "\"16777216 (float32)\"");
}

TEST_CASE("the words of a dictionary may be views, each with bytes of its own") {
  const std::string all(4'000, 'x');
  std::vector<std::array<char, 16>> views(64, view(all));
  views[1] = view("small");
  const auto held = static_cast<std::int64_t>(all.size());
  const void* bytes[] = {nullptr, views.data(), all.data(), &held};
  ArrowSchema words{}, schema{};
  words.format = "vu";
  schema.format = "c";
  schema.name = "size";
  schema.dictionary = &words;
  ArrowArray entries{}, array{};
  entries.length = 2;
  entries.n_buffers = 4;
  entries.buffers = bytes;
  const std::vector<std::int8_t> codes{1, 0, 1};
  const void* buffers[] = {nullptr, codes.data()};
  array.length = 3;
  array.n_buffers = 2;
  array.buffers = buffers;
  array.dictionary = &entries;
  const auto read = [&] { return norma::batch::column_from_arrow(schema, array); };
  CHECK(norma::batch::detail::plain_cell(read(), 0).to_string() == "\"small\"");
  CHECK(norma::batch::detail::plain_cell(read(), 1).to_string() == '"' + all + '"');
  const auto refused = [&](const std::string& code, const std::string& second) {
    try {
      static_cast<void>(read());
      FAIL("not refused");
    } catch (const norma::rule_error& e) {
      CHECK(e.diagnostics().front().code == code);
      CHECK(e.diagnostics().front().arguments.at(0) == "size");
      CHECK(e.diagnostics().front().arguments.at(1) == second);
    }
  };
  entries.length = 64;  // of the same bytes
  refused("N0687", "252005");
  words.format = "l";
  refused("N0666", "dictionary<values=int64>");
}

TEST_CASE("floats are the decimals that they are written as") {
  const std::vector<float> values{7, 0.9F, 1e10F, 16777216, 0.1F};
  const arrow_column column("f", {values.data()}, 4, 1);
  CHECK(column.words() == texts{"0.9", "10000000000", "16777216", "-"});
}

TEST_CASE("timestamps of whole days are days, before 1970 too") {
  const std::int64_t day = 86'400;
  for (const auto& [format, per_second] :
       {std::pair<const char*, std::int64_t>{"tss:", 1},
        {"tsm:", 1000},
        {"tdm", 1000},
        {"tsu:", 1'000'000},
        {"tsn:", 1'000'000'000}}) {
    const std::vector<std::int64_t> values{1, 19'813 * day * per_second,
                                           -day * per_second, 5};
    const arrow_column column(format, {values.data()}, 3, 1);
    INFO(format);
    CHECK(column.words() == texts{"@\"2024-03-31\"", "@\"1969-12-31\"", "-"});
  }
}

TEST_CASE("a slice costs what is in it, not what is before it") {
  const std::size_t before = 1'000'000;
  const std::vector<float> floats(before + 4, 0.5F);
  const std::vector<std::int64_t> days(before + 4, 86'400);
  const std::vector views(before + 4, view("short"));
  const std::int64_t none = 0;
  const void* buffers[] = {nullptr, nullptr, &none};
  ArrowSchema schema{};
  schema.name = "x";
  ArrowArray content{};
  content.buffers = buffers;
  for (const auto& [format, values, is] :
       {std::tuple<const char*, const void*, const char*>{"f", floats.data(), "0.5"},
        {"tss:", days.data(), "@\"1970-01-02\""},
        {"vu", views.data(), "\"short\""}}) {
    INFO(format);
    schema.format = format;
    buffers[1] = values;
    content.n_buffers = std::string_view(format) == "vu" ? 3 : 2;
    content.offset = static_cast<std::int64_t>(before);
    content.length = 4;
    // An array that is a slice, and one that its batch is a slice of.
    for (const bool of_batch : {false, true}) {
      ArrowSchema* field = &schema;
      ArrowSchema fields{};
      fields.format = "+s";
      fields.n_children = 1;
      fields.children = &field;
      const void* no_marks[] = {nullptr};
      ArrowArray* child = &content;
      ArrowArray batch{};
      batch.length = 4;
      batch.n_buffers = 1;
      batch.buffers = no_marks;
      batch.n_children = 1;
      batch.children = &child;
      if (of_batch) {
        std::swap(batch.offset, content.offset);
        content.length += batch.offset;
      }
      const norma_bench::counted_memory memory;
      const auto frame = norma::batch::from_arrow("enterprise", fields, batch);
      CHECK(memory.most() < 4096);
      const auto& column = frame.columns.front().content;
      REQUIRE(column.length == 4);
      CHECK(norma::batch::detail::plain_cell(column, 3).to_string() == is);
    }
  }
}

TEST_CASE("a time of day, a time zone and what has no 32 bits are no day") {
  const std::vector<std::int64_t> values{0, 86'401, 0};
  const auto code = [&](const char* format) {
    try {
      static_cast<void>(arrow_column(format, {values.data()}, 3).read());
    } catch (const norma::rule_error& e) {
      return e.diagnostics().front().code + " " + e.diagnostics().front().arguments.at(1);
    }
    return std::string("read");
  };
  CHECK(code("tss:") == "N0670 2");
  CHECK(code("tss:Asia/Shanghai") == "N0666 timestamp[tz=Asia/Shanghai]");
  const std::int64_t last = std::numeric_limits<std::int32_t>::max();
  const std::vector<std::int64_t> seconds{0, last * 86'400, (last + 1) * 86'400, 0};
  CHECK(arrow_column("tss:", {seconds.data()}, 3).read().length == 3);
  try {
    static_cast<void>(arrow_column("tss:", {seconds.data()}, 4).read());
    FAIL("not refused");
  } catch (const norma::rule_error& e) {
    CHECK(e.diagnostics().front().code == "N0679");
    CHECK(e.diagnostics().front().arguments.at(1) == "3");
  }
}

TEST_CASE("columns that are not wanted are not looked at") {
  const std::vector<std::int32_t> values{1, 2, 3};
  const void* buffers[] = {nullptr, values.data()};
  const void* none[] = {nullptr};
  ArrowSchema counts{};
  counts.format = "i";
  counts.name = "due";
  ArrowSchema strange{};
  strange.format = "tiM";
  strange.name = "strange";
  ArrowArray content{};
  content.length = 3;
  content.n_buffers = 2;
  content.buffers = buffers;
  ArrowSchema* fields[] = {&strange, &counts};
  ArrowArray* columns[] = {&content, &content};
  ArrowSchema schema{};
  schema.format = "+s";
  schema.n_children = 2;
  schema.children = fields;
  ArrowArray batch{};
  batch.length = 3;
  batch.n_buffers = 1;
  batch.buffers = none;
  batch.n_children = 2;
  batch.children = columns;
  const auto frame = norma::batch::from_arrow(
      "enterprise", schema, batch, [](const std::string& name) { return name == "due"; });
  CHECK(frame.columns.size() == 1);
  CHECK(frame.find("due") != nullptr);
  CHECK_THROWS_AS(norma::batch::from_arrow("enterprise", schema, batch),
                  norma::rule_error);
}

}  // namespace norma_test::arrow_copies_test
