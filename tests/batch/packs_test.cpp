// SPDX-License-Identifier: Apache-2.0
#include <norma/batch/plan.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include <norma/load/load.hpp>
#include <norma/rule/content.hpp>

#include "batch/agree.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"
#include "chance.hpp"

// The packs of the project over columns of random facts of every type.

using namespace norma_test;
using norma::fact_definition;
using norma::fact_type;

namespace {

using cells = std::vector<std::optional<std::int64_t>>;

cells random_cells(std::size_t rows, int low, int high, int blanks) {
  cells result(rows);
  for (auto& cell : result) {
    if (!one_in(blanks)) cell = low + up_to(high - low);
  }
  return result;
}

const norma::date judged_on = *norma::date::of(2024, 3, 31);

std::optional<column> random_column(const fact_definition& f, std::size_t rows,
                                    column_store& store, bool element);

column words_of(const norma::expr::category_type& category, std::size_t rows,
                column_store& store, bool element) {
  std::vector<std::string> words;
  for (const auto& [id, label] : category.values) words.push_back(id);
  const auto codes =
      random_cells(rows, 0, static_cast<int>(words.size()) - 1, element ? 40 : 15);
  if (one_in(2)) return store.dictionary(words, codes);
  std::vector<std::optional<std::string>> texts(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    if (codes[i]) texts[i] = words[static_cast<std::size_t>(*codes[i])];
  }
  return store.texts(texts);
}

column days_of(std::size_t rows, column_store& store, int blanks) {
  const int from = static_cast<int>(judged_on.days()) - 500;
  return store.numbers(layout::date32, random_cells(rows, from, from + 600, blanks));
}

column period_of(std::size_t rows, column_store& store) {
  column c;
  c.is = layout::structure;
  c.length = rows;
  auto from = random_cells(rows, static_cast<int>(judged_on.days()) - 700,
                           static_cast<int>(judged_on.days()), 30);
  auto to = from;
  for (auto& end : to) {
    if (end) *end += up_to(900);
    if (one_in(30)) end.reset();
  }
  c.children.push_back({"from", store.numbers(layout::date32, from)});
  c.children.push_back({"to", store.numbers(layout::date32, to)});
  return c;
}

/// A sorted choice of different ids for each row, as a set has them; some elements are
/// blank, and some no word of the category.
column sets_of(const norma::expr::category_type& category, const cells& rows,
               column_store& store, cells& lengths) {
  std::vector<std::optional<std::string>> words;
  for (const auto& row : rows) {
    lengths.push_back(std::nullopt);
    if (!row) continue;
    lengths.back() = 0;
    for (const auto& [id, label] : category.values) {
      if (one_in(3)) continue;
      words.emplace_back(id);
      if (one_in(20)) words.back() = one_in(2) ? std::nullopt : std::optional("?");
      ++*lengths.back();
    }
  }
  return store.lists(lengths, store.texts(words));
}

std::optional<column> random_column(const fact_definition& f, std::size_t rows,
                                    column_store& store, bool element) {
  const int blanks = element ? 30 : 12;
  switch (f.declared) {
    case fact_type::boolean:
      return store.booleans(one_in(2), random_cells(rows, 0, one_in(3) ? 1 : 12, blanks));
    case fact_type::count:
      return store.numbers(
          one_in(2) ? layout::int32 : layout::int64,
          random_cells(rows, one_in(4) ? -1 : 0, one_in(2) ? 3 : 1200, blanks));
    case fact_type::amount:
      return store.numbers(one_in(2) ? layout::int64 : layout::decimal128,
                           random_cells(rows, 0, one_in(2) ? 3 : 900000000, blanks), 0,
                           2);
    case fact_type::date: return days_of(rows, store, blanks);
    case fact_type::category: return words_of(*f.type.category, rows, store, element);
    case fact_type::period: return period_of(rows, store);
    case fact_type::set: {
      cells lengths;
      return sets_of(*f.element->type.category, random_cells(rows, 0, 0, blanks), store,
                     lengths);
    }
    case fact_type::list: break;
    default: return std::nullopt;
  }
  if (element || f.lists_units()) return std::nullopt;
  const cells lengths = random_cells(rows, 0, 3, blanks);
  std::size_t all = 0;
  for (const auto& n : lengths) all += static_cast<std::size_t>(n.value_or(0));
  if (f.element->fields.empty()) {
    auto inner = random_column(*f.element, all, store, true);
    if (!inner) return std::nullopt;
    return store.lists(lengths, *inner);
  }
  column record;
  record.is = layout::structure;
  record.length = all;
  for (const auto& field : f.element->fields) {
    auto child = random_column(field, all, store, true);
    if (child) record.children.push_back({field.name, *child});
  }
  return store.lists(lengths, record);
}

void agree_on_columns(const norma::standard& by, std::size_t rows) {
  column_store store;
  norma::batch::frame units(by.definition().unit, rows);
  if (by.definition().unit == "area") units.area_kind = "park";
  const auto& words = by.words();
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const fact_definition* f = words.fact(slot);
    if (f == nullptr || one_in(15) || (f->derived() && !one_in(4))) continue;
    auto c = random_column(*f, rows, store, false);
    if (c) units.add(f->name, *c);
    if (c && one_in(6)) units.add(f->name + "__date", days_of(rows, store, 10));
  }
  if (one_in(2)) units.day = *judged_on.plus_days(-up_to(500));
  const norma::batch::plan plan(by, {.as_of = judged_on});
  norma::batch::run_options options;
  options.rows_a_block = 64;
  options.reasons = true;
  const auto found = plan.judge(units, options);
  if (by.definition().unit == "enterprise") RC_ASSERT(found.row_by_row == 0U);
  agree(by, units, found, judged_on, 20);
}

}  // namespace

TEST_CASE("the packs give the same verdicts by columns and unit by unit") {
  for (const char* folder : {"rules/cn", "rules/cn-zj"}) {
    const auto pack = norma::load(folder);
    for (const auto& by : pack.standards()) {
      CHECK(rc::check(by.id(), [&] { agree_on_columns(by, 40); }));
    }
  }
}

TEST_CASE("every condition of the standards for enterprises runs in columns") {
  for (const char* folder : {"rules/cn", "rules/cn-zj"}) {
    const auto pack = norma::load(folder);
    for (const auto& by : pack.standards()) {
      if (by.definition().unit != "enterprise") continue;
      const norma::batch::plan plan(by, {.as_of = judged_on});
      CHECK(plan.explain().empty());
    }
  }
}
