// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>   // std::any_of, std::binary_search, std::sort
#include <functional>  // std::less

#include <norma/assess/judge.hpp>
#include <norma/assess/examine.hpp>
#include <norma/rule/content.hpp>

namespace norma {

namespace detail {

// Walks the tree once. With `out`, writes every node's verdict in the order of
// the walk; with `before` and `changed`, parts that read no changed slot keep
// theirs.
class judge_walk {
 public:
  judge_walk(const standard& by, const bound_facts& facts, std::vector<verdict>* out,
             step_account* account = nullptr)
      : account_{facts.bounds.assessment_steps},
        env_(environment_of(facts, false)),
        out_(out) {
    if (account != nullptr) env_.account = account;
    if (env_.account == nullptr) env_.account = &account_;
    if (!facts.exceptions.empty()) exceptions_ = {by.definition().root, facts};
  }

  judge_walk(const judge_walk&) = delete;
  judge_walk& operator=(const judge_walk&) = delete;

  void keep(std::span<const verdict> before, std::span<const std::uint32_t> changed,
            std::span<const rule_node* const> assumed) {
    before_ = all_before_ = before;
    changed_ = changed;
    assumed_.assign(assumed.begin(), assumed.end());
    std::sort(assumed_.begin(), assumed_.end(), std::less<>{});
  }

  verdict visit(const rule_node& at) {
    const auto place = place_++;
    if (out_ != nullptr) out_->push_back(verdict::undetermined);
    const auto found = at.role == node_role::part ? part(at, place) : group(at);
    if (out_ != nullptr) (*out_)[place] = found;
    return found;
  }

 private:
  verdict part(const rule_node& at, std::size_t place) {
    const bool is_assumed =
        std::binary_search(assumed_.begin(), assumed_.end(), &at, std::less<>{});
    if (!before_.empty() && !is_assumed && !touched(at)) return before_[place];
    if (!at.require && !at.fact) return verdict::not_applicable;
    const auto behind = verdict_behind(examine_gate(at, env_).is);
    if (behind) return *behind;
    if (!is_assumed) return examine_part(at, env_, exceptions_).is;
    const bool passed = place < all_before_.size() && all_before_[place] == verdict::pass;
    return passed ? verdict::fail : verdict::pass;
  }

  verdict group(const rule_node& at) {
    if (const auto behind = verdict_behind(examine_gate(at, env_).is)) {
      for (const auto& member : at.members) spread(member, *behind);
      return *behind;
    }
    // Below a guard that may have been closed before, no verdict is kept.
    const auto kept = before_;
    if (at.when && reads(at.when->slots)) before_ = {};
    tally members;
    for (const auto& member : at.members) {
      // Members that do not decide matter to the list of verdicts only.
      if (member.role == node_role::part && !deciding(member)) {
        if (out_ != nullptr)
          static_cast<void>(visit(member));
        else
          ++place_;
        continue;
      }
      members.add(visit(member));
    }
    before_ = kept;
    return conclude(at.combine, members, at.at_least);
  }

  // Below a closed gate: parts shown only stay not applicable.
  void spread(const rule_node& at, verdict v) {
    ++place_;
    if (out_ != nullptr) {
      const bool shown_only = at.role == node_role::part && !at.require && !at.fact;
      const bool in_force = at.in_force.contains(env_.as_of);
      out_->push_back(shown_only || !in_force ? verdict::not_applicable : v);
      if (!in_force) v = verdict::not_applicable;
    }
    for (const auto& member : at.members) spread(member, v);
  }

  [[nodiscard]] bool touched(const rule_node& at) const {
    if (at.fact && reads(*at.fact)) return true;
    return (at.require && reads(at.require->slots)) || (at.when && reads(at.when->slots));
  }
  [[nodiscard]] bool reads(std::uint32_t slot) const {
    return std::binary_search(changed_.begin(), changed_.end(), slot);
  }
  [[nodiscard]] bool reads(const std::vector<std::uint32_t>& slots) const {
    return std::any_of(slots.begin(), slots.end(),
                       [this](std::uint32_t slot) { return reads(slot); });
  }

  step_account account_;  ///< unless the facts have one
  expr::environment env_;
  granted_exceptions exceptions_;
  std::vector<verdict>* out_;
  std::span<const verdict> before_;  ///< those that may be kept
  std::span<const verdict> all_before_;
  std::span<const std::uint32_t> changed_;
  std::vector<const rule_node*> assumed_;  ///< sorted
  std::size_t place_ = 0;
};

}  // namespace detail

NORMA_INLINE verdict judge(const standard& by, const bound_facts& facts) {
  return detail::judge_walk{by, facts, nullptr}.visit(by.definition().root);
}

NORMA_INLINE std::vector<verdict> judge_all(const standard& by,
                                            const bound_facts& facts) {
  std::vector<verdict> all;
  static_cast<void>(detail::judge_walk{by, facts, &all}.visit(by.definition().root));
  return all;
}

NORMA_INLINE std::vector<verdict> judge_all(const standard& by, const bound_facts& facts,
                                            steps_left& left) {
  std::vector<verdict> all;
  detail::judge_walk walk{by, facts, &all, &left.judging};
  static_cast<void>(walk.visit(by.definition().root));
  return all;
}

NORMA_INLINE std::vector<verdict> judge_again(const standard& by,
                                              const bound_facts& facts,
                                              std::span<const verdict> before,
                                              std::span<const std::uint32_t> changed,
                                              std::span<const rule_node* const> assumed) {
  std::vector<verdict> all;
  all.reserve(before.size());
  detail::judge_walk walk{by, facts, &all};
  walk.keep(before, changed, assumed);
  static_cast<void>(walk.visit(by.definition().root));
  return all;
}

}  // namespace norma
