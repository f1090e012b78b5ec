// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which verdicts are possible where it is left open what comes of some conditions.

#include <algorithm>         // std::min
#include <array>             // std::array
#include <cstddef>           // std::size_t
#include <initializer_list>  // std::initializer_list

#include <norma/assess/verdict.hpp>

namespace norma::detail {

// A set of verdicts.
class outcomes {
 public:
  outcomes() = default;
  outcomes(std::initializer_list<verdict> all) {
    for (const auto one : all) add(one);
  }

  void add(verdict v) { bits_ |= bit(v); }
  void add(outcomes more) { bits_ |= more.bits_; }
  [[nodiscard]] bool has(verdict v) const { return (bits_ & bit(v)) != 0; }
  [[nodiscard]] bool meets(outcomes these) const { return (bits_ & these.bits_) != 0; }
  [[nodiscard]] bool has_other_than(outcomes these) const {
    return (bits_ & ~these.bits_) != 0;
  }
  [[nodiscard]] outcomes exchanged() const {  // pass and fail
    auto out = *this;
    out.bits_ &= ~(bit(verdict::pass) | bit(verdict::fail));
    if (has(verdict::pass)) out.add(verdict::fail);
    if (has(verdict::fail)) out.add(verdict::pass);
    return out;
  }
  friend bool operator==(outcomes, outcomes) = default;

  // Every set has a number.
  static constexpr std::size_t kinds = 16;
  [[nodiscard]] std::size_t index() const { return bits_; }
  [[nodiscard]] static outcomes at(std::size_t index) {
    outcomes out;
    out.bits_ = static_cast<unsigned>(index);
    return out;
  }

 private:
  [[nodiscard]] static unsigned bit(verdict v) { return 1U << static_cast<unsigned>(v); }
  unsigned bits_ = 0;
};

// What members of a group may come to, each for itself: how many may come to what.
class possible_members {
 public:
  void add(outcomes one) { ++many_[one.index()]; }
  void remove(outcomes one) { --many_[one.index()]; }

  // What may come of the group, as `conclude` says of each case.
  [[nodiscard]] outcomes conclude(combine how, std::size_t n) const {
    if (how == combine::at_least) return at_least(n);
    if (how == combine::all) return of_all();
    possible_members turned;
    for (std::size_t i = 0; i < many_.size(); ++i)
      turned.many_[outcomes::at(i).exchanged().index()] += many_[i];
    return how == combine::none ? turned.of_all() : turned.of_all().exchanged();
  }

 private:
  template <class Holds>
  [[nodiscard]] std::size_t count(const Holds& holds) const {
    std::size_t all = 0;
    for (std::size_t i = 0; i < many_.size(); ++i)
      if (holds(outcomes::at(i))) all += many_[i];
    return all;
  }
  [[nodiscard]] bool some(verdict v) const {
    return count([v](outcomes one) { return one.has(v); }) > 0;
  }
  [[nodiscard]] bool each(outcomes in) const {
    return count([in](outcomes one) { return !one.meets(in); }) == 0;
  }

  [[nodiscard]] outcomes of_all() const {
    using v = verdict;
    outcomes out;
    if (some(v::fail)) out.add(v::fail);
    const bool none_fails = each({v::pass, v::undetermined, v::not_applicable});
    if (some(v::undetermined) && none_fails) out.add(v::undetermined);
    if (some(v::pass) && each({v::pass, v::not_applicable})) out.add(v::pass);
    if (each({v::not_applicable})) out.add(v::not_applicable);
    return out;
  }

  [[nodiscard]] outcomes at_least(std::size_t n) const {
    using v = verdict;
    outcomes out;
    // As many pass as can.
    if (count([](outcomes m) { return m.has(v::pass); }) >= n) out.add(v::pass);
    // As few as can stand for the number: those that can be nothing else.
    const auto standing = count([](outcomes m) {
      return !m.has_other_than({v::pass, v::undetermined});
    });
    const bool kept_out = standing < n;
    const auto may_fail = count([&](outcomes m) {
      return m.has(v::fail) ||
             (m.has(v::pass) && (!m.has(v::not_applicable) || standing + 1 < n));
    });
    if (kept_out && may_fail > 0) out.add(v::fail);
    // All that can be open are; of the others as many pass as may without being enough.
    const auto open = count([](outcomes m) { return m.has(v::undetermined); });
    const auto sure = count([](outcomes m) { return !m.has_other_than({v::pass}); });
    const auto may =
        count([](outcomes m) { return m.has(v::pass) && !m.has(v::undetermined); });
    const bool enough = sure < n && std::min(may, n - 1) + open >= n;
    const bool undecided = each({v::undetermined, v::not_applicable});
    if (open > 0 && (enough || undecided)) out.add(v::undetermined);
    if (each({v::not_applicable})) out.add(v::not_applicable);
    return out;
  }

  std::array<std::size_t, outcomes::kinds> many_{};  ///< by `outcomes::index`
};

}  // namespace norma::detail
