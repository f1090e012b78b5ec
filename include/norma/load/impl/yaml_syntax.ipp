// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::pair

#include <yaml-cpp/exceptions.h>

#include <norma/core/diagnostic.hpp>
#include <norma/core/message.hpp>
#include <norma/load/impl/yaml_slips.ipp>

// The parser's errors in words that a reader of rules can act on.

namespace norma::load_detail {

/// The catalogue's wording for what the parser says.
[[nodiscard]] inline std::string_view word_for_yaml_error(std::string_view said) {
  namespace words = YAML::ErrorMsg;
  const std::pair<std::string_view, std::string_view> known[] = {
      {words::END_OF_MAP, "R0121"},      {words::END_OF_SEQ, "R0121"},
      {words::END_OF_MAP_FLOW, "R0122"}, {words::END_OF_SEQ_FLOW, "R0123"},
      {words::MAP_VALUE, "R0124"},       {words::MAP_KEY, "R0124"},
      {words::BLOCK_ENTRY, "R0125"},     {words::FLOW_END, "R0126"},
      {words::UNKNOWN_TOKEN, "R0127"},   {words::EOF_IN_SCALAR, "R0128"},
      {words::DOC_IN_SCALAR, "R0128"},   {words::TAB_IN_INDENTATION, "R0129"},
      {words::CHAR_IN_BLOCK, "R0131"},   {words::ZERO_INDENT_IN_BLOCK, "R0131"},
      {words::INVALID_HEX, "R0130"},     {words::INVALID_ESCAPE, "R0130"},
      {words::INVALID_UNICODE, "R0130"},
  };
  for (const auto& [begin, word] : known) {
    if (said.substr(0, begin.size()) == begin) return word;
  }
  return "R0120";
}

/// The key on the line that takes a condition, which YAML may have misread;
/// "" if there is none.
[[nodiscard]] inline std::string_view condition_key(std::string_view line) {
  for (const std::string_view key : {"require", "when", "value"}) {
    for (std::size_t at = line.find(key); at != std::string_view::npos;
         at = line.find(key, at + 1)) {
      const bool starts = at == 0 || line[at - 1] == ' ' || line[at - 1] == '{' ||
                          line[at - 1] == ',' || line[at - 1] == '-';
      const std::size_t after = line.find_first_not_of(' ', at + key.size());
      if (starts && after != std::string_view::npos && line[after] == ':') return key;
    }
  }
  return {};
}

/// The last line before `line` that is neither blank nor a comment; 0: none is.
[[nodiscard]] inline std::size_t line_before(const source_file& file, std::size_t line) {
  while (--line > 0) {
    const std::string_view text = file.line(line);
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first != std::string_view::npos && text[first] != '#') break;
  }
  return line;
}

/// True if a key stands deeper than the one above it, which has a value already.
[[nodiscard]] inline bool stands_deeper(std::string_view line, std::string_view above) {
  const std::size_t colon = above.find(": ");
  return begins_key(line, 0) &&
         line.find_first_not_of(' ') > above.find_first_not_of(" -") &&
         colon != std::string_view::npos &&
         above.find_first_not_of(" \r", colon + 1) != std::string_view::npos;
}

/// True of the last dash in `name: -`, which is written where nothing is known.
[[nodiscard]] inline bool is_lone_dash(std::string_view line, std::size_t column) {
  if (column >= line.size() || line[column] != '-') return false;
  const std::size_t before = line.find_last_not_of(' ', column == 0 ? 0 : column - 1);
  const std::size_t after = line.find_first_not_of(" \r", column + 1);
  const bool ends = after == std::string_view::npos || line[after] == '#';
  return ends && before != std::string_view::npos && line[before] == ':';
}

/// The finding N0201 for an error at `line` (from 1; 0: unknown) and byte
/// `column` (from 0) of it.
[[nodiscard]] inline diagnostic describe_yaml_error(const source_ptr& file,
                                                    std::string_view said,
                                                    std::size_t line,
                                                    std::size_t column) {
  const std::size_t start = file->line_offset(line == 0 ? 1 : line);
  if (line != 0) {
    const std::string_view written = file->line(line);
    if (auto slip = find_slip(file, start)) return *std::move(slip);
    // A key that goes wrong is noticed at the next one.
    if (const std::size_t before = line_before(*file, line); before != 0) {
      auto slip = find_slip(file, file->line_offset(before));
      if (slip && (slip->code != "N0219" || slip->arguments.back() == ":")) {
        return *std::move(slip);
      }
      const bool may_be_deeper = said == YAML::ErrorMsg::MAP_VALUE ||
                                 said == YAML::ErrorMsg::END_OF_MAP ||
                                 said == YAML::ErrorMsg::END_OF_SEQ;
      if (may_be_deeper && stands_deeper(written, file->line(before))) {
        const std::size_t first = start + written.find_first_not_of(' ');
        return deeper_key(file, first);
      }
    }
    if (said == YAML::ErrorMsg::BLOCK_ENTRY && is_lone_dash(written, column)) {
      return {"N0227", {}, {file, start + column, start + column + 1}, {}};
    }
    const std::size_t tab = written.find('\t');
    if (tab < written.find_first_not_of(" \t")) {
      return {"N0201",
              {word_argument("R0129"), ""},
              {file, start + tab, start + tab + 1},
              {}};
    }
  }
  const std::size_t begin = std::min(start + column, file->content().size());
  const std::string_view key =
      line == 0 ? std::string_view() : condition_key(file->line(line));
  return {"N0201",
          {word_argument(word_for_yaml_error(said)), std::string(key)},
          {file, begin, std::min(begin + 1, file->content().size())},
          {}};
}

}  // namespace norma::load_detail
