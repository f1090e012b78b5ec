// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>  // std::constructible_from, std::same_as
#include <memory>    // std::unique_ptr
#include <utility>   // std::forward, std::move

#include <norma/config.hpp>

namespace norma {

/// A `T` that is empty most of the time, in the room of a pointer. It is a value:
/// a copy has its own content, and it compares by content.
template <class T>
class rare {
 public:
  rare() = default;
  // NOLINTBEGIN(google-explicit-constructor): stands wherever a T does
  rare(T content) {
    if (!(content == T{})) content_ = std::make_unique<T>(std::move(content));
  }
  template <class Other>
  requires std::constructible_from<T, Other&&> rare(Other&& content)
      : rare(T(std::forward<Other>(content))) {}
  operator const T&() const { return get(); }
  // NOLINTEND(google-explicit-constructor)
  rare(const rare& other)
      : content_(other.content_ ? std::make_unique<T>(*other.content_) : nullptr) {}
  rare(rare&&) noexcept = default;
  rare& operator=(const rare& other) { return *this = rare(other); }
  rare& operator=(rare&&) noexcept = default;
  ~rare() = default;

  /// What it holds; an empty `T` if nothing was put in.
  [[nodiscard]] const T& get() const {
    static const T nothing{};
    return content_ ? *content_ : nothing;
  }
  [[nodiscard]] const T* operator->() const { return &get(); }
  /// What it holds, to be changed.
  [[nodiscard]] T& edit() {
    if (!content_) content_ = std::make_unique<T>();
    return *content_;
  }
  friend bool operator==(const rare& a, const rare& b) { return a.get() == b.get(); }
  template <class Other>
  requires(!std::same_as<Other, rare> &&
           std::constructible_from<T, const Other&>) friend bool
  operator==(const rare& a, const Other& b) {
    return a.get() == b;
  }

 private:
  std::unique_ptr<T> content_;
};

}  // namespace norma
