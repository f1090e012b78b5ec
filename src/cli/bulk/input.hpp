// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <cstdio>       // std::FILE
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/core/diagnostic.hpp>

namespace norma::cli {

/// Bytes of rows that are judged together: their columns stay in the cache.
inline constexpr std::size_t block_bytes = std::size_t{1} << 20U;

/// Where something stands in the input; column 0: that is not known.
struct text_place {
  std::size_t line = 0, column = 0;
};

/// A row of an input: bytes [begin, end) of its block, line break included.
struct row_place {
  std::size_t begin = 0, end = 0;
  std::size_t line = 1;  ///< of the input, on which it begins
};

/// Some whole rows of an input. What lies behind the bytes may be read, too, for
/// `padding` bytes.
struct row_block {
  static constexpr std::size_t padding = 64;

  std::string bytes;
  std::vector<row_place> rows;
  std::size_t read = 0;  ///< bytes of the input up to its end

  /// Bytes of the input before it.
  [[nodiscard]] std::size_t begin() const { return read - bytes.size(); }
  [[nodiscard]] std::string_view row(const row_place& at) const {
    return std::string_view(bytes).substr(at.begin, at.end - at.begin);
  }
  /// The row that begins on the line; null if none does.
  [[nodiscard]] const row_place* find(std::size_t line) const;
  /// Line and column of the byte of a row, both of the input.
  [[nodiscard]] text_place place(const row_place& row, std::size_t byte) const;
};

/// How an input is divided into rows: at every line break, or at those that stand in no
/// cell in quotes.
enum class row_form { lines, csv };

/// Reads an input of any size, a block of rows at a time. Blank lines are left out.
class row_reader {
 public:
  /// `-` is the standard input. What can not be opened is in `failure()`. So many bytes
  /// are read at once, or more.
  explicit row_reader(std::string path, std::size_t least_read = std::size_t{256} << 10U);
  ~row_reader();
  row_reader(const row_reader&) = delete;
  row_reader& operator=(const row_reader&) = delete;

  /// Its name for messages, and its bytes where it is a file.
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::optional<std::size_t> size() const { return size_; }
  /// What it begins with, as much as is read at once.
  [[nodiscard]] std::string_view first_bytes();
  /// The first character that is no blank; `\0` if there is none.
  [[nodiscard]] char first_character();

  /// The next `bytes` or so into `to`; false at the end, or where reading fails.
  bool next(row_block& to, row_form form, std::size_t bytes);
  /// One row alone: the head of a table.
  bool next_row(row_block& to, row_form form);

  /// Why reading ended before the end (N0101, N0132).
  [[nodiscard]] const std::optional<diagnostic>& failure() const { return failure_; }

 private:
  bool fill(std::size_t bytes);
  [[nodiscard]] bool take_row(row_block& to, row_form form);
  void move_on(row_block& to);
  void drop_blank_lines();
  void refuse_row();

  std::string name_;
  std::size_t least_read_;
  std::FILE* file_ = nullptr;
  std::optional<std::size_t> size_;
  std::optional<diagnostic> failure_;
  std::string held_;  ///< read, from `at_` on not yet given out
  std::size_t at_ = 0;
  std::size_t given_ = 0;  ///< bytes of the input before those held
  std::size_t line_ = 1;
  bool ended_ = false;
  bool all_closed_ = true;  ///< no quote yet that nothing closes
};

}  // namespace norma::cli
