// SPDX-License-Identifier: Apache-2.0
#include "one_line.hpp"

#include <cstddef>  // std::size_t
#include <string>   // std::string

#include "unit_keys.hpp"
#include "../spared_files.hpp"

namespace norma::cli {

namespace {

/// The line on which the row begins that goes on over this one; 0 if none does.
std::size_t begin_around(const row_block& rows, std::size_t line) {
  const row_place* before = nullptr;
  for (const auto& row : rows.rows) {
    if (row.line < line) before = &row;
  }
  if (before == nullptr) return 0;
  const auto last = rows.row(*before).find_last_not_of("\r\n");
  return rows.place(*before, before->begin + last).line < line ? 0 : before->line;
}

}  // namespace

int report_line(row_reader& input, row_form form, const alone_reader& read,
                bulk_kinds& kinds, const check_request& request, console& to) {
  const auto line = request.command.line;
  std::size_t first = 0, last = 0, around = 0;
  for (row_block rows; last < line && input.next(rows, form, block_bytes);) {
    if (rows.rows.empty()) continue;
    if (first == 0) first = rows.rows.front().line;
    last = rows.rows.back().line;
    const auto* at = rows.find(line);
    if (at == nullptr) {
      if (around == 0) around = begin_around(rows, line);
      continue;
    }
    unit_store units(kinds, form);
    read(rows, *at, units);
    for (const auto& file : units.member_files())
      if (writes_over(file, request.command, to)) return exit_usage;
    key_hints hints(kinds.by());
    for (auto& each : units.findings()) {
      if (each.what.code == "N0121") continue;  // told with the report
      hints.add_to(each.what);
      to.show_at(input.name(), each.line, each.column, each.what, each.in);
    }
    if (units.more_findings() > 0)
      to.complain("N0134", {std::to_string(units.more_findings())});
    if (units.unread() > 0) return exit_data;
    if (units.entries().empty()) continue;  // blank cells
    const auto place = input.name() + ':' + std::to_string(line);
    return report_unit(kinds.by(), *units.entries().front().alone, place, request, to);
  }
  if (const auto& why = input.failure()) {
    to.show(*why);
    return code_of({*why});
  }
  if (first == 0) {
    const auto nothing = no_unit(form);
    to.show(nothing);
    return code_of({nothing});
  }
  if (around > 0) {
    to.complain("N0166", {std::to_string(line), std::to_string(around)});
  } else {
    to.complain("N0167",
                {std::to_string(line), std::to_string(first), std::to_string(last)});
  }
  return exit_usage;
}

}  // namespace norma::cli
