// SPDX-License-Identifier: Apache-2.0
#pragma once

// Elements of lists and exceptions out of JSON: what json_members.ipp writes.

#include <norma/report/impl/json_read.ipp>

namespace norma::report_detail {

inline value json_report_reader::value_in(const json_tree& t) {
  const auto& given = need(t, "value");
  const auto* why = t.find("unknown");
  if (given.is_null() && why == nullptr) good_ = false;
  return why != nullptr ? unknown(*why) : content_of(given);
}

inline evidence json_report_reader::evidence_in(const json_tree& t) {
  return {string_or_null(t, "by"), string_or_null(t, "document"), day(need(t, "date")),
          day(need(t, "recorded"))};
}

inline bool json_report_reader::yes(const json_tree& t, std::string_view key) {
  const auto& found = need(t, key);
  if (found.content != "true" && found.content != "false") good_ = false;
  return found.content == "true";
}

inline deciding_elements json_report_reader::deciding(const json_tree& t) {
  deciding_elements out;
  out.list = string_or_null(t, "list");
  if (!need(t, "holds").is_null()) out.holds = truth_of(yes(t, "holds"));
  out.count = count(need(t, "count"));
  if (t.find("whole") != nullptr) out.whole = yes(t, "whole");
  out.first = list(t, "first", [this](const json_tree& m) {
    deciding_element e;
    if (const auto* place = m.find("place")) e.place = count(*place);
    if (const auto* name = m.find("name")) e.name = words(*name);
    e.shown = words(need(m, "shown"));
    if (m.find("unmet") == nullptr) return e;
    e.unmet = list(m, "unmet", [this](const json_tree& p) {
      unmet_part part{string(p, "standard"), string(p, "path"), {}, {}, {}};
      if (const auto* item = p.find("item")) part.item = words(*item);
      part.title = words(need(p, "title"));
      part.cite = cite(need(p, "cite"));
      return part;
    });
    return e;
  });
  return out;
}

inline member_list json_report_reader::members(const json_tree& t) {
  member_list out;
  out.fact = string(t, "fact");
  out.label = words(need(t, "label"));
  out.count = count(need(t, "count"));
  out.whole = yes(t, "whole");
  if (const auto& lacking = need(t, "lacking"); !lacking.is_null()) {
    out.lacking = count(lacking);
  }
  out.columns = list(t, "columns", [this](const json_tree& m) {
    return member_list::column{string(m, "fact"), words(need(m, "label")),
                               string_or_null(m, "unit"), words(need(m, "unit_label"))};
  });
  out.rows = list(t, "rows", [this](const json_tree& m) {
    member_list::row row;
    row.place = count(need(m, "place"));
    row.id = string(m, "id");
    row.name = string(m, "name");
    row.cells = list(m, "cells", [this](const json_tree& c) {
      return member_list::cell{value_in(c), words(need(c, "shown"))};
    });
    row.decides = strings(need(m, "decides"));
    return row;
  });
  for (const auto& row : out.rows) {
    if (row.cells.size() != out.columns.size()) good_ = false;
  }
  return out;
}

inline exception_shown json_report_reader::exception(const json_tree& t) {
  return {string(t, "part"), string(t, "reason"), evidence_in(t)};
}

}  // namespace norma::report_detail
