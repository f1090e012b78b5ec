// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::min
#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/core/diagnostic.hpp>
#include <norma/core/text.hpp>
#include <norma/load/impl/full_width.ipp>
#include <norma/load/impl/yaml_places.ipp>

// Slips of the keyboard that YAML takes for something else, and objects to in
// another place or not at all: they are told where and as what they are.

namespace norma::load_detail {

/// The colon of `name:value`, where a blank is missing after it; of a line, what
/// stands before `name` may be blanks and `- `.
[[nodiscard]] inline std::optional<std::size_t> find_missing_blank(
    std::string_view line) {
  std::size_t first = std::min(line.find_first_not_of(' '), line.size());
  while (line.substr(first, 2) == "- ") {
    first = std::min(line.find_first_not_of(' ', first + 1), line.size());
  }
  const std::size_t colon = line.find_first_of(": ,[]{}\"'#&*!|>%@`\r\n", first);
  if (colon == std::string_view::npos || line[colon] != ':' || colon == first) return {};
  const char begin = line[first];
  if (begin >= '0' && begin <= '9') return {};  // a time of day
  const std::string_view rest = line.substr(colon + 1);
  if (rest.empty() || is_yaml_blank(rest[0]) || rest[0] == ':' ||
      rest.substr(0, 2) == "//") {
    return {};
  }
  return colon;
}

/// A blank of another width, such as U+3000.
[[nodiscard]] inline bool is_wide_blank(char32_t c) {
  return c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f ||
         c == 0x3000;
}

/// Bytes [begin, end) of `line`: the wide blanks before anything else on it.
struct blank_run {
  std::size_t begin = 0;
  std::size_t end = 0;
};
[[nodiscard]] inline std::optional<blank_run> find_wide_blanks(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" -");
  if (first == std::string_view::npos) return std::nullopt;
  blank_run run{first, first};
  while (run.end < line.size()) {
    const code_point c = decode_code_point(line, run.end);
    if (!is_wide_blank(c.value)) break;
    run.end += c.length;
  }
  return run.end == run.begin ? std::nullopt : std::optional<blank_run>(run);
}

[[nodiscard]] inline diagnostic missing_blank(const source_ptr& file, std::size_t colon) {
  const std::string_view before = std::string_view(file->content()).substr(0, colon);
  const std::size_t name = before.find_last_of(" \n,{[") + 1;
  return {"N0225", {std::string(before.substr(name))}, {file, colon, colon + 1}, {}};
}

[[nodiscard]] inline diagnostic deeper_key(const source_ptr& file, std::size_t at) {
  return {"N0226", {}, {file, at, at + 1}, {}};
}

[[nodiscard]] inline diagnostic wide_blanks(const source_ptr& file, std::size_t begin,
                                            const blank_run& run) {
  const code_point first = decode_code_point(file->content(), begin + run.begin);
  return {"N0223",
          {code_point_name(first.value)},
          {file, begin + run.begin, begin + run.end},
          {}};
}

/// What is wrong with the line that begins at `begin`, if it is one of these slips.
[[nodiscard]] inline std::optional<diagnostic> find_slip(const source_ptr& file,
                                                         std::size_t begin) {
  const std::string_view content = file->content();
  const std::string_view line = content.substr(begin, content.find('\n', begin) - begin);
  if (const auto run = find_wide_blanks(line)) return wide_blanks(file, begin, *run);
  if (const auto sign = find_structural(line))
    return full_width_finding(file, begin, *sign);
  if (const auto colon = find_missing_blank(line))
    return missing_blank(file, begin + *colon);
  return std::nullopt;
}

/// Where the key begins that stands deeper than the one above it, whose plain
/// value it seems to go on with: `begin` and `value` are those of the value.
[[nodiscard]] inline std::optional<std::size_t> find_deeper_key(std::string_view content,
                                                                std::size_t begin,
                                                                std::string_view value) {
  if (value.empty() || content.compare(begin, value.size(), value) == 0)
    return std::nullopt;
  const std::size_t end = end_of_folded(content, begin, value);
  const std::size_t colon = content.find_first_not_of(' ', end);
  if (colon == std::string_view::npos || content[colon] != ':') return std::nullopt;
  if (colon + 1 < content.size() && !is_yaml_blank(content[colon + 1]))
    return std::nullopt;
  const std::size_t line = content.rfind('\n', end - 1);
  if (line == std::string_view::npos || line < begin) return std::nullopt;
  return content.find_first_not_of(' ', line + 1);
}

/// The finding itself; or, where it objects to a name or a value that holds such
/// a slip, one that names the slip.
[[nodiscard]] inline diagnostic or_slip(diagnostic found) {
  found = or_full_width(std::move(found));
  const bool unknown =
      found.code == "N0203" || found.code == "N0601" || found.code == "N0606";
  if ((!unknown && found.code != "N0204") || !found.where.file) return found;
  const std::size_t begin = found.where.begin;
  const std::string_view text = beginning_of(found.where);
  if (unknown) {
    if (const auto run = find_wide_blanks(text))
      return wide_blanks(found.where.file, begin, *run);
  }
  const auto colon = find_missing_blank(text);
  return colon ? missing_blank(found.where.file, begin + *colon) : std::move(found);
}

}  // namespace norma::load_detail
