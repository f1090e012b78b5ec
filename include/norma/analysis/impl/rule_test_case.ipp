// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::min
#include <cstddef>    // std::size_t
#include <optional>   // std::optional
#include <set>        // std::set
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/analysis/rule_test.hpp>
#include <norma/analysis/impl/rule_test_score.ipp>
#include <norma/analysis/impl/rule_test_words.ipp>
#include <norma/assess/assess.hpp>
#include <norma/assess/assess_scheme.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/table.hpp>

// One case: what it expects, held against the report.

namespace norma::analysis_detail {

class case_runner {
 public:
  /// What the case takes is taken from the steps `left`.
  case_runner(const test_file& file, const test_case& what, const pack& of,
              const limits& bounds, std::size_t& left)
      : file_(file), case_(what), pack_(of), bounds_(bounds), left_(left) {}

  [[nodiscard]] std::vector<unmet_expectation> run() {
    if (has_steps()) check();
    return std::move(unmet_);
  }

 private:
  void check() {
    if (file_.is == test_target::table) return check_table();
    const days on{*case_.as_of, case_.known_as_of};
    steps_left own{bounds_};
    if (const auto scheme = pack_.find_scheme(file_.target)) {
      const auto r = assess(*scheme, bound(scheme->gates(), case_.given, on), &own);
      take(own);
      check_nodes(r);
      return check_score(r);
    }
    const auto by = pack_.standard(file_.target);
    const auto r = assess(by, bound(by, case_.given, on), {.together = &own});
    take(own);
    check_nodes(r);
    if (case_.remedy) check_remedy(r);
    for (const auto& one : r.remedies) {
      if (!has_steps()) return;
      apply_remedy(by, one);
    }
  }

  // False, and said: a case, or a remedy, that can not be looked into is not met.
  [[nodiscard]] bool has_steps() {
    if (left_ > 0) return true;
    if (!unmet_.empty() && unmet_.back().finding.code == "N0159") return false;
    add({"N0159", {std::to_string(test_steps(bounds_))}, {}, {}}, ".", "-", "-");
    return false;
  }

  void take(std::size_t steps) { left_ -= std::min(left_, steps); }
  void take(const steps_left& own) {
    const auto all = bounds_.assessment_steps;
    take(2 * all - own.judging.left - own.explaining.left);
  }

  [[nodiscard]] bound_facts bound(const standard& by, const unit& facts, const days& on) {
    auto result = bind(by, facts, on, bounds_);
    take(result.steps);
    return result;
  }

  [[nodiscard]] verdict judged(const standard& by, const bound_facts& facts) {
    steps_left own{bounds_};
    const auto all = judge_all(by, facts, own);
    take(own);
    return all.front();
  }

  void check_nodes(const report& r) {
    for (const auto& e : case_.expect) check_verdict(r, e);
    for (const auto& e : case_.reason) check_reason(r, e);
    for (const auto& e : case_.distance) check_distance(r, e);
    for (const auto& [path, facts] : case_.causes) check_causes(r, path, facts);
  }

  void add(diagnostic finding, const std::string& path, std::string expected,
           std::string found, std::vector<text> values = {}) {
    if (!finding.where) finding.where = case_.where;
    unmet_.push_back({std::move(finding), path, std::move(expected), std::move(found),
                      std::move(values)});
  }

  // A path that the reader let through stands in the report.
  [[nodiscard]] const report_node* node_at(const report& r, const std::string& path,
                                           const source_span& where) {
    const auto* at = find_node(r, path);
    if (at == nullptr)
      add({"N0811", {path, file_.target, ""}, where, {}}, path, path, "-");
    return at;
  }

  void check_verdict(const report& r, const test_expectation& e) {
    const auto* at = node_at(r, e.path, e.where);
    if (at == nullptr || to_string(at->verdict) == e.wanted) return;
    std::string found(to_string(at->verdict));
    add({"N0801", {e.path, verdict_word(e.wanted), verdict_word(found)}, e.where, {}},
        e.path, e.wanted, found, values_of(*at, r));
  }

  void check_reason(const report& r, const test_expectation& e) {
    const auto* at = node_at(r, e.path, e.where);
    if (at == nullptr || (at->reason && at->reason->code == e.wanted)) return;
    const std::string found = at->reason ? at->reason->code : "-";
    add({"N0802",
         {e.path, e.wanted, found_words(in_ticks(found), at->verdict)},
         e.where,
         {}},
        e.path, e.wanted, found, values_of(*at, r));
  }

  void check_distance(const report& r, const test_expectation& e) {
    const auto* at = node_at(r, e.path, e.where);
    if (at == nullptr) return;
    const auto wanted = number::parse_exact(e.wanted);
    if (wanted && at->distance && at->distance->by == *wanted) return;
    const std::string found = at->distance ? at->distance->by.to_string() : "-";
    add({"N0803", {e.path, e.wanted, found_words(found, at->verdict)}, e.where, {}},
        e.path, e.wanted, found, values_of(*at, r));
  }

  // A case may name a field (`events[2].confirmed`) or only the fact.
  void check_causes(const report& r, const std::string& path,
                    const std::vector<std::string>& facts) {
    const auto* at = node_at(r, path, {});
    if (at == nullptr) return;
    const std::set<std::string> wanted(facts.begin(), facts.end());
    std::set<std::string> found;
    for (const auto& cause : at->causes) {
      if (cause.fact.empty()) continue;  // that there are more, or why none is told
      const auto whole = cause.fact.substr(0, cause.fact.find_first_of(".["));
      found.insert(wanted.count(cause.fact) > 0 || wanted.count(whole) == 0 ? cause.fact
                                                                            : whole);
    }
    if (found == wanted) return;
    const auto told = found_words(in_ticks(joined(found)), at->verdict, "are");
    add({"N0804", {path, joined(wanted), told}, {}, {}}, path, joined(wanted),
        joined(found), values_of(*at, r));
  }

  // As the reader hands over what is wanted.
  [[nodiscard]] static std::string change_written(const fact_change& c) {
    return c.fact + " = " + written(c.to);
  }

  [[nodiscard]] static std::string wanted_change(const test_expectation& e) {
    return e.path + " = " + e.wanted;
  }

  // The first change that no remedy lists; the whole where each is listed by some.
  [[nodiscard]] source_span not_among(const std::set<std::string>& listed) const {
    for (const auto& e : *case_.remedy)
      if (listed.count(wanted_change(e)) == 0) return e.where;
    return case_.remedy_where;
  }

  void check_remedy(const report& r) {
    std::set<std::string> wanted;
    for (const auto& e : *case_.remedy) wanted.insert(wanted_change(e));
    std::set<std::string> listed, all_changes;
    for (const auto& one : r.remedies) {
      std::set<std::string> changes;
      for (const auto& change : one.changes) changes.insert(change_written(change));
      const bool whole = one.requirements.empty() && !one.not_before;
      if (whole && changes == wanted && !wanted.empty()) return;
      listed.insert(joined(changes));
      all_changes.merge(changes);
    }
    if (wanted.empty() && r.remedies.empty()) return;
    const auto told = joined(listed);
    const auto shown = listed.empty()
                           ? text_argument({"没有列出补救办法", "none"})
                           : text_argument({"列出的是 `" + told + '`', '`' + told + '`'});
    add({wanted.empty() ? "N0807" : "N0805",
         {joined(wanted), wanted.empty() ? told : shown},
         not_among(all_changes),
         {}},
        ".", joined(wanted), told, values_of(r.tree, r));
  }

  void check_score(const report& r) {
    for (const auto& e : case_.score) {
      const auto found = r.score ? score_at(*r.score, e.path) : std::nullopt;
      if (found && is_range(e.wanted, *found)) continue;
      const auto told = found ? written(*found) : std::string("-");
      add({"N0808", {e.path, e.wanted, told}, e.where, {}}, e.path, e.wanted, told,
          r.score ? score_words(*r.score, e.path) : std::vector<text>{});
    }
    if (!case_.tier) return;
    const auto found = tier_word(r);
    if (found == case_.tier->wanted) return;
    add({"N0809", {case_.tier->wanted, found}, case_.tier->where, {}}, ".",
        case_.tier->wanted, found,
        r.score ? score_words(*r.score, "total") : std::vector<text>{});
  }

  // The given unit as it would be after the remedy: what is changed is stated
  // without evidence, which neither expires nor was recorded too late.
  [[nodiscard]] unit remedied(const remedy& one, const fact_change* left_out) const {
    unit changed = case_.given;
    for (const auto& change : one.changes) {
      if (&change == left_out) continue;
      supplied_fact stated;
      stated.statements.push_back({supply::known, change.to, {}, {}});
      changed.facts[change.fact] = std::move(stated);
    }
    return changed;
  }

  // Applied to the facts as they were supplied, and judged from the start: not
  // the way by which the remedy was found. Requirements in words can not be.
  void apply_remedy(const standard& by, const remedy& one) {
    if (!one.requirements.empty()) return;
    const days on{one.not_before.value_or(*case_.as_of), case_.known_as_of};
    const auto gives = judged(by, bound(by, remedied(one, nullptr), on));
    std::set<std::string> changes;
    for (const auto& change : one.changes) changes.insert(change_written(change));
    if (one.not_before) changes.insert("as_of = " + one.not_before->to_string());
    if (gives != one.gives) {
      add({"R1003",
           {joined(changes), verdict_word(to_string(one.gives)),
            verdict_word(to_string(gives))},
           {},
           {}},
          ".", std::string(to_string(one.gives)), std::string(to_string(gives)));
    }
    // What leaves facts in error mends nothing.
    const auto mends_without = [&](const fact_change& change) {
      const auto facts = bound(by, remedied(one, &change), on);
      return facts.checks_hold && judged(by, facts) != verdict::fail;
    };
    for (const auto& change : one.changes) {
      if (!has_steps()) return;
      if (!mends_without(change)) continue;
      add({"R1004", {joined(changes), change_written(change)}, {}, {}}, ".", "-",
          change_written(change));
    }
  }

  // A library has no standard: its vocabulary is bound by way of an empty one.
  void check_table() {
    const auto found = pack_.content().tables.find(file_.target);
    if (found == pack_.content().tables.end()) {
      add({"N0810", {file_.target, "", pack_.id()}, {}, {}}, file_.target, file_.target,
          "-");
      return;
    }
    const table& t = *found->second;
    standard_definition empty;
    empty.unit = case_.given.kind;
    const norma::standard words(pack_.shared_content(), &empty);
    const auto facts = bound(words, case_.given, {*case_.as_of, case_.known_as_of});
    const wording zh(pack_.content(), *facts.names, language::zh);
    const wording en(pack_.content(), *facts.names, language::en);
    std::vector<value> inputs;
    std::vector<text> values;
    for (const auto& input : t.inputs) {
      const auto slot = facts.names->find_fact(input.fact);
      inputs.push_back(slot ? facts.slots[*slot] : value::unknown());
      const auto* f = slot ? facts.names->fact(*slot) : nullptr;
      if (f == nullptr) continue;
      values.push_back(message_text(
          "R1001", {f->label.in(language::zh), zh.of(inputs.back(), *f), f->name},
          {f->label.in(language::en), en.of(inputs.back(), *f), f->name}));
    }
    const auto given = look_up(t, inputs, environment_of(facts, true));
    for (const auto& e : case_.expect) {
      if (written(given) == e.wanted) continue;
      add({"N0806", {e.path, e.wanted, written(given)}, e.where, {}}, e.path, e.wanted,
          written(given), values);
    }
  }

  const test_file& file_;
  const test_case& case_;
  const pack& pack_;
  limits bounds_;
  std::size_t& left_;
  std::vector<unmet_expectation> unmet_;
};

}  // namespace norma::analysis_detail
