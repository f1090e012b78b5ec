// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/source.hpp>

#include <algorithm>  // std::min, std::upper_bound

#include <norma/core/text.hpp>

namespace norma {

NORMA_INLINE source_file::source_file(std::string name, std::string content)
    : name_(std::move(name)), content_(std::move(content)) {
  // A byte order mark is no part of the first line.
  const bool marked = content_.compare(0, 3, "\xef\xbb\xbf") == 0;
  line_starts_.push_back(marked ? 3 : 0);
  for (std::size_t i = 0; i < content_.size(); ++i) {
    const char c = content_[i];
    if (c == '\r' && i + 1 < content_.size() && content_[i + 1] == '\n') continue;
    if (c == '\n' || c == '\r') line_starts_.push_back(i + 1);
  }
}

NORMA_INLINE source_position source_file::position(std::size_t offset) const {
  offset = std::min(offset, content_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  if (next == line_starts_.begin()) return {1, 1};  // inside the byte order mark
  const std::size_t start = *(next - 1);
  const auto before = std::string_view(content_).substr(start, offset - start);
  return {static_cast<std::size_t>(next - line_starts_.begin()),
          count_code_points(before) + 1};
}

NORMA_INLINE std::string_view source_file::line(std::size_t line) const {
  const std::size_t start = line_offset(line);
  std::size_t end = line_offset(line + 1);
  if (end > start && content_[end - 1] == '\n') --end;
  if (end > start && content_[end - 1] == '\r') --end;
  return std::string_view(content_).substr(start, end - start);
}

NORMA_INLINE std::size_t source_file::line_offset(std::size_t line) const {
  if (line == 0) return line_starts_.front();
  return line <= line_starts_.size() ? line_starts_[line - 1] : content_.size();
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
