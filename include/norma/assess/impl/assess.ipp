// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/assess.hpp>

#include <algorithm>  // std::sort
#include <cstddef>    // std::size_t
#include <string>     // std::string, std::to_string
#include <utility>    // std::move
#include <vector>     // std::erase_if, std::vector

#include <norma/assess/impl/counted_facts.ipp>
#include <norma/assess/impl/report_builder.ipp>
#include <norma/assess/impl/report_bytes.ipp>
#include <norma/assess/impl/telling.ipp>
#include <norma/assess/impl/assess_within.ipp>
#include <norma/assess/missing.hpp>
#include <norma/assess/remedy.hpp>
#include <norma/assess/wording.hpp>
#include <norma/rule/content.hpp>
#include <norma/version.hpp>

namespace norma {

namespace detail {

// Labels of the facts that are only named in the report.
class label_collector {
 public:
  label_collector(const pack_content& pack, const bound_facts& facts, report& out)
      : zh_(pack, *facts.names, language::zh),
        en_(pack, *facts.names, language::en),
        facts_(facts),
        out_(out) {}

  void collect() {
    of_node(out_.tree);
    for (const auto& set : out_.missing) {
      for (const auto& fact : set) add(fact);
    }
    for (const auto& remark : out_.remarks) {
      for (const auto& fact : remark.facts) add(fact);
    }
  }

 private:
  void add(const std::string& fact) {
    if (fact.empty() || out_.labels.count(fact) > 0) return;
    out_.labels.emplace(fact, text{zh_.label(fact, &facts_), en_.label(fact, &facts_)});
  }

  void of_node(const report_node& at) {
    for (const auto& cause : at.causes) {
      for (const auto& fact : facts_named(cause)) add(fact);
    }
    for (const auto& member : at.members) of_node(member);
  }

  wording zh_, en_;
  const bound_facts& facts_;
  report& out_;
};

// Remarks are told whole or not at all, as many as there is room for; the first, where it
// is short, in any case.
class remark_keeper {
 public:
  remark_keeper(const pack_content& pack, const bound_facts& facts, report& out)
      : told_(facts.account),
        zh_(pack, *facts.names, language::zh),
        en_(pack, *facts.names, language::en),
        facts_(facts),
        out_(out) {}

  // False if there was no room.
  bool add(const remark& one) {
    auto bytes = 40 + one.code.size();
    for (const auto& fact : one.facts) {
      bytes += 30 + 2 * fact.size() + label_bytes(fact, zh_, en_, &facts_);
    }
    for (const auto& argument : one.arguments) bytes += 4 + argument.size();
    if (!(out_.remarks.empty() ? told_.names(bytes) : told_.takes(bytes))) return false;
    out_.remarks.push_back(one);
    return true;
  }

 private:
  telling told_;
  wording zh_, en_;
  const bound_facts& facts_;
  report& out_;
};

NORMA_INLINE void add_remarks(report& out, const pack_content& pack,
                              const bound_facts& facts,
                              const granted_exceptions& exceptions) {
  remark_keeper remarks{pack, facts, out};
  for (const auto& one : facts.remarks)
    if (!remarks.add(one)) return;
  for (const auto* record : exceptions.later())
    if (!remarks.add({"dated_after", {}, {record->part, record->reason}})) return;
  for (const auto* record : exceptions.astray())
    if (!remarks.add({"exception_astray", {}, {record->part, record->reason}})) return;
}

// Sets and remedies are told whole or not at all.
NORMA_INLINE void keep_what_has_room(report& out, const pack_content& pack,
                                     const bound_facts& facts) {
  const telling told{facts.account};
  const wording zh(pack, *facts.names, language::zh);
  const wording en(pack, *facts.names, language::en);
  std::erase_if(out.missing, [&](const std::vector<std::string>& set) {
    std::size_t bytes = 0;
    for (const auto& fact : set) {
      bytes += 8 + fact.size() + label_bytes(fact, zh, en, &facts);
    }
    return !told.takes(bytes);
  });
  std::erase_if(out.remedies,
                [&](const remedy& r) { return !told.takes(report_bytes(r)); });
  if (out.remedies_are == remedy_state::found && out.remedies.empty())
    out.remedies_are = remedy_state::none_found;
}

NORMA_INLINE void say_if_stopped(report& out, const bound_facts& explained) {
  if (explained.account->left > 0) return;
  out.remarks.push_back(
      {"explanation_stopped", {}, {std::to_string(explained.bounds.assessment_steps)}});
}

NORMA_INLINE void collect_labels(report& out, const pack_content& pack,
                                 const bound_facts& facts) {
  label_collector{pack, facts, out}.collect();
}

NORMA_INLINE report assess_within(const standard& by, counted_facts& explained,
                                  const explain_options& options) {
  const auto& facts = explained.facts;
  const auto& pack = by.content();
  report out;
  out.engine_version = std::string(version);
  out.pack = pack.identity;
  out.uses = pack.uses;
  out.standard_id = by.id();
  const telling told{facts.account};
  const auto& root = by.definition().root;
  if (told.heads(telling::bytes_of(root.title))) out.standard_title = root.title;
  if (told.heads(telling::bytes_of(root.cite))) out.standard_cite = root.cite;
  out.unit_kind = facts.unit_kind;
  if (told.heads(facts.unit_id.size())) out.unit_id = facts.unit_id;
  if (told.heads(facts.unit_name.size())) out.unit_name = facts.unit_name;
  const auto kind = pack.units.find(by.definition().unit);
  if (kind != pack.units.end()) {
    const auto& label = kind->second.label_of(facts.given ? facts.given->area_kind : "");
    if (told.heads(telling::bytes_of(label))) out.unit_label = label;
  }
  out.on = facts.on;
  auto* together = explained.of_all;
  report_builder builder{by, facts, together != nullptr ? &together->judging : nullptr};
  builder.build(by.definition().root, {}, out.tree);
  out.verdict = out.tree.verdict;
  out.decided = builder.decided;
  out.applicable = builder.applicable;
  std::sort(builder.cited.begin(), builder.cited.end());
  for (const auto& id : builder.cited) {
    const auto found = pack.documents.find(id);
    if (found == pack.documents.end()) continue;
    if (told.heads(found->second.number.size() + telling::bytes_of(found->second.title)))
      out.documents.push_back(found->second);
  }
  auto members = builder.members().make(by.definition().root);
  if (!members.empty()) out.members = std::move(members);
  out.exceptions = std::move(builder.granted);
  out.supposed = builder.supposed().all();
  add_remarks(out, pack, facts, builder.exceptions());
  out.facts_digest = facts.digest;
  if (options.missing && out.verdict == verdict::undetermined) {
    explained.search_after(builder.steps());
    out.missing = find_missing(by, facts);
  }
  if (out.verdict == verdict::fail && !options.remedies) {
    out.remedies_are = remedy_state::not_asked;
  } else if (out.verdict == verdict::fail) {
    explained.search_after(builder.steps());
    auto mending = find_remedies(by, facts, builder.verdicts);
    out.remedies_are = mending.state;
    out.remedies = std::move(mending.remedies);
  }
  keep_what_has_room(out, pack, facts);
  return out;
}

}  // namespace detail

NORMA_INLINE report assess(const standard& by, const bound_facts& facts,
                           const explain_options& options) {
  detail::counted_facts explained{facts, options.together};
  auto out = detail::assess_within(by, explained, options);
  detail::say_if_stopped(out, explained.facts);
  detail::collect_labels(out, by.content(), facts);
  return out;
}

NORMA_INLINE report assess(const standard& by, const unit& facts,
                           const assess_options& options) {
  const auto bound =
      bind(by, facts, {options.as_of, options.known_as_of}, options.bounds);
  return assess(by, bound, {.remedies = options.remedies});
}

}  // namespace norma
