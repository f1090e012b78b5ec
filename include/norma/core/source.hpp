// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <memory>       // std::shared_ptr
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/config.hpp>

namespace norma {

/// A place for readers: line and column, both from 1; the column counts code
/// points, not bytes.
struct source_position {
  std::size_t line = 0;
  std::size_t column = 0;
  friend bool operator==(source_position, source_position) = default;
};

/// The name and bytes of a text that diagnostics point into: a file, a line
/// of a command, a cell. Immutable.
class source_file {
 public:
  source_file(std::string name, std::string content);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& content() const { return content_; }

  /// Where byte `offset` stands; an offset past the end is the end.
  [[nodiscard]] source_position position(std::size_t offset) const;
  /// The bytes of line `line` (from 1) without its line break; "" past the end.
  [[nodiscard]] std::string_view line(std::size_t line) const;
  /// The offset at which line `line` (from 1) begins; the end if past it.
  [[nodiscard]] std::size_t line_offset(std::size_t line) const;

 private:
  /// How many lines end, and characters begin, before a byte.
  struct counts {
    std::size_t lines = 0;
    std::size_t characters = 0;
  };

  /// True if a line ends with that byte.
  [[nodiscard]] bool ends_line(std::size_t at) const;
  [[nodiscard]] counts before(std::size_t offset) const;
  void count(std::size_t at, counts& to) const;

  std::string name_;
  std::string content_;
  /// Before each block of bytes, and in all: a file may have as many lines as bytes, and
  /// all of it may be one.
  std::vector<counts> blocks_;
};

using source_ptr = std::shared_ptr<const source_file>;

/// Half-open range of bytes [begin, end) in `file`; no file = no place known.
struct source_span {
  source_ptr file;
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] explicit operator bool() const { return file != nullptr; }
};

/// How the bytes of an expression lie in the file that holds it: byte i of
/// the expression is byte `offset + i + indent * (line breaks before i)` of
/// the file, as a YAML block scalar drops `indent` bytes from each line.
struct embedded_source {
  source_ptr file;
  std::size_t offset = 0;
  std::size_t indent = 0;

  /// The file's span of bytes [begin, end) of the expression `text`.
  [[nodiscard]] source_span span(std::string_view text, std::size_t begin,
                                 std::size_t end) const;
};

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/core/impl/source.ipp>
#endif
