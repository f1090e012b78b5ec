// SPDX-License-Identifier: Apache-2.0
#pragma once

// Values and causes as JSON.

#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/assess/report.hpp>
#include <norma/core/message.hpp>
#include <norma/report/impl/json_tree.ipp>
#include <norma/report/impl/json_words.ipp>

namespace norma::report_detail {

/// Longer lists are given by their length and their first elements.
inline constexpr std::size_t whole_list = 100;
inline constexpr std::size_t first_elements = 10;

[[nodiscard]] inline json_tree json_of(const text& t) {
  auto out = json_tree::object();
  out.add("zh", json_tree::string(t.zh)).add("en", json_tree::string(t.en));
  return out;
}

[[nodiscard]] inline json_tree json_of(const std::optional<date>& day) {
  return day ? json_tree::string(day->to_string()) : json_tree::null();
}

/// null where nothing is said.
[[nodiscard]] inline json_tree json_or_null(const std::string& s) {
  return s.empty() ? json_tree::null() : json_tree::string(s);
}

[[nodiscard]] inline json_tree json_of(const number& n) {
  return n.terminates() ? json_tree::token(n.to_string())
                        : json_tree::string(n.to_string());
}

/// The key under which a cause's detail stands.
[[nodiscard]] inline std::string_view detail_name(cause_kind kind) {
  switch (kind) {
    case cause_kind::pending: return "case";
    case cause_kind::expired: return "date";
    case cause_kind::disagreement: return "opinions";
    case cause_kind::recorded_later: return "recorded";
    default: return "detail";
  }
}

/// What a message is filled with: a word, or one in each language.
[[nodiscard]] inline json_tree json_of_argument(const std::string& argument) {
  const auto words = words_of_argument(argument);
  return words ? json_of(*words) : json_tree::string(argument);
}

[[nodiscard]] inline json_tree json_of(const cause& c) {
  auto out = json_tree::object();
  out.add("kind", json_tree::string(word_of(c.kind)));
  if (!c.fact.empty()) out.add("fact", json_tree::string(c.fact));
  if (!c.detail->empty()) out.add(detail_name(c.kind), json_tree::string(c.detail.get()));
  if (!c.code->empty()) out.add("code", json_tree::string(c.code.get()));
  if (const auto last = last_day_of(c); !last.empty()) {
    out.add("held_until", json_tree::string(last));
  } else if (!c.arguments.empty()) {
    out.add("arguments", json_tree::array_of(c.arguments, json_of_argument));
  }
  return out;
}

[[nodiscard]] inline json_tree json_of_causes(const value& v) {
  const auto causes = v.causes();
  if (!causes) return json_tree::array();
  return json_tree::array_of(*causes, [](const cause& c) { return json_of(c); });
}

[[nodiscard]] inline json_tree json_of(const value& v);

[[nodiscard]] inline json_tree json_of(const range_value& r) {
  const auto is_day = [](const std::optional<value>& end) {
    return end && end->day() != nullptr;
  };
  const bool open_end = !r.high || r.high->is_null();
  auto out = json_tree::object();
  if (r.negated || !is_day(r.low) || !r.low_included ||
      (!open_end && (!is_day(r.high) || !r.high_included))) {
    out.add("range", json_tree::string(value{r}.to_string()));
    return out;
  }
  out.add("from", json_of(*r.low));
  out.add("to", open_end ? json_tree::null() : json_of(*r.high));
  return out;
}

[[nodiscard]] inline json_tree json_of(const list_value& list) {
  if (list.size() <= whole_list) {
    return json_tree::array_of(list, [](const value& v) { return json_of(v); });
  }
  const list_value first(list.begin(), list.begin() + first_elements);
  auto out = json_tree::object();
  out.add("count", json_tree::integer(list.size())).add("first", json_of(first));
  return out;
}

/// True for a text that stands for a number which no decimal writes, as `1/3`.
[[nodiscard]] inline bool is_fraction(std::string_view s) {
  if (s.find('/') == std::string_view::npos) return false;
  const auto n = number::parse_exact(s);
  return n && !n->terminates();
}

/// True for names of fields that would make a record read as something else.
[[nodiscard]] inline bool is_marker(const std::vector<std::string>& names) {
  if (names.size() == 2) return names[0] == "from" && names[1] == "to";
  if (names.size() != 1) return false;
  const auto& name = names[0];
  return name == "none" || name == "unknown" || name == "text" || name == "record";
}

/// Inside a list or record an unknown is `{"unknown": [causes]}`; what is
/// known to be absent is `{"none": true}`. A text or record that would be read
/// as something else is `{"text": …}`, `{"record": …}`.
[[nodiscard]] inline json_tree json_of(const value& v) {
  auto out = json_tree::object();
  if (v.is_unknown()) return std::move(out.add("unknown", json_of_causes(v)));
  if (v.is_null()) return std::move(out.add("none", json_tree::boolean(true)));
  if (const auto* b = v.boolean()) return json_tree::boolean(*b);
  if (const auto* n = v.num()) return json_of(*n);
  if (const auto* d = v.day()) return json_tree::string(d->to_string());
  if (const auto* t = v.time()) return json_tree::string(t->to_string());
  if (const auto* t = v.moment()) return json_tree::string(t->to_string());
  if (const auto* d = v.months()) return json_tree::string(d->to_string());
  if (const auto* d = v.days()) return json_tree::string(d->to_string());
  if (const auto* s = v.string()) {
    if (is_fraction(*s)) return std::move(out.add("text", json_tree::string(*s)));
    return json_tree::string(*s);
  }
  if (const auto* list = v.list()) return json_of(*list);
  if (const auto* range = v.range()) return json_of(*range);
  const auto* record = v.record();
  for (std::size_t i = 0; i < record->fields.size(); ++i) {
    out.add(record->name(i), json_of(record->fields[i]));
  }
  if (!record->shape || !is_marker(record->shape->names())) return out;
  auto marked = json_tree::object();
  return std::move(marked.add("record", std::move(out)));
}

[[nodiscard]] inline json_tree json_of_citation(const citation& c) {
  if (c.empty()) return json_tree::null();
  auto out = json_tree::object();
  out.add("document", json_tree::string(c.document));
  return std::move(out.add("clause", json_tree::string(c.clause)));
}

}  // namespace norma::report_detail
