// SPDX-License-Identifier: Apache-2.0
#pragma once

// The values of one fact at which what a standard says may turn.

#include <algorithm>  // std::any_of, std::sort, std::unique
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <optional>   // std::optional
#include <vector>     // std::vector

#include <norma/assess/distance.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/impl/comparison.ipp>
#include <norma/assess/impl/derived.ipp>
#include <norma/assess/impl/linear_form.ipp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

namespace norma::detail {

struct turning_values {
  std::vector<number> at;  // between two of them nothing turns
  bool all = true;         // false: something may turn elsewhere, too
};

// From one value of a fact to another, on its step.
class way_to_value {
 public:
  way_to_value(const number& from, const number& to, const std::optional<number>& step)
      : from_(from), to_(to), up_(to > from) {
    if (!step) return;
    step_ = up_ ? *step : -*step;
    const auto count = divide(to - from, *step_);
    steps_ = count ? count->rounded(0, rounding::ceiling).to_int64().value_or(0) : 0;
  }

  // How many steps it takes; 0 if there are none, or very many.
  [[nodiscard]] std::int64_t steps() const { return steps_; }
  [[nodiscard]] number after(std::int64_t steps) const {
    return from_ + *step_ * number{steps};
  }

  // The values before the end that stand for all others, the nearest first: those at
  // which something turns and the next ones, or each where that is not all.
  [[nodiscard]] std::vector<number> stations(const turning_values& turning) const {
    std::vector<number> out;
    if (!turning.all && steps_ <= most_steps) {
      for (std::int64_t i = 1; i < steps_; ++i) out.push_back(after(i));
      return out;
    }
    for (const auto& at : turning.at) {
      if (!step_) {
        add(at, out);
        continue;
      }
      const auto passed = divide(at - from_, *step_);
      if (!passed) continue;
      const auto whole = passed->rounded(0, rounding::floor);
      if (whole == *passed) add(at, out);
      add(from_ + *step_ * (whole + number{1}), out);
    }
    std::sort(out.begin(), out.end(),
              [this](const number& a, const number& b) { return up_ ? a < b : b < a; });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    if (out.size() > most_steps) out.resize(most_steps);
    return out;
  }

 private:
  static constexpr std::int64_t most_steps = 64;

  void add(const number& at, std::vector<number>& to) const {
    const bool between = up_ ? from_ < at && at < to_ : to_ < at && at < from_;
    if (between) to.push_back(at);
  }

  number from_, to_;
  bool up_;
  std::optional<number> step_;
  std::int64_t steps_ = 0;
};

// Where conditions, checks and derived facts turn as one fact changes, the others as
// they stand.
class turning_finder {
 public:
  turning_finder(const standard& by, const bound_facts& facts, std::uint32_t slot)
      : env_(environment_of(facts, false)),
        rests_(resting_on(slot, *facts.names)),
        computed_(computed_in(facts)),
        reader_(facts, env_, {slot, nullptr}, computed_) {
    visit_expressions(by.definition().root,
                      [this](const expr::expression& e) { read(e); });
    for (std::uint32_t other = 0; other < rests_.size(); ++other) {
      if (const auto* f = facts.names->fact(other)) {
        for (const auto& check : f->checks) read(check);
      }
    }
    for (const auto other : facts.names->derived) {
      if (!rests_[other] || other == slot) continue;
      // Tables are not read backwards, nor what must agree with what was supplied.
      const auto* f = computed_fact(other, facts);
      if (f != nullptr)
        read(*f->value);
      else
        found_.all = false;
    }
  }
  turning_finder(const turning_finder&) = delete;
  turning_finder& operator=(const turning_finder&) = delete;

  [[nodiscard]] const turning_values& found() const { return found_; }

 private:
  [[nodiscard]] std::vector<std::uint32_t> computed_in(const bound_facts& facts) const {
    std::vector<std::uint32_t> out;
    for (const auto other : facts.names->derived) {
      if (rests_[other] && computed_fact(other, facts) != nullptr) out.push_back(other);
    }
    return out;
  }

  void read(const expr::expression& e) {
    const auto rests = [this](std::uint32_t slot) { return rests_[slot]; };
    if (std::any_of(e.slots.begin(), e.slots.end(), rests)) look(e, e.tree);
  }

  void look(const expr::expression& e, const expr::node& n) {
    using k = expr::node_kind;
    if (!reader_.mentions(n)) return;
    switch (n.kind) {
      case k::between:
      case k::in:
        for (std::size_t i = 1; i < n.children.size(); ++i) test(e, n, n.children[i]);
        return;
      case k::equal:
      case k::not_equal:
      case k::less:
      case k::less_equal:
      case k::greater:
      case k::greater_equal: compare(e, n.children[0], n.children[1]); return;
      case k::call:
        if (n.name != "not" && n.name != "rate") found_.all = false;
        break;
      case k::conjunction:
      case k::disjunction:
      case k::conditional:
      case k::name:
      case k::negate:
      case k::add:
      case k::subtract:
      case k::multiply:
      case k::divide: break;
      default: found_.all = false; break;
    }
    look_inside(e, n);
  }
  void look_inside(const expr::expression& e, const expr::node& n) {
    for (const auto& child : n.children) look(e, child);
  }

  // What is tested against the ends of a range, or a value.
  void test(const expr::expression& e, const expr::node& n, const expr::node& against) {
    using k = expr::node_kind;
    if (against.kind == k::list) {
      for (const auto& one : against.children) test(e, n, one);
    } else if (against.kind == k::range || against.kind == k::comparison_range) {
      for (const auto& end : against.children) compare(e, n.children[0], end);
    } else {
      compare(e, n.children[0], against);
    }
  }

  void compare(const expr::expression& e, const expr::node& left,
               const expr::node& right) {
    const auto is_number = [](const expr::node& n) {
      return n.checked_type.kind == expr::type_kind::number;
    };
    const bool of_numbers = is_number(left) && is_number(right);
    const auto a = of_numbers ? reader_.read(e, left) : std::nullopt;
    const auto b = of_numbers ? reader_.read(e, right) : std::nullopt;
    if (a && b) {
      if (const auto turns = divide(b->constant - a->constant, a->factor - b->factor)) {
        found_.at.push_back(*turns);
      }
      return;
    }
    if (is_number(left) || is_number(right)) found_.all = false;
    look(e, left);
    look(e, right);
  }

  expr::environment env_;
  std::vector<bool> rests_;  ///< by slot: on the fact
  std::vector<std::uint32_t> computed_;
  linear_reader reader_;
  turning_values found_;
};

}  // namespace norma::detail
