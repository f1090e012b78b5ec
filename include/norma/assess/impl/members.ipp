// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units that are elements of a list: each is bound as a unit is, by the words of
// its own kind, lists of units inside it too, and becomes a record of what the
// rules read of it.

#include <algorithm>  // std::lower_bound, std::min, std::sort, std::unique
#include <cstddef>    // std::ptrdiff_t, std::size_t
#include <memory>     // std::make_shared
#include <string>     // std::string
#include <utility>    // std::move, std::pair
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/member_bounds.ipp>
#include <norma/assess/impl/open_list.ipp>
#include <norma/assess/impl/settle.ipp>
#include <norma/assess/impl/stated.ipp>
#include <norma/assess/impl/take_steps.ipp>
#include <norma/assess/impl/verdict_grounds.ipp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// The days of evidence; those that `own` leaves open from `outer`.
NORMA_INLINE evidence_days complete_days(const evidence& own,
                                         const evidence_days& outer) {
  return {own.day ? own.day : outer.day, own.recorded ? own.recorded : outer.recorded};
}

// A member takes steps for what is bound of it, as many as operations take that long;
// what is unknown says where it is, which takes most of the memory; a table that leaves
// something open was gone through to its end.
inline constexpr std::size_t steps_of_bound = 3, steps_of_unknown = 10;
inline constexpr std::size_t cells_a_step = 2;
// And for each node of a standard that it is judged by, where no condition counts its
// own; for what keeps a verdict open, or is at fault, the whole is gone through again.
inline constexpr std::size_t steps_of_judged = 1, steps_of_grounds = 3;
// To name the parts that are at fault, all of them are judged, with what leaves them
// open.
inline constexpr std::size_t steps_of_naming = 20;

// Names and literals are looked at where they lie, in no step.
inline bool counts_itself(const expr::node& n) {
  using expr::node_kind;
  return n.kind != node_kind::name && n.kind != node_kind::path &&
         n.kind != node_kind::literal;
}

struct node_counts {
  std::size_t all = 0, uncounted = 0;
};
inline void count_nodes(const rule_node& at, node_counts& in) {
  ++in.all;
  if (!at.require || !counts_itself(at.require->tree)) ++in.uncounted;
  for (const auto& member : at.members) count_nodes(member, in);
}

// The fact, looked for at `place` first, where the unit before had it, or would have.
NORMA_INLINE auto find_near(const unit& in, const std::string& name,
                            std::ptrdiff_t& place) {
  const auto begin = in.facts.begin();
  const auto end = in.facts.end();
  const auto name_at = [begin](std::ptrdiff_t i) -> const std::string& {
    return begin[i].first.get();
  };
  const auto size = end - begin;
  const bool good = place <= size && (place == 0 || name_at(place - 1) < name) &&
                    (place == size || name_at(place) >= name);
  if (!good) {
    const auto before = [](const auto& fact, const std::string& wanted) {
      return fact.first.get() < wanted;
    };
    place = std::lower_bound(begin, end, name, before) - begin;
  }
  return place < size && name_at(place) == name ? begin + place : end;
}

class member_binder {
 public:
  member_binder(const bound_facts& outer, const member_view& view,
                const evidence_days& from, const value& unsaid)
      : view_(view), judged_(view), outer_from_(from), unsaid_(unsaid) {
    judged_.rests_on = view.judged_on;
    judged_.derived = view.judged_derived;
    own_.words = outer.words;
    own_.names = &outer.words->vocabularies.at(view.unit);
    own_.on = outer.on;
    own_.bounds = outer.bounds;
    own_.account = outer.account;
    own_.only = &view;
    own_.unit_kind = view.unit;
    own_.stated.resize(own_.names->slots.size());
    state_parameters(own_);
    own_.slots = own_.stated;
    declared_.resize(own_.names->slots.size());
    places_.resize(own_.names->slots.size());
    for (const auto slot : view.facts)
      declared_[slot] = declared_bounds(*own_.names->fact(slot));
    for (const auto& asked : view.verdicts) {
      const auto* found = own_.words->find_standard(asked.standard);
      if (found == nullptr) continue;
      standards_.emplace_back(own_.words, found);
      asked_.push_back(asked.standard);
      count_nodes(found->root, nodes_.emplace_back());
    }
  }

  [[nodiscard]] value bind(const unit& member, std::string place) {
    if (!member.kind.empty() && member.kind != view_.unit) {
      place.pop_back();  // the dot before a field
      return data_error(place, "N0751", {place, member.kind, view_.unit});
    }
    own_.place = std::move(place);
    own_.exceptions = member.exceptions;
    settle(view_, member);
    record_value shown;
    shown.shape = view_.shape;
    shown.fields.reserve(view_.shape->names().size());
    const auto own_fields =
        view_.shape->names().size() - view_.facts.size() - view_.verdicts.size();
    for (std::size_t i = 0; i < own_fields; ++i) {
      const auto& text = view_.shape->names()[i] == "id" ? member.id : member.name;
      shown.fields.push_back(text.empty() ? value{} : value{text});
    }
    for (const auto slot : view_.facts)
      shown.fields.push_back(bounded_field(own_, view_, slot, declared_[slot]));
    take_steps_of_bound();
    for (std::size_t i = 0; i < standards_.size(); ++i) {
      const bool applies = standards_[i].definition().is_for(member);
      shown.fields.push_back(applies ? judged(i, member)
                                     : word_for(verdict::not_applicable));
    }
    return value{std::move(shown)};
  }

  // Of the member that was bound last: the parts by which it fails the standard of
  // this key.
  [[nodiscard]] std::vector<const rule_node*> unmet(const std::string& key,
                                                    const unit& member) {
    for (std::size_t i = 0; i < standards_.size(); ++i) {
      const auto& by = standards_[i].definition();
      if (asked_[i] != key || !by.is_for(member)) continue;
      if (own_.only == &view_) settle(judged_, member);
      take(steps_of_naming * nodes_[i].all);
      return verdict_grounds{by.root, own_, false}.at_fault;
    }
    return {};
  }

 private:
  void take_steps_of_bound() {
    if (own_.account == nullptr) return;
    std::size_t steps = steps_of_bound * view_.rests_on.size();
    for (const auto slot : view_.rests_on) {
      if (!own_.slots[slot].is_unknown()) continue;
      steps += steps_of_unknown;
      if (const auto& from = own_.names->fact(slot)->from_table)
        steps += from->rows.size() * from->inputs.size() / cells_a_step;
    }
    take(steps);
  }
  void take(std::size_t steps) {
    if (own_.account != nullptr) static_cast<void>(take_steps(*own_.account, steps));
  }

  // Binds what `view` says.
  void settle(const member_view& view, const unit& member) {
    own_.only = &view;
    for (const bool dated : {false, true}) {  // what dates others first
      for (const auto slot : view.rests_on) {
        if (own_.names->fact(slot)->dated_by.has_value() == dated) state(slot, member);
      }
    }
    settler{own_}.whole();
  }

  void state(std::uint32_t slot, const unit& member) {
    const auto& f = *own_.names->fact(slot);
    auto& [by_name, by_alias] = places_[slot];
    auto found = find_near(member, f.name, by_name);
    if (found == member.facts.end() && !f.alias.empty())
      found = find_near(member, f.alias, by_alias);
    path_.assign(own_.place).append(f.name);
    own_.stated[slot] = found == member.facts.end()
                            ? not_stated(f, path_, day_of(f, {}, member, path_), own_)
                            : stated(f, found->second, member, path_);
  }

  [[nodiscard]] value stated(const fact_definition& f, const supplied_fact& given,
                             const unit& member, const std::string& path) const {
    const outer_days outer{complete_days(member.default_evidence, outer_from_),
                           f.dated_by.has_value()};
    const auto chosen = choose_statement(given, f, path, own_, outer);
    if (chosen.holds == nullptr) return chosen.instead;
    const auto day = day_of(f, chosen.days.day, member, path);
    return value_stated(f, *chosen.holds, path, day, chosen.days.recorded, own_);
  }

  // As if the day of evidence were not said where it would be the list's, which is not
  // known.
  [[nodiscard]] evidence_day day_of(const fact_definition& f, std::optional<date> own,
                                    const unit& member, const std::string& path) const {
    auto day = day_of_evidence(f, own, path, own_);
    const bool said = f.dated_by || day.day || member.default_evidence.day;
    if (said || !unsaid_.is_unknown()) return day;
    day.unsaid = unsaid_;
    if (validity_of(f, own_)) day.open = unsaid_;
    return day;
  }

  [[nodiscard]] static const value& word_for(verdict v) {
    static const value pass{"pass"}, fail{"fail"}, not_applicable{"not_applicable"};
    return v == verdict::pass ? pass : v == verdict::fail ? fail : not_applicable;
  }

  // The verdict in a word; unknown with the member's causes if undetermined. Most
  // of what it rests on is bound only where the standard applies.
  [[nodiscard]] value judged(std::size_t which, const unit& member) {
    const auto& by = standards_[which];
    const auto gate = examine_gate(by.definition().root, environment_of(own_, false));
    const bool closed = verdict_behind(gate.is).has_value();
    if (own_.only == &view_ && !closed) settle(judged_, member);
    if (!closed) take(steps_of_judged * nodes_[which].uncounted);
    const auto found = judge(by, own_);
    if (found != verdict::undetermined) return word_for(found);
    if (!closed) take(steps_of_grounds * nodes_[which].uncounted);
    const verdict_grounds why{by.definition().root, own_, true};
    return value::unknown(placed(why.open.all()));
  }

  // Causes that name no fact are the member's.
  [[nodiscard]] cause_list placed(const cause_list& causes) const {
    const auto member = own_.place.substr(0, own_.place.size() - 1);
    std::vector<cause> all;
    if (causes) all = *causes;
    if (all.empty()) all.push_back({cause_kind::data_error, {}, {}, "R0209", {}});
    for (auto& one : all) {
      if (one.fact.empty()) one.fact = member;
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return std::make_shared<const std::vector<cause>>(std::move(all));
  }

  const member_view& view_;
  member_view judged_;               ///< the same with what verdicts rest on
  std::vector<standard> standards_;  ///< one a verdict of the view
  std::vector<std::string> asked_;   ///< their keys
  std::vector<node_counts> nodes_;   ///< in each
  /// By slot, what bounds an unknown number: shared by all members.
  std::vector<std::shared_ptr<const partial_value>> declared_;
  /// By slot, where the fact stood in the unit before, under its name and its alias.
  std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>> places_;
  evidence_days outer_from_;
  value unsaid_;      ///< unknown, where a fact that is not known says the list's day
  std::string path_;  ///< of the fact that is stated
  bound_facts own_;
};

NORMA_INLINE value bind_members(const bound_facts& outer, const fact_definition& f,
                                const std::vector<unit>& members,
                                const evidence_days& from, const value& unsaid) {
  const auto view = f.lists_units()
                        ? outer.words->member_views.find(f.element->type.record->id)
                        : outer.words->member_views.end();
  const auto path = outer.place + f.name;
  if (view == outer.words->member_views.end()) {
    return data_error(path, "N0752", {path});
  }
  member_binder binder{outer, view->second, from, unsaid};
  list_value list;
  list.reserve(members.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    list.push_back(binder.bind(members[i], path + '[' + std::to_string(i + 1) + "]."));
    // Nothing holds of a unit that is not bound to its end: what is left would be bound
    // for nothing.
    const auto met = outer.account == nullptr ? step_limit::none : outer.account->met;
    if (met != step_limit::none) return stopped_by(met, path, outer.bounds);
  }
  return value{std::move(list)};
}

}  // namespace norma::detail
