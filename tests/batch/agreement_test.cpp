// SPDX-License-Identifier: Apache-2.0
#include <norma/batch/plan.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include <norma/assess/judge.hpp>

#include "assess/random_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// Columns and the scalar engine give the same verdicts, always.

using namespace norma_test;

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

norma::batch::frame random_frame(std::size_t rows, column_store& store) {
  norma::batch::frame units("enterprise", rows);
  for (const auto& fact : random_facts()) {
    if (one_in(12)) continue;
    const auto offset = static_cast<std::size_t>(one_in(2) ? 0 : up_to(70));
    const bool bytes = one_in(3);
    const int blanks = 2 + up_to(20);
    if (fact[0] == 'b') {
      units.add(fact, store.booleans(one_in(2), random_cells(rows, 0, 1, blanks), offset,
                                     bytes));
    } else if (fact == "fund") {
      const int scale = up_to(3);
      const auto is = *rc::gen::element(layout::int32, layout::int64, layout::decimal128,
                                        layout::float64);
      units.add(fact, store.numbers(is, random_cells(rows, -50, 400, blanks), offset,
                                    scale, bytes));
    } else if (fact == "met") {
      const int from = static_cast<int>(today.days()) - 40;
      units.add(fact,
                store.numbers(layout::date32, random_cells(rows, from, from + 60, blanks),
                              offset, 0, bytes));
    } else if (fact == "size") {
      const std::vector<std::string> words{"small", "medium", "large", "huge"};
      const auto codes = random_cells(rows, 0, 3, blanks);
      if (one_in(2)) {
        units.add(fact, store.dictionary(words, codes, offset));
      } else {
        std::vector<std::optional<std::string>> texts(rows);
        for (std::size_t i = 0; i < rows; ++i) {
          if (codes[i]) texts[i] = words[static_cast<std::size_t>(*codes[i])];
        }
        units.add(fact, store.texts(texts, offset));
      }
    } else {
      units.add(fact, store.numbers(random_width(), random_cells(rows, -1, 8, blanks),
                                    offset, 0, bytes));
    }
  }
  return units;
}

}  // namespace

TEST_CASE("columns give the verdicts that judging each unit gives") {
  std::size_t judged = 0;
  std::size_t by_rows = 0;
  CHECK(rc::check("agreement", [&] {
    auto dictionary = random_dictionary();
    const auto by = random_standard(dictionary);
    const norma::batch::plan plan(by, {.as_of = today});
    column_store store;
    const auto rows =
        static_cast<std::size_t>(*rc::gen::element(0, 1, 63, 64, 65, 127, 200, 8192));
    const std::size_t few = rows > 200 ? 200 : rows;
    const auto units = random_frame(few, store);
    norma::batch::run_options options;
    options.threads = static_cast<unsigned>(1 + up_to(2));
    options.rows_a_block = static_cast<std::size_t>(64 * (1 + up_to(3)));
    options.instructions = *rc::gen::element<const char*>("plain", "avx2", nullptr);
    const auto found = plan.judge(units, options);
    judged += few;
    by_rows += found.row_by_row;
    const auto places = places_of_items(by.definition().root);
    for (std::size_t row = 0; row < few; ++row) {
      const auto given = norma::batch::unit_of(units, row, by.words());
      const auto all = judge_all(by, bind(by, given, {today}));
      for (std::size_t path = 0; path < places.size(); ++path) {
        if (found.columns[path][row] != all[places[path]]) {
          RC_LOG() << written(by.definition().root) << '\n'
                   << written(given) << '\n'
                   << found.paths[path] << " row " << row << ": "
                   << to_string(found.columns[path][row]) << ", not "
                   << to_string(all[places[path]]);
        }
        RC_ASSERT(found.columns[path][row] == all[places[path]]);
      }
    }
  }));
  CHECK(by_rows < judged);
  WARN(by_rows << " of " << judged << " row by row");
}
