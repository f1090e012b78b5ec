// SPDX-License-Identifier: Apache-2.0
#pragma once

// Columns for every fact of a vocabulary, made up: two elements in each list of records
// but periods, which have one; 2 % of each column not known.

#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint64_t …
#include <deque>    // std::deque
#include <random>   // std::mt19937_64
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/batch/frame.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/standard.hpp>

namespace norma_bench {

class real_frame {
 public:
  real_frame(const norma::standard& by, std::size_t rows, norma::date day)
      : units(by.definition().unit, rows), day_(day) {
    const auto& words = by.words();
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const auto* f = words.fact(slot);
      if (f == nullptr || f->derived() || f->lists_units()) continue;
      auto made = make(*f, rows);
      if (made.is != norma::batch::layout::none) units.add(f->name, std::move(made));
    }
  }

  norma::batch::frame units;

 private:
  using column = norma::batch::column;
  using layout = norma::batch::layout;
  using fact_definition = norma::fact_definition;

  [[nodiscard]] std::uint64_t below(std::uint64_t n) { return chance_() % n; }

  template <class T, class Next>
  column filled(layout is, std::size_t rows, const Next& next) {
    auto& memory = memory_.emplace_back(rows * sizeof(T) + 64);
    auto* values = reinterpret_cast<T*>(memory.data());
    for (std::size_t i = 0; i < rows; ++i) values[i] = static_cast<T>(next());
    column c;
    c.is = is;
    c.length = rows;
    c.values = values;
    c.valid_bits = marks(rows);
    return c;
  }

  [[nodiscard]] const std::uint8_t* marks(std::size_t rows) {
    auto& bits = memory_.emplace_back(rows / 8 + 64);
    for (std::size_t i = 0; i < rows; ++i) {
      if (below(50) != 0)
        bits[i / 8] = static_cast<unsigned char>(bits[i / 8] | (1U << (i % 8)));
    }
    return bits.data();
  }

  column days(std::size_t rows) {
    return filled<std::int32_t>(layout::date32, rows, [&] {
      return day_.days() - static_cast<std::int64_t>(below(500));
    });
  }

  /// As Arrow has them: one behind the other.
  column texts(const std::vector<std::string>& of) {
    std::string all;
    auto& memory = memory_.emplace_back((of.size() + 1) * sizeof(std::int32_t));
    auto* ends = reinterpret_cast<std::int32_t*>(memory.data());
    for (std::size_t i = 0; i < of.size(); ++i) {
      all += of[i];
      ends[i + 1] = static_cast<std::int32_t>(all.size());
    }
    column c;
    c.is = layout::text;
    c.length = of.size();
    c.offsets = ends;
    c.values = memory_.emplace_back(all.begin(), all.end()).data();
    return c;
  }

  /// Words, none twice in a row: sets of two have different ones.
  column words_of(const norma::expr::category_type& of, std::size_t rows) {
    std::vector<std::string> ids;
    for (const auto& [id, label] : of.values) ids.push_back(id);
    std::uint64_t last = 0;
    column c = filled<std::int8_t>(layout::dictionary, rows, [&] {
      return last = ids.size() < 2 ? 0 : (last + 1 + below(ids.size() - 1)) % ids.size();
    });
    c.codes = layout::int8;
    c.children.push_back({"", texts(ids)});
    return c;
  }

  column lists(std::size_t rows, std::size_t each, column elements) {
    auto& memory = memory_.emplace_back((rows + 1) * sizeof(std::int32_t));
    auto* ends = reinterpret_cast<std::int32_t*>(memory.data());
    for (std::size_t i = 0; i <= rows; ++i) ends[i] = static_cast<std::int32_t>(i * each);
    column c;
    c.is = layout::list;
    c.length = rows;
    c.offsets = ends;
    c.valid_bits = marks(rows);
    c.children.push_back({"item", std::move(elements)});
    return c;
  }

  column make(const fact_definition& f, std::size_t rows) {
    using norma::fact_type;
    switch (f.declared) {
      case fact_type::boolean: {
        auto& bits = memory_.emplace_back(rows / 8 + 64);
        for (auto& byte : bits)
          byte = static_cast<unsigned char>(below(40) == 0 ? below(256) : 255);
        column c;
        c.is = layout::boolean;
        c.length = rows;
        c.values = bits.data();
        c.valid_bits = marks(rows);
        return c;
      }
      case fact_type::count:
        return filled<std::int32_t>(layout::int32, rows, [&] { return 1 + below(1000); });
      case fact_type::amount: {
        column c = filled<std::int64_t>(layout::int64, rows,
                                        [&] { return below(1'000'000'000); });
        c.scale = 2;
        return c;
      }
      case fact_type::date: return days(rows);
      case fact_type::category: return words_of(*f.type.category, rows);
      case fact_type::set:
        return lists(rows, 2, words_of(*f.element->type.category, 2 * rows));
      case fact_type::period: {
        column c;
        c.is = layout::structure;
        c.length = rows;
        c.children.push_back({"from", days(rows)});
        c.children.push_back({"to", filled<std::int32_t>(layout::date32, rows, [&] {
                                return day_.days() +
                                       static_cast<std::int64_t>(below(500)) - 50;
                              })});
        return c;
      }
      case fact_type::list: break;
      default: return {};
    }
    const bool periods = f.element->declared == fact_type::period;
    if (f.element->fields.empty())
      return lists(rows, periods ? 1 : 2, make(*f.element, rows * (periods ? 1 : 2)));
    column record;
    record.is = layout::structure;
    record.length = 2 * rows;
    for (const auto& field : f.element->fields) {
      record.children.push_back({field.name, make(field, 2 * rows)});
    }
    return lists(rows, 2, record);
  }

  norma::date day_;
  std::mt19937_64 chance_{1};
  std::deque<std::vector<unsigned char>> memory_;
};

}  // namespace norma_bench
