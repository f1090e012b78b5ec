// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>        // std::size_t
#include <cstdint>        // std::uint32_t
#include <optional>       // std::optional
#include <string>         // std::string
#include <string_view>    // std::string_view
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::move
#include <vector>         // std::vector

#include <norma/rule/content.hpp>

#include "unit_keys.hpp"

namespace norma::cli {

/// A key that was met: what it is about, and of a fact its slot.
struct met_key {
  std::string name;
  unit_key of;
  std::optional<std::uint32_t> slot;
};

/// The keys of units of one kind. Lines are written alike: the next key is nearly always
/// the one that came next before.
class met_keys {
 public:
  met_keys(const pack& by, const vocabulary& words) : by_(by), words_(words) {}

  void begin_line() { next_ = 0; }
  [[nodiscard]] const met_key& find(std::string_view name) {
    if (next_ < all_.size() && all_[next_].name == name) return all_[next_++];
    const auto known = places_.find(std::string(name));
    next_ = known != places_.end() ? known->second : add(name);
    return all_[next_++];
  }

 private:
  std::size_t add(std::string_view name) {
    auto of = key_named(by_, name);
    if (of.is == key_role::skipped) {
      const auto fact = fact_labelled(by_, name);
      if (!fact.empty()) of = key_named(by_, fact);
    }
    const auto slot = words_.find_fact(of.fact);
    places_.emplace(name, all_.size());
    all_.push_back({std::string(name), std::move(of), slot});
    return all_.size() - 1;
  }

  const pack& by_;
  const vocabulary& words_;
  std::vector<met_key> all_;
  std::unordered_map<std::string, std::size_t> places_;
  std::size_t next_ = 0;
};

}  // namespace norma::cli
