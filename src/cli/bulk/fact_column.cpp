// SPDX-License-Identifier: Apache-2.0
#include "fact_column.hpp"

#include <algorithm>  // std::find
#include <cstddef>    // std::ptrdiff_t

#include <norma/core/text.hpp>
#include <norma/expr/check.hpp>

#include "plain_values.hpp"

namespace norma::cli {

namespace {

/// Decimals that a number without a declared scale has at most in a column.
constexpr int most_decimals = 6;
/// Bytes that texts of one block have at most: their places have 32 bits.
constexpr std::size_t most_text = std::size_t{1} << 30U;

}  // namespace

fact_column::fact_column(const fact_definition& of) : name_(of.name), alias_(of.alias) {
  switch (of.declared) {
    case fact_type::boolean: is_ = shape::boolean; break;
    case fact_type::count:
    case fact_type::amount:
    case fact_type::number:
      is_ = shape::number;
      if (of.declared != fact_type::count) scale_ = of.scaled ? of.scale : most_decimals;
      break;
    case fact_type::date: is_ = shape::day; break;
    case fact_type::text: is_ = shape::text; break;
    case fact_type::category:
      if (!of.type.category) break;
      is_ = shape::word;
      for (const auto& each : of.type.category->values) words_.push_back(each.first);
      break;
    case fact_type::period:
      is_ = shape::period;
      parts_.push_back(fact_column(shape::day, "from"));
      parts_.push_back(fact_column(shape::day, "to"));
      break;
    case fact_type::set:
    case fact_type::list:
      if (of.lists_units() || !of.element) break;
      is_set_ = of.declared == fact_type::set;
      parts_.emplace_back(*of.element);
      if (element().is_ == shape::none) break;
      is_ = shape::list;
      offsets_.push_back(0);
      break;
    case fact_type::duration: break;
  }
  if (of.type.kind == expr::type_kind::record && !of.fields.empty()) {
    is_ = shape::record;
    for (const auto& field : of.fields) parts_.emplace_back(field);
  }
  if (is_ == shape::text) offsets_.push_back(0);
}

void fact_column::mark(bool valid) {
  valid_.push_back(valid ? 1 : 0);
  if (!valid) ++blanks_;
  ++size_;
}

bool fact_column::add(std::string_view cell) {
  if (is_ == shape::list ? !add_words(cell) : !add_plain(cell)) return false;
  mark(true);
  return true;
}

bool fact_column::add_plain(std::string_view cell) {
  switch (is_) {
    case shape::boolean: {
      const auto flag = read_flag(cell);
      if (flag) flags_.push_back(*flag ? 1 : 0);
      return flag.has_value();
    }
    case shape::number: {
      const auto n = read_digits(cell, scale_);
      if (n) numbers_.push_back(*n);
      return n.has_value();
    }
    case shape::day: {
      const auto days = read_days(cell);
      if (days) codes_.push_back(*days);
      return days.has_value();
    }
    case shape::word: {
      if (code_of_.empty()) {
        for (const auto& word : words_) {
          code_of_.emplace(word, static_cast<std::int32_t>(code_of_.size()));
        }
      }
      const auto found = code_of_.find(cell);
      if (found == code_of_.end()) return false;
      codes_.push_back(found->second);
      return true;
    }
    case shape::text:
      if (bytes_.size() + cell.size() > most_text) return false;
      bytes_ += cell;
      offsets_.push_back(static_cast<std::int32_t>(bytes_.size()));
      return true;
    case shape::none:
    case shape::list:
    case shape::record:
    case shape::period: break;
  }
  return false;
}

/// `a;b`, or `[]`.
bool fact_column::add_words(std::string_view cell) {
  const std::size_t before = element().size();
  if (cell != "[]") {
    if (cell.front() == '[') return false;
    for (bool more = true; more;) {
      const auto end = cell.find(';');
      const auto word = trimmed(cell.substr(0, end));
      more = end != std::string_view::npos;
      if (more) cell.remove_prefix(end + 1);
      if (!word.empty() && element().add(word) && !repeats(before)) continue;
      element().cut(before);
      return false;
    }
  }
  offsets_.push_back(static_cast<std::int32_t>(element().size()));
  return true;
}

bool fact_column::repeats(std::size_t first) const {
  const auto& codes = parts_.front().codes_;
  if (!is_set_ || codes.size() <= first) return false;
  const auto from = codes.begin() + static_cast<std::ptrdiff_t>(first);
  return std::find(from, codes.end() - 1, codes.back()) != codes.end() - 1;
}

void fact_column::add_list() {
  offsets_.push_back(static_cast<std::int32_t>(element().size()));
  mark(true);
}

bool fact_column::add_record() {
  for (auto& part : parts_) {
    if (part.size_ > size_) continue;
    if (is_ == shape::period) return false;
    part.add_blank();
  }
  if (is_ == shape::period && parts_[1].codes_.back() < parts_[0].codes_.back())
    return false;
  mark(true);
  return true;
}

void fact_column::add_blank() {
  switch (is_) {
    case shape::none: break;
    case shape::boolean: flags_.push_back(0); break;
    case shape::number: numbers_.push_back(0); break;
    case shape::day:
    case shape::word: codes_.push_back(0); break;
    case shape::text:
    case shape::list: offsets_.push_back(offsets_.back()); break;
    case shape::record:
    case shape::period:
      for (auto& part : parts_) part.add_blank();
      break;
  }
  mark(false);
}

fact_column* fact_column::field(std::string_view name) {
  for (auto& part : parts_) {
    if (part.name_ == name || (!part.alias_.empty() && part.alias_ == name)) return &part;
  }
  return nullptr;
}

void fact_column::cut(std::size_t rows) {
  for (std::size_t i = rows; i < size_; ++i) blanks_ -= valid_[i] == 0 ? 1 : 0;
  const auto shorten = [rows](auto& all) {
    if (all.size() > rows) all.resize(rows);
  };
  shorten(valid_);
  shorten(flags_);
  shorten(numbers_);
  shorten(codes_);
  if (!offsets_.empty()) {
    if (offsets_.size() > rows + 1) offsets_.resize(rows + 1);
    const auto left = static_cast<std::size_t>(offsets_.back());
    if (is_ == shape::list) element().cut(left);
    if (is_ == shape::text) bytes_.resize(left);
  } else {
    for (auto& part : parts_) part.cut(rows);
  }
  if (size_ > rows) size_ = rows;
}

batch::column fact_column::view() const {
  using batch::layout;
  batch::column c;
  c.length = size_;
  if (blanks_ > 0) c.valid_bytes = valid_.data();
  switch (is_) {
    case shape::none: break;
    case shape::boolean:
      c.is = layout::boolean_byte;
      c.values = flags_.data();
      break;
    case shape::number:
      c.is = layout::int64;
      c.values = numbers_.data();
      c.scale = scale_;
      break;
    case shape::day:
      c.is = layout::date32;
      c.values = codes_.data();
      break;
    case shape::word:
      c.is = layout::dictionary;
      c.values = codes_.data();
      c.children.push_back({"", batch::texts(words_)});
      break;
    case shape::text:
      c.is = layout::text;
      c.values = bytes_.data();
      c.offsets = offsets_.data();
      break;
    case shape::list:
      c.is = layout::list;
      c.offsets = offsets_.data();
      c.children.push_back({"", parts_.front().view()});
      break;
    case shape::record:
    case shape::period:
      c.is = layout::structure;
      for (const auto& part : parts_) c.children.push_back({part.name_, part.view()});
      break;
  }
  return c;
}

}  // namespace norma::cli
