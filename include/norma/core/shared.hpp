// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>   // std::shared_ptr
#include <string>   // std::string
#include <utility>  // std::forward, std::move

#include <norma/config.hpp>
#include <norma/core/text.hpp>

namespace norma {

/// A value that many hold and none changes: copied by reference, compared by
/// content. One that was given nothing holds an empty `T`.
template <class T>
class shared {
 public:
  shared() = default;
  // NOLINTBEGIN(google-explicit-constructor): stands wherever a T does
  shared(T content) : content_(std::make_shared<const T>(std::move(content))) {}
  shared(std::shared_ptr<const T> content) : content_(std::move(content)) {}
  template <class A, class B, class... Rest>
  shared(A&& a, B&& b, Rest&&... rest)
      : shared(T{std::forward<A>(a), std::forward<B>(b), std::forward<Rest>(rest)...}) {}
  operator const T&() const { return get(); }
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] const T& get() const {
    static const T nothing{};
    return content_ ? *content_ : nothing;
  }
  [[nodiscard]] const T* operator->() const { return &get(); }
  friend bool operator==(const shared& a, const shared& b) { return a.get() == b.get(); }
  friend bool operator==(const shared& a, const T& b) { return a.get() == b; }

 private:
  std::shared_ptr<const T> content_;
};

/// A text that is shared: labels and titles in a report.
class shared_text : public shared<text> {
 public:
  using shared<text>::shared;
  [[nodiscard]] const std::string& in(language lang) const { return get().in(lang); }
  [[nodiscard]] bool empty() const { return get().empty(); }
};

}  // namespace norma
