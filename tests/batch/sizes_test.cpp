// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include <norma/assess/judge.hpp>
#include <norma/batch/impl/bits.hpp>
#include <norma/batch/plan.hpp>
#include <norma/core/error.hpp>
#include <norma/load/load.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "batch/workload_frame.hpp"
#include "bench/counted_memory.hpp"
#include "catch.hpp"

// Numbers of rows around words and blocks, threads, instruction sets, slices.

namespace norma_test::sizes_test {

using norma::batch::plan;
using norma::batch::verdicts;

namespace {

const norma::date judged_on = *norma::date::of(2024, 3, 31);
constexpr std::size_t block = 16384;

/// Workload W of two blocks and some units, and what judging each unit gives.
struct judged_workload {
  norma_bench::workload units = norma_bench::make_workload(2 * block + 128);
  norma::standard by = norma::load("tests/bench/workload").standard("w");
  plan columns{by, {.as_of = judged_on}};
  std::vector<std::vector<norma::verdict>> by_path;

  judged_workload() {
    const auto all = norma_bench::frame_of(units, true, 0, units.units);
    const auto places = places_of_items(by.definition().root);
    by_path.resize(places.size());
    for (std::size_t row = 0; row < all.rows; ++row) {
      const auto given = norma::batch::unit_of(all, row, by);
      const auto nodes = judge_all(by, bind(by, given, {judged_on}));
      for (std::size_t i = 0; i < places.size(); ++i) {
        by_path[i].push_back(nodes[places[i]]);
      }
    }
  }

  /// Paths by which the columns say otherwise of some rows.
  [[nodiscard]] std::size_t differing(const verdicts& found, std::size_t first,
                                      std::size_t rows) const {
    std::size_t count = 0;
    for (std::size_t path = 0; path < found.paths.size(); ++path) {
      const auto& is = found.columns[path];
      const bool same =
          is.size() == rows &&
          (rows == 0 || std::memcmp(is.data(), by_path[path].data() + first, rows) == 0);
      if (!same) ++count;
    }
    return count;
  }
};

const judged_workload& judged() {
  static const judged_workload all;
  return all;
}

}  // namespace

TEST_CASE("columns of every length give what units give") {
  const auto& w = judged();
  const std::vector<std::size_t> lengths{
      0, 1, 63, 64, 65, block - 1, block, block + 1, 2 * block, 2 * block + 1};
  for (const std::size_t rows : tried(lengths, 5)) {
    for (const bool bytes : {false, true}) {
      const auto units = norma_bench::frame_of(w.units, bytes, 0, rows);
      for (const unsigned threads : tried<unsigned>({1, 2, 7}, 1)) {
        const auto found = w.columns.judge(units, {.threads = threads});
        INFO(rows << " rows, " << threads << " threads");
        CHECK(w.differing(found, 0, rows) == 0);
        CHECK(found.row_by_row == 0);
      }
    }
  }
}

TEST_CASE("more threads than blocks are not asked for") {
  const auto& w = judged();
  const auto units = norma_bench::frame_of(w.units, false, 0, block + 65);
  const auto found = w.columns.judge(units, {.threads = 4'000'000'000});
  CHECK(w.differing(found, 0, units.rows) == 0);
  CHECK(w.differing(w.columns.judge(units, {.threads = 0}), 0, units.rows) == 0);
}

TEST_CASE("words are counted of any number of rows") {
  using norma::batch::detail::words_for;
  constexpr auto most = std::numeric_limits<std::size_t>::max();
  CHECK(words_for(0) == 0);
  CHECK(words_for(1) == 1);
  CHECK(words_for(64) == 1);
  CHECK(words_for(65) == 2);
  CHECK(words_for(most) == most / 64 + 1);
}

TEST_CASE("every instruction set gives the same verdicts and reasons") {
  const auto& w = judged();
  const auto units = norma_bench::frame_of(w.units, false, 0, block + 65);
  const auto first = w.columns.judge(units, {.reasons = true, .instructions = "plain"});
  for (const auto& name : norma::batch::instruction_sets()) {
    const auto found = w.columns.judge(units, {.reasons = true, .instructions = name});
    INFO(name);
    CHECK(w.differing(found, 0, units.rows) == 0);
    CHECK(found.reasons == first.reasons);
  }
  auto kept = first;
  CHECK_THROWS_AS(w.columns.judge(units, {.instructions = "abacus"}, kept), norma::error);
  CHECK(kept.reasons == first.reasons);
}

TEST_CASE("slices of columns begin wherever they begin") {
  const auto& w = judged();
  for (const std::size_t first : {1, 7, 8, 63, 64, 65, 1000}) {
    for (const std::size_t rows : {std::size_t{1}, std::size_t{64}, std::size_t{200}}) {
      for (const std::size_t rows_a_block : {std::size_t{64}, std::size_t{0}}) {
        const auto units = norma_bench::frame_of(w.units, rows % 2 == 0, first, rows);
        const auto found = w.columns.judge(units, {.rows_a_block = rows_a_block});
        INFO("from " << first << ", " << rows << " rows");
        CHECK(w.differing(found, first, rows) == 0);
      }
    }
  }
}

TEST_CASE("memory of verdicts is used again") {
  const auto& w = judged();
  verdicts found;
  w.columns.judge(norma_bench::frame_of(w.units, false, 0, 200), {.reasons = true},
                  found);
  w.columns.judge(norma_bench::frame_of(w.units, false, 64, 100), {}, found);
  CHECK(w.differing(found, 64, 100) == 0);
  CHECK(found.reasons.empty());
}

TEST_CASE("what is too much for a cache is written as what is not") {
  const std::size_t rows = 352'000 + 17;
  const auto w = norma_bench::make_workload(rows);
  const plan columns(norma::load("tests/bench/workload").standard("w"),
                     {.as_of = judged_on});
  for (const auto& name : norma::batch::instruction_sets()) {
    const norma::batch::run_options options{
        .threads = 2, .reasons = true, .instructions = name};
    const auto all = columns.judge(norma_bench::frame_of(w, false, 0, rows), options);
    auto bits = options;
    bits.as_bits = true;
    const auto in_bits = columns.judge(norma_bench::frame_of(w, false, 0, rows), bits);
    CHECK(in_bits.reasons == all.reasons);
    std::size_t differing = 0;
    for (std::size_t first = 0; first < rows; first += 176'000) {
      const std::size_t some = std::min<std::size_t>(176'000, rows - first);
      const auto part =
          columns.judge(norma_bench::frame_of(w, false, first, some), options);
      for (std::size_t path = 0; path < all.paths.size(); ++path) {
        for (std::size_t row = 0; row < some; ++row) {
          const auto is = part.columns[path][row];
          if (all.columns[path][first + row] != is) ++differing;
          if (in_bits.at(path, first + row) != is) ++differing;
          if (all.reasons[path][first + row] != part.reasons[path][row]) ++differing;
        }
      }
    }
    INFO(name);
    CHECK(differing == 0);
  }
}

TEST_CASE("lists of more elements than a block can count are refused, never miscounted") {
  const std::size_t each = 5'000'000;
  const std::size_t rows = 859;  // by one row more than 32 bits count
  std::vector<std::int64_t> ends;
  for (std::size_t row = 0; row <= rows; ++row)
    ends.push_back(static_cast<std::int64_t>(row * each));
  column lists;
  lists.is = layout::large_list;
  lists.length = rows;
  lists.offsets = ends.data();
  const std::uint8_t unread = 1;  // where 4 GB would lie: it is refused before
  column elements;
  elements.is = layout::uint8;
  elements.length = rows * each;
  elements.values = &unread;
  lists.children.push_back({"item", elements});
  sample_pack words;
  const auto by =
      words.list_of_numbers("sizes").standard({part("p", "count(sizes) >= 5000000")});
  const plan columns(by, {.as_of = judged_on});
  norma::batch::frame units("enterprise", rows);
  units.add("sizes", lists);
  norma::batch::verdicts earlier = columns.judge(norma::batch::frame("enterprise", 3));
  CHECK(earlier.rows == 3);
  try {
    columns.judge(units, {}, earlier);
    FAIL("not refused");
  } catch (const norma::rule_error& e) {
    REQUIRE(e.diagnostics().size() == 1);
    CHECK(e.diagnostics().front().code == "N0694");
    CHECK(e.diagnostics().front().arguments ==
          std::vector<std::string>{"sizes", "1", "4294967295"});
  }
  CHECK(earlier.rows == 0);
  CHECK(earlier.columns.empty());
}

TEST_CASE("elements that take no memory are bounded in all rows together") {
  const std::size_t rows = 2'048;
  std::vector<std::int32_t> ends;
  for (std::size_t row = 0; row <= rows; ++row)
    ends.push_back(static_cast<std::int32_t>(7 + row * 2'441));
  column lists;
  lists.is = layout::list;
  lists.length = rows;
  lists.offsets = ends.data();
  column elements;  // of a length that nobody told
  lists.children.push_back({"item", elements});
  sample_pack words;
  const auto by = words.list_of_numbers("sizes").standard(
      {part("p", "count(sizes) = 2441"), part("q", "some x in sizes satisfies x > 1")});
  norma::limits many;  // steps: by the usual ones the scalar engine would have to count
  many.evaluation_steps = many.assessment_steps = 1'000'000'000'000;
  const plan columns(by, {.as_of = judged_on, .bounds = many});
  norma::batch::frame units("enterprise", rows);
  units.add("sizes", lists);
  const auto found = columns.judge(units);
  CHECK(found.row_by_row == 0);
  CHECK(found.columns[1] == std::vector(rows, norma::verdict::pass));
  CHECK(found.columns[2] == std::vector(rows, norma::verdict::undetermined));
  const auto told = [&] {
    std::string all;
    for (const auto& each : columns.check(units))
      all += each.code + ' ' + each.arguments.at(1) + ' ' + each.arguments.at(2) + ' ';
    return all;
  };
  CHECK(told().empty());
  ends[rows] = 7 + 5'000'000;
  CHECK(told().empty());
  ends[rows] += 1;
  CHECK(told() == "N0694 2048 5000000 ");
  for (std::size_t row = 0; row <= rows; ++row)
    ends[row] = static_cast<std::int32_t>(row * 1'000'000);
  CHECK(told() == "N0694 6 5000000 ");
  const norma_bench::counted_memory memory;
  CHECK_THROWS_AS(columns.judge(units), norma::rule_error);
  CHECK(memory.most() < 1'000'000);
}

TEST_CASE("a plan has places for as many parts as reasons can name") {
  sample_pack words;
  words.boolean("sound");
  std::vector<node_spec> parts;
  for (int i = 0; i < 32'766; ++i)
    parts.push_back(part("p" + std::to_string(i), "sound"));
  CHECK(plan(words.standard(parts), {.as_of = judged_on})
            .judge(norma::batch::frame("enterprise", 1))
            .nodes.size() == 32'767);
  parts.push_back(part("last", "sound"));
  try {
    const plan more(words.standard(parts), {.as_of = judged_on});
    FAIL("not refused");
  } catch (const norma::rule_error& e) {
    REQUIRE(e.diagnostics().size() == 1);
    CHECK(e.diagnostics().front().code == "N0680");
    CHECK(e.diagnostics().front().arguments.at(1) == "32767");
  }
}

}  // namespace norma_test::sizes_test
