// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/diagnostic.hpp>

#include <algorithm>  // std::any_of, std::clamp, std::max, std::min
#include <cstddef>    // std::size_t
#include <utility>    // std::move

#include <norma/core/message.hpp>

namespace norma::detail {

/// Source lines are cut to this many columns around the caret.
inline constexpr std::size_t shown_columns = 160;
/// Of a longer place its beginning is marked: more carets point at nothing.
inline constexpr std::size_t marked_columns = 60;
/// Tabs reach to the next multiple of this.
inline constexpr std::size_t tab_columns = 4;
/// Words of the user in a message are cut to this many characters.
inline constexpr std::size_t shown_argument_length = 200;

/// Arguments short enough for one line of a terminal's reader.
[[nodiscard]] inline std::vector<std::string> cut_arguments(
    const std::vector<std::string>& arguments) {
  std::vector<std::string> result;
  for (const std::string& argument : arguments) {
    if (words_of_argument(argument)) {
      result.push_back(argument);
      continue;
    }
    std::size_t end = 0;
    for (std::size_t n = 0; n < shown_argument_length && end < argument.size(); ++n) {
      end += decode_code_point(argument, end).length;
    }
    result.push_back(end < argument.size() ? argument.substr(0, end) + "…" : argument);
  }
  return result;
}

/// A character of a source line as it is shown, with its columns.
struct shown_cell {
  std::string text;
  std::size_t width = 0;
};

/// A stretch of a source line made fit to be shown, and its marked columns.
struct shown_line {
  std::string text;
  std::size_t before = 0;  ///< columns before the mark
  std::size_t marked = 0;  ///< columns of the mark, at least one
};

[[nodiscard]] inline shown_cell show_character(std::string_view line, std::size_t offset,
                                               std::size_t length, std::size_t column) {
  if (line[offset] == '\t') {
    const std::size_t width = tab_columns - column % tab_columns;
    return {std::string(width, ' '), width};
  }
  std::string text = make_visible(line.substr(offset, length));
  const std::size_t width = display_width(text);
  return {std::move(text), width};
}

/// The part of `line` that is looked at for showing: a line of megabytes is
/// not decoded whole for each of its findings. Starts and ends at characters.
[[nodiscard]] inline std::string_view line_window(std::string_view line,
                                                  std::size_t& begin, std::size_t& end) {
  constexpr std::size_t reach = 4 * shown_columns;
  const auto is_tail = [&](std::size_t i) {
    return i < line.size() && (static_cast<unsigned char>(line[i]) & 0xc0U) == 0x80U;
  };
  std::size_t first = begin > reach ? begin - reach : 0;
  while (first < begin && is_tail(first)) ++first;
  std::size_t last = std::min(line.size(), begin + reach);
  while (is_tail(last)) ++last;
  begin -= first;
  end = std::min(end, last) - first;
  return line.substr(first, last - first);
}

/// Shows bytes [begin, end) of `line` as marked, both within the line.
[[nodiscard]] inline shown_line show_line(std::string_view line, std::size_t begin,
                                          std::size_t end) {
  const char* line_begin = line.data();
  const std::size_t line_size = line.size();
  line = line_window(line, begin, end);
  const bool cut_window_front = line.data() != line_begin;
  const bool cut_window_back = line.data() + line.size() != line_begin + line_size;

  std::vector<shown_cell> cells;
  std::size_t total = 0;
  std::size_t mark_first = std::string_view::npos;  // cells
  std::size_t mark_last = 0;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t length = decode_code_point(line, i).length;
    if (mark_first == std::string_view::npos && i + length > begin) {
      mark_first = cells.size();
    }
    cells.push_back(show_character(line, i, length, total));
    total += cells.back().width;
    if (i < end) mark_last = cells.size();
    i += length;
  }
  if (mark_first == std::string_view::npos) mark_first = cells.size();

  // A third of the room goes to what stands before the mark.
  std::size_t first = 0;
  std::size_t columns_before = 0;
  for (std::size_t i = 0; i < mark_first; ++i) columns_before += cells[i].width;
  const std::size_t lead = shown_columns / 3;
  bool cut_front = cut_window_front;
  while (total > shown_columns && columns_before > lead) {
    columns_before -= cells[first].width;
    total -= cells[first++].width;
    cut_front = true;
  }
  std::size_t last = cells.size();
  bool cut_back = cut_window_back;
  while (total > shown_columns && last > mark_first + 1) {
    total -= cells[--last].width;
    cut_back = true;
  }

  shown_line result;
  if (cut_front) result.text = "…";
  for (std::size_t i = first; i < last; ++i) result.text += cells[i].text;
  if (cut_back) result.text += "…";
  result.before = columns_before + (cut_front ? 1 : 0);
  for (std::size_t i = mark_first; i < std::min(mark_last, last); ++i) {
    result.marked += cells[i].width;
  }
  result.marked = std::clamp<std::size_t>(result.marked, 1, marked_columns);
  return result;
}

/// Appends place, source line and mark of one span.
inline void render_place(std::string& out, const source_span& where,
                         std::string_view arrow, char mark, std::size_t gutter,
                         const std::string& remark) {
  const source_file& file = *where.file;
  const std::size_t begin = std::min(where.begin, file.content().size());
  const source_position position = file.position(begin);
  out += std::string(gutter, ' ') + std::string(arrow) + ' ';
  if (!file.name().empty()) out += make_visible(file.name()) + ':';
  out += std::to_string(position.line) + ':' + std::to_string(position.column) + '\n';

  const std::string_view line = file.line(position.line);
  const std::size_t start = file.line_offset(position.line);
  const std::size_t from = begin < start ? 0 : std::min(begin - start, line.size());
  // Of a span over several lines the first is marked to its end.
  const std::size_t to =
      where.end <= begin ? from
                         : std::min(where.end - std::min(start, where.end), line.size());
  const shown_line shown = show_line(line, from, to);
  const std::string number = std::to_string(position.line);
  const std::string empty_gutter = std::string(gutter + 1, ' ') + '|';
  out += empty_gutter + '\n';
  out += std::string(gutter - number.size(), ' ') + number + " |";
  if (!shown.text.empty()) out += ' ' + shown.text;
  out += '\n' + empty_gutter + ' ' + std::string(shown.before, ' ');
  out += std::string(shown.marked, mark);
  if (!remark.empty()) out += ' ' + remark;
  out += '\n';
}

[[nodiscard]] inline std::string_view severity_name(severity level, language lang) {
  const bool zh = lang == language::zh;
  switch (level) {
    case severity::error: return zh ? "错误" : "error";
    case severity::warning: return zh ? "警告" : "warning";
    case severity::note: break;
  }
  return zh ? "提示" : "note";
}

[[nodiscard]] inline std::size_t line_number_width(const source_span& where) {
  return std::to_string(where.file->position(where.begin).line).size();
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE severity diagnostic::level() const {
  const norma::message* entry = find_message(code);
  return entry == nullptr ? severity::error : entry->level;
}

NORMA_INLINE std::string diagnostic::message(language lang) const {
  return format_message(code, detail::cut_arguments(arguments), lang);
}

NORMA_INLINE std::string diagnostic::help(language lang) const {
  return format_help(code, detail::cut_arguments(arguments), lang);
}

NORMA_INLINE std::string render(const diagnostic& d, language lang) {
  std::string out(detail::severity_name(d.level(), lang));
  out += '[' + d.code + ']';
  out += colon(lang);
  out += d.message(lang) + '\n';

  std::size_t gutter = 1;
  if (d.where) gutter = detail::line_number_width(d.where);
  for (const diagnostic_label& label : d.labels) {
    if (label.where) gutter = std::max(gutter, detail::line_number_width(label.where));
  }
  if (d.where) detail::render_place(out, d.where, "-->", '^', gutter, {});
  for (const diagnostic_label& label : d.labels) {
    const std::string remark =
        format_message(label.code, detail::cut_arguments(label.arguments), lang);
    if (label.where) {
      detail::render_place(out, label.where, ":::", '-', gutter, remark);
    } else {
      out += std::string(gutter + 1, ' ') + "= " + remark + '\n';
    }
  }
  if (const std::string help = d.help(lang); !help.empty()) {
    out += lang == language::zh ? "帮助" : "help";
    out += colon(lang);
    out += help + '\n';
  }
  return out;
}

NORMA_INLINE bool has_errors(const std::vector<diagnostic>& all) {
  return std::any_of(all.begin(), all.end(),
                     [](const diagnostic& d) { return d.level() == severity::error; });
}

}  // namespace norma
