// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/rule/unit.hpp>

#include <algorithm>  // std::mismatch, std::sort
#include <cstdint>    // std::uint32_t
#include <utility>    // std::move, std::pair

#include <fmt/format.h>

#include <norma/core/text.hpp>

namespace norma::detail {

/// True if `a` comes before `b` by UTF-16 code units, RFC 8785's order: only
/// characters beyond U+FFFF, written as surrogates, stand elsewhere than in
/// the order of bytes.
[[nodiscard]] inline bool before_in_json(std::string_view a, std::string_view b) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const bool ends = (x == a.end() || is_ascii(*x)) && (y == b.end() || is_ascii(*y));
  if (ends) return y != b.end() && (x == a.end() || *x < *y);
  const auto place = [](char32_t c) -> char32_t {
    if (c > 0xffff) return 0x10000 + c;
    return c >= 0xe000 ? 0x200000 + c : c;
  };
  std::size_t i = 0;
  while (i < a.size() && i < b.size()) {
    const code_point of_a = decode_code_point(a, i);
    const code_point of_b = decode_code_point(b, i);
    if (of_a.value != of_b.value) return place(of_a.value) < place(of_b.value);
    if (of_a.length != of_b.length) return of_a.length < of_b.length;  // invalid bytes
    i += of_a.length;
  }
  return a.size() < b.size();
}

/// Writes canonical JSON: members sorted, no blanks, numbers exact.
struct json_writer {
  using members = std::vector<std::pair<std::string_view, std::string>>;

  static void append_string(std::string& out, std::string_view s) {
    const auto plain = [](char c) { return ' ' <= c && c <= '~' && c != '"' && c != '\\'; };
    out += '"';
    for (std::size_t i = 0; i < s.size();) {
      std::size_t end = i;
      while (end < s.size() && plain(s[end])) ++end;
      out.append(s.substr(i, end - i));
      i = end;
      if (i == s.size()) break;
      const code_point c = decode_code_point(s, i);
      i += c.length;
      switch (c.value) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
          if (c.value < 0x20) {
            out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c.value));
          } else {
            append_code_point(out, c.value);
          }
      }
    }
    out += '"';
  }

  [[nodiscard]] static std::string string(std::string_view s) {
    std::string out;
    out.reserve(s.size() + 2);
    append_string(out, s);
    return out;
  }

  [[nodiscard]] static std::string object(members all) {
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return before_in_json(a.first, b.first);
    });
    std::size_t length = 2;
    for (const auto& [key, written] : all) length += key.size() + written.size() + 4;
    std::string out;
    out.reserve(length);
    out += '{';
    for (const auto& [key, written] : all) {
      if (out.size() > 1) out += ',';
      append_string(out, key);
      out += ':';
      out += written;
    }
    out += '}';
    return out;
  }

  template <class List, class Write>
  [[nodiscard]] static std::string array(const List& list, Write write) {
    std::string out = "[";
    for (const auto& element : list) {
      if (out.size() > 1) out += ',';
      out += write(element);
    }
    return out + ']';
  }
};

[[nodiscard]] std::string json_of(const value& v);

[[nodiscard]] inline std::string json_of_range(const range_value& r) {
  // A period has both days in it; an end that is open has no last day.
  const bool period = !r.negated && r.low && r.low->day() != nullptr &&
                      r.low_included && (!r.high || (r.high->day() != nullptr && r.high_included));
  if (!period) return json_writer::object({{"range", json_writer::string(value(r).to_string())}});
  json_writer::members ends{{"from", json_of(*r.low)}};
  ends.emplace_back("to", r.high ? json_of(*r.high)
                                 : json_writer::object({{"none", json_writer::string("")}}));
  return json_writer::object(std::move(ends));
}

[[nodiscard]] inline std::string json_of_unknown(const value& v) {
  if (const cause_list causes = v.causes()) {
    for (const cause& c : *causes) {
      if (c.kind == cause_kind::pending) {
        return json_writer::object({{"pending", json_writer::string(c.detail)}});
      }
    }
  }
  return "null";
}

NORMA_INLINE std::string json_of(const value& v) {
  if (v.is_unknown()) return json_of_unknown(v);
  if (v.is_null()) return json_writer::object({{"none", json_writer::string("")}});
  if (const bool* b = v.boolean()) return *b ? "true" : "false";
  if (const number* n = v.num()) {
    return n->terminates() ? n->to_string() : json_writer::string(n->to_string());
  }
  if (const date* d = v.day()) return json_writer::string(d->to_string());
  if (const time_of_day* t = v.time()) return json_writer::string(t->to_string());
  if (const date_time* t = v.moment()) return json_writer::string(t->to_string());
  if (const months_duration* d = v.months()) return json_writer::string(d->to_string());
  if (const days_duration* d = v.days()) return json_writer::string(d->to_string());
  if (const std::string* s = v.string()) return json_writer::string(*s);
  if (const range_value* r = v.range()) return json_of_range(*r);
  if (const list_value* list = v.list()) return json_writer::array(*list, json_of);
  const record_value* record = v.record();
  json_writer::members fields;
  for (std::size_t i = 0; i < record->fields.size(); ++i) {
    fields.emplace_back(record->name(i), json_of(record->fields[i]));
  }
  return json_writer::object(std::move(fields));
}

inline void add_evidence(json_writer::members& to, const evidence& from) {
  if (!from.by.empty()) to.emplace_back("by", json_writer::string(from.by));
  if (!from.document.empty()) to.emplace_back("document", json_writer::string(from.document));
  if (from.day) to.emplace_back("date", json_of(*from.day));
  if (from.recorded) to.emplace_back("recorded", json_of(*from.recorded));
}

[[nodiscard]] std::string json_of_member(const unit& member);

[[nodiscard]] inline std::string json_of_statement(const supplied_value& s) {
  const bool bare = s.state == supply::known && !s.members && s.from == evidence{};
  if (bare) return "{\"value\":" + json_of(s.content) + '}';
  json_writer::members all;
  switch (s.state) {
    case supply::known:
      all.emplace_back("value", s.members ? json_writer::array(*s.members, json_of_member)
                                          : json_of(s.content));
      break;
    case supply::blank: all.emplace_back("value", "null"); break;
    case supply::none: all.emplace_back("none", json_writer::string(s.note)); break;
    case supply::pending: all.emplace_back("pending", json_writer::string(s.note)); break;
    case supply::disagreement:
      all.emplace_back("opinions", json_writer::string(s.note));
      break;
  }
  add_evidence(all, s.from);
  return json_writer::object(std::move(all));
}

[[nodiscard]] inline std::string json_of_fact(const supplied_fact& fact) {
  if (!fact.versioned && fact.statements.size() == 1) {
    return json_of_statement(fact.statements.front());
  }
  return json_writer::object(
      {{"versions", json_writer::array(fact.statements, json_of_statement)}});
}

[[nodiscard]] inline std::string json_of_exception(const exception_record& e) {
  json_writer::members all{{"part", json_writer::string(e.part)},
                           {"reason", json_writer::string(e.reason)}};
  add_evidence(all, e.from);
  return json_writer::object(std::move(all));
}

[[nodiscard]] inline std::string json_of_facts(const unit& u) {
  json_writer::members given;
  for (const auto& [name, fact] : u.facts) given.emplace_back(name, json_of_fact(fact));
  return json_writer::object(std::move(given));
}

NORMA_INLINE std::string json_of_member(const unit& member) {
  json_writer::members all{{"id", json_writer::string(member.id)},
                           {"name", json_writer::string(member.name)},
                           {"facts", json_of_facts(member)}};
  if (!member.area_kind.empty()) {
    all.emplace_back("kind", json_writer::string(member.area_kind));
  }
  json_writer::members from;
  add_evidence(from, member.default_evidence);
  if (!from.empty()) all.emplace_back("evidence", json_writer::object(std::move(from)));
  if (!member.exceptions.empty()) {
    all.emplace_back("exceptions", json_writer::array(member.exceptions, json_of_exception));
  }
  return json_writer::object(std::move(all));
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE void unit::set(std::string_view fact, value content) {
  supplied_value statement;
  statement.state = content.is_null() ? supply::blank : supply::known;
  statement.content = std::move(content);
  statement.from = default_evidence;
  statement.from.day_of_unit = default_evidence.day.has_value();
  facts.insert_or_assign(std::string(fact), supplied_fact{{std::move(statement)}, false});
}

NORMA_INLINE void unit::set_members(std::string_view fact, std::vector<unit> members) {
  supplied_value statement;
  statement.members = std::make_shared<const std::vector<unit>>(std::move(members));
  statement.from = default_evidence;
  statement.from.day_of_unit = default_evidence.day.has_value();
  facts.insert_or_assign(std::string(fact), supplied_fact{{std::move(statement)}, false});
}

NORMA_INLINE void unit::erase(std::string_view fact) {
  const auto found = facts.find(fact);
  if (found != facts.end()) facts.erase(found);
}

NORMA_INLINE std::string canonical_json(const unit& u) {
  using detail::json_writer;
  json_writer::members all{{"unit", json_writer::string(u.kind)},
                           {"id", json_writer::string(u.id)},
                           {"name", json_writer::string(u.name)},
                           {"facts", detail::json_of_facts(u)}};
  if (!u.area_kind.empty()) all.emplace_back("kind", json_writer::string(u.area_kind));
  if (!u.exceptions.empty()) {
    all.emplace_back("exceptions",
                     json_writer::array(u.exceptions, detail::json_of_exception));
  }
  return json_writer::object(std::move(all));
}

}  // namespace norma
