// SPDX-License-Identifier: Apache-2.0
#include <algorithm>     // std::max
#include <optional>      // std::optional
#include <system_error>  // std::error_code
#include <utility>       // std::move

#include <norma/assess/bind.hpp>
#include <norma/assess/judge.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/report/json.hpp>

#include "check.hpp"
#include "output.hpp"
#include "packs.hpp"
#include "text_table.hpp"

namespace norma::cli {

namespace fs = std::filesystem;

namespace {

/// A line of the summary.
struct summary_row {
  std::string unit, standard;
  verdict is = verdict::not_applicable;
  std::string items;
};

std::string verdict_word(verdict v, const console& to) {
  static constexpr std::string_view codes[] = {"R2001", "R2002", "R2003", "R2004"};
  return to.say(codes[static_cast<std::size_t>(v)]);
}

/// Text from facts on one line, and no formula for whoever opens it in a
/// spreadsheet.
std::string cell(const std::string& words, const std::string& format) {
  const std::string plain = make_visible(words);
  if (format == "text") return plain;
  const bool html = format == "html";
  std::string out;
  for (const char c : plain) {
    switch (c) {
      case '&':
        out += "&amp;";
        continue;
      case '<':
        out += "&lt;";
        continue;
      case '>':
        out += "&gt;";
        continue;
      default:
        break;
    }
    if (!html && std::string_view("\\|*_[]`~#").find(c) != std::string_view::npos)
      out += '\\';
    out += c;
  }
  if (!out.empty() && std::string_view("=+-@").find(out[0]) != std::string_view::npos) {
    out.insert(0, html ? "&#8203;" : "\\");
  }
  return out;
}

class many_checker {
 public:
  many_checker(const check_request& request, console& to)
      : request_(request), console_(to), packs_(to), out_(request.command.output, to) {
    if (json()) out_.write("[");
  }

  void check(const fs::path& file) {
    const auto& command = request_.command;
    std::error_code failure;
    if (!fs::exists(file, failure)) {
      console_.complain(
          "N0101",
          {file.string(),
           std::make_error_code(std::errc::no_such_file_or_directory).message()});
      return note(exit_no_input);
    }
    const bool table = file.extension() == ".csv";
    const auto named =
        command.pack.empty() && !table ? pack_named_in(file) : std::string();
    if (command.pack.empty() && named.empty()) {
      console_.complain("N0116", {file.string(), packs_.names()});
      return note(exit_usage);
    }
    const auto* by = command.pack.empty() ? packs_.open_beside(named, file)
                                          : packs_.open(command.pack);
    if (by == nullptr) return note(packs_.code());
    if (table) return check_table(*by, file);
    check_unit(*by, try_read_unit(file, *by), file.filename().string());
  }

  [[nodiscard]] int finish() {
    console_.end_progress();
    if (json()) {
      out_.write(first_ ? "]\n" : "\n]\n");
    } else {
      out_.write(summary());
    }
    return out_.finish(worst_ >= exit_usage ? worst_ : code_.code());
  }

 private:
  [[nodiscard]] bool json() const { return request_.command.format == "json"; }
  void note(int code) { worst_ = std::max(worst_, code); }

  void check_table(const pack& by, const fs::path& file) {
    // A pack for one kind of unit needs no column that says so.
    std::string kind;
    for (const auto& s : by.content().standards) {
      if (!kind.empty() && kind != s.unit) {
        kind.clear();
        break;
      }
      kind = s.unit;
    }
    auto table = try_read_units(file, by, kind);
    console_.show(table.diagnostics);
    if (has_errors(table.diagnostics)) note(code_of(table.diagnostics));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      console_.progress(i, table.rows.size());
      check_unit(by, std::exchange(table.rows[i], {}), file.filename().string());
    }
  }

  void check_unit(const pack& by, unit_result read, const std::string& name) {
    console_.show(read.diagnostics);
    if (!read.unit) {
      ++unread_;
      return note(code_of(read.diagnostics));
    }
    const auto standards = standards_for(by, *read.unit, request_, console_);
    if (!standards) {
      ++unread_;
      return note(exit_usage);
    }
    const auto shown = read.unit->name.empty()
                           ? read.unit->id.empty() ? name : read.unit->id
                           : read.unit->name;
    bool any = false;
    std::optional<bound_facts> bound;  // the words are the same for all of a kind
    for (const auto& s : *standards) {
      if (!bound) {
        bound =
            bind(s, *read.unit, {request_.options.as_of, request_.options.known_as_of});
      }
      // A line of the summary needs verdicts only; `assess` gives the same.
      const auto verdicts = judge_all(s, *bound);
      const bool wanted = !request_.command.standard.empty();
      if (verdicts.front() == verdict::not_applicable && !wanted) continue;
      any = true;
      if (json()) write_json(assess(s, *bound, request_.options));
      add(shown, s.id(), verdicts.front(), items_of(s, verdicts));
    }
    if (!any) add(shown, "-", verdict::not_applicable, {});
  }

  void write_json(const report& one) {
    std::string object = to_json(one);
    while (!object.empty() && object.back() == '\n')
      object.pop_back();
    out_.write(first_ ? "\n" : ",\n");
    out_.write(object);
    first_ = false;
  }

  void add(const std::string& unit, const std::string& standard, verdict is,
           std::string items) {
    code_.add(is);
    ++counts_[static_cast<std::size_t>(is)];
    if (!json()) rows_.push_back({unit, standard, is, std::move(items)});
  }

  static std::size_t count_nodes(const rule_node& at) {
    std::size_t nodes = 1;
    for (const auto& member : at.members)
      nodes += count_nodes(member);
    return nodes;
  }

  /// The items that keep the unit from passing: `✗ employment  ? training`.
  /// `verdicts` are in the order of a walk, a node and then its members.
  [[nodiscard]] static std::string items_of(const standard& s,
                                            const std::vector<verdict>& verdicts) {
    if (verdicts.front() == verdict::pass ||
        verdicts.front() == verdict::not_applicable) {
      return {};
    }
    std::string fails, open;
    std::size_t at = 1;
    for (const auto& item : s.definition().root.members) {
      if (verdicts[at] == verdict::fail) fails += (fails.empty() ? "✗ " : ", ") + item.id;
      if (verdicts[at] == verdict::undetermined)
        open += (open.empty() ? "? " : ", ") + item.id;
      at += count_nodes(item);
    }
    return fails + (fails.empty() || open.empty() ? "" : "  ") + open;
  }

  [[nodiscard]] std::string summary() const {
    const auto& format = request_.command.format;
    const std::vector<std::string> head = {console_.say("R2006"), console_.say("R2007"),
                                           console_.say("R2011"), console_.say("R1022")};
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : rows_) {
      rows.push_back({cell(row.unit, format), cell(row.standard, format),
                      verdict_word(row.is, console_), cell(row.items, format)});
    }
    std::vector<std::string> counts;
    for (const auto count : counts_)
      counts.push_back(std::to_string(count));
    std::string last = console_.say("R1021", counts);
    if (unread_ > 0) last += console_.say("R1023", {std::to_string(unread_)});
    const auto day = console_.say(
        "R1002", {console_.say("R2008"), request_.options.as_of.to_string()});
    if (format == "md") return markdown(head, rows, day, last);
    if (format == "html") return html(head, rows, day, last);
    text_table table;
    table.add(head);
    for (auto& row : rows)
      table.add(std::move(row));
    return day + "\n\n" + table.to_string(0, out_.to_terminal() ? console_.width() : 0) +
           '\n' + last + '\n';
  }

  [[nodiscard]] static std::string markdown(
      const std::vector<std::string>& head,
      const std::vector<std::vector<std::string>>& rows, const std::string& day,
      const std::string& last) {
    const auto line = [](const std::vector<std::string>& cells) {
      std::string out = "|";
      for (const auto& one : cells)
        out += ' ' + one + " |";
      return out + '\n';
    };
    std::string out = day + "\n\n" + line(head) + "|---|---|---|---|\n";
    for (const auto& row : rows)
      out += line(row);
    return out + '\n' + last + '\n';
  }

  [[nodiscard]] std::string html(const std::vector<std::string>& head,
                                 const std::vector<std::vector<std::string>>& rows,
                                 const std::string& day, const std::string& last) const {
    const auto line = [](const std::vector<std::string>& cells, const std::string& tag) {
      std::string out = "<tr>";
      for (const auto& one : cells)
        out += '<' + tag + '>' + one + "</" + tag.substr(0, 2) + '>';
      return out + "</tr>\n";
    };
    const std::string lang = console_.lang() == language::zh ? "zh-CN" : "en";
    const auto title = console_.say("R2005");
    std::string out =
        "<!doctype html>\n<html lang=\"" + lang +
        "\">\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
        title +
        "</title>\n<style>\nbody{font:16px/1.6 \"Noto Sans CJK SC\",\"Source Han Sans "
        "SC\","
        "\"Microsoft YaHei\",system-ui,sans-serif;max-width:72rem;margin:2rem "
        "auto;padding:0 1rem}\n"
        "table{border-collapse:collapse;width:100%}\nth,td{text-align:left;padding:."
        "35rem .6rem;"
        "border-bottom:1px solid #ccc;vertical-align:top}\n@media "
        "print{body{margin:0}}\n</style>\n"
        "<h1>" +
        title + "</h1>\n<p>" + day + "</p>\n<table>\n<thead>\n" +
        line(head, "th scope=\"col\"") + "</thead>\n<tbody>\n";
    for (const auto& row : rows)
      out += line(row, "td");
    return out + "</tbody>\n</table>\n<p>" + last + "</p>\n</html>\n";
  }

  const check_request& request_;
  console& console_;
  pack_store packs_;
  output out_;
  std::vector<summary_row> rows_;
  std::size_t counts_[4] = {};
  std::size_t unread_ = 0;
  verdict_code code_;
  int worst_ = exit_pass;
  bool first_ = true;
};

}  // namespace

int check_many(const std::vector<fs::path>& files, const check_request& request,
               console& to) {
  many_checker checker(request, to);
  for (std::size_t i = 0; i < files.size(); ++i) {
    to.progress(i, files.size());
    checker.check(files[i]);
  }
  return checker.finish();
}

}  // namespace norma::cli
