// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::int64_t
#include <memory>   // std::make_unique
#include <utility>  // std::move

#include <norma/batch/impl/linear.ipp>
#include <norma/batch/impl/row_steps.hpp>
#include <norma/batch/impl/steps.ipp>

namespace norma::batch::detail {

/// Over a block that has this row alone.
class block_row final : public row_step {
 public:
  explicit block_row(const truth_step& of) : of_(of) {}
  truths at(row_view& in) const override { return in.by_block(of_); }

 private:
  const truth_step& of_;
};

inline row_step_ptr row_binding::step(const truth_step& of) const {
  row_step_ptr made = of.for_rows(*this);
  if (!made && !before_checks) made = std::make_unique<block_row>(of);
  return made;
}

inline row_evidence row_binding::evidence_of(const column* days,
                                             std::int64_t from) const {
  row_evidence result;
  result.from = from;
  result.to = as_of.days();
  result.undated_holds = !lies.day || (lies.day->days() >= from && *lies.day <= as_of);
  if (days == nullptr || days->is == layout::none) return result;
  result.is = days->is;
  result.days =
      static_cast<const char*>(days->values) + days->offset * width_of(days->is);
  result.marks = row_marks::of(*days);
  return result;
}

inline std::optional<row_fact> row_binding::plain(std::size_t fact) const {
  const read_fact& f = reads.facts[fact];
  if (f.derived()) return std::nullopt;
  return supplied(fact);
}

inline std::optional<row_fact> row_binding::supplied(std::size_t fact) const {
  const read_fact& f = reads.facts[fact];
  const bound_fact& is = lies.facts[fact];
  if (f.dated_by || f.outer) return std::nullopt;
  row_fact result;
  if (is.values != nullptr) {
    const column& c = *is.values;
    result.is = c.is == layout::dictionary ? c.codes : c.is;
    result.offset = c.offset;
    result.values = static_cast<const char*>(c.values) + c.offset * width_of(result.is);
    result.marks = row_marks::of(c);
  }
  result.scale = is.scale;
  if (is.range) result.range = *is.range;
  if (f.held_from) result.evidence = evidence_of(is.days, *f.held_from);
  if (before_checks) return result;
  const row_binding before{reads, lies, as_of, true};
  for (const std::size_t check : f.checks) {
    row_step_ptr made = before.step(*reads.checks[check]);
    if (!made) return std::nullopt;
    result.checks.push_back(std::move(made));
  }
  return result;
}

inline std::optional<row_fact> row_binding::plain_number(std::size_t fact) const {
  const bound_fact& is = lies.facts[fact];
  if (is.values != nullptr && !is.ready) return std::nullopt;
  return plain(fact);
}

class constant_row final : public row_step {
 public:
  explicit constant_row(truths is) : is_(is) {}
  truths at(row_view&) const override { return is_; }

 private:
  truths is_;
};

inline row_step_ptr constant_step::for_rows(const row_binding&) const {
  return std::make_unique<constant_row>(truths{yes_, no_});
}

class boolean_row final : public row_step {
 public:
  explicit boolean_row(row_fact fact) : fact_(std::move(fact)) {}
  truths at(row_view& in) const override {
    if (!fact_.known(in)) return {};
    const bool is = fact_.is_true(in.row());
    return {is, !is};
  }

 private:
  row_fact fact_;
};

inline row_step_ptr boolean_step::for_rows(const row_binding& to) const {
  auto fact = to.plain(fact_);
  const column* c = to.lies.facts[fact_].values;
  const bool lies =
      c == nullptr || c->is == layout::boolean || c->is == layout::boolean_byte;
  if (!fact || !lies) return nullptr;
  return std::make_unique<boolean_row>(*std::move(fact));
}

class not_row final : public row_step {
 public:
  explicit not_row(row_step_ptr of) : of_(std::move(of)) {}
  truths at(row_view& in) const override {
    const truths is = of_->at(in);
    return {is.no, is.yes};
  }

 private:
  row_step_ptr of_;
};

inline row_step_ptr not_step::for_rows(const row_binding& to) const {
  row_step_ptr of = to.step(*of_);
  if (!of) return nullptr;
  return std::make_unique<not_row>(std::move(of));
}

class join_row final : public row_step {
 public:
  join_row(bool conjunction, std::vector<row_step_ptr> of)
      : conjunction_(conjunction), of_(std::move(of)) {}
  truths at(row_view& in) const override {
    truths all{true, false};  // of `or`: whether all are known not to hold
    for (const row_step_ptr& each : of_) {
      const truths is = each->at(in);
      all.yes = all.yes && (conjunction_ ? is.yes : is.no);
      all.no = all.no || (conjunction_ ? is.no : is.yes);
    }
    return conjunction_ ? all : truths{all.no, all.yes};
  }

 private:
  bool conjunction_;
  std::vector<row_step_ptr> of_;
};

inline row_step_ptr join_step::for_rows(const row_binding& to) const {
  std::vector<row_step_ptr> of;
  for (const step_ptr& each : of_) {
    of.push_back(to.step(*each));
    if (!of.back()) return nullptr;
  }
  return std::make_unique<join_row>(conjunction_, std::move(of));
}

class choice_row final : public row_step {
 public:
  choice_row(row_step_ptr condition, row_step_ptr then, row_step_ptr otherwise)
      : condition_(std::move(condition)),
        then_(std::move(then)),
        otherwise_(std::move(otherwise)) {}
  truths at(row_view& in) const override {
    const truths is = condition_->at(in);
    if (is.yes) return then_->at(in);
    return is.no ? otherwise_->at(in) : truths{};
  }

 private:
  row_step_ptr condition_, then_, otherwise_;
};

inline row_step_ptr choice_step::for_rows(const row_binding& to) const {
  row_step_ptr condition = to.step(*condition_);
  row_step_ptr then = to.step(*then_);
  row_step_ptr otherwise = to.step(*otherwise_);
  if (!condition || !then || !otherwise) return nullptr;
  return std::make_unique<choice_row>(std::move(condition), std::move(then),
                                      std::move(otherwise));
}

/// A sum compared with 0 in 128 bits.
class sum_row final : public row_step {
 public:
  struct part {
    row_fact fact;
    std::int64_t factor;
  };
  sum_row(std::vector<part> parts, std::int64_t constant, sign_test test)
      : parts_(std::move(parts)), constant_(constant), test_(test) {}
  truths at(row_view& in) const override {
    __extension__ using wide = __int128;
    wide total = constant_;
    for (const part& each : parts_) {
      std::int64_t n = 0;
      if (!each.fact.number_of(in, n)) return {};
      total += wide{each.factor} * n;
    }
    const bool is = holds(test_, total > 0 ? 1 : total < 0 ? -1 : 0);
    return {is, !is};
  }

 private:
  std::vector<part> parts_;
  std::int64_t constant_;
  sign_test test_;
};

inline row_step_ptr linear_step::for_rows(const row_binding& to) const {
  if (sum_.parts.size() > most_in_128_bits) return nullptr;
  std::vector<sum_row::part> parts;
  for (const auto& each : sum_.parts) {
    auto fact = to.plain_number(each.fact);
    if (!fact) return nullptr;
    parts.push_back({*std::move(fact), 0});
  }
  std::vector<std::int64_t> factors(parts.size());
  std::int64_t constant = 0;
  const auto scale_of = [&](std::size_t i) { return parts[i].fact.scale; };
  if (!on_one_scale(whole_, parts.size(), scale_of, factors.data(), constant)) {
    return nullptr;
  }
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].factor = factors[i];
  return std::make_unique<sum_row>(std::move(parts), constant, test_);
}

class ratio_row final : public row_step {
 public:
  ratio_row(row_fact whole, row_step_ptr positive, bool negated)
      : whole_(std::move(whole)), positive_(std::move(positive)), negated_(negated) {}
  truths at(row_view& in) const override {
    std::int64_t whole = 0;
    if (!whole_.number_of(in, whole) || whole == 0) return {};
    if (whole < 0) {
      in.doubt();
      return {};
    }
    const truths is = positive_->at(in);
    return negated_ ? truths{is.no, is.yes} : is;
  }

 private:
  row_fact whole_;
  row_step_ptr positive_;
  bool negated_;
};

inline row_step_ptr ratio_step::for_rows(const row_binding& to) const {
  auto whole = to.plain_number(whole_);
  row_step_ptr positive = positive_.for_rows(to);
  if (!whole || !positive) return nullptr;
  return std::make_unique<ratio_row>(*std::move(whole), std::move(positive), negated_);
}

class rate_row final : public row_step {
 public:
  rate_row(row_fact part, row_fact whole)
      : part_(std::move(part)), whole_(std::move(whole)) {}
  truths at(row_view& in) const override {
    std::int64_t n = 0;
    if (!whole_.number_of(in, n) || n < 0) return {};
    if (n > 0) return {true, false};
    return {false, !part_.number_of(in, n) || n == 0};
  }

 private:
  row_fact part_, whole_;
};

inline row_step_ptr rate_step::for_rows(const row_binding& to) const {
  auto part = to.plain_number(part_);
  auto whole = to.plain_number(whole_);
  if (!part || !whole) return nullptr;
  return std::make_unique<rate_row>(*std::move(part), *std::move(whole));
}

}  // namespace norma::batch::detail
