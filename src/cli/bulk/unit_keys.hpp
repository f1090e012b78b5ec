// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>        // std::size_t
#include <cstdint>        // std::uint32_t
#include <optional>       // std::optional
#include <string>         // std::string
#include <string_view>    // std::string_view
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::pair
#include <vector>         // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/rule/pack.hpp>

namespace norma::cli {

/// What a column of a table of units, or a key of a unit on a line, is about.
enum class key_role { skipped, id, name, unit, kind, fact, fact_date };

/// A column or key.
struct unit_key {
  key_role is = key_role::skipped;
  std::string fact = {};  ///< its name or alias
};

/// By its own name, a fact by name or alias; `<fact>__date` is the day of its evidence.
[[nodiscard]] unit_key key_named(const pack& by, std::string_view name);

/// The labels of the facts of a pack, which it is to outlive.
class fact_labels {
 public:
  explicit fact_labels(const pack& by);
  /// The name of the one fact with this label, in either language, and the ending that
  /// the label has; "" if there is none, or more than one.
  [[nodiscard]] std::string fact(std::string_view label) const;

 private:
  /// Null where several have the label.
  std::unordered_map<std::string_view, const std::string*> facts_;
};

/// The name of the fact that has this name or alias.
[[nodiscard]] std::string proper_name(const pack& by, const std::string& fact);

/// What a key is about: the same whether a fact is called by its name or its alias.
using key_subject = std::pair<key_role, std::string>;
[[nodiscard]] key_subject subject_of(const pack& by, const unit_key& key);

/// Seeks which keys were meant, of findings that are shown and of no others: all of a run
/// together compare so much at most, in the order in which they are shown.
class key_hints {
 public:
  static constexpr std::size_t most_compared = 2'000'000;  ///< words, about

  explicit key_hints(const pack& by) : by_(by) {}
  /// Says of an unknown key what may be meant; of anything else nothing.
  void add_to(diagnostic& found);

 private:
  const pack& by_;
  std::vector<std::string> names_;  ///< that keys may have
  std::size_t compared_ = 0;
};

}  // namespace norma::cli
