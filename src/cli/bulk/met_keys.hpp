// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>        // std::size_t
#include <cstdint>        // std::uint32_t
#include <map>            // std::map
#include <optional>       // std::optional
#include <string>         // std::string
#include <string_view>    // std::string_view
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::exchange, std::move
#include <vector>         // std::vector

#include <norma/rule/content.hpp>

#include "unit_keys.hpp"

namespace norma::cli {

/// A key that was met: what it is about, and of a fact its slot.
struct met_key {
  std::string name;
  unit_key of;
  std::optional<std::uint32_t> slot;
  std::size_t about = 0;  ///< the same for a fact's name, alias and label
};

/// The keys of units of one kind. Lines are written alike: the next key is nearly always
/// the one that came next before.
class met_keys {
 public:
  met_keys(const pack& by, const vocabulary& words, const fact_labels& labels)
      : by_(by), words_(words), labels_(labels) {}

  void begin_line() {
    next_ = 0;
    ++line_;
  }
  [[nodiscard]] const met_key& find(std::string_view name) {
    if (next_ < all_.size() && all_[next_].name == name) return all_[next_++];
    const auto known = places_.find(std::string(name));
    if (known != places_.end()) {
      next_ = known->second;
    } else {
      auto made = make(name);
      if (made.of.is == key_role::skipped && all_.size() >= most) {
        return stranger_ = std::move(made);
      }
      next_ = all_.size();
      places_.emplace(name, next_);
      all_.push_back(std::move(made));
    }
    return all_[next_++];
  }

  /// False if the line has said what the key is about already, be it blank. Of keys that
  /// are nothing it is not asked.
  [[nodiscard]] bool is_first(const met_key& key) {
    return std::exchange(said_in_[key.about], line_) != line_;
  }

 private:
  /// Keys that are nothing are not kept beyond so many.
  static constexpr std::size_t most = 10'000;

  [[nodiscard]] met_key make(std::string_view name) {
    auto of = key_named(by_, name);
    if (of.is == key_role::skipped) {
      const auto fact = labels_.fact(name);
      if (!fact.empty()) of = key_named(by_, fact);
    }
    const auto slot = words_.find_fact(of.fact);
    const auto about =
        subjects_.try_emplace(subject_of(by_, of), subjects_.size()).first->second;
    said_in_.resize(subjects_.size());
    return {std::string(name), std::move(of), slot, about};
  }

  const pack& by_;
  const vocabulary& words_;
  const fact_labels& labels_;
  std::vector<met_key> all_;
  std::unordered_map<std::string, std::size_t> places_;
  std::map<key_subject, std::size_t> subjects_;
  std::vector<std::size_t> said_in_;  ///< by subject: the last line that said it
  met_key stranger_;
  std::size_t next_ = 0;
  std::size_t line_ = 0;  ///< counts them
};

}  // namespace norma::cli
