// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>        // std::filesystem
#include <initializer_list>  // std::initializer_list
#include <string>            // std::string
#include <utility>           // std::pair
#include <vector>            // std::vector

#include <norma/rule/content.hpp>
#include <norma/rule/standard.hpp>
#include <norma/load/load.hpp>

#include "catch.hpp"
#include "reading.hpp"

// Two packs on disk, `low` extending `up`, for what layers do.

namespace norma_test {

inline std::string head_of(const std::string& pack, const std::string& more = {}) {
  return "norma: 1\npack: " + pack + "\nversion: 1.0.0\ntitle: {zh: 包}\n" + more +
         "documents:\n  d-" + pack + ": {number: 号, title: {zh: 文}}\n";
}

/// A standard of one item `a` with the given lines under `all:`, each a member.
inline std::string standard_of(const std::string& id, const std::string& members,
                               const std::string& in_force = "{from: 2023-06-30}",
                               const std::string& unit = "enterprise",
                               const std::string& more = {}) {
  return "norma: 1\nstandard: " + id + "\ntitle: {zh: 标准}\nunit: " + unit +
         "\nin_force: " + in_force + "\ncite: {document: d-low, clause: 一}\n" + more +
         "items:\n  - id: a\n    cite: ①\n    title: {zh: 条}\n    all:\n" + members;
}

/// `up` declares `sound`, `due`, `made` and the standard `enterprise` (item
/// `contracts` with parts `sound` and `rate`, where due > 0); `low` declares
/// `extra`. With the files given besides.
struct layered : folder {
  explicit layered(std::initializer_list<std::pair<std::string, std::string>> more)
      : folder(
            {{"up/pack.yaml", head_of("up")},
             {"up/facts.yaml",
              "norma: 1\nunits:\n  enterprise: {label: {zh: 企业}}\nfacts:\n"
              "  sound: {label: {zh: 健全}, of: [enterprise], type: boolean}\n"
              "  due: {label: {zh: 应签}, of: [enterprise], type: count, unit: persons}\n"
              "  made: {label: {zh: 已签}, of: [enterprise], type: count, unit: persons, "
              "changeable: up}\n"},
             {"up/enterprise.yaml",
              "norma: 1\nstandard: enterprise\ntitle: {zh: 标准}\nunit: enterprise\n"
              "in_force: {from: 2023-01-01}\nwhen: due > 0\n"
              "cite: {document: d-up, clause: 一}\nitems:\n  - id: contracts\n    cite: "
              "①\n"
              "    title: {zh: 合同}\n    all:\n      - sound\n"
              "      - id: rate\n        title: {zh: 率}\n        require: rate(made, "
              "due) >= 90%\n"},
             {"low/pack.yaml", head_of("low", "extends: {pack: up, version: 1.0}\n")},
             {"low/facts.yaml",
              "norma: 1\nfacts:\n  extra: {label: {zh: 另}, of: [enterprise], type: "
              "boolean}\n"}}) {
    for (const auto& [name, content] : more) write(name, content);
  }
};

/// The pack `low`, without a finding.
inline norma::pack loaded(const folder& f) {
  const norma::load_result result = norma::try_load(f.path() / "low");
  std::string found;
  for (const auto& d : result.diagnostics) found += render(d, norma::language::en);
  INFO(found);
  CHECK(result.diagnostics.empty());
  REQUIRE(result.pack);
  return *result.pack;
}

/// The codes of the findings, in order: `N0601 N0611`.
inline std::string codes(const std::vector<norma::diagnostic>& all) {
  std::string result;
  for (const norma::diagnostic& each : all) {
    result += (result.empty() ? "" : " ") + each.code;
  }
  return result;
}

}  // namespace norma_test
