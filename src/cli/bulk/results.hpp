// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/assess/verdict.hpp>

namespace norma::cli {

/// How the verdicts of many units are written; `none`: they are not.
enum class result_form { none, csv, ndjson };

/// What became of an item; nothing where the standard has none of that id.
struct item_result {
  std::optional<verdict> is;
  std::string_view reason = {};  ///< path of the part that decides, or ""
};

/// A unit judged by a standard.
struct result_row {
  std::size_t line = 0;
  std::string_view id;
  std::string_view standard;  ///< "": none applies
  verdict is = verdict::not_applicable;
  std::string_view reason = {};
  std::string_view score = {};
  std::vector<item_result> items;  ///< in the order of the columns
};

/// Writes results, a line each.
class result_writer {
 public:
  result_writer(result_form form, std::vector<std::string> items, bool reasons,
                bool points)
      : form_(form), items_(std::move(items)), reasons_(reasons), points_(points) {}

  [[nodiscard]] bool reasons() const { return reasons_; }
  [[nodiscard]] std::size_t items() const { return items_.size(); }
  /// The first line; "" where the form has none.
  [[nodiscard]] std::string head() const;
  void write(const result_row& row, std::string& to) const;

 private:
  void write_csv(const result_row& row, std::string& to) const;
  void write_json(const result_row& row, std::string& to) const;

  result_form form_;
  std::vector<std::string> items_;
  bool reasons_, points_;
};

}  // namespace norma::cli
