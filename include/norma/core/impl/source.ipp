// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/source.hpp>

#include <algorithm>  // std::lower_bound, std::min

namespace norma {

namespace detail {

/// Lines and characters are counted by so many bytes, and looked for within them.
inline constexpr std::size_t counted_block = 1024;

/// Where the first line begins: a byte order mark is no part of it.
[[nodiscard]] inline std::size_t first_line(std::string_view content) {
  return content.substr(0, 3) == "\xef\xbb\xbf" ? 3 : 0;
}

}  // namespace detail

NORMA_INLINE source_file::source_file(std::string name, std::string content)
    : name_(std::move(name)), content_(std::move(content)) {
  counts all;
  for (std::size_t i = 0; i < content_.size(); ++i) {
    if (i % detail::counted_block == 0) blocks_.push_back(all);
    count(i, all);
  }
  blocks_.push_back(all);
}

NORMA_INLINE bool source_file::ends_line(std::size_t at) const {
  const char c = content_[at];
  return c == '\n' || (c == '\r' && content_.compare(at, 2, "\r\n") != 0);
}

NORMA_INLINE void source_file::count(std::size_t at, counts& to) const {
  if (ends_line(at)) ++to.lines;
  if ((static_cast<unsigned char>(content_[at]) & 0xc0U) != 0x80U) ++to.characters;
}

NORMA_INLINE source_file::counts source_file::before(std::size_t offset) const {
  const std::size_t block = offset / detail::counted_block;
  counts result = blocks_[block];
  for (std::size_t i = block * detail::counted_block; i < offset; ++i) count(i, result);
  return result;
}

NORMA_INLINE source_position source_file::position(std::size_t offset) const {
  offset = std::min(offset, content_.size());
  const counts here = before(offset);
  const std::size_t start = line_offset(here.lines + 1);
  if (offset < start) return {1, 1};  // inside the byte order mark
  return {here.lines + 1, here.characters - before(start).characters + 1};
}

NORMA_INLINE std::string_view source_file::line(std::size_t line) const {
  const std::size_t start = line_offset(line);
  std::size_t end = line_offset(line + 1);
  if (end > start && content_[end - 1] == '\n') --end;
  if (end > start && content_[end - 1] == '\r') --end;
  return std::string_view(content_).substr(start, end - start);
}

NORMA_INLINE std::size_t source_file::line_offset(std::size_t line) const {
  if (line < 2) return detail::first_line(content_);
  // The block in which the line before ends.
  const auto next = std::lower_bound(
      blocks_.begin(), blocks_.end(), line - 1,
      [](const counts& c, std::size_t lines) { return c.lines < lines; });
  if (next == blocks_.end()) return content_.size();
  const auto block = static_cast<std::size_t>(next - blocks_.begin()) - 1;
  std::size_t at = block * detail::counted_block;
  for (std::size_t left = line - 1 - blocks_[block].lines; left > 0; ++at) {
    if (ends_line(at)) --left;
  }
  return at;
}

NORMA_INLINE source_span embedded_source::span(std::string_view text, std::size_t begin,
                                               std::size_t end) const {
  if (!file) return {};
  const std::string& content = file->content();
  // The file is walked along: its line breaks may be two bytes where the text
  // has one, and its blank lines may be shorter than the indent.
  std::size_t here = std::min(offset, content.size());
  std::size_t passed = 0;
  const auto advance = [&](std::size_t wanted) {
    for (; passed < wanted && here < content.size(); ++passed) {
      const bool line_break = passed < text.size() && text[passed] == '\n';
      if (line_break && content.compare(here, 2, "\r\n") == 0) ++here;
      ++here;
      if (!line_break) continue;
      for (std::size_t i = 0; i < indent && here < content.size(); ++i) {
        if (content[here] != ' ') break;
        ++here;
      }
    }
    return here;
  };
  source_span result{file, advance(begin), 0};
  // The end stands right after the last byte, not in the next line.
  result.end =
      end > begin ? std::min(advance(end - 1) + 1, content.size()) : result.begin;
  return result;
}

}  // namespace norma
