// SPDX-License-Identifier: Apache-2.0
#pragma once

// A pack of parks that list firms, read from files, for tests of members.

#include <string>   // std::string
#include <utility>  // std::move, std::pair
#include <vector>   // std::vector

#include <norma/assess/assess.hpp>
#include <norma/assess/judge.hpp>
#include <norma/load/load.hpp>
#include <norma/load/unit_file.hpp>

#include "assess/standard_text.hpp"
#include "catch.hpp"
#include "load/reading.hpp"

namespace norma_test {

using norma::unit;
using norma::value;

inline const std::string dictionary = R"(norma: 1
units:
  firm: {label: {zh: 企业, en: firm}}
  park: {label: {zh: 园区, en: park}}
categories:
  size: {ordered: true, values: {small: 小型, large: 大型}}
  form: {values: {course: 培训, talk: 讲座}}
records:
  event:
    fields:
      date: {type: date, label: {zh: 日期, en: date}}
      persons: {type: count, label: {zh: 人数, en: persons}}
      confirmed: {type: boolean, label: {zh: 查实, en: confirmed}}
facts:
  due: {label: {zh: 应签人数, en: contracts due}, of: [firm], alias: 应签, type: count}
  signed:
    label: {zh: 已签人数, en: contracts signed}
    of: [firm]
    type: count
    changeable: up
    checks:
      - signed <= due
  sound: {label: {zh: 制度健全, en: rules sound}, of: [firm], type: boolean, valid_for: 12个月}
  size_class: {label: {zh: 规模, en: size}, of: [firm], type: category size}
  forms: {label: {zh: 形式, en: forms}, of: [firm], type: set of form}
  terms: {label: {zh: 期限, en: terms}, of: [firm], type: list of period}
  events: {label: {zh: 事件, en: events}, of: [firm], type: list of event}
  bonus: {label: {zh: 奖金, en: bonus}, of: [firm], type: number, range: ">= 0", optional: true}
  firms: {label: {zh: 户数, en: number of firms}, of: [park], type: count}
  members: {label: {zh: 辖区内企业, en: member firms}, of: [park], type: list of firm, complete: firms}
derived:
  rest:
    label: {zh: 未签, en: not signed}
    of: [firm]
    type: count
    value: due - signed
  weighed:
    label: {zh: 折算, en: contracts weighed}
    of: [firm]
    type: number
    value: signed * weight
  park_due:
    label: {zh: 合计应签, en: due in all}
    of: [park]
    type: count
    value: total(members.due)
    if_supplied: must_agree
  park_signed:
    label: {zh: 合计已签, en: signed in all}
    of: [park]
    type: count
    value: total(members.signed)
    changeable: up
)";

inline const std::string parameters =
    "norma: 1\nparameters:\n  weight: {label: {zh: 权数, en: weight}, type: number,\n"
    "    values: [{from: 2020-01-01, value: 2, own_choice: true}]}\n";

inline const std::string head =
    "norma: 1\npack: p\nversion: 1.0.0\ntitle: {zh: 包}\ndocuments:\n"
    "  d: {number: 1, title: {zh: 文}, date: 2023-01-01}\n";

/// A pack with a standard for firms, and one for parks of these conditions.
class workshop {
 public:
  explicit workshop(
      const std::vector<std::string>& of_park,
      const std::vector<std::string>& of_firm = {"sound", "rate(signed, due) >= 90%"})
      : files_{
            {"p/pack.yaml", head},
            {"p/facts.yaml", dictionary},
            {"p/parameters.yaml", parameters},
            {"p/firm.yaml", standard_of("firm", "firm.good", of_firm, "when: due > 0\n")},
            {"p/park.yaml", standard_of("park", "park.good", of_park)}} {
    auto loaded = norma::try_load(files_.path() / "p");
    for (const auto& d : loaded.diagnostics) problems += render(d, norma::language::en);
    if (loaded.pack) pack_.push_back(*loaded.pack);
  }

  [[nodiscard]] const norma::pack& pack() const {
    INFO(problems);
    REQUIRE(!pack_.empty());
    return pack_.front();
  }
  [[nodiscard]] norma::report assess(const unit& park,
                                     const char* day = "2024-03-31") const {
    return norma::assess(pack().standard("park.good"), park,
                         {.as_of = *norma::date::parse(day)});
  }
  /// The verdicts of the park's parts: `P F U N`, with facts behind open ones.
  [[nodiscard]] std::string verdicts(const unit& park,
                                     const char* day = "2024-03-31") const {
    std::string all;
    const auto made = assess(park, day);
    for (const auto& part : made.tree.members.front().members) {
      if (!all.empty()) all += ' ';
      all += norma::to_string(part.verdict)[0];
      for (const auto& cause : part.causes) all += ':' + cause.fact;
    }
    const auto bound = norma::bind(pack().standard("park.good"), park,
                                   {.as_of = *norma::date::parse(day)});
    CHECK(norma::judge(pack().standard("park.good"), bound) == made.verdict);
    return all;
  }
  /// A unit file beside the pack.
  [[nodiscard]] norma::unit_result read(const std::string& text,
                                        const std::string& name = "unit.yaml") const {
    files_.write(name, text);
    return norma::try_read_unit(files_.path() / name, pack());
  }
  void write(const std::string& name, const std::string& text) const {
    files_.write(name, text);
  }

  std::string problems;

 private:
  folder files_;
  std::vector<norma::pack> pack_;
};

inline unit firm(std::string id, std::vector<std::pair<const char*, value>> facts) {
  unit u{.kind = "firm", .id = std::move(id)};
  for (auto& [name, content] : facts) u.set(name, std::move(content));
  return u;
}

inline unit park(std::vector<unit> members, value firms = {}) {
  unit u{.kind = "park", .id = "park"};
  const auto size = static_cast<int>(members.size());
  u.set_members("members", std::move(members));
  u.set("firms", firms.is_null() ? value{size} : firms);
  return u;
}

inline std::string codes(const norma::unit_result& r) {
  std::string all;
  for (const auto& d : r.diagnostics) all += (all.empty() ? "" : " ") + d.code;
  return all;
}

inline const std::string every_form = "every m in members satisfies m.signed = m.due";
inline const std::string pooled_form = "rate(park_signed, park_due) >= 100%";

}  // namespace norma_test
