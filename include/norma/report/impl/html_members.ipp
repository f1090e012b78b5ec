// SPDX-License-Identifier: Apache-2.0
#pragma once

// The units in lists: a table of those of their facts that are read, with the
// parts that each decides. Compact: many rows go on a page.

#include <algorithm>   // std::any_of, std::max, std::min
#include <cstddef>     // std::size_t
#include <functional>  // std::less
#include <map>         // std::map
#include <set>         // std::set
#include <string>      // std::string
#include <utility>     // std::move
#include <vector>      // std::vector

#include <norma/report/impl/findings.ipp>
#include <norma/report/impl/html_parts.ipp>

namespace norma::report_detail {

class html_members : html_parts {
 public:
  html_members(const report& of, language lang, std::string prefix)
      : html_parts(of, lang, std::move(prefix)) {
    collect(of.tree, false);
  }

  [[nodiscard]] std::string make() {
    for (const auto& list : of_.members.get()) {
      if (!list.rows.empty()) table(list);
    }
    return std::move(out_);
  }

 private:
  struct known_part {
    const report_node* node = nullptr;
    bool in_none = false;
  };

  // What stands below a closed node has no row: the node stands for it.
  void collect(const report_node& n, bool in_none, const known_part* closed = nullptr) {
    const known_part own{&n, in_none};
    parts_.emplace(n.path, closed != nullptr ? *closed : own);
    for (const auto& c : n.causes) open_.insert(c.fact);
    if (closed == nullptr && is_closed(n)) closed = &own;
    for (const auto& m : n.members)
      collect(m, in_none != (n.combine == combine::none), closed);
  }

  void table(const member_list& list) {
    const bool across = list.columns.size() > 8;  // printed on sheets turned round
    out_ += std::string("<section class=\"list") + (across ? " across" : "") +
            "\">\n<h2 id=\"" + list_anchor(list.fact) + "\">" +
            safe(words_.say("R2103", {words_.label(list.fact, list.label)})) + "</h2>\n";
    notes(list);
    const bool wide = list.columns.size() > 6;
    const bool ids = has_ids(list);
    out_ += std::string("<table class=\"members") + (wide ? " wide" : "") +
            "\">\n<thead><tr><th scope=\"col\" class=\"num\">№</th><th scope=\"col\">" +
            html_parts::head_of("R2006") + "</th>";
    if (ids) out_ += "<th scope=\"col\">" + html_parts::head_of("R1024") + "</th>";
    for (std::size_t i = 0; i < list.columns.size(); ++i) {
      const auto room = room_for(list, i);
      out_ += "<th scope=\"col\"" + room + '>' + safe(head_of(list.columns[i])) + "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : list.rows) member(list, row, ids);
    out_ += "</tbody>\n</table>\n</section>\n";
  }

  // Room for the words of a column: without it long heads beside them leave one
  // word a line.
  [[nodiscard]] std::string room_for(const member_list& list, std::size_t column) const {
    constexpr std::size_t least = 14, most = 44;
    std::size_t width = 0;
    for (const auto& row : list.rows) {
      width = std::max(width, display_width(row.cells[column].shown.in(lang_)));
    }
    if (width < least) return {};
    const auto ems = std::min(width, most) * 5 / 8;
    return " style=\"--room:" + std::to_string(ems) + "em\"";
  }

  // A name and an id, each in a column of its own.
  [[nodiscard]] static bool has_ids(const member_list& list) {
    return std::any_of(list.rows.begin(), list.rows.end(), [](const member_list::row& r) {
      return !r.id.empty() && !r.name.empty();
    });
  }

  [[nodiscard]] std::string head_of(const member_list::column& c) const {
    const auto label = words_.label(c.fact, c.label);
    return c.unit.empty() ? label : words_.say("R2066", {label, c.unit_label.in(lang_)});
  }

  void notes(const member_list& list) {
    std::vector<std::string> all;
    if (list.rows.size() < list.count) {
      all.push_back(words_.say(
          "R2104", {std::to_string(list.rows.size()), std::to_string(list.count)}));
    }
    if (list.lacking && *list.lacking > 0) {
      all.push_back(words_.say("R2105", {std::to_string(*list.lacking)}));
    } else if (!list.whole) {
      all.push_back(words_.say("R2106"));
    }
    if (!all.empty()) {
      out_ +=
          tag("p", "soft", safe(report_words::joined(all, words_.semicolon()))) + '\n';
    }
  }

  void member(const member_list& list, const member_list::row& row, bool ids) {
    out_ += row.decides.empty() ? "<tr id=\"" : "<tr class=\"hit\" id=\"";
    out_ += row_anchor(list.fact, row.place) + "\"><td class=\"num\">" +
            std::to_string(row.place) + "</td><th scope=\"row\"><bdi>" +
            safe(member_words::name_of(row)) + "</bdi></th>";
    if (ids) out_ += "<td class=\"n\"><bdi>" + safe(row.id) + "</bdi></td>";
    const auto path = list.fact + '[' + std::to_string(row.place) + "].";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto& cell = row.cells[i];
      const bool missed = open_.count(path + list.columns[i].fact) > 0;
      out_ += cell.content.num() != nullptr ? "<td class=\"num\">"
              : missed                      ? "<td class=\"word open\">"
              : cell.content.is_unknown()   ? "<td class=\"unknown\">"
                                            : "<td>";
      out_ += safe(cell.shown) + "</td>";
    }
    out_ += "</tr>\n";
    if (!row.decides.empty()) decided(row, list.columns.size() + (ids ? 2 : 1));
  }

  // The parts that fail, or are open, by the unit: three, then a count.
  void decided(const member_list::row& row, std::size_t columns) {
    constexpr std::size_t most = 3;
    std::set<const report_node*> told;
    std::string parts;
    for (const auto& path : row.decides) {
      const auto found = parts_.find(path);
      if (found == parts_.end() || !told.insert(found->second.node).second) continue;
      if (told.size() > most) continue;
      const auto& n = *found->second.node;
      if (!parts.empty()) parts += safe(words_.list_comma());
      parts += mark(n, found->second.in_none) + link(n.path, words_.title(n));
    }
    if (told.size() > most) {
      const auto more = std::to_string(told.size() - most);
      parts += safe(words_.list_comma()) + safe(words_.say("R0517", {more}));
    }
    out_ += "<tr class=\"hit for\"><td></td><td colspan=\"" + std::to_string(columns) +
            "\">" + parts + "</td></tr>\n";
  }

  std::map<std::string, known_part, std::less<>> parts_;
  std::set<std::string> open_;  // facts that nodes wait for
};

}  // namespace norma::report_detail
