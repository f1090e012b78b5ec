// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>        // std::size_t
#include <string>         // std::string
#include <string_view>    // std::string_view
#include <unordered_set>  // std::unordered_set
#include <utility>        // std::move, std::pair
#include <vector>         // std::vector

namespace norma::cli {

/// The keys of a line that are nothing: the first by name, in their order, further ones
/// as a count. Of those that are named it is told which stand there again.
class strange_keys {
 public:
  /// Names and repeated names that are kept of a line.
  static constexpr std::size_t most_names = 1'000, most_repeated = 20;

  void clear() {
    names_.clear();
    seen_.clear();
    repeated_.clear();
    more_ = 0;
    again_ = false;
  }
  /// `place`: of the key on the line.
  void add(std::string_view name, const char* place = nullptr) {
    std::string own(name);
    if (seen_.contains(own)) {
      again_ = true;
      if (repeated_.size() < most_repeated) repeated_.emplace_back(std::move(own), place);
    } else if (names_.size() < most_names) {
      names_.push_back(own);
      seen_.insert(std::move(own));
    } else {
      ++more_;
    }
  }

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] std::size_t more() const { return more_; }
  [[nodiscard]] bool again() const { return again_; }
  [[nodiscard]] const std::vector<std::pair<std::string, const char*>>& repeated() const {
    return repeated_;
  }

 private:
  std::vector<std::string> names_;
  std::unordered_set<std::string> seen_;
  std::vector<std::pair<std::string, const char*>> repeated_;
  std::size_t more_ = 0;
  bool again_ = false;
};

}  // namespace norma::cli
