// SPDX-License-Identifier: Apache-2.0
#pragma once

// Schemes of a few lines, and what a unit scores by them.

#include <string>  // std::string
#include <vector>  // std::vector

#include <norma/assess/assess_scheme.hpp>
#include <norma/load/load.hpp>

#include "catch.hpp"
#include "load/reading.hpp"

namespace norma_test::scoring {

using norma::number;

inline const char* const head =
    "norma: 1\npack: p\nversion: 1.0.0\ntitle: {zh: 甲, en: A}\n"
    "documents:\n  d: {number: 一号, title: {zh: 文}, in_force: {from: 2023-01-01}}\n";

inline const char* const dictionary =
    "norma: 1\nunits:\n  enterprise: {label: {zh: 企业, en: enterprise}}\n"
    "categories:\n  grade: {values: {good: {zh: 良, en: good}, poor: {zh: 差, en: "
    "poor}}}\n"
    "records:\n  event:\n    fields:\n"
    "      date: {type: date, label: {zh: 日期, en: date}}\n"
    "facts:\n"
    "  sound: {label: {zh: 健全, en: sound}, of: [enterprise], type: boolean}\n"
    "  late: {label: {zh: 迟报, en: late}, of: [enterprise], type: boolean}\n"
    "  culture: {label: {zh: 文化, en: culture}, of: [enterprise], type: category "
    "grade}\n"
    "  due: {label: {zh: 应签, en: due}, alias: 应签数, of: [enterprise], type: count}\n"
    "  signed: {label: {zh: 已签, en: signed}, of: [enterprise], type: count}\n"
    "  arrears: {label: {zh: 拖欠, en: arrears}, of: [enterprise], type: list of event}\n"
    "  years: {label: {zh: 年限, en: years}, of: [enterprise], type: count}\n";

inline std::string scheme(const std::string& body) {
  return "norma: 1\nscheme: s\ntitle: {zh: 评分, en: Score}\nunit: enterprise\n"
         "cite: {document: d, clause: 一}\nin_force: {from: 2023-01-01}\n" +
         body;
}

inline const char* const contracts =
    "      - id: contracts\n        title: {zh: 合同, en: Contracts}\n        points: "
    "10\n"
    "        lose:\n          points: 0.25\n          each: 1%\n"
    "          of: 100% - rate(signed, due)\n          count: begun\n";

/// A block of the parts given, worth `points`.
inline std::string block(const std::string& id, const std::string& points,
                         const std::string& parts, const std::string& more = "") {
  return "  - id: " + id + "\n    title: {zh: 块, en: Block}\n    points: " + points +
         "\n" + more + "    parts:\n" + parts;
}

inline norma::report judged(const std::string& body, const norma::unit& facts,
                            const norma::limits& bounds = {}) {
  const folder files({{"pack.yaml", head},
                      {"facts.yaml", dictionary},
                      {"schemes/s.yaml", scheme(body)}});
  const auto loaded = norma::try_load(files.path());
  std::string findings;
  for (const auto& d : loaded.diagnostics) findings += render(d, norma::language::en);
  INFO(findings);
  REQUIRE(loaded.pack);
  norma::assess_options options;
  options.as_of = *norma::date::of(2024, 6, 30);
  options.bounds = bounds;
  return assess(*loaded.pack->find_scheme("s"), facts, options);
}

inline norma::unit enterprise() {
  return {.kind = "enterprise", .id = "1", .name = "甲"};
}

inline norma::score_range range(int low, int high) { return {number{low}, number{high}}; }

/// The codes of what keeps the scheme open.
inline std::vector<std::string> codes_of(const norma::report& r) {
  std::vector<std::string> all;
  for (const auto& c : r.tree.causes) all.push_back(c.code);
  return all;
}

}  // namespace norma_test::scoring
