// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::find, std::min
#include <cstddef>    // std::size_t
#include <vector>     // std::vector

#include <norma/expr/ast.hpp>
#include <norma/value/value.hpp>

// The records of a long list lie far apart in memory, and whoever looks at one has to
// wait for it. Who goes through all of them for a few fields has those brought near
// that come next.

namespace norma::expr::detail {

class records_ahead {
 public:
  /// `items` may be null; `body` is what will be evaluated of each.
  records_ahead(const list_value* items, const node& body) {
    if (items == nullptr || items->size() < 4 * block) return;
    const auto* first = items->front().record();
    if (first == nullptr || !first->shape) return;
    collect(body, *first->shape);
    if (!fields_.empty()) items_ = items;
  }

  /// Element `i` is looked at next. Inline, as g++ drops calls of what does nothing else.
  [[gnu::always_inline]] void reach(std::size_t i) const {
    if (items_ == nullptr || i % block != 0) return;
    for (std::size_t k = i + 2 * block; k < end_of_block(i + 2 * block); ++k)
      __builtin_prefetch((*items_)[k].record());
    for (std::size_t k = i + block; k < end_of_block(i + block); ++k) {
      const auto* record = (*items_)[k].record();
      if (record == nullptr) continue;
      for (const auto field : fields_)
        if (field < record->fields.size()) __builtin_prefetch(&record->fields[field]);
    }
  }

 private:
  static constexpr std::size_t block = 16;

  [[nodiscard]] std::size_t end_of_block(std::size_t begin) const {
    return std::min(begin + block, items_->size());
  }
  void collect(const node& n, const record_shape& shape) {
    const bool names = n.kind == node_kind::path || n.kind == node_kind::name;
    const auto place = names ? shape.find(n.name) : std::nullopt;
    if (place && std::find(fields_.begin(), fields_.end(), *place) == fields_.end())
      fields_.push_back(*place);
    for (const auto& child : n.children) collect(child, shape);
  }

  const list_value* items_ = nullptr;
  std::vector<std::size_t> fields_;
};

}  // namespace norma::expr::detail
