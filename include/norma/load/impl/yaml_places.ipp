// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/load/impl/yaml_node.hpp>

// Where the parts of a YAML file lie: the parser tells the beginning of a
// scalar and its value, the file the way it is written and its end.

namespace norma::load_detail {

[[nodiscard]] inline bool is_yaml_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The end of a plain scalar that goes over several lines.
[[nodiscard]] inline std::size_t end_of_folded(std::string_view content,
                                               std::size_t begin,
                                               std::string_view value) {
  std::size_t end = begin;
  std::size_t at = begin;
  for (const char c : value) {
    if (is_yaml_blank(c)) continue;
    while (at < content.size() && is_yaml_blank(content[at])) ++at;
    if (at == content.size() || content[at] != c) break;
    end = ++at;
  }
  return end;
}

/// The place after the closing quote; npos if there is none.
[[nodiscard]] inline std::size_t end_of_quoted(std::string_view content,
                                               std::size_t begin) {
  const char quote = content[begin];
  for (std::size_t i = begin + 1; i < content.size(); ++i) {
    if (quote == '"' && content[i] == '\\') {
      ++i;
    } else if (content[i] == quote) {
      if (quote == '"' || content.substr(i + 1, 1) != "'") return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

[[nodiscard]] inline std::size_t blanks_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of(' ', at);
  return (end == std::string_view::npos ? text.size() : end) - at;
}

/// The first line of `text` from `at` on that is not blank; npos if none is.
[[nodiscard]] inline std::size_t first_line_with_text(std::string_view text,
                                                      std::size_t at) {
  const std::size_t first = text.find_first_not_of(" \r\n", at);
  if (first == std::string_view::npos) return first;
  const std::size_t line_break = text.rfind('\n', first);
  return line_break == std::string_view::npos || line_break < at ? at : line_break + 1;
}

/// Fills in how the lines of a block scalar lie in the file.
inline void place_block(std::string_view content, yaml_node& node) {
  const std::size_t header = content.find('\n', node.begin);
  if (header == std::string_view::npos) return;
  node.end = header;
  node.text_begin = header + 1;
  const std::size_t written = first_line_with_text(content, header + 1);
  const std::size_t read = first_line_with_text(node.text, 0);
  if (written == std::string_view::npos || read == std::string_view::npos) return;
  const std::size_t more = blanks_at(node.text, read);
  const std::size_t blanks = blanks_at(content, written);
  node.indent = blanks > more ? blanks - more : 0;
  for (std::size_t i = 0; i < node.indent && content.substr(node.text_begin, 1) == " ";
       ++i) {
    ++node.text_begin;
  }
  // As long as the text has line breaks, the file has lines.
  std::size_t end = header + 1;
  std::size_t breaks = 0;
  const std::string_view text(node.text);
  for (const char c : text.substr(0, text.find_last_not_of('\n') + 1))
    breaks += c == '\n';
  for (; breaks > 0; --breaks) {
    const std::size_t next = content.find('\n', end);
    if (next == std::string_view::npos) break;
    end = next + 1;
  }
  const std::size_t last = content.find('\n', end);
  node.end = last == std::string_view::npos ? content.size() : last;
  if (node.end > 0 && content[node.end - 1] == '\r') --node.end;
}

/// The scalar whose value is `value` and which begins at `begin`.
[[nodiscard]] inline yaml_node place_scalar(const std::string& content, std::size_t begin,
                                            const std::string& value) {
  yaml_node node;
  node.text = value;
  node.begin = node.text_begin = begin;
  const char first = begin < content.size() ? content[begin] : '\0';
  if (first == '"' || first == '\'') {
    node.style = first == '"' ? yaml_style::double_quoted : yaml_style::single_quoted;
    node.end = end_of_quoted(content, begin);
    node.text_begin = begin + 1;
    node.verbatim = node.end == begin + value.size() + 2 &&
                    content.compare(begin + 1, value.size(), value) == 0;
  } else if (first == '|' || first == '>') {
    node.style = first == '|' ? yaml_style::literal : yaml_style::folded;
    node.verbatim = first == '|';
    node.end = begin + 1;
    place_block(content, node);
  } else {
    node.verbatim = content.compare(begin, value.size(), value) == 0;
    node.end =
        node.verbatim ? begin + value.size() : end_of_folded(content, begin, value);
  }
  return node;
}

/// The place after the bracket that closes a flow collection, whose `end` is
/// that of its last child.
[[nodiscard]] inline std::size_t end_of_flow(std::string_view content,
                                             const yaml_node& node) {
  const std::size_t next = content.find_first_not_of(" \t\r\n,", node.end);
  if (next == std::string_view::npos) return node.end;
  return content[next] == ']' || content[next] == '}' ? next + 1 : node.end;
}

/// The first line of more than `most` bytes. The parser holds the whole line
/// of a `[` or `{` before it says anything, at a hundred times its size.
[[nodiscard]] inline std::optional<std::size_t> find_long_line(std::string_view content,
                                                               std::size_t most) {
  for (std::size_t begin = 0; begin < content.size();) {
    std::size_t end = content.find('\n', begin);
    if (end == std::string_view::npos) end = content.size();
    if (end - begin > most) return begin;
    begin = end + 1;
  }
  return std::nullopt;
}

/// The first line beyond `most` that are blank, or comments alone. One takes the parser
/// as long as twenty bytes that say something.
[[nodiscard]] inline std::optional<std::size_t> find_idle_line(std::string_view content,
                                                               std::size_t most) {
  std::size_t idle = 0;
  for (std::size_t begin = 0; begin < content.size();) {
    const std::size_t first = content.find_first_not_of(" \t\r", begin);
    if (first == std::string_view::npos) break;
    const bool says = content[first] != '\n' && content[first] != '#';
    if (!says && ++idle > most) return begin;
    const std::size_t end = content.find('\n', first);
    if (end == std::string_view::npos) break;
    begin = end + 1;
  }
  return std::nullopt;
}

/// The first carriage return of a file whose lines end by it alone.
[[nodiscard]] inline std::optional<std::size_t> find_lone_turn(std::string_view content) {
  const std::size_t turn = content.find('\r');
  const std::size_t feed = content.find('\n');
  if (turn == std::string_view::npos || turn + 1 == feed) return std::nullopt;
  const bool alone = feed == std::string_view::npos || feed + 1 == content.size();
  return alone ? std::optional(turn) : std::nullopt;
}

/// A line of directives (`%YAML 1.1`) before the document.
[[nodiscard]] inline std::optional<std::size_t> find_directive(std::string_view content) {
  std::size_t at = content.substr(0, 3) == "\xef\xbb\xbf" ? 3 : 0;
  while (at < content.size()) {
    if (content[at] == '%') return at;
    const std::size_t end = content.find('\n', at);
    const std::size_t first = content.find_first_not_of(" \t\r", at);
    const bool skipped = first == std::string_view::npos || content[first] == '#' ||
                         content[first] == '\n';
    if (!skipped || end == std::string_view::npos) break;
    at = end + 1;
  }
  return std::nullopt;
}

}  // namespace norma::load_detail
