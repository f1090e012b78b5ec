// SPDX-License-Identifier: Apache-2.0
#pragma once

// Elements of lists and exceptions as JSON.

#include <string>   // std::string
#include <utility>  // std::move

#include <norma/assess/deciding.hpp>
#include <norma/assess/member_list.hpp>
#include <norma/assess/report.hpp>
#include <norma/report/impl/json_tree.ipp>
#include <norma/report/impl/json_value.ipp>

namespace norma::report_detail {

/// `value`, and with an unknown one its causes.
inline void add_value(json_tree& to, const value& v) {
  if (v.is_unknown()) {
    to.add("value", json_tree::null()).add("unknown", json_of_causes(v));
  } else {
    to.add("value", json_of(v));
  }
}

inline void add_evidence(json_tree& to, const evidence& e) {
  to.add("by", json_or_null(e.by)).add("date", json_of(e.day));
  to.add("document", json_or_null(e.document)).add("recorded", json_of(e.recorded));
}

[[nodiscard]] inline json_tree json_of(truth t) {
  return t == truth::unknown ? json_tree::null() : json_tree::boolean(t == truth::yes);
}

[[nodiscard]] inline json_tree json_of(const deciding_elements& d) {
  auto out = json_tree::object();
  out.add("list", json_or_null(d.list)).add("holds", json_of(d.holds));
  out.add("count", json_tree::integer(d.count));
  if (!d.whole) out.add("whole", json_tree::boolean(false));
  return std::move(
      out.add("first", json_tree::array_of(d.first, [](const deciding_element& e) {
                auto element = json_tree::object();
                if (e.place != 0) element.add("place", json_tree::integer(e.place));
                if (!e.name.empty()) element.add("name", json_of(e.name));
                element.add("shown", json_of(e.shown));
                if (e.unmet.empty()) return element;
                return std::move(element.add(
                    "unmet", json_tree::array_of(e.unmet, [](const unmet_part& p) {
                      auto part = json_tree::object();
                      part.add("standard", json_tree::string(p.standard));
                      part.add("path", json_tree::string(p.path));
                      if (!p.item.empty()) part.add("item", json_of(p.item));
                      part.add("title", json_of(p.title));
                      return std::move(part.add("cite", json_of_citation(p.cite)));
                    })));
              })));
}

[[nodiscard]] inline json_tree json_of(const member_list::row& r) {
  auto out = json_tree::object();
  out.add("place", json_tree::integer(r.place));
  out.add("id", json_tree::string(r.id)).add("name", json_tree::string(r.name));
  out.add("cells", json_tree::array_of(r.cells, [](const member_list::cell& c) {
            auto cell = json_tree::object();
            add_value(cell, c.content);
            return std::move(cell.add("shown", json_of(c.shown)));
          }));
  return std::move(out.add("decides", json_tree::array_of(r.decides, json_tree::string)));
}

[[nodiscard]] inline json_tree json_of(const member_list& m) {
  auto out = json_tree::object();
  out.add("fact", json_tree::string(m.fact)).add("label", json_of(m.label.get()));
  out.add("count", json_tree::integer(m.count)).add("whole", json_tree::boolean(m.whole));
  out.add("lacking", m.lacking ? json_tree::integer(*m.lacking) : json_tree::null());
  out.add("columns", json_tree::array_of(m.columns, [](const member_list::column& c) {
            auto column = json_tree::object();
            column.add("fact", json_tree::string(c.fact));
            column.add("label", json_of(c.label.get()));
            column.add("unit", json_or_null(c.unit));
            return std::move(column.add("unit_label", json_of(c.unit_label)));
          }));
  return std::move(out.add(
      "rows",
      json_tree::array_of(m.rows, [](const member_list::row& r) { return json_of(r); })));
}

[[nodiscard]] inline json_tree json_of(const exception_shown& e) {
  auto out = json_tree::object();
  out.add("part", json_tree::string(e.part)).add("reason", json_tree::string(e.reason));
  add_evidence(out, e.from);
  return out;
}

}  // namespace norma::report_detail
