// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::find
#include <cstdint>    // std::int32_t
#include <memory>     // std::make_unique
#include <optional>   // std::optional
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/batch/impl/row_steps.ipp>

// Categories of one row, and the tables that derive them.

namespace norma::batch::detail {

/// What a table gives of one row: known where every row of it that may still be hit gives
/// the same.
class row_table {
 public:
  /// Nothing if a cell has no way over single rows.
  [[nodiscard]] static std::optional<row_table> of(const read_table& from,
                                                   const row_binding& to) {
    row_table result;
    result.first_ = from.first;
    for (const read_table::row& each : from.rows) {
      row made;
      made.gives = each.gives;
      for (const truth_step* cell : each.cells) {
        made.cells.push_back(to.step(*cell));
        if (!made.cells.back()) return std::nullopt;
      }
      result.rows_.push_back(std::move(made));
    }
    return result;
  }

  /// -1: not known.
  [[nodiscard]] std::int32_t at(row_view& in) const {
    std::int32_t found = -1;
    bool sure = false;
    for (const row& each : rows_) {
      const truths hit = each.at(in);
      if (hit.no) continue;
      if (found >= 0 && (!first_ || found != each.gives)) return -1;
      found = each.gives;
      sure = sure || hit.yes;
      if (first_ && sure) break;
    }
    return sure ? found : -1;
  }

 private:
  struct row {
    std::vector<row_step_ptr> cells;
    std::int32_t gives = 0;

    [[nodiscard]] truths at(row_view& in) const {
      truths all{true, false};
      for (const row_step_ptr& cell : cells) {
        const truths is = cell->at(in);
        if (is.no) return {false, true};
        all.yes = all.yes && is.yes;
      }
      return all;
    }
  };

  std::vector<row> rows_;
  bool first_ = true;
};

/// Whether a category, given by codes of a dictionary or by a table, is one of some ids.
class category_row final : public row_step {
 public:
  category_row(row_fact fact, std::vector<std::int32_t> of_entries,
               std::optional<row_table> table, std::vector<std::int32_t> wanted)
      : fact_(std::move(fact)),
        of_entries_(std::move(of_entries)),
        table_(std::move(table)),
        wanted_(std::move(wanted)) {}
  truths at(row_view& in) const override {
    const std::int32_t code = code_of_row(in);
    if (code < 0) return {};
    const bool is = std::find(wanted_.begin(), wanted_.end(), code) != wanted_.end();
    return {is, !is};
  }

 private:
  [[nodiscard]] std::int32_t code_of_row(row_view& in) const {
    if (fact_.blank(in.row())) return derived(in);
    const std::int32_t code =
        code_at(of_entries_, signed_at(fact_.is, fact_.values, in.row()));
    if (code == blank_word) return derived(in);  // however old the evidence of nothing is
    return fact_.known(in) ? code : -1;
  }
  [[nodiscard]] std::int32_t derived(row_view& in) const {
    const std::int32_t code = table_ ? table_->at(in) : -1;
    return code >= 0 && fact_.in_order(in) ? code : -1;
  }

  row_fact fact_;
  std::vector<std::int32_t> of_entries_;  ///< codes of the category
  std::optional<row_table> table_;
  std::vector<std::int32_t> wanted_;
};

inline row_step_ptr category_step::for_rows(const row_binding& to) const {
  const bound_fact& lies = to.lies.facts[fact_];
  auto fact = to.supplied(fact_);
  if (!fact || (lies.values != nullptr && lies.values->is != layout::dictionary)) {
    return nullptr;
  }
  std::optional<row_table> table;
  if (const auto from = to.reads.facts[fact_].table) {
    table = row_table::of(to.reads.tables[*from], to);
    if (!table) return nullptr;
  }
  return std::make_unique<category_row>(*std::move(fact), lies.codes, std::move(table),
                                        codes_);
}

}  // namespace norma::batch::detail
