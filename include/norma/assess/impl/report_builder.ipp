// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tree of a report: the same walk as `judge`, with all that a reader needs.

#include <algorithm>    // std::find, std::none_of, std::sort, std::unique
#include <cstdint>      // std::uint32_t
#include <memory>       // std::make_shared, std::shared_ptr
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/deciding.hpp>
#include <norma/assess/distance.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/impl/deciding_elements.ipp>
#include <norma/assess/impl/member_lists.ipp>
#include <norma/assess/report.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

inline reason make_reason(std::string code, std::string_view message_code) {
  return {std::move(code), message_text(message_code)};
}

// Why a part is set aside, by whom, on which day, by which document.
inline text exception_words(const exception_record& record) {
  std::vector<std::string> by;
  for (const auto& one :
       {record.from.by, record.from.day ? record.from.day->to_string() : std::string(),
        record.from.document}) {
    if (!one.empty()) by.push_back(one);
  }
  const auto joined = [&](std::string_view open, std::string_view between,
                          std::string_view close) {
    std::string all = record.reason;
    for (std::size_t i = 0; i < by.size(); ++i) {
      all += std::string(i == 0 ? open : between) + by[i];
    }
    return by.empty() ? all : all + std::string(close);
  };
  return message_text("R0309", {joined("（", "，", "）")}, {joined(" (", ", ", ")")});
}

// What a node inherits from a closed gate above it.
struct from_above {
  bool closed = false;
  verdict is = verdict::not_applicable;
  cause_list causes;
};

class report_builder {
 public:
  report_builder(const standard& by, const bound_facts& facts)
      : pack_(by.content()),
        facts_(facts),
        kept_(std::make_shared<const content_kept>(
            content_kept{by.shared_content(), facts.words})),
        env_(environment_of(facts, true)),
        exceptions_(by.definition().root, facts),
        members_(pack_, facts),
        zh_(pack_, *facts.names, language::zh),
        en_(pack_, *facts.names, language::en) {}

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
    out.title = kept(at.title);
    out.cite = kept(at.cite);
    out.decisions.reserve(at.decisions.size());
    for (const auto& id : at.decisions) {
      const auto found = pack_.decisions.find(id);
      out.decisions.push_back(
          {id, found == pack_.decisions.end() ? shared_text{} : kept(found->second)});
    }
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

 private:
  // What the report shares with the pack keeps its content alive; counted by
  // this report alone, so that threads do not meet at one counter.
  struct content_kept {
    std::shared_ptr<const pack_content> of_standard, of_facts;
  };
  template <class T>
  [[nodiscard]] std::shared_ptr<const T> kept(const T& part) const {
    return {kept_, &part};
  }

  void note_document(const std::string& id) {
    if (id.empty() || std::find(cited.begin(), cited.end(), id) != cited.end()) return;
    cited.push_back(id);
  }

  void fill_group(const rule_node& at, const from_above& above, bool wanted,
                  report_node& out) {
    list_facts(at.show, out);
    auto below = above;
    if (above.closed) {
      explain_above(at, above, out);
      below.is = out.verdict;
    } else {
      const auto entry = examine_gate(at, env_);
      if (const auto behind = verdict_behind(entry.is)) {
        below = {true, *behind, entry.causes};
        explain_gate(at, entry, out);
      }
      if (at.when) out.when = show(*at.when);
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
    for (std::size_t i = 0; i < at.members.size(); ++i) {
      const auto& member = out.members[i];
      const bool counts =
          at.members[i].role != node_role::part || deciding(at.members[i]);
      if (!counts || member.verdict != verdict::undetermined) continue;
      out.causes.insert(out.causes.end(), member.causes.begin(), member.causes.end());
    }
    std::sort(out.causes.begin(), out.causes.end());
    out.causes.erase(std::unique(out.causes.begin(), out.causes.end()), out.causes.end());
  }

  void fill_part(const rule_node& at, const from_above& above, bool wanted,
                 report_node& out) {
    const bool shown_only = !at.require && !at.fact;
    show_facts(at, out);
    std::vector<found_elements> found;
    if (at.require) {
      out.condition = show(*at.require, wanted, &found);
    } else if (at.fact && !wanted) {
      out.condition = condition_shown{facts_.names->fact(*at.fact)->name,
                                      {zh_.condition(*at.fact, facts_, wanted),
                                       en_.condition(*at.fact, facts_, wanted)}};
    }
    if (at.when) out.when = show(*at.when);
    if (above.closed) {
      explain_above(at, above, out);
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
    if (!bad && out.condition) drop_alike(found, *out.condition);
    if (bad && at.require && !out.condition->deciding->empty())
      name_failed(*at.require, out);
    if (!deciding(at) || !(bad || out.verdict == verdict::undetermined)) return;
    for (const auto& one : found) members_.note(at.path, one.shown.list, one.places);
    members_.note(at.path, out.causes);
  }

  // By which parts the units that decide fail the standards asked of them.
  void name_failed(const expr::expression& e, report_node& out) {
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
      explain_gate(at, entry, out);
      return;
    }
    const auto state = examine_part(at, env_, exceptions_);
    out.verdict = state.is;
    if (state.exception != nullptr) {
      out.reason = reason{"exception", exception_words(*state.exception)};
      granted.push_back({at.path, state.exception->reason, state.exception->from});
    } else if (state.is == verdict::not_applicable) {
      out.reason = make_reason("conditional_unmet", "R0306");
      name_unmet(*at.when, "R0311", out);
    } else if (state.is == verdict::undetermined) {
      fill_causes(state.causes, out);
    }
    if (at.require && state.requirement != truth::unknown) {
      add_distance(*at.require, wanted, out);
    }
  }

  // The verdict behind a gate that is not open, and why.
  void explain_gate(const rule_node& at, const gate_state& entry,
                    report_node& out) const {
    out.verdict = verdict_behind(entry.is).value_or(verdict::undetermined);
    switch (entry.is) {
      case gate::open: break;
      case gate::rate_unknown:
      case gate::guard_unknown: fill_causes(entry.causes, out); break;
      case gate::not_in_force: out.reason = make_reason("not_in_force", "R0301"); break;
      case gate::nothing_to_rate:
        out.reason = make_reason("zero_of_zero", "R0303");
        break;
      case gate::guard_false:
        out.reason = make_reason("guard_false", "R0302");
        name_unmet(*at.when, "R0310", out);
        break;
    }
  }

  // Which of the conditions that all have to hold does not.
  void name_unmet(const expr::expression& guard, std::string_view message_code,
                  report_node& out) const {
    auto zh = zh_.unmet(guard, facts_);
    auto en = en_.unmet(guard, facts_);
    if (zh.empty()) return;
    out.reason->words = message_text(message_code, {std::move(zh)}, {std::move(en)});
  }

  void explain_above(const rule_node& at, const from_above& above,
                     report_node& out) const {
    const bool shown_only = at.role == node_role::part && !at.require && !at.fact;
    out.verdict = verdict::not_applicable;
    if (!at.in_force.contains(env_.as_of)) {
      out.reason = make_reason("not_in_force", "R0301");
    } else if (shown_only) {
      out.reason = make_reason("shown_only", "R0304");
    } else if (above.is == verdict::not_applicable) {
      out.reason = make_reason("above", "R0307");
    } else {
      out.verdict = above.is;
      out.reason = make_reason("above_unknown", "R0308");
      fill_causes(above.causes, out);
    }
  }

  // An undetermined verdict always carries a cause: a condition that is null
  // has none of its own.
  void fill_causes(const cause_list& causes, report_node& out) const {
    if (causes && !causes->empty()) {
      out.causes = *causes;
    } else {
      out.causes = {{cause_kind::data_error, {}, {}, "R0209", {}}};
    }
  }

  // What decides it is also left in `found`, with all the places.
  [[nodiscard]] condition_shown show(const expr::expression& e, bool wanted = true,
                                     std::vector<found_elements>* found = nullptr) const {
    std::vector<found_elements> zh, en;
    seen_elements seen;
    condition_shown out{e.text,
                        {zh_.condition(e, facts_, wanted, zh, seen),
                         en_.condition(e, facts_, wanted, en, seen)}};
    std::vector<deciding_elements> deciding;
    for (std::size_t i = 0; i < zh.size() && i < en.size(); ++i) {
      deciding.push_back(zh[i].shown);
      auto& first = deciding.back().first;
      for (std::size_t k = 0; k < first.size(); ++k) {
        first[k].name.en = std::move(en[i].shown.first[k].name.en);
        first[k].shown.en = std::move(en[i].shown.first[k].shown.en);
      }
    }
    if (!deciding.empty()) out.deciding = std::move(deciding);
    if (found == nullptr) {
      drop_alike(zh, out);
    } else {
      *found = std::move(zh);
    }
    return out;
  }

  static void drop_alike(const std::vector<found_elements>& found, condition_shown& out) {
    if (std::none_of(found.begin(), found.end(),
                     [](const found_elements& one) { return one.all_alike; })) {
      return;
    }
    std::vector<deciding_elements> kept;
    for (std::size_t i = 0; i < found.size() && i < out.deciding->size(); ++i) {
      if (!found[i].all_alike) kept.push_back(out.deciding.get()[i]);
    }
    out.deciding = std::move(kept);
  }

  void show_facts(const rule_node& at, report_node& out) const {
    std::vector<std::uint32_t> slots;
    slots.reserve(8);
    const auto add = [&slots](const std::vector<std::uint32_t>& more) {
      for (const auto slot : more) {
        if (std::find(slots.begin(), slots.end(), slot) == slots.end()) {
          slots.push_back(slot);
        }
      }
    };
    if (at.fact) slots.push_back(*at.fact);
    if (at.require) add(at.require->slots);
    if (at.when) add(at.when->slots);
    add(at.show);
    list_facts(slots, out);
  }

  void list_facts(const std::vector<std::uint32_t>& slots, report_node& out) const {
    out.facts.reserve(slots.size());
    for (const auto slot : slots) {
      const auto* f = facts_.names->fact(slot);
      if (f == nullptr) continue;
      const auto& v = facts_.slots[slot];
      auto& shown = out.facts.emplace_back();
      shown.fact = f->name;
      shown.label = kept(f->label);
      shown.content = v;
      shown.unit = f->unit;
      shown.scale = f->scale;
      zh_.put(shown.shown.zh, v, *f);
      en_.put(shown.shown.en, v, *f);
      shown.from = facts_.from[slot];
    }
  }

  void add_distance(const expr::expression& e, bool wanted, report_node& out) const {
    const auto t = shown_threshold(e, facts_, wanted);
    if (!t) return;
    const auto& f = *facts_.names->fact(t->slot);
    const auto size = t->by.sign() < 0 ? -t->by : t->by;
    const auto unit = t->counts_list ? std::string{} : f.unit;
    const int scale = t->counts_list ? 0 : f.scale;
    out.distance =
        distance{f.name,
                 kept(f.label),
                 t->by,
                 unit,
                 {zh_.amount(size, unit, scale), en_.amount(size, unit, scale)},
                 t->by.sign() < 0 && t->nearest < t->current};
  }

  const pack_content& pack_;
  const bound_facts& facts_;
  std::shared_ptr<const content_kept> kept_;
  expr::environment env_;
  granted_exceptions exceptions_;
  member_lister members_;
  wording zh_, en_;
};

}  // namespace norma::detail
