// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/csv.hpp>

#include <algorithm>    // std::min
#include <string>       // std::to_string
#include <string_view>  // std::string_view
#include <utility>      // std::exchange, std::move

#include <norma/load/impl/findings.ipp>

namespace norma::load_detail {

NORMA_INLINE csv_reader::csv_reader(source_ptr file) : file_(std::move(file)) {
  at_ = file_->line_offset(1);  // after a byte order mark
}

NORMA_INLINE std::size_t csv_reader::end_of_line(std::size_t from) const {
  return std::min(file_->content().find_first_of("\r\n", from), file_->content().size());
}

// Where a line has semicolons or tabs between its cells, and no comma; `npos`
// if it has none.
NORMA_INLINE std::size_t csv_reader::other_separator(std::size_t from) const {
  const std::string_view line =
      std::string_view(file_->content()).substr(from, end_of_line(from) - from);
  const std::size_t last = line.find_last_not_of(" \t");
  const std::size_t found = line.substr(0, last + 1).find_first_of(";\t");
  const bool other =
      found != std::string_view::npos && line.find(',') == std::string_view::npos;
  return other ? from + found : std::string::npos;
}

NORMA_INLINE bool csv_reader::read_quoted(csv_cell& cell,
                                          std::vector<diagnostic>& findings) {
  cell.quoted = true;
  cell.text_begin = ++at_;
  // After a quote that nothing closes the rest is read line by line: the file
  // is looked through once more at most.
  if (all_closed_ && read_to_quote(cell, file_->content().size())) return true;
  all_closed_ = false;
  at_ = cell.text_begin;
  cell.text.clear();
  cell.verbatim = true;
  if (read_to_quote(cell, end_of_line(at_))) return true;
  cell.end = at_;
  add_finding(findings, {"N0220", {}, {file_, cell.begin, cell.end}, {}});
  return false;
}

NORMA_INLINE bool csv_reader::read_to_quote(csv_cell& cell, std::size_t most) {
  const std::string& content = file_->content();
  for (; at_ < most; ++at_) {
    if (content[at_] != '"') {
      cell.text += content[at_];
    } else if (at_ + 1 < most && content[at_ + 1] == '"') {
      cell.text += content[at_++];
      cell.verbatim = false;
    } else {
      cell.end = ++at_;
      return true;
    }
  }
  return false;
}

NORMA_INLINE bool csv_reader::next(csv_row& row, std::vector<diagnostic>& findings) {
  const std::string& content = file_->content();
  const auto ends_line = [&](std::size_t i) {
    return i >= content.size() || content[i] == '\n' || content[i] == '\r';
  };
  const auto is_blank = [&](std::size_t i) {
    return i < content.size() && (content[i] == ' ' || content[i] == '\t');
  };
  const auto skip_break = [&] {
    if (at_ < content.size() && content[at_] == '\r') ++at_;
    if (at_ < content.size() && content[at_] == '\n') ++at_;
  };

  while (at_ < content.size()) {
    std::size_t first = at_;
    while (is_blank(first)) ++first;
    if (!ends_line(first)) break;
    at_ = first;
    skip_break();
  }
  row.cells.clear();
  row.begin = at_;
  if (at_ >= content.size()) return false;
  if (!std::exchange(begun_, true)) {
    if (const std::size_t other = other_separator(at_); other != std::string::npos) {
      add_finding(findings,
                  {"N0222", {content.substr(other, 1)}, {file_, other, other + 1}, {}});
      at_ = content.size();
      return false;
    }
  }

  while (true) {
    csv_cell cell;
    while (is_blank(at_)) ++at_;
    cell.begin = cell.text_begin = at_;
    if (at_ < content.size() && content[at_] == '"') {
      const bool closed = read_quoted(cell, findings);
      std::size_t after = at_;
      while (is_blank(after)) ++after;
      if (closed && !ends_line(after) && content[after] != ',') {
        std::size_t end = after;
        while (!ends_line(end) && content[end] != ',') ++end;
        add_finding(findings, {"N0221", {}, {file_, after, end}, {}});
        after = end;
      }
      at_ = after;
    } else {
      while (!ends_line(at_) && content[at_] != ',') ++at_;
      cell.end = at_;
      while (cell.end > cell.begin && is_blank(cell.end - 1)) --cell.end;
      cell.text = content.substr(cell.begin, cell.end - cell.begin);
    }
    if (row.cells.size() == most_cells) {
      add_finding(
          findings,
          {"N0548", {std::to_string(most_cells)}, {file_, cell.begin, cell.end}, {}});
      at_ = content.size();
      row.end = at_;
      return true;
    }
    row.cells.push_back(std::move(cell));
    if (ends_line(at_)) break;
    ++at_;  // the comma
  }
  row.end = row.cells.back().end;
  skip_break();
  return true;
}

}  // namespace norma::load_detail
