// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::min
#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/core/diagnostic.hpp>
#include <norma/core/text.hpp>

// Chinese keyboards write full-width signs, which YAML takes for letters: a
// mistake is then found somewhere else. What was meant is said instead.

namespace norma::load_detail {

/// A full-width sign at byte `at` for which `meant` should stand.
struct full_width_sign {
  std::size_t at = 0;
  std::size_t size = 0;
  char meant = '\0';
};

[[nodiscard]] inline char meant_by_full_width(char32_t c) {
  switch (c) {
    case 0x3010: return '[';
    case 0x3011: return ']';
    case 0x201c:
    case 0x201d: return '"';
    case 0x2018:
    case 0x2019: return '\'';
    default: break;
  }
  const char sign = half_width(c);
  const bool of_yaml =
      std::string_view(":,[]{}\"'|#-").find(sign) != std::string_view::npos;
  return of_yaml ? sign : '\0';
}

/// The first such sign in a text that should be a name, a list or a mapping;
/// quotes only where they begin it.
[[nodiscard]] inline std::optional<full_width_sign> find_full_width(
    std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const code_point c = decode_code_point(text, i);
    const char meant = meant_by_full_width(c.value);
    const bool quote = meant == '"' || meant == '\'';
    if (meant != '\0' && (!quote || i == 0)) return full_width_sign{i, c.length, meant};
    i += c.length;
  }
  return std::nullopt;
}

/// True if the full-width quote at `at` has a twin that ends a value there:
/// then the two quote it, and do not belong to it.
[[nodiscard]] inline bool quotes_value(std::string_view line, std::size_t at) {
  const char meant = meant_by_full_width(decode_code_point(line, at).value);
  for (std::size_t i = at + decode_code_point(line, at).length; i < line.size();) {
    const code_point c = decode_code_point(line, i);
    i += c.length;
    if (meant_by_full_width(c.value) != meant) continue;
    const std::size_t next = line.find_first_not_of(" \t\r", i);
    return next == std::string_view::npos ||
           std::string_view(":,]}#").find(line[next]) != std::string_view::npos;
  }
  return false;
}

/// True if a key and its colon follow.
[[nodiscard]] inline bool begins_key(std::string_view line, std::size_t at) {
  const std::size_t first = line.find_first_not_of(' ', at);
  for (std::size_t i = std::min(first, line.size()); i < line.size();) {
    const code_point c = decode_code_point(line, i);
    const char meant = meant_by_full_width(c.value);
    if (line[i] == ':' || meant == ':') return i > first;
    if (meant == ',' ||
        std::string_view(" ,[]{}\"'").find(line[i]) != std::string_view::npos)
      return false;
    i += c.length;
  }
  return false;
}

/// The first such sign on a line of YAML that stands where a sign of YAML
/// could: after a key, between entries, around a list. Text may hold any.
[[nodiscard]] inline std::optional<full_width_sign> find_structural(
    std::string_view line) {
  bool key = true;       // a key may stand here: nothing but it since the last sign
  bool fresh = true;     // nothing but blanks since then
  std::size_t open = 0;  // brackets
  const std::size_t blank = line.find_last_not_of(" \t\r") + 1;  // to the end
  for (std::size_t i = 0; i < line.size();) {
    const code_point c = decode_code_point(line, i);
    const char meant = meant_by_full_width(c.value);
    const char sign = meant != '\0' ? meant : c.length == 1 ? line[i] : '\0';
    const bool last = i + c.length >= blank;
    const bool spaced = i + c.length >= line.size() || line[i + c.length] == ' ';
    if (meant == '\0' && (sign == '"' || sign == '\'') && fresh) {
      const std::size_t end = line.find(sign, i + 1);
      if (end == std::string_view::npos) return std::nullopt;
      i = end + 1;
      fresh = false;
      continue;
    }
    if (meant == '\0' && sign == '#' && (i == 0 || line[i - 1] == ' '))
      return std::nullopt;
    const auto found = [&] {
      switch (meant) {
        case '\0': return false;
        case ':': return key && !fresh;
        case ',': return open > 0 && begins_key(line, i + c.length);
        case ']':
        case '}': return open > 0 || last;
        case '"':
        case '\'': return fresh && quotes_value(line, i);
        default: return fresh;
      }
    };
    if (found()) return full_width_sign{i, c.length, meant};
    const bool opens = fresh && (sign == '[' || sign == '{');
    const bool divides = sign == ',' && open > 0;
    if (opens) ++open;
    if ((sign == ']' || sign == '}') && open > 0) --open;
    if (opens || divides || (sign == '-' && fresh && spaced)) {
      key = fresh = true;
    } else if (sign == ':' && spaced) {
      key = false;
      fresh = true;
    } else if (sign == ' ' || sign == '\t') {
      key = key && fresh;
    } else {
      fresh = false;
    }
    i += c.length;
  }
  return std::nullopt;
}

[[nodiscard]] inline diagnostic full_width_finding(const source_ptr& file,
                                                   std::size_t begin,
                                                   const full_width_sign& sign) {
  const std::size_t at = begin + sign.at;
  return {"N0219",
          {file->content().substr(at, sign.size), std::string(1, sign.meant)},
          {file, at, at + sign.size},
          {}};
}

/// What a finding marks, of a long text the beginning: many may mark the same one.
[[nodiscard]] inline std::string_view beginning_of(const source_span& where) {
  constexpr std::size_t most = 4096;
  return std::string_view(where.file->content())
      .substr(where.begin, std::min(where.end - where.begin, most));
}

/// The finding itself; or, where it objects to a text with a full-width sign
/// that should be a name, a list or a mapping, one that names the sign.
[[nodiscard]] inline diagnostic or_full_width(diagnostic found) {
  constexpr std::string_view codes[] = {"N0203", "N0204", "N0214", "N0215", "N0504",
                                        "N0505", "N0506", "N0509", "N0601", "N0605",
                                        "N0617", "N0618", "N0620", "N0630"};
  for (const std::string_view code : codes) {
    if (found.code != code || !found.where.file) continue;
    const std::string_view text = beginning_of(found.where);
    if (text.substr(0, 1) == "\"") return found;
    // What should have been a list or a mapping may be a text with any signs.
    const auto sign = code == "N0204" ? find_structural(text) : find_full_width(text);
    if (sign) return full_width_finding(found.where.file, found.where.begin, *sign);
  }
  return found;
}

}  // namespace norma::load_detail
