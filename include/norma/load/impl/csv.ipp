// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/csv.hpp>

#include <utility>  // std::move

#include <norma/load/impl/findings.ipp>

namespace norma::detail {

NORMA_INLINE csv_reader::csv_reader(source_ptr file) : file_(std::move(file)) {
  at_ = file_->line_offset(1);  // after a byte order mark
}

NORMA_INLINE bool csv_reader::read_quoted(csv_cell& cell,
                                          std::vector<diagnostic>& findings) {
  const std::string& content = file_->content();
  cell.quoted = true;
  cell.text_begin = ++at_;
  for (; at_ < content.size() && content[at_] != '\n' && content[at_] != '\r'; ++at_) {
    if (content[at_] != '"') {
      cell.text += content[at_];
    } else if (at_ + 1 < content.size() && content[at_ + 1] == '"') {
      cell.text += content[at_++];
      cell.verbatim = false;
    } else {
      cell.end = ++at_;
      return true;
    }
  }
  cell.end = at_;
  add_finding(findings, {"N0220", {}, {file_, cell.begin, cell.end}, {}});
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
    row.cells.push_back(std::move(cell));
    if (ends_line(at_)) break;
    ++at_;  // the comma
  }
  row.end = row.cells.back().end;
  skip_break();
  return true;
}

}  // namespace norma::detail
