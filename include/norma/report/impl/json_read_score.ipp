// SPDX-License-Identifier: Apache-2.0
#pragma once

// A score out of JSON: what json_score.ipp writes.

#include <norma/report/impl/json_read.ipp>

namespace norma::report_detail {

inline score_range json_report_reader::range(const json_tree& t) {
  return {exact(need(t, "low")), exact(need(t, "high"))};
}

inline part_score json_report_reader::scored_part(const json_tree& t) {
  part_score out;
  out.path = string(t, "path");
  out.title = words(need(t, "title"));
  out.cite = cite(need(t, "cite"));
  out.verdict = verdict_of(t, "verdict");
  out.points = exact(need(t, "points"));
  out.earned = range(need(t, "earned"));
  out.left_out = need(t, "left_out").content == "true";
  out.why = words(need(t, "why"));
  if (const auto* found = t.find("causes")) out.causes = causes(*found);
  return out;
}

inline block_score json_report_reader::block(const json_tree& t) {
  block_score out;
  out.id = string(t, "id");
  out.title = words(need(t, "title"));
  out.points = exact(need(t, "points"));
  out.earned = range(need(t, "earned"));
  out.left_out = need(t, "left_out").content == "true";
  if (const auto* floor = t.find("floor")) {
    out.floor = exact(*floor);
    out.reached = verdict_of(t, "reached");
  }
  out.parts = list(t, "parts", [this](const json_tree& m) { return scored_part(m); });
  return out;
}

inline std::vector<score_shortfall> json_report_reader::needs(const json_tree& t,
                                                              std::string_view key) {
  return list(t, key, [this](const json_tree& m) {
    return score_shortfall{string(m, "of"), words(need(m, "label")),
                           exact(need(m, "by"))};
  });
}

inline std::shared_ptr<const scheme_score> json_report_reader::score(const json_tree& t) {
  if (t.is_null()) return nullptr;
  scheme_score out;
  out.total = range(need(t, "total"));
  out.points = exact(need(t, "points"));
  out.blocks = list(t, "blocks", [this](const json_tree& m) { return block(m); });
  if (const auto& bonus = need(t, "bonus"); !bonus.is_null()) out.bonus = block(bonus);
  if (const auto& taken = need(t, "deductions"); !taken.is_null()) {
    out.deductions = block(taken);
  }
  if (!need(t, "passed").is_null()) out.passed = verdict_of(t, "passed");
  out.tiers = list(t, "tiers", [this](const json_tree& m) {
    return tier_score{string(m, "id"), words(need(m, "title")), verdict_of(m, "reached")};
  });
  out.tier = string_or_null(t, "tier");
  out.next_tier = string_or_null(t, "next_tier");
  out.pass_needs = needs(t, "pass_needs");
  out.next_needs = needs(t, "next_needs");
  if (const auto* found = t.find("causes")) out.causes = causes(*found);
  return std::make_shared<const scheme_score>(std::move(out));
}

}  // namespace norma::report_detail
