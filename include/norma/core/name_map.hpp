// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::lower_bound
#include <cstddef>      // std::size_t
#include <stdexcept>    // std::out_of_range
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::forward, std::move, std::pair
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/shared.hpp>

namespace norma {

/// A name that many maps have as a key.
using shared_name = shared<std::string>;

/// A few things by their names, in the order of the names: used as std::map is,
/// but that adding or erasing moves the others. A `shared_name` as a key is kept
/// as it is, any other is copied.
template <class T>
class name_map {
 public:
  struct entry {
    shared_name first;
    T second = {};
  };
  using iterator = typename std::vector<entry>::iterator;
  using const_iterator = typename std::vector<entry>::const_iterator;

  [[nodiscard]] iterator begin() { return entries_.begin(); }
  [[nodiscard]] iterator end() { return entries_.end(); }
  [[nodiscard]] const_iterator begin() const { return entries_.begin(); }
  [[nodiscard]] const_iterator end() const { return entries_.end(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  void reserve(std::size_t count) { entries_.reserve(count); }

  [[nodiscard]] iterator find(std::string_view name) {
    return entries_.begin() + (std::as_const(*this).find(name) - entries_.cbegin());
  }
  [[nodiscard]] const_iterator find(std::string_view name) const {
    const auto at = place(name);
    return at != entries_.end() && at->first.get() == name ? at : entries_.end();
  }
  [[nodiscard]] std::size_t count(std::string_view name) const {
    return find(name) == end() ? 0 : 1;
  }
  /// Throws std::out_of_range if there is nothing of that name.
  [[nodiscard]] const T& at(std::string_view name) const {
    const auto found = find(name);
    if (found == end()) throw std::out_of_range(std::string(name));
    return found->second;
  }
  [[nodiscard]] T& at(std::string_view name) {
    return const_cast<T&>(std::as_const(*this).at(name));
  }

  template <class Name>
  T& operator[](Name&& name) {
    return emplace(std::forward<Name>(name)).first->second;
  }
  /// Adds it unless there is one of that name; whether it did.
  template <class Name>
  std::pair<iterator, bool> emplace(Name&& name, T content = {}) {
    const std::string_view text = text_of(name);
    const auto at = entries_.begin() + (place(text) - entries_.cbegin());
    if (at != entries_.end() && at->first.get() == text) return {at, false};
    return {entries_.insert(at, {kept(std::forward<Name>(name)), std::move(content)}),
            true};
  }
  void erase(const_iterator at) { entries_.erase(at); }
  void erase(std::string_view name) {
    const auto found = find(name);
    if (found != end()) erase(found);
  }

 private:
  [[nodiscard]] static std::string_view text_of(const shared_name& name) {
    return name.get();
  }
  template <class Name>
  [[nodiscard]] static std::string_view text_of(const Name& name) {
    return name;
  }
  [[nodiscard]] static shared_name kept(shared_name name) { return name; }
  template <class Name>
  [[nodiscard]] static shared_name kept(const Name& name) {
    return std::string(name);
  }
  [[nodiscard]] const_iterator place(std::string_view name) const {
    return std::lower_bound(
        entries_.begin(), entries_.end(), name,
        [](const entry& a, std::string_view b) { return a.first.get() < b; });
  }

  std::vector<entry> entries_;
};

}  // namespace norma
