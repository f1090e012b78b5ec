// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>        // std::array
#include <cstddef>      // std::size_t
#include <span>         // std::span
#include <string_view>  // std::string_view
#include <vector>       // std::vector

// What a mapping of a file may hold. Readers take the keys that they accept
// from these tables, and the JSON Schemas are made of them.

namespace norma::load_detail {

enum class presence { may, must };

/// A key of a mapping. `form` says what stands there, in these words:
///
///     F or G        either
///     list of F     a sequence; `some of F` one that is not empty
///     map of F      a mapping of names that the writer chooses
///     one of a b c  one of these words
///
/// and a basic form (schema.ipp) or the id of a shape or choice.
struct shape_key {
  std::string_view name;
  presence present;
  std::string_view form;
  std::string_view about;  ///< 中文 / English
};

/// Which keys go together; none said: any.
struct key_rules {
  std::span<const std::string_view> exactly_one = {};
  std::span<const std::string_view> at_least_one = {};
  std::span<const std::string_view> together = {};  ///< all of them or none
  /// A key, a word that it takes, and the key that is needed with it.
  std::span<const std::string_view> word_needs = {};
};

/// The keys of one kind of mapping.
struct shape {
  std::string_view id;
  std::string_view about;
  std::span<const shape_key> keys;
  key_rules rules = {};

  [[nodiscard]] std::vector<std::string_view> names() const {
    std::vector<std::string_view> result;
    for (const shape_key& key : keys) result.push_back(key.name);
    return result;
  }
  /// The words of a key that takes `one of …`; none for any other.
  [[nodiscard]] std::vector<std::string_view> words(std::string_view name) const;
};

/// A mapping of one of several shapes, told by the keys that it has: the first
/// branch of which the key is there, else `otherwise`. What is no mapping has
/// the form `no_mapping`. An empty form: nothing of the kind may stand there.
struct choice_branch {
  std::string_view key;
  std::string_view form;
};
struct shape_choice {
  std::string_view id;
  std::span<const choice_branch> branches;
  std::string_view otherwise;
  std::string_view no_mapping = {};
};

/// Words with one blank between them.
[[nodiscard]] inline std::vector<std::string_view> split_words(std::string_view s) {
  std::vector<std::string_view> result;
  while (!s.empty()) {
    const std::size_t end = s.find(' ');
    result.push_back(s.substr(0, end));
    s = end == std::string_view::npos ? std::string_view() : s.substr(end + 1);
  }
  return result;
}

inline std::vector<std::string_view> shape::words(std::string_view name) const {
  constexpr std::string_view lead = "one of ";
  for (const shape_key& key : keys) {
    const std::size_t at = key.form.find(lead);
    if (key.name == name && at != std::string_view::npos) {
      return split_words(key.form.substr(at + lead.size()));
    }
  }
  return {};
}

/// Several tables of keys as one.
template <std::size_t... N>
[[nodiscard]] constexpr auto join(const std::array<shape_key, N>&... tables) {
  std::array<shape_key, (N + ...)> result{};
  std::size_t at = 0;
  const auto add = [&](const auto& table) {
    for (const shape_key& key : table) result[at++] = key;
  };
  (add(tables), ...);
  return result;
}

}  // namespace norma::load_detail
