// SPDX-License-Identifier: Apache-2.0
#include <norma/batch/plan.hpp>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "batch/agree.hpp"
#include "batch/columns.hpp"
#include "batch/unit_columns.hpp"
#include "catch.hpp"

// Columns and the scalar engine give the same verdicts, always.

namespace norma_test::agreement_test {

namespace {

using cells = std::vector<std::optional<std::int64_t>>;

cells random_cells(std::size_t rows, int low, int high, int blanks) {
  cells result(rows);
  for (auto& cell : result) {
    if (one_in(blanks)) continue;
    cell = low + up_to(high - low);
  }
  return result;
}

layout random_width() {
  return *rc::gen::element(layout::int8, layout::int16, layout::int32, layout::int64,
                           layout::float64, layout::decimal128);
}

/// Numbers in any layout; where they are doubles, blank or no number.
column random_numbers(column_store& store, layout is, const cells& of, std::size_t offset,
                      int scale, bool bytes) {
  if (is == layout::float64 && one_in(2)) return store.doubles(of, offset, scale);
  return store.numbers(is, of, offset, scale, bytes);
}

norma::batch::frame random_frame(std::size_t rows, column_store& store) {
  norma::batch::frame units("enterprise", rows);
  for (const auto& fact : random_facts()) {
    if (one_in(12)) continue;
    const auto offset = static_cast<std::size_t>(one_in(2) ? 0 : up_to(70));
    const bool bytes = one_in(3);
    const int blanks = 2 + up_to(20);
    if (one_in(20)) {
      units.add(fact, column_store::nothing(rows));
    } else if (fact[0] == 'b') {
      units.add(fact, store.booleans(one_in(2), random_cells(rows, 0, 1, blanks), offset,
                                     bytes));
    } else if (fact == "fund") {
      const int scale = up_to(3);
      const auto is = *rc::gen::element(layout::int32, layout::int64, layout::decimal128,
                                        layout::float64);
      units.add(fact, random_numbers(store, is, random_cells(rows, -50, 400, blanks),
                                     offset, scale, bytes));
    } else if (fact == "met") {
      const int from = static_cast<int>(today.days()) - 40;
      units.add(fact,
                store.numbers(layout::date32, random_cells(rows, from, from + 60, blanks),
                              offset, 0, bytes));
    } else if (fact == "size") {
      const std::vector<std::string> words{"small", "medium", "large", "huge"};
      const auto codes = random_cells(rows, 0, 3, blanks);
      if (one_in(2)) {
        units.add(fact, store.dictionary(words, codes, offset, random_codes()));
      } else {
        std::vector<std::optional<std::string>> texts(rows);
        for (std::size_t i = 0; i < rows; ++i) {
          if (codes[i]) texts[i] = words[static_cast<std::size_t>(*codes[i])];
        }
        units.add(fact, store.texts(texts, offset));
      }
    } else {
      const auto of = random_cells(rows, -1, 8, blanks);
      units.add(fact, random_numbers(store, random_width(), of, offset, 0, bytes));
    }
  }
  return units;
}

}  // namespace

TEST_CASE("columns give the verdicts that judging each unit gives") {
  std::size_t judged = 0;
  std::size_t by_rows = 0;
  std::size_t pairs = 0;
  std::size_t erring = 0;
  const auto sets = norma::batch::instruction_sets();
  CHECK(rc::check("agreement", [&] {
    auto dictionary = random_dictionary();
    const auto by = random_standard(dictionary, {.winding = one_in(3)});
    const norma::batch::plan plan(by, {.as_of = today});
    column_store store;
    const auto rows =
        static_cast<std::size_t>(*rc::gen::element(0, 1, 63, 64, 65, 127, 200));
    const auto units = random_frame(rows, store);
    norma::batch::run_options options;
    options.reasons = true;
    options.most_erring = rows;
    options.as_bits = one_in(2);
    options.threads = *rc::gen::element(1U, 2U, 7U);
    options.rows_a_block = static_cast<std::size_t>(64 * (1 + up_to(3)));
    options.instructions = sets[static_cast<std::size_t>(up_to(int(sets.size()) - 1))];
    const auto found = plan.judge(units, options);
    judged += rows;
    by_rows += found.row_by_row;
    pairs += pairs_of(found, rows);
    agree(by, units, found, today, 5);
    agree_one_by_one(plan, units, found);
    agree_on_errors(plan, by, units, found, today);
    erring += found.erring_rows;
  }));
  CHECK(by_rows * 2 < judged);
  CHECK(erring > 0);
  const char* least = std::getenv("NORMA_LEAST_PAIRS");
  CHECK(pairs >= (least == nullptr ? 1 : std::strtoull(least, nullptr, 10)));
  std::cout << pairs << " pairs of a unit and a node, " << by_rows << " of " << judged
            << " units row by row\n";
}

TEST_CASE("columns and units agree on every unit of a small world") {
  // Three booleans and two counts, each known or not: all of them at once.
  const std::vector<std::string> booleans{"b0", "b1", "b2"};
  const std::vector<std::string> counts{"done", "due"};
  CHECK(rc::check("small world", [&] {
    auto dictionary = random_dictionary();
    const auto by = random_standard(dictionary, {.winding = false});
    std::vector<cells> all(5);
    for (int unit = 0; unit < 27 * 16; ++unit) {
      int rest = unit;
      for (std::size_t fact = 0; fact < all.size(); ++fact) {
        const int values = fact < 3 ? 2 : 3;
        const int value = rest % (values + 1);
        rest /= values + 1;
        all[fact].push_back(value == values ? std::nullopt
                                            : std::optional<std::int64_t>(value));
      }
    }
    column_store store;
    const std::size_t rows = all[0].size();
    norma::batch::frame units("enterprise", rows);
    for (std::size_t i = 0; i < 3; ++i)
      units.add(booleans[i], store.booleans(true, all[i]));
    for (std::size_t i = 0; i < 2; ++i) {
      units.add(counts[i], store.numbers(layout::int8, all[3 + i]));
    }
    for (const char* same : {"n0", "n1", "fund"}) {
      units.add(same, store.numbers(layout::int8, cells(rows, up_to(3))));
    }
    const norma::batch::plan plan(by, {.as_of = today});
    const auto found = plan.judge(units, {.reasons = true});
    agree(by, units, found, today, 16);
    agree_one_by_one(plan, units, found);
  }));
}

}  // namespace norma_test::agreement_test
