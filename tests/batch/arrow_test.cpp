// SPDX-License-Identifier: Apache-2.0
#include <norma/batch/arrow.hpp>

#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <norma/load/load.hpp>

#include "assess/sample_pack.hpp"
#include "batch/arrow_batch.hpp"
#include "batch/columns.hpp"
#include "batch/workload_frame.hpp"
#include "bench/counted_memory.hpp"
#include "catch.hpp"

// Record batches in, and verdicts out as one, through Arrow's C data interface.

namespace norma_test::arrow_test {

using norma::batch::verdicts;

namespace {

const norma::date judged_on = *norma::date::of(2024, 3, 31);

norma::batch::plan workload_plan() {
  return {norma::load("tests/bench/workload").standard("w"), {.as_of = judged_on}};
}

}  // namespace

TEST_CASE("sliced record batches give what their rows give") {
  const auto w = norma_bench::make_workload(1000 / 64 * 64);
  const auto plan = workload_plan();
  const auto all = plan.judge(norma_bench::frame_of(w, true, 0, w.units));
  for (const std::size_t inner : {0, 3, 64}) {
    for (const std::size_t outer : {0, 1, 8, 65}) {
      // Columns that begin behind values of their own, in a batch that is a slice.
      const auto columns = norma_bench::frame_of(w, false, inner, w.units - inner);
      const arrow_batch batch(columns, outer);
      const auto units =
          norma::batch::from_arrow("enterprise", batch.schema, batch.array);
      const auto found = plan.judge(units);
      std::size_t differing = 0;
      for (std::size_t path = 0; path < found.paths.size(); ++path) {
        for (std::size_t row = 0; row < units.rows; ++row) {
          if (found.columns[path][row] != all.columns[path][row + inner + outer])
            ++differing;
        }
      }
      INFO(inner << " before the columns, " << outer << " before the batch");
      CHECK(units.rows == w.units - inner - outer);
      CHECK(differing == 0);
    }
  }
}

TEST_CASE("record batches whose buffers begin anywhere give what others give") {
  sample_pack s;
  s.count("due").count("signed").date_fact("met").amount("fund").plain_number("score");
  s.list_of_numbers("sizes").list_of_days("days").category("size", {"small", "large"});
  const norma::batch::plan plan(
      s.standard({part("rate", "rate(signed, due) >= 50%"), part("met", "met <= as_of"),
                  part("fund", "fund + score >= 1 and size = \"small\""),
                  part("sizes", "total(sizes) >= 2 and max(sizes) - min(sizes) < 2"),
                  part("days", "some d in days satisfies d <= as_of")}),
      {.as_of = today});
  column_store store;
  const std::size_t n = 200;
  const auto cells = [&](std::int64_t first, std::int64_t every) {
    std::vector<std::optional<std::int64_t>> all(n);
    for (std::size_t i = 0; i < n; ++i) {
      if (i % 11 != 3) all[i] = first + static_cast<std::int64_t>(i) % every;
    }
    return all;
  };
  norma::batch::frame units("enterprise", n);
  units.add("due", store.numbers(layout::int64, cells(-1, 5), 3));
  units.add("signed", store.numbers(layout::int16, cells(0, 7)));
  units.add("met", store.numbers(layout::date32, cells(today.days() - 3, 6)));
  units.add("fund", store.numbers(layout::decimal128, cells(0, 90), 0, 2));
  units.add("score", store.numbers(layout::float64, cells(-9, 30), 0, 1));
  units.add("size", store.dictionary({"small", "large"}, cells(0, 2)));
  const std::vector<std::optional<std::int64_t>> one_each(n, 1);
  units.add("sizes", store.lists(one_each, store.numbers(layout::int32, cells(0, 4))));
  units.add("days", store.lists(one_each, store.numbers(layout::date32,
                                                        cells(today.days() - 3, 6))));
  const auto all = plan.judge(units);
  arrow_batch batch(units, 0);
  batch.move_buffers(1);
  const auto moved = norma::batch::from_arrow("enterprise", batch.schema, batch.array);
  CHECK(!norma::has_errors(plan.check(moved)));
  for (const auto& set : norma::batch::instruction_sets()) {
    const auto found = plan.judge(moved, {.instructions = set});
    CHECK(found.columns == all.columns);
    CHECK(found.erring == all.erring);
  }
}

TEST_CASE("verdicts are handed over as dictionaries of words") {
  const auto w = norma_bench::make_workload(128);
  const auto plan = workload_plan();
  const auto found = plan.judge(norma_bench::frame_of(w, false, 0, 100));
  ArrowSchema schema{};
  ArrowArray batch{};
  norma::batch::to_arrow(found, schema, batch);
  REQUIRE(batch.length == 100);
  REQUIRE(batch.n_children == 12);
  CHECK(std::string_view(schema.children[0]->name) == ".");
  CHECK(std::string_view(schema.children[3]->name) == found.paths[3]);
  for (std::int64_t path = 0; path < batch.n_children; ++path) {
    const auto read =
        norma::batch::column_from_arrow(*schema.children[path], *batch.children[path]);
    const auto* codes = static_cast<const std::int8_t*>(read.values);
    std::size_t differing = 0;
    for (std::size_t row = 0; row < 100; ++row) {
      const auto is = found.columns[static_cast<std::size_t>(path)][row];
      if (codes[row] != static_cast<std::int8_t>(is)) ++differing;
    }
    CHECK(differing == 0);
    CHECK(read.children.front().content.length == 4);
  }
  // A consumer may take a column away and release the rest.
  ArrowArray taken = *batch.children[1];
  batch.children[1]->release = nullptr;
  batch.release(&batch);
  schema.release(&schema);
  CHECK(batch.release == nullptr);
  CHECK(static_cast<const std::int8_t*>(taken.buffers[1])[0] ==
        static_cast<std::int8_t>(found.columns[1][0]));
  taken.release(&taken);
}

TEST_CASE("verdicts that others hold are handed over where they lie") {
  const auto w = norma_bench::make_workload(64);
  const auto found = std::make_shared<const norma::batch::verdicts>(
      workload_plan().judge(norma_bench::frame_of(w, false, 0, 64)));
  ArrowSchema schema{};
  ArrowArray batch{};
  norma::batch::to_arrow(found, schema, batch);
  CHECK(batch.children[3]->buffers[1] == found->columns[3].data());
  CHECK(found.use_count() > 1);
  batch.release(&batch);
  CHECK(found.use_count() > 1);  // the schema has its names
  schema.release(&schema);
  CHECK(found.use_count() == 1);
}

TEST_CASE("verdicts in bits are handed over as booleans that may be null") {
  const auto w = norma_bench::make_workload(128);
  const auto plan = workload_plan();
  const auto found =
      plan.judge(norma_bench::frame_of(w, false, 0, 100), {.as_bits = true});
  CHECK(found.columns.empty());
  ArrowSchema schema{};
  ArrowArray batch{};
  norma::batch::to_arrow(found, schema, batch);
  REQUIRE(batch.length == 100);
  REQUIRE(batch.n_children == 12);
  for (std::int64_t path = 0; path < batch.n_children; ++path) {
    const auto read =
        norma::batch::column_from_arrow(*schema.children[path], *batch.children[path]);
    const auto* bits = static_cast<const std::uint8_t*>(read.values);
    for (std::size_t row = 0; row < 100; ++row) {
      const auto is = found.at(static_cast<std::size_t>(path), row);
      const bool decided = is == norma::verdict::pass || is == norma::verdict::fail;
      REQUIRE(read.is_valid(row) == decided);
      const bool first = ((bits[row / 8] >> (row % 8)) & 1U) != 0;
      if (decided) REQUIRE(first == (is == norma::verdict::pass));
    }
  }
  batch.release(&batch);
  schema.release(&schema);
}

TEST_CASE("reasons are handed over beside their verdicts") {
  const auto w = norma_bench::make_workload(64);
  const auto plan = workload_plan();
  const auto found =
      plan.judge(norma_bench::frame_of(w, false, 0, 61), {.reasons = true});
  ArrowSchema schema{};
  ArrowArray batch{};
  norma::batch::to_arrow(found, schema, batch);
  REQUIRE(batch.n_children == 24);
  CHECK(std::string_view(schema.children[12]->name) == ". reason");
  const auto read =
      norma::batch::column_from_arrow(*schema.children[12], *batch.children[12]);
  std::int64_t none = 0;
  for (std::size_t row = 0; row < 61; ++row) {
    const auto code = found.reasons[0][row];
    CHECK(read.is_valid(row) == (code >= 0));
    if (code < 0) ++none;
    if (code < 0) continue;
    CHECK(static_cast<const std::int16_t*>(read.values)[row] == code);
  }
  CHECK(none > 0);
  CHECK(batch.children[12]->null_count == none);
  batch.release(&batch);
  schema.release(&schema);
}

TEST_CASE("what is not handed over for want of memory leaves nothing behind") {
  const auto w = norma_bench::make_workload(64);
  const auto plan = workload_plan();
  const auto found = std::make_shared<const verdicts>(
      plan.judge(norma_bench::frame_of(w, false, 0, 64),
                 {.reasons = true, .distances = {"mediation/p1"}}));
  std::size_t times = 0;
  for (bool handed_over = false; !handed_over; ++times) {
    ArrowSchema schema{};
    ArrowArray batch{};
    {
      const norma_bench::failing_memory after(times);
      try {
        norma::batch::to_arrow(found, schema, batch);
        handed_over = true;
      } catch (const std::bad_alloc&) {
      }
    }
    CHECK((batch.release != nullptr) == handed_over);
    CHECK((schema.release != nullptr) == handed_over);
    CHECK((found.use_count() > 1) == handed_over);
    if (!handed_over) continue;
    batch.release(&batch);
    schema.release(&schema);
  }
  CHECK(found.use_count() == 1);
  CHECK(times > 100);
}

namespace {

/// Hands verdicts of a few units over again and again, then fails or ends.
struct told_stream {
  int left = 3;
  bool fails = false;
};

int next_schema(ArrowArrayStream*, ArrowSchema* out) {
  ArrowArray unused{};
  norma::batch::verdicts one;
  one.paths = {"name"};
  one.columns = {{norma::verdict::pass, norma::verdict::fail}};
  norma::batch::to_arrow(one, *out, unused);
  unused.release(&unused);
  return 0;
}
int next_batch(ArrowArrayStream* from, ArrowArray* out) {
  auto& told = *static_cast<told_stream*>(from->private_data);
  *out = {};
  if (told.left-- == 0) return told.fails ? 5 : 0;
  ArrowSchema unused{};
  norma::batch::verdicts one;
  one.paths = {"name"};
  one.columns = {{norma::verdict::pass, norma::verdict::fail}};
  norma::batch::to_arrow(one, unused, *out);
  unused.release(&unused);
  return 0;
}
const char* last_words(ArrowArrayStream*) { return "the disk is gone"; }

}  // namespace

TEST_CASE("a stream is read batch by batch, to its end or its failure") {
  told_stream told;
  ArrowArrayStream stream{next_schema, next_batch, last_words, nullptr, &told};
  std::vector<std::string> names;
  const auto vocabulary = norma::load("tests/bench/workload").standard("w");
  const auto note = [&](const norma::batch::frame& units) {
    names.push_back(norma::batch::unit_of(units, 1, vocabulary).name);
  };
  CHECK(norma::batch::read_stream("enterprise", stream, note) == 6);
  CHECK(names == std::vector<std::string>{"fail", "fail", "fail"});
  told = {1, true};
  CHECK_THROWS_WITH(norma::batch::read_stream("enterprise", stream, note),
                    "the disk is gone");
}

}  // namespace norma_test::arrow_test
