// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::find
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move, std::pair
#include <vector>       // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/load/impl/finding_list.ipp>
#include <norma/load/impl/findings.ipp>
#include <norma/load/impl/key_examples.ipp>
#include <norma/rule/content.hpp>
#include <norma/rule/fact_names.hpp>
#include <norma/rule/pack.hpp>

namespace norma::load_detail {

/// Those of the names, five at most, that begin with the word, for a hint: `a`, `b`.
/// A letter or two of Latin script say nothing.
[[nodiscard]] inline std::string beginning_with(std::string_view word,
                                                const std::vector<std::string>& names) {
  constexpr std::size_t most = 5;
  constexpr std::size_t least = 4;  // bytes: two characters of Chinese
  std::string all;
  std::size_t count = 0;
  for (const std::string& name : names) {
    if (word.size() < least || !name.starts_with(word)) continue;
    if (++count > most) return {};
    all += (all.empty() ? "" : "`, `") + name;
  }
  return all;
}

/// What may be meant by a name that is no fact. A word of Chinese is sooner the
/// beginning of a name than a slip of the pen.
[[nodiscard]] inline std::string meant_facts(std::string_view name,
                                             const vocabulary& words) {
  if (std::string labelled = fact_labelled(words, name); !labelled.empty())
    return labelled;
  const std::vector<std::string> names = fact_names(words);
  const bool latin = !name.empty() && static_cast<unsigned char>(name.front()) < 0x80;
  std::string meant = latin ? did_you_mean(name, names) : beginning_with(name, names);
  if (!meant.empty()) return meant;
  return latin ? beginning_with(name, names) : did_you_mean(name, names);
}

/// What to say about a name that is no fact of the unit kind; `hint`: also which is
/// meant.
[[nodiscard]] inline diagnostic unknown_fact(const pack_content& pack,
                                             const vocabulary& words,
                                             std::string_view name,
                                             const source_span& where, bool hint) {
  const std::string written(name);
  const auto symbol = words.names.find(name);
  if (symbol != words.names.end() && words.fact(symbol->second.slot) == nullptr) {
    return {"N0604", {written}, where, {}};
  }
  std::string others;
  for (const auto& [kind, other] : pack.vocabularies) {
    if (kind == words.unit || !other.find_fact(name)) continue;
    others += (others.empty() ? "`" : ", `") + kind + '`';
  }
  if (!others.empty()) return {"N0603", {written, others, words.unit}, where, {}};
  return {"N0601", {written, hint ? meant_facts(name, words) : std::string()}, where, {}};
}
[[nodiscard]] inline diagnostic unknown_fact(const pack_content& pack,
                                             const vocabulary& words,
                                             std::string_view name,
                                             const source_span& where,
                                             finding_list& findings) {
  return unknown_fact(pack, words, name, where,
                      findings.compares(name, words.names.size()));
}

/// The id of the kind of unit that goes by this label; "" if none does.
[[nodiscard]] inline std::string unit_labelled(const pack_content& pack,
                                               std::string_view label) {
  for (const auto& [id, kind] : pack.units) {
    if (label == kind.label.zh || label == kind.label.en) return id;
  }
  return {};
}

/// True if the pack has units of this kind; else a finding.
inline bool check_unit_kind(const pack_content& pack, const std::string& kind,
                            const source_span& where, finding_list& findings) {
  if (pack.units.count(kind) != 0) return true;
  std::string meant = kind.empty() ? std::string() : unit_labelled(pack, kind);
  std::string all;
  if (meant.empty() && findings.compares(kind, pack.units.size())) {
    meant = did_you_mean(kind, names_in(pack.units));
    std::vector<std::pair<std::string, text>> units;
    for (const auto& [id, unit] : pack.units) units.emplace_back(id, unit.label);
    all = list_argument(units);
  }
  findings.add("N0605", {kind, std::move(meant), pack.identity.id, std::move(all)},
               where);
  return false;
}

/// The kinds that units of this kind have, as a message lists them: `park`, `township`;
/// "" where there are none.
[[nodiscard]] inline std::string area_kinds(const pack_content& pack,
                                            const std::string& unit) {
  const auto found = pack.units.find(unit);
  return found == pack.units.end() ? std::string() : list_argument(found->second.kinds);
}

/// Objects to a `kind` that units of this kind do not have, or to none; one
/// `left_blank` is unknown, as any blank.
inline void check_area_kind(const pack_content& pack, const std::string& unit,
                            const std::string& kind, bool left_blank,
                            const source_span& where, finding_list& findings) {
  const auto found = pack.units.find(unit);
  if (found == pack.units.end()) return;
  const std::vector<std::string>& kinds = found->second.kinds;
  if (kinds.empty()) {
    if (!kind.empty()) findings.add("N0608", {kind, unit}, where);
  } else if (kind.empty()) {
    if (!left_blank) findings.add("N0208", missing_key("kind"), where);
  } else if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
    findings.add("N0609", {kind, unit, area_kinds(pack, unit)}, where);
  }
}

}  // namespace norma::load_detail
