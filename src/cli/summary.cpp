// SPDX-License-Identifier: Apache-2.0
#include "summary.hpp"

#include <string_view>  // std::string_view

#include <norma/rule/standard.hpp>

#include "text_table.hpp"

namespace norma::cli {

namespace {

std::string verdict_word(verdict v, const console& to) {
  static constexpr std::string_view codes[] = {"R2001", "R2002", "R2003", "R2004"};
  return to.say(codes[static_cast<std::size_t>(v)]);
}

/// What the page is, as a headline.
std::string page_title(const console& to) {
  auto words = to.say("R2005");
  if (words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
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
      case '&': out += "&amp;"; continue;
      case '<': out += "&lt;"; continue;
      case '>': out += "&gt;"; continue;
      default: break;
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

using cells = std::vector<std::string>;

std::string markdown_row(const cells& row) {
  std::string out = "|";
  for (const auto& one : row) out += ' ' + one + " |";
  return out + '\n';
}

std::string html_row(const cells& row, const std::string& tag) {
  std::string out = "<tr>";
  for (const auto& one : row)
    out += '<' + tag + '>' + one + "</" + tag.substr(0, 2) + '>';
  return out + "</tr>\n";
}

/// A page around `body`, which is escaped.
std::string html_page(const std::string& body, const console& to) {
  const std::string lang = to.lang() == language::zh ? "zh-CN" : "en";
  const auto title = page_title(to);
  return "<!doctype html>\n<html lang=\"" + lang +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
         title +
         "</title>\n<style>\n"
         "body{font:16px/1.6 \"Noto Sans CJK SC\",\"Source Han Sans SC\",\"Microsoft "
         "YaHei\",system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}\n"
         "table{border-collapse:collapse;width:100%}\n"
         "th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid "
         "#ccc;vertical-align:top}\n"
         "thead{display:table-header-group}\ntr{break-inside:avoid}\n"
         "@page{size:A4 landscape;margin:15mm}\n@media print{body{margin:0}}\n"
         "</style>\n</head>\n<body>\n<h1>" +
         title + "</h1>\n" + body + "</body>\n</html>\n";
}

}  // namespace

std::string item_heading(const rule_node& item, const rule_node& root, language lang) {
  const auto title = item.title.empty() ? item.id : item.title.in(lang);
  if (item.cite.document != root.cite.document) return title;
  std::string_view clause = item.cite.clause;
  if (clause.starts_with(root.cite.clause)) clause.remove_prefix(root.cite.clause.size());
  return clause.empty() ? title : std::string(clause) + ' ' + title;
}

std::string score_words(const scheme_score& score) {
  const auto points = [](const number& n, rounding outwards) {
    return n.terminates() ? n.to_string() : n.to_decimal(2, outwards);
  };
  auto words = points(score.total.low, rounding::floor);
  if (!score.total.decided()) {
    words += "–" + points(score.total.high, rounding::ceiling);
  }
  words += '/' + points(score.points, rounding::floor);
  return score.tier.empty() ? words : words + ' ' + score.tier;
}

std::string render_summary(const summary& all, const std::string& format,
                           const console& to, std::size_t width) {
  const cells head = {to.say("R2006"), to.say("R1024"), to.say("R2007"),
                      to.say("R2011"), to.say("R2072"), to.say("R1022")};
  const auto rows_with = [&](std::string summary_row::*items) {
    std::vector<cells> rows;
    for (const auto& row : all.rows) {
      const auto share =
          std::to_string(row.decided) + '/' + std::to_string(row.applicable);
      const auto& named = row.titles.empty() ? row.items : row.*items;
      rows.push_back({cell(row.unit, format), cell(row.id, format),
                      row.standard == "-" ? row.standard : cell(row.standard, format),
                      verdict_word(row.is, to), share, cell(named, format)});
    }
    return rows;
  };
  auto rows = rows_with(&summary_row::titles);
  cells counts;
  for (const auto count : all.counts) counts.push_back(std::to_string(count));
  std::string last = to.say("R1021", counts);
  if (all.erring > 0) last += to.say("R1028", {std::to_string(all.erring)});
  if (all.unread > 0) last += to.say("R1023", {std::to_string(all.unread)});
  const auto day = to.say("R1002", {to.say("R2008"), all.as_of.to_string()});

  if (format == "md") {
    std::string out = day + "\n\n" + markdown_row(head) + "|---|---|---|---|---|---|\n";
    for (const auto& row : rows) out += markdown_row(row);
    return out + '\n' + last + '\n';
  }
  if (format == "html") {
    std::string body = "<p>" + day + "</p>\n<table>\n<thead>\n" +
                       html_row(head, "th scope=\"col\"") + "</thead>\n<tbody>\n";
    for (const auto& row : rows) body += html_row(row, "td");
    return html_page(body + "</tbody>\n</table>\n<p>" + last + "</p>\n", to);
  }
  const auto table_of = [&head](std::vector<cells> lines) {
    text_table table;
    table.add(head);
    for (auto& row : lines) table.add(std::move(row));
    return table;
  };
  // Where titles take too much room, ids stand for them and are told below.
  constexpr std::size_t most_lines = 2;
  auto table = table_of(std::move(rows));
  std::string legend;
  if (table.tallest(width) > most_lines) {
    table = table_of(rows_with(&summary_row::items));
    for (const auto& [standard, items] : all.titles) {
      text_table titles;
      for (const auto& [id, title] : items)
        titles.add({cell(id, format), cell(title, format)});
      legend += cell(standard, format) + '\n' + titles.to_string(2, width) + '\n';
    }
  }
  return day + "\n\n" + table.to_string(0, width) + '\n' + legend + last + '\n';
}

std::string render_nothing(const std::string& sentence,
                           const std::vector<std::pair<std::string, text>>& standards,
                           const std::string& format, const console& to) {
  if (format == "json") return "[]\n";
  const auto because = [&](const std::pair<std::string, text>& one) {
    return cell(to.say("R1002", {one.first, one.second.in(to.lang())}), format);
  };
  const auto what = cell(sentence, format);
  std::string out;
  if (format == "html") {
    out = "<p>" + what + "</p>\n<ul>\n";
    for (const auto& one : standards) out += "<li>" + because(one) + "</li>\n";
    return html_page(out + "</ul>\n", to);
  }
  const bool markdown = format == "md";
  out = (markdown ? "# " + page_title(to) + "\n\n" : "") + what +
        (markdown ? "\n\n" : "\n");
  for (const auto& one : standards) out += (markdown ? "- " : "  ") + because(one) + '\n';
  return out;
}

}  // namespace norma::cli
