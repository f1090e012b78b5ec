// SPDX-License-Identifier: Apache-2.0
#include "erring_facts.hpp"

#include <algorithm>    // std::find
#include <string>       // std::to_string
#include <string_view>  // std::string_view
#include <utility>      // std::exchange, std::move

#include <norma/assess/data_errors.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>

#include "bulk/csv_cells.hpp"

namespace norma::cli {

void erring_facts::look(const bound_facts& facts,
                        const std::vector<std::uint32_t>& slots) {
  for (auto& each : data_errors(facts, slots)) {
    const bool known = std::find(found_.begin(), found_.end(), each) != found_.end();
    if (known) continue;
    if (each.fact.empty() || found_.size() == most_causes) {
      more_ = true;
    } else {
      found_.push_back(std::move(each));
    }
  }
}

void erring_facts::tell(const pack& by, const bound_facts& facts, const source_span& row,
                        const std::string& file) {
  if (!found_.empty()) ++units_;
  for (const auto& each : found_) {
    if (told_++ >= limits{}.diagnostics_per_file) continue;
    const auto fact = fact_of(each);
    diagnostic what{"N0676",
                    {fact, text_argument(describe(each, by.content(), *facts.names))},
                    {},
                    {}};
    if (!row) {
      to_.show_at(file, 0, 0, what, {});
      continue;
    }
    if (table_ != row.file) read_head(row.file, by);
    what.where = place_of(row, fact);
    to_.show(what);
  }
  found_.clear();
  if (!std::exchange(more_, false) || told_++ >= limits{}.diagnostics_per_file) return;
  const diagnostic more{"N0688", {std::to_string(most_causes)}, row, {}};
  if (row) {
    to_.show(more);
  } else {
    to_.show_at(file, 0, 0, more, {});
  }
}

void erring_facts::finish() {
  const auto most = limits{}.diagnostics_per_file;
  if (told_ > most) to_.complain("N0299", {std::to_string(told_ - most)});
}

void erring_facts::read_head(const source_ptr& of, const pack& by) {
  table_ = of;
  columns_.clear();
  std::size_t line = 1;
  const auto is_blank = [&] { return trimmed(of->line(line)).empty(); };
  while (of->line_offset(line) < of->content().size() && is_blank()) ++line;
  csv_cells head;
  if (!head.split(of->line(line))) return;
  for (const auto name : head.cells()) {
    const auto key = key_named(by, name);
    columns_.push_back(key.is == key_role::fact ? proper_name(by, key.fact)
                                                : std::string());
  }
}

/// The cell that says something of the fact; of a row that can not be divided so, itself.
source_span erring_facts::place_of(const source_span& row,
                                   const std::string& fact) const {
  const auto bytes =
      std::string_view(row.file->content()).substr(row.begin, row.end - row.begin);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i] != fact) continue;
    const auto begin = begin_of_cell(bytes, i);
    auto cell = trimmed(bytes.substr(begin, begin_of_cell(bytes, i + 1) - begin));
    if (cell.ends_with(',')) cell = trimmed(cell.substr(0, cell.size() - 1));
    if (!cell.empty())
      return {row.file, row.begin + begin, row.begin + begin + cell.size()};
  }
  return row;
}

}  // namespace norma::cli
