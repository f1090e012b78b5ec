// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::lower_bound, std::sort, std::unique
#include <cstddef>      // std::size_t
#include <memory>       // std::make_shared, std::shared_ptr
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/core/name_map.hpp>
#include <norma/load/impl/fact_scalar.ipp>
#include <norma/load/impl/tape.ipp>
#include <norma/rule/content.hpp>
#include <norma/rule/unit.hpp>

// Units of a list are written alike: which names are facts, and in which order they
// are kept, is found once for all that have the same names in the same order.

namespace norma::load_detail {

/// The facts of a unit as they stand in a file, and where each is kept.
class fact_layout {
 public:
  /// One as it is written.
  struct column {
    const fact_definition* fact = nullptr;  ///< null: no fact of that kind of unit
    std::size_t place = 0;                  ///< in the map of facts
    bool again = false;                     ///< the fact stands further up already
  };

  fact_layout(const vocabulary& words, std::vector<std::string> keys, word_pool& pool)
      : words_(&words), keys_(std::move(keys)), columns_(keys_.size()) {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const auto slot = words.find_fact(keys_[i]);
      if (!slot) continue;
      columns_[i].fact = words.fact(*slot);
      names_.push_back(pool.name_of(*columns_[i].fact));
    }
    const auto before = [](const shared_name& a, const shared_name& b) {
      return a.get() < b.get();
    };
    std::sort(names_.begin(), names_.end(), before);
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    std::vector<bool> seen(names_.size());
    for (auto& each : columns_) {
      if (each.fact == nullptr) continue;
      const auto name = pool.name_of(*each.fact);
      each.place = static_cast<std::size_t>(
          std::lower_bound(names_.begin(), names_.end(), name, before) - names_.begin());
      each.again = seen[each.place];
      seen[each.place] = true;
    }
  }

  /// True if it is that of the mapping.
  [[nodiscard]] bool fits(const vocabulary& words, const tape_node& node) const {
    if (&words != words_) return false;
    std::size_t i = 0;
    const bool same = node.all_of_pairs([&](const tape_node& key, const tape_node&) {
      return i < keys_.size() && key.text() == keys_[i++];
    });
    return same && i == keys_.size();
  }
  /// True if its facts are those of the kind of unit.
  [[nodiscard]] bool is_of(const vocabulary& words) const { return &words == words_; }

  [[nodiscard]] const std::vector<column>& columns() const { return columns_; }
  /// All of the facts, left blank.
  [[nodiscard]] name_map<supplied_fact> blank() const {
    name_map<supplied_fact> all;
    all.reserve(names_.size());
    for (const auto& name : names_) all.emplace(name);
    return all;
  }

 private:
  const vocabulary* words_;
  std::vector<std::string> keys_;
  std::vector<column> columns_;
  std::vector<shared_name> names_;
};

/// The layouts met last.
class fact_layouts {
 public:
  /// That of the mapping; it stays while units inside the unit are read.
  [[nodiscard]] std::shared_ptr<const fact_layout> of(const tape_node& node,
                                                      const vocabulary& words,
                                                      word_pool& pool) {
    for (const auto& known : known_) {
      if (known->fits(words, node)) return known;
    }
    std::vector<std::string> keys;
    node.for_each_pair([&keys](const tape_node& key, const tape_node&) {
      keys.emplace_back(key.text());
    });
    auto made = std::make_shared<const fact_layout>(words, std::move(keys), pool);
    if (known_.size() < most) known_.emplace_back();
    next_ = (next_ + 1) % known_.size();
    return known_[next_] = std::move(made);
  }

 private:
  static constexpr std::size_t most = 8;
  std::vector<std::shared_ptr<const fact_layout>> known_;
  std::size_t next_ = 0;
};

}  // namespace norma::load_detail
