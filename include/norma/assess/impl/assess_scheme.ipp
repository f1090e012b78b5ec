// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/examine.hpp>
#include <norma/assess/assess_scheme.hpp>

#include <algorithm>  // std::sort, std::unique
#include <memory>     // std::make_shared
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/counted_facts.ipp>
#include <norma/assess/impl/assess_within.ipp>
#include <norma/assess/impl/score_within.ipp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/scheme.hpp>

namespace norma::detail {

/// Scored parts count towards the evaluated share as deciding parts do.
inline void add_share(const std::vector<part_score>& parts, report& to) {
  for (const part_score& part : parts) {
    if (part.verdict == verdict::not_applicable) continue;
    ++to.applicable;
    if (part.verdict != verdict::undetermined) ++to.decided;
  }
}

/// What keeps points open, or their sums, keeps the scheme open.
inline void add_causes(const scheme_score& points, std::vector<cause>& to) {
  to.insert(to.end(), points.causes.begin(), points.causes.end());
  for (const block_score* block : points.all_blocks()) {
    for (const part_score& part : block->parts)
      to.insert(to.end(), part.causes.begin(), part.causes.end());
  }
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
}

/// Labels that only these causes name: facts, or points.
inline void add_labels(const std::vector<cause>& causes, const pack_content& pack,
                       const vocabulary& names, report& to) {
  const wording zh(pack, names, language::zh);
  const wording en(pack, names, language::en);
  for (const cause& c : causes) {
    for (const auto& name : facts_named(c)) {
      if (to.labels.count(name) != 0) continue;
      to.labels.emplace(name, text{zh.label(name), en.label(name)});
    }
  }
}

/// Documents that only scored parts cite, labels that only their causes name.
inline void add_words(const std::vector<part_score>& parts, const pack_content& pack,
                      const vocabulary& names, report& to) {
  for (const part_score& part : parts) {
    const auto cited = pack.documents.find(part.cite.document);
    bool known = cited == pack.documents.end();
    for (const document& d : to.documents) known = known || d.id == part.cite.document;
    if (!known) to.documents.push_back(cited->second);
    add_labels(part.causes, pack, names, to);
  }
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE report assess(const scheme& by, const bound_facts& facts,
                           steps_left* together) {
  const auto gates = by.gates();
  detail::counted_facts explained{facts, together};
  // Sets that decide the gates would not decide the points.
  auto out =
      detail::assess_within(gates, explained, {.remedies = false, .missing = false});
  detail::collect_labels(out, gates.content(), facts);
  const auto closed = verdict_behind(
      examine_gate(gates.definition().root, environment_of(facts, false)).is);
  if (closed) {
    detail::say_if_stopped(out, explained.facts);
    return out;
  }
  auto points = detail::score_within(by, facts, out.tree.verdict, &explained.account,
                                     together != nullptr ? &together->judging : nullptr);
  out.verdict = out.tree.verdict = points.overall;
  out.remedies_are =
      out.verdict == verdict::fail ? remedy_state::not_asked : remedy_state::not_needed;
  out.score = std::make_shared<const scheme_score>(std::move(points.score));
  if (out.verdict != verdict::not_applicable) {
    out.tree.reason.reset();
  } else if (!out.tree.reason) {
    out.tree.reason = reason{"no_deciding_member", message_text("R0305")};
  }
  if (out.verdict != verdict::undetermined) out.tree.causes.clear();
  for (const block_score* block : out.score->all_blocks()) {
    detail::add_share(block->parts, out);
    detail::add_words(block->parts, gates.content(), *facts.names, out);
  }
  detail::add_labels(out.score->causes, gates.content(), by.definition().results, out);
  if (out.verdict == verdict::undetermined)
    detail::add_causes(*out.score, out.tree.causes);
  detail::say_if_stopped(out, explained.facts);
  return out;
}

NORMA_INLINE report assess(const scheme& by, const unit& facts,
                           const assess_options& options) {
  const auto bound =
      bind(by.gates(), facts, {options.as_of, options.known_as_of}, options.bounds);
  return assess(by, bound);
}

}  // namespace norma
