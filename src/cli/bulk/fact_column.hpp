// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>        // std::size_t
#include <cstdint>        // std::int32_t …
#include <string>         // std::string
#include <string_view>    // std::string_view
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::move
#include <vector>         // std::vector

#include <norma/batch/column.hpp>
#include <norma/rule/fact.hpp>

namespace norma::cli {

/// The values of one fact for many units, in memory of its own: what a cell says is read
/// straight into a column, if it is written as nearly all are. What is not is left to
/// the reader of single units, which knows all that may be written and what is wrong.
class fact_column {
 public:
  /// How its values lie.
  enum class shape { none, boolean, number, day, word, text, list, record, period };

  explicit fact_column(const fact_definition& of);

  [[nodiscard]] shape is() const { return is_; }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// One value, as a cell or a scalar of a file has it; not empty. False, and nothing
  /// is added, if it is not one of the plain ways to write such a value.
  [[nodiscard]] bool add(std::string_view cell);
  void add_blank();
  /// A list, whose elements were added to `element()` before.
  void add_list();
  /// A record or period: what nothing was added to of `fields()` is blank. False of a
  /// period one of whose days is not known, or that ends before it begins.
  [[nodiscard]] bool add_record();

  [[nodiscard]] fact_column& element() { return parts_.front(); }
  /// The field of that name or alias; null if there is none.
  [[nodiscard]] fact_column* field(std::string_view name);
  /// True if it is a set, and the last element stands among those from `first` on.
  [[nodiscard]] bool repeats(std::size_t first) const;

  /// Leaves the first `rows`, and what belongs to them.
  void cut(std::size_t rows);
  /// As the engine reads it; looks into this.
  [[nodiscard]] batch::column view() const;

 private:
  fact_column(shape is, std::string name) : is_(is), name_(std::move(name)) {}
  void mark(bool valid);
  [[nodiscard]] bool add_plain(std::string_view cell);
  [[nodiscard]] bool add_words(std::string_view cell);

  shape is_ = shape::none;
  std::string name_, alias_;  ///< of a field
  bool is_set_ = false;
  int scale_ = 0;
  std::size_t size_ = 0;
  std::size_t blanks_ = 0;
  std::vector<std::uint8_t> valid_;
  std::vector<std::uint8_t> flags_;
  std::vector<std::int64_t> numbers_;
  std::vector<std::int32_t> codes_;    ///< of words, and days
  std::vector<std::int32_t> offsets_;  ///< of texts and lists
  std::string bytes_;
  std::vector<std::string> words_;
  std::unordered_map<std::string_view, std::int32_t> code_of_;
  std::vector<fact_column> parts_;
};

}  // namespace norma::cli
