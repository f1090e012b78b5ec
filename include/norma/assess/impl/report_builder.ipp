// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tree of a report: the same walk as `judge`, with all that a reader needs.

#include <algorithm>  // std::find, std::min_element, std::sort, std::unique
#include <set>        // std::set
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/deciding.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/impl/member_lists.ipp>
#include <norma/assess/impl/reason_teller.ipp>
#include <norma/assess/impl/shown_words.ipp>
#include <norma/assess/impl/suppositions.ipp>
#include <norma/assess/impl/telling.ipp>
#include <norma/assess/report.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

namespace norma::detail {

class report_builder {
 public:
  // `judging`: the account that the verdicts take from, where they share one.
  report_builder(const standard& by, const bound_facts& facts,
                 step_account* judging = nullptr)
      : pack_(by.content()),
        facts_(facts),
        shown_(by, facts),
        own_{facts.bounds.assessment_steps},
        account_(judging != nullptr ? *judging : own_),
        before_(account_.left),
        env_(environment_of(facts, true)),
        exceptions_(by.definition().root, facts),
        members_(pack_, facts, shown_.told()),
        supposed_(facts),
        reasons_(shown_, env_.as_of) {
    env_.account = &account_;
  }
  report_builder(const report_builder&) = delete;
  report_builder& operator=(const report_builder&) = delete;

  // Fills `out`, where it stands. Below vetoes nothing is `wanted`: what stands
  // there must not be so.
  void build(const rule_node& at, const from_above& above, report_node& out,
             bool wanted = true) {
    const auto place = verdicts.size();
    verdicts.push_back(verdict::undetermined);
    out.path = at.path;
    out.role = at.role;
    out.id = at.id;
    out.combine = at.combine;
    out.at_least = at.at_least;
    out.strength = at.strength;
    if (told_.names(telling::bytes_of(at.title))) out.title = shown_.kept(at.title);
    if (told_.names(telling::bytes_of(at.cite))) out.cite = shown_.kept(at.cite);
    for (const auto& id : at.decisions) {
      const auto found = pack_.decisions.find(id);
      const bool known = found != pack_.decisions.end();
      if (!told_.takes(id.size() + (known ? telling::bytes_of(found->second) : 0))) break;
      out.decisions.push_back({id, known ? shown_.kept(found->second) : shared_text{}});
    }
    supposed_.note(at, out.decisions);
    note_document(at.cite.document);
    if (at.role == node_role::part) {
      fill_part(at, above, wanted, out);
    } else {
      fill_group(at, above, wanted, out);
    }
    verdicts[place] = out.verdict;
  }

  std::size_t decided = 0;
  std::size_t applicable = 0;
  std::vector<std::string> cited;  ///< ids of documents, each once
  std::vector<verdict> verdicts;   ///< of every node, as `judge_all` lists them

  std::vector<exception_shown> granted;

  [[nodiscard]] const granted_exceptions& exceptions() const { return exceptions_; }
  [[nodiscard]] const member_lister& members() const { return members_; }
  [[nodiscard]] const suppositions& supposed() const { return supposed_; }
  /// Steps that the verdicts took.
  [[nodiscard]] std::size_t steps() const { return before_ - account_.left; }

 private:
  void note_document(const std::string& id) {
    if (id.empty() || std::find(cited.begin(), cited.end(), id) != cited.end()) return;
    cited.push_back(id);
  }

  void fill_group(const rule_node& at, const from_above& above, bool wanted,
                  report_node& out) {
    shown_.list_facts(at.show, out);
    auto below = above;
    if (above.closed) {
      reasons_.tell_above(at, above, out);
      below.is = out.verdict;
    } else {
      const auto entry = examine_gate(at, env_);
      if (const auto behind = verdict_behind(entry.is)) {
        below = {true, *behind, entry.causes};
        reasons_.tell_gate(at, entry, out);
      }
      if (at.when) out.when = shown_.condition(*at.when);
    }
    tally members;
    out.members.reserve(at.members.size());
    for (const auto& member : at.members) {
      auto& shown = out.members.emplace_back();
      build(member, below, shown, wanted != (at.combine == combine::none));
      if (member.role == node_role::part && !deciding(member)) continue;
      members.add(shown.verdict);
    }
    if (below.closed) return;
    out.verdict = conclude(at.combine, members, at.at_least);
    if (out.verdict == verdict::not_applicable) {
      out.reason = make_reason("no_deciding_member", "R0305");
    }
    if (out.verdict == verdict::undetermined) collect_causes(at, out);
  }

  // Of the members that keep a group open.
  void collect_causes(const rule_node& at, report_node& out) const {
    std::vector<const cause*> all;
    for (std::size_t i = 0; i < at.members.size(); ++i) {
      const auto& member = out.members[i];
      const bool counts =
          at.members[i].role != node_role::part || deciding(at.members[i]);
      if (!counts || member.verdict != verdict::undetermined) continue;
      for (const auto& one : member.causes) all.push_back(&one);
    }
    if (all.empty()) return;
    const auto before = [](const cause* a, const cause* b) { return *a < *b; };
    if (told_.has_room()) {
      std::sort(all.begin(), all.end(), before);
      all.erase(std::unique(all.begin(), all.end(),
                            [](const cause* a, const cause* b) { return *a == *b; }),
                all.end());
    } else {  // the first is all that is told
      all = {*std::min_element(all.begin(), all.end(), before)};
    }
    out.causes = shown_.causes().of(all);
  }

  void fill_part(const rule_node& at, const from_above& above, bool wanted,
                 report_node& out) {
    const bool shown_only = !at.require && !at.fact;
    shown_.facts_of(at, out);
    std::vector<found_elements> found;
    if (at.require) {
      out.condition = shown_.condition(*at.require, wanted, &found);
    } else if (at.fact && !wanted) {
      out.condition = shown_.condition(*at.fact, wanted);
    }
    if (at.when) out.when = shown_.condition(*at.when);
    if (above.closed) {
      reasons_.tell_above(at, above, out);
    } else if (shown_only) {
      out.verdict = verdict::not_applicable;
      out.reason = at.in_force.contains(env_.as_of)
                       ? make_reason("shown_only", "R0304")
                       : make_reason("not_in_force", "R0301");
    } else {
      judge_part(at, wanted, out);
    }
    note_members(at, wanted, found, out);
    if (!deciding(at) || out.verdict == verdict::not_applicable) return;
    ++applicable;
    if (out.verdict != verdict::undetermined) ++decided;
  }

  // Which units in lists a part fails by, or is open by. That no element does is
  // told where it is the reason for a failure.
  void note_members(const rule_node& at, bool wanted,
                    const std::vector<found_elements>& found, report_node& out) {
    const bool bad = out.verdict == (wanted ? verdict::fail : verdict::pass);
    if (!bad && out.condition) shown_words::drop_alike(found, *out.condition);
    if (bad && at.require && out.condition && !out.condition->deciding->empty())
      name_failed(*at.require, out);
    if (!deciding(at) || !(bad || out.verdict == verdict::undetermined)) return;
    for (const auto& one : found) members_.note(at.path, one.shown.list, one.places);
    members_.note(at.path, out.causes);
  }

  // By which parts the units that decide fail the standards asked of them.
  void name_failed(const expr::expression& e, report_node& out) {
    std::set<std::string> asked;
    collect_standards(e.tree, asked);
    if (asked.empty()) return;
    auto all = out.condition->deciding.get();
    add_unmet_parts(facts_, e, all);
    for (const auto& group : all) {
      for (const auto& element : group.first) {
        for (const auto& part : element.unmet) note_document(part.cite.document);
      }
    }
    out.condition->deciding = std::move(all);
  }

  void judge_part(const rule_node& at, bool wanted, report_node& out) {
    const auto entry = examine_gate(at, env_);
    if (entry.is != gate::open) {
      reasons_.tell_gate(at, entry, out);
      return;
    }
    const auto state = examine_part(at, env_, exceptions_);
    out.verdict = state.is;
    if (state.exception != nullptr) {
      out.reason = reason{"exception", {}};
      const auto& record = *state.exception;
      if (told_.takes(4 * record.reason.size() + 3 * telling::bytes_of(record.from))) {
        out.reason->words = exception_words(record);
        granted.push_back({at.path, record.reason, record.from});
      }
    } else if (state.is == verdict::not_applicable) {
      out.reason = make_reason("conditional_unmet", "R0306");
      reasons_.tell_unmet(*at.when, "R0311", out);
    } else if (state.is == verdict::undetermined) {
      reasons_.tell_causes(state.causes, out);
    }
    if (at.require && state.requirement != truth::unknown) {
      out.distance = shown_.distance_of(*at.require, wanted);
    }
  }

  const pack_content& pack_;
  const bound_facts& facts_;
  shown_words shown_;
  const telling& told_ = shown_.told();
  step_account own_;
  step_account& account_;  ///< of the verdicts, as `judge` has one
  std::size_t before_;     ///< steps that it had
  expr::environment env_;
  granted_exceptions exceptions_;
  member_lister members_;
  suppositions supposed_;
  reason_teller reasons_;
};

}  // namespace norma::detail
