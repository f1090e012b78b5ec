// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every rendering says of the elements of lists: which decide a
// condition, and what is missing of which.

#include <algorithm>    // std::all_of, std::find_if, std::lower_bound, std::min
#include <cstddef>      // std::size_t
#include <map>          // std::map
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move, std::pair
#include <vector>       // std::vector

#include <norma/assess/deciding.hpp>
#include <norma/assess/member_list.hpp>
#include <norma/report/impl/words.ipp>

namespace norma::report_detail {

/// Words of a line; those that name a unit in a list lead to its row.
struct line_words {
  std::string words;
  std::string list = {};
  std::size_t place = 0;  ///< from 1; 0: no unit is named
};

/// A line as its words follow each other.
using element_line = std::vector<line_words>;

[[nodiscard]] inline std::string joined(const element_line& line) {
  std::string all;
  for (const auto& one : line) all += one.words;
  return all;
}

class member_words {
 public:
  explicit member_words(const report_words& words) : words_(words) {}

  /// The row of a unit in a list of the report, or null.
  [[nodiscard]] const member_list::row* find_row(std::string_view list,
                                                 std::size_t place) const {
    const auto* found = find_members(words_.of(), list);
    if (found == nullptr) return nullptr;
    const auto row = std::lower_bound(
        found->rows.begin(), found->rows.end(), place,
        [](const member_list::row& r, std::size_t wanted) { return r.place < wanted; });
    return row != found->rows.end() && row->place == place ? &*row : nullptr;
  }

  /// The elements that decide, with what is read of them; empty where there are
  /// none. Of those that leave it open the causes tell.
  [[nodiscard]] element_line deciding(const condition_shown& c) const {
    return deciding(c, true);
  }
  /// By name only, where they have names.
  [[nodiscard]] element_line deciding_names(const condition_shown& c) const {
    return deciding(c, false);
  }

  /// The causes, one a line; what is missing of units in lists is said once for
  /// all of which the same is missing: ten of them, then a count.
  [[nodiscard]] std::vector<element_line> causes(const std::vector<cause>& all) const {
    std::vector<element_line> lines;
    std::map<std::pair<std::string, std::size_t>, std::vector<std::string>> missing;
    for (const auto& one : all) {
      const auto at = place_of(one);
      if (at.row == nullptr) {
        lines.push_back({{words_.cause_words(one), at.list, at.place}});
      } else {
        missing[{at.list, at.place}].push_back(field_label(one, at));
      }
    }
    std::vector<std::pair<std::vector<std::string>, element_line>> by_fields;
    for (const auto& [at, fields] : missing) {
      auto found = std::find_if(
          by_fields.begin(), by_fields.end(),
          [&fields = fields](const auto& one) { return one.first == fields; });
      if (found == by_fields.end()) {
        by_fields.push_back({fields, {}});
        found = by_fields.end() - 1;
      }
      found->second.push_back({named(at.first, at.second), at.first, at.second});
    }
    for (const auto& [fields, members] : by_fields) {
      element_line line{
          {words_.say("R2101", {words_.list(fields)}) + std::string(words_.colon())}};
      list_some(members, members.size(), line);
      lines.push_back(std::move(line));
    }
    return lines;
  }

  [[nodiscard]] static std::string name_of(const member_list::row& row) {
    if (!row.name.empty()) return row.name;
    return row.id.empty() ? "№ " + std::to_string(row.place) : row.id;
  }

 private:
  static constexpr std::size_t most = 10;

  // The first of them, and how many more.
  void list_some(const element_line& first, std::size_t count, element_line& to) const {
    const std::string between(words_.list_comma());
    for (std::size_t i = 0; i < first.size() && i < most; ++i) {
      if (i > 0) to.push_back({between});
      to.push_back(first[i]);
    }
    const auto shown = std::min(first.size(), most);
    if (count <= shown) return;
    to.push_back({between + words_.say("R0517", {std::to_string(count - shown)})});
  }

  [[nodiscard]] element_line deciding(const condition_shown& c, bool with_facts) const {
    element_line line;
    for (const auto& group : c.deciding.get()) {
      if (group.holds == truth::unknown) continue;
      const bool named_only =
          !with_facts &&
          std::all_of(group.first.begin(), group.first.end(),
                      [](const deciding_element& e) { return !e.name.empty(); });
      if (!line.empty()) line.push_back({std::string(words_.semicolon())});
      if (named_only) {
        element_line names;
        for (const auto& one : group.first)
          names.push_back(
              {numbered(one.name.in(words_.lang()), one.place), group.list, one.place});
        list_some(names, group.count, line);
        add_rest(group, line);
        continue;
      }
      for (const auto& one : group.first) {
        if (&one != &group.first.front())
          line.push_back({std::string(words_.semicolon())});
        const auto facts = one.shown.in(words_.lang());
        if (one.name.empty()) {
          line.push_back({facts});
          continue;
        }
        line.push_back(
            {numbered(one.name.in(words_.lang()), one.place), group.list, one.place});
        if (!facts.empty()) line.push_back({std::string(words_.colon()) + facts});
        if (one.unmet.empty()) continue;
        line.push_back({std::string(facts.empty() ? words_.colon() : words_.comma()) +
                        unmet(one.unmet)});
      }
      if (group.count > group.first.size()) {
        const auto more = std::to_string(group.count - group.first.size());
        line.push_back({std::string(words_.semicolon()) + words_.say("R0517", {more})});
      }
      add_rest(group, line);
    }
    if (line.empty()) return line;
    line.insert(line.begin(), {words_.say("R0515", {""})});
    return line;
  }

  // `not met: Employment: Labour contracts signed (浙人社发〔2023〕17号 三（一）1⑥)`:
  // three, then a count.
  [[nodiscard]] std::string unmet(const std::vector<unmet_part>& parts) const {
    constexpr std::size_t most_parts = 3;
    std::vector<std::string> all;
    for (const auto& part : parts) {
      if (all.size() == most_parts) {
        all.push_back(words_.say("R0517", {std::to_string(parts.size() - most_parts)}));
        break;
      }
      auto name = part.title.in(words_.lang());
      const auto item = part.item.in(words_.lang());
      if (!item.empty() && item != name) name = item + std::string(words_.colon()) + name;
      all.push_back(words_.with_clause(name, words_.cited(part.cite)));
    }
    return words_.say("R0565", {words_.list(all)});
  }

  void add_rest(const deciding_elements& group, element_line& to) const {
    if (!group.whole)
      to.push_back({std::string(words_.semicolon()) + words_.say("R0556")});
  }

  // `Brook Mill (12)`.
  [[nodiscard]] std::string numbered(const std::string& name, std::size_t place) const {
    return place == 0 ? name : name + words_.say("R2066", {"", std::to_string(place)});
  }
  [[nodiscard]] std::string named(const std::string& list, std::size_t place) const {
    return numbered(name_of(*find_row(list, place)), place);
  }

  struct member_place {
    std::string list;
    std::size_t place = 0;
    const member_list::row* row = nullptr;  ///< only where the fact is not supplied
  };

  // Where `members[12].contract_due_count` stands.
  [[nodiscard]] member_place place_of(const cause& c) const {
    member_place at;
    const auto open = c.fact.find('[');
    const auto close = c.fact.find("].");
    if (open == std::string::npos || close == std::string::npos) return at;
    for (auto i = open + 1; i < close; ++i) {
      if (c.fact[i] < '0' || c.fact[i] > '9' || i > open + 9) return at;
      at.place = at.place * 10 + static_cast<std::size_t>(c.fact[i] - '0');
    }
    at.list = c.fact.substr(0, open);
    if (c.kind == cause_kind::missing) at.row = find_row(at.list, at.place);
    return at;
  }

  // The label of a fact of a unit in a list, without the unit's own.
  [[nodiscard]] std::string field_label(const cause& c, const member_place& at) const {
    const auto field = c.fact.substr(c.fact.find("].") + 2);
    const auto* of = find_members(words_.of(), at.list);
    for (const auto& column : of->columns) {
      if (column.fact == field) return words_.label(field, column.label);
    }
    const auto whole = words_.label(c.fact);
    const auto end = whole.find(std::string("]") + std::string(words_.colon()));
    if (end == std::string::npos) return whole;
    return whole.substr(end + 1 + words_.colon().size());
  }

  const report_words& words_;
};

}  // namespace norma::report_detail
