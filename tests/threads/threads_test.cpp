// SPDX-License-Identifier: Apache-2.0
// One pack, eight threads, 100,000 assessments: built with ThreadSanitizer (preset
// tsan), and every report is the same to the byte.
#include "catch.hpp"

#include <array>     // std::array
#include <atomic>    // std::atomic
#include <cstddef>   // std::size_t
#include <cstdint>   // std::uint8_t …
#include <optional>  // std::optional
#include <string>    // std::string
#include <thread>    // std::thread
#include <vector>    // std::vector

#include <norma/batch/plan.hpp>
#include <norma/norma.hpp>

#include "batch/arrow_batch.hpp"
#include "batch/columns.hpp"
#include "batch/workload_frame.hpp"
#include "bench/real_frame.hpp"

namespace norma_test::threads_test {

namespace {

constexpr int threads = 8;

struct example {
  norma::standard by;
  norma::bound_facts facts;
  norma::verdict verdict = norma::judge(by, facts);
  std::string json = norma::to_json(norma::assess(by, facts));
  std::string written = write();

  [[nodiscard]] std::string write() const {
    const auto report = norma::assess(by, facts);
    return norma::to_json(report) + norma::render_html(report) +
           norma::render_text(report, {.lang = norma::language::zh});
  }
  [[nodiscard]] bool same_verdict() const { return norma::judge(by, facts) == verdict; }
  [[nodiscard]] bool same_report() const {
    return norma::to_json(norma::assess(by, facts)) == json;
  }
  [[nodiscard]] bool same_pages() const { return write() == written; }
};

example read(const norma::pack& pack, const char* standard, const std::string& unit) {
  const auto by = pack.standard(standard);
  const auto facts = norma::read_unit(unit, pack);
  return {by, norma::bind(by, facts, {.as_of = *norma::date::of(2024, 3, 31)})};
}

// How many of so many answers, shared out among the threads, are other than at first.
template <class Same>
int differing(int all, const Same& same) {
  std::atomic<int> others = 0;
  std::vector<std::thread> running;
  for (int t = 0; t < threads; ++t) {
    running.emplace_back([&others, &same, all, t] {
      for (int i = t; i < all; i += threads) {
        if (!same(i)) ++others;
      }
    });
  }
  for (auto& each : running) each.join();
  return others;
}

// Callers that share a record batch and a plan of it get what one thread gets.
std::size_t share_batch(const norma::standard& by, const norma::batch::frame& columns) {
  const norma::batch::plan plan(by, {.as_of = *norma::date::of(2024, 3, 31)});
  const norma_test::arrow_batch batch(columns, 0);
  auto units = norma::batch::from_arrow(by.definition().unit, batch.schema, batch.array);
  units.area_kind = by.definition().area_kind;
  REQUIRE(units.rows == columns.rows);
  const auto alone = plan.judge(units, {.reasons = true, .rows_a_block = 64});
  CHECK(differing(3, [&](int) {
          const auto found =
              plan.judge(units, {.threads = 7, .reasons = true, .rows_a_block = 64});
          return found.columns == alone.columns && found.reasons == alone.reasons &&
                 found.row_by_row == alone.row_by_row;
        }) == 0);
  return alone.row_by_row;
}

// Parks of four firms, some of whose numbers are not known.
norma::batch::frame parks_of_firms(norma_test::column_store& store, std::size_t parks) {
  using norma::batch::layout;
  std::vector<std::optional<std::int64_t>> four(parks, 4), due, signed_;
  std::vector<std::optional<std::string>> ids;
  for (std::size_t i = 0; i < parks * 4; ++i) {
    const auto n = static_cast<std::int64_t>(i);
    ids.push_back("firm " + std::to_string(i));
    due.push_back(i % 17 == 0 ? std::nullopt : std::optional{n % 50});
    signed_.push_back(i % 19 == 0 ? std::nullopt : std::optional{n % 50 - n % 23 / 22});
  }
  norma::batch::column firms;
  firms.is = layout::structure;
  firms.length = ids.size();
  firms.children.push_back({"id", store.texts(ids)});
  firms.children.push_back({"contract_due_count", store.numbers(layout::int32, due)});
  firms.children.push_back(
      {"contract_signed_count", store.numbers(layout::int32, signed_)});
  norma::batch::frame result("area", parks);
  result.add("area_enterprise_count", store.numbers(layout::int32, four));
  result.add("members", store.lists(four, firms));
  return result;
}

}  // namespace

TEST_CASE("100,000 reports of one pack by eight threads are the same to the byte") {
  const auto pack = norma::load("tests/golden/pack");
  const auto unit = read(pack, "contracts", "tests/golden/unit.yaml");
  REQUIRE(unit.verdict == norma::verdict::undetermined);
  CHECK(differing(100'000, [&unit](int) { return unit.same_report(); }) == 0);
}

TEST_CASE("threads share a large pack, its standards and facts") {
  const auto pack = norma::load("rules/cn-zj");
  const auto of = [&pack](const char* standard, const std::string& name) {
    return read(pack, standard, "examples/facts/" + name + ".yaml");
  };
  const std::array examples{of("enterprise.large_medium", "yongjiang_pump"),
                            of("enterprise.large_medium", "bailuzhou_coldstore"),
                            of("enterprise.platform", "pugongying_courier"),
                            of("area", "xinghuatan_park")};
  const auto each = [&examples](int i) -> const example& {
    return examples[static_cast<std::size_t>(i / threads) % examples.size()];
  };
  CHECK(differing(8'000, [&each](int i) { return each(i).same_verdict(); }) == 0);
  CHECK(differing(800, [&each](int i) { return each(i).same_report(); }) == 0);
  CHECK(differing(40, [&each](int i) { return each(i).same_pages(); }) == 0);
}

TEST_CASE("threads share the blocks of a frame, and a plan") {
  const auto pack = norma::load("tests/bench/workload");
  const norma::batch::plan plan(pack.standard("w"),
                                {.as_of = *norma::date::of(2024, 3, 31)});
  const auto made = norma_bench::make_workload(100'000 / 64 * 64);
  auto units = norma_bench::frame_of(made, false, 0, made.units);
  // Some rows go row by row: amounts of more decimals than the fact has.
  std::vector<double> arrears(made.units, 0.125);
  std::vector<std::uint8_t> known(made.units);
  for (std::size_t row = 0; row < known.size(); row += 1000) known[row] = 1;
  for (auto& each : units.columns) {
    if (each.name == "arrears") each.content = norma::batch::doubles(arrears, known);
  }
  const auto alone = plan.judge(units, {.reasons = true, .rows_a_block = 640});
  CHECK(alone.row_by_row > 0);
  // Plans are shared by callers, too.
  CHECK(differing(3, [&plan, &units, &alone](int) {
          const auto found =
              plan.judge(units, {.threads = 7, .reasons = true, .rows_a_block = 640});
          return found.columns == alone.columns && found.reasons == alone.reasons;
        }) == 0);
}

TEST_CASE("threads share record batches of lists, sets, texts and members") {
  const auto pack = norma::load("rules/cn-zj");
  const auto firms = pack.standard("enterprise.large_medium");
  const norma_bench::real_frame made(firms, 6'400, *norma::date::of(2024, 3, 31));
  CHECK(share_batch(firms, made.units) == 0);

  norma_test::column_store store;
  const auto parks = parks_of_firms(store, 640);
  CHECK(share_batch(pack.standard("area"), parks) > 0);
}

}  // namespace norma_test::threads_test
