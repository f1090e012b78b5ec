// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>        // std::size_t
#include <string>         // std::string
#include <string_view>    // std::string_view
#include <unordered_set>  // std::unordered_set
#include <utility>        // std::move
#include <vector>         // std::vector

namespace norma::cli {

/// The keys of a line that are nothing: the first by name, in their order, further ones
/// as a count.
class strange_keys {
 public:
  /// Names that are kept of a line.
  static constexpr std::size_t most_names = 1'000;

  void clear() {
    names_.clear();
    seen_.clear();
    more_ = 0;
  }
  /// False if the key stands there already, among those that are named.
  [[nodiscard]] bool add(std::string_view name) {
    std::string own(name);
    if (seen_.contains(own)) return false;
    if (names_.size() < most_names) {
      names_.push_back(own);
      seen_.insert(std::move(own));
    } else {
      ++more_;
    }
    return true;
  }

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] std::size_t more() const { return more_; }

 private:
  std::vector<std::string> names_;
  std::unordered_set<std::string> seen_;
  std::size_t more_ = 0;
};

}  // namespace norma::cli
