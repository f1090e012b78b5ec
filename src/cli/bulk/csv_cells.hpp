// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <memory>       // std::unique_ptr
#include <optional>     // std::optional
#include <string_view>  // std::string_view
#include <vector>       // std::vector

namespace norma::cli {

/// Divides rows of a CSV file into their cells.
class csv_cells {
 public:
  csv_cells();
  ~csv_cells();
  csv_cells(const csv_cells&) = delete;
  csv_cells& operator=(const csv_cells&) = delete;

  /// False if the row, one and whole, has quotes where none may stand.
  [[nodiscard]] bool split(std::string_view row);
  /// Those of the last row: without quotes, and without blanks around them where they
  /// have none. Good until the next.
  [[nodiscard]] const std::vector<std::string_view>& cells() const { return cells_; }

 private:
  struct parser;
  std::unique_ptr<parser> parser_;
  std::vector<std::string_view> cells_;
};

/// The byte of the row at which the cell begins, counted from 0, its blanks and quotes
/// among it; the end of the row if there is none.
[[nodiscard]] std::size_t begin_of_cell(std::string_view row, std::size_t cell);

/// Finds the cells of a row that bytes stand in; in one walk where they come in order.
class cell_finder {
 public:
  explicit cell_finder(std::string_view row);

  /// The cell, counted from 0; nothing of bytes [begin, end) of several.
  [[nodiscard]] std::optional<std::size_t> find(std::size_t begin, std::size_t end);

 private:
  void restart();

  std::string_view row_;
  std::size_t cell_ = 0, begin_ = 0, next_ = 0;
};

}  // namespace norma::cli
