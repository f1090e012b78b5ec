// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <string>   // std::string
#include <vector>   // std::vector

namespace norma::cli {

/// Cells in columns, wide characters counted twice; the last column is not
/// filled up.
class text_table {
 public:
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// The lines of the row that takes most of them; `npos` if one is too long
  /// for `width`.
  [[nodiscard]] std::size_t tallest(std::size_t width) const;
  /// Each row on a line, `indent` blanks before it; the last column continues
  /// below itself where the line would be longer than `width` (0: no limit).
  [[nodiscard]] std::string to_string(std::size_t indent = 0,
                                      std::size_t width = 0) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// `words` in lines of at most `width` columns, broken at blanks and between
/// wide characters.
[[nodiscard]] std::vector<std::string> fold(const std::string& words, std::size_t width);

}  // namespace norma::cli
