// SPDX-License-Identifier: Apache-2.0
#include "text_table.hpp"

#include <algorithm>    // std::max
#include <string_view>  // std::string_view

#include <norma/core/text.hpp>

namespace norma::cli {

std::vector<std::string> fold(const std::string& words, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t columns = 0;
  std::size_t last_break = 0;  // bytes of `line` that may stand alone
  for (std::size_t at = 0; at < words.size();) {
    const auto one = decode_code_point(words, at);
    const auto bytes = std::string_view(words).substr(at, one.length);
    const auto wide = display_width(bytes);
    if (columns + wide > width && columns > 0) {
      const auto cut = last_break > 0 ? last_break : line.size();
      std::string rest = line.substr(cut);
      rest.erase(0, rest.find_first_not_of(' '));
      line.resize(cut);
      while (!line.empty() && line.back() == ' ') line.pop_back();
      lines.push_back(std::move(line));
      line = std::move(rest);
      columns = display_width(line);
      last_break = 0;
    }
    at += one.length;
    if (bytes == " " && line.empty() && !lines.empty()) continue;
    line += bytes;
    columns += wide;
    // Closing marks stay with what they close.
    const bool closes =
        at < words.size() &&
        std::string_view("，。、；：）”》")
                .find(std::string_view(words).substr(
                    at, decode_code_point(words, at).length)) != std::string_view::npos;
    if ((bytes == " " || wide == 2) && !closes) last_break = line.size();
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

namespace {

using text_rows = std::vector<std::vector<std::string>>;

/// Of all columns but the last, which is not filled up.
std::vector<std::size_t> widths_of(const text_rows& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    if (widths.size() < row.size()) widths.resize(row.size());
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  return widths;
}

/// The last cell in the room that `columns` leave.
std::vector<std::string> last_cell(const std::vector<std::string>& row,
                                   std::size_t columns, std::size_t width) {
  const std::string last = row.empty() ? "" : row.back();
  return width > columns + 15 ? fold(last, width - columns) : std::vector{last};
}

}  // namespace

std::size_t text_table::tallest(std::size_t width) const {
  const auto widths = widths_of(rows_);
  std::size_t most = 0;
  for (const auto& row : rows_) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) columns += widths[i] + 2;
    const auto pieces = last_cell(row, columns, width);
    const auto end = columns + display_width(pieces.front());
    if (width > 0 && end > width) return std::string::npos;
    most = std::max(most, pieces.size());
  }
  return most;
}

std::string text_table::to_string(std::size_t indent, std::size_t width) const {
  const auto widths = widths_of(rows_);
  std::string out;
  for (const auto& row : rows_) {
    std::string line(indent, ' ');
    std::size_t columns = indent;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      line += row[i] + std::string(widths[i] - display_width(row[i]) + 2, ' ');
      columns += widths[i] + 2;
    }
    const auto pieces = last_cell(row, columns, width);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (i > 0) line.assign(columns, ' ');
      line += pieces[i];
      while (!line.empty() && line.back() == ' ') line.pop_back();
      out += line + '\n';
    }
  }
  return out;
}

}  // namespace norma::cli
