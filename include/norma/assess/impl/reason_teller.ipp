// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/assess/examine.hpp>
#include <norma/assess/impl/shown_words.ipp>
#include <norma/assess/impl/telling.ipp>
#include <norma/assess/report.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/unit.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/date.hpp>

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

// Tells why a node of a report is not judged, or not known: the gate before it, what
// stands above it, causes.
class reason_teller {
 public:
  reason_teller(const shown_words& shown, const date& as_of)
      : shown_(shown), told_(shown.told()), as_of_(as_of) {}

  // The verdict behind a gate that is not open, and why.
  void tell_gate(const rule_node& at, const gate_state& entry, report_node& out) const {
    out.verdict = verdict_behind(entry.is).value_or(verdict::undetermined);
    switch (entry.is) {
      case gate::open: break;
      case gate::rate_unknown:
      case gate::guard_unknown: tell_causes(entry.causes, out); break;
      case gate::not_in_force: out.reason = make_reason("not_in_force", "R0301"); break;
      case gate::nothing_to_rate:
        out.reason = make_reason("zero_of_zero", "R0303");
        break;
      case gate::guard_false:
        out.reason = make_reason("guard_false", "R0302");
        tell_unmet(*at.when, "R0310", out);
        break;
    }
  }

  // Which of the conditions that all have to hold does not.
  void tell_unmet(const expr::expression& guard, std::string_view message_code,
                  report_node& out) const {
    auto words = shown_.unmet(guard);
    if (!words.zh.empty() && told_.takes(telling::bytes_of(words)))
      out.reason->words =
          message_text(message_code, {std::move(words.zh)}, {std::move(words.en)});
  }

  void tell_above(const rule_node& at, const from_above& above, report_node& out) const {
    const bool shown_only = at.role == node_role::part && !at.require && !at.fact;
    out.verdict = verdict::not_applicable;
    if (!at.in_force.contains(as_of_)) {
      out.reason = make_reason("not_in_force", "R0301");
    } else if (shown_only) {
      out.reason = make_reason("shown_only", "R0304");
    } else if (above.is == verdict::not_applicable) {
      out.reason = make_reason("above", "R0307");
    } else {
      out.verdict = above.is;
      out.reason = make_reason("above_unknown", "R0308");
      tell_causes(above.causes, out);
    }
  }

  // An undetermined verdict always carries a cause: a condition that is null
  // has none of its own.
  void tell_causes(const cause_list& causes, report_node& out) const {
    if (causes && !causes->empty()) {
      out.causes = shown_.causes().of(*causes);
    } else {
      out.causes = {{cause_kind::data_error, {}, {}, "R0209", {}}};
    }
  }

 private:
  const shown_words& shown_;
  const telling& told_;
  const date& as_of_;
};

}  // namespace norma::detail
