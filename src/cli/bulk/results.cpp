// SPDX-License-Identifier: Apache-2.0
#include "results.hpp"

#include <cstdio>  // std::snprintf

namespace norma::cli {

namespace {

/// A cell, in quotes where it needs them, and no formula for whoever opens it in a
/// spreadsheet.
void write_cell(std::string_view words, std::string& to) {
  const bool formula =
      !words.empty() && std::string_view("=+-@\t\r").find(words[0]) != words.npos;
  const bool quotes = words.find_first_of(",\"\r\n") != words.npos ||
                      (!words.empty() && (words.front() == ' ' || words.back() == ' '));
  if (quotes) to += '"';
  if (formula) to += '\'';
  if (!quotes) {
    to += words;
    return;
  }
  for (const char c : words) {
    if (c == '"') to += '"';
    to += c;
  }
  to += '"';
}

void write_string(std::string_view words, std::string& to) {
  to += '"';
  for (const char c : words) {
    if (c == '"' || c == '\\') {
      (to += '\\') += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      to += escape;
    } else {
      to += c;
    }
  }
  to += '"';
}

}  // namespace

std::string result_writer::head() const {
  if (form_ != result_form::csv) return {};
  std::string line = "line,id,standard,verdict";
  if (reasons_) line += ",reason";
  if (points_) line += ",score";
  for (const auto& item : items_) {
    line += ',';
    write_cell(item, line);
    if (!reasons_) continue;
    line += ',';
    write_cell(item + " reason", line);
  }
  return line + '\n';
}

void result_writer::write(const result_row& row, std::string& to) const {
  if (form_ == result_form::csv) write_csv(row, to);
  if (form_ == result_form::ndjson) write_json(row, to);
}

void result_writer::write_csv(const result_row& row, std::string& to) const {
  to += std::to_string(row.line);
  to += ',';
  write_cell(row.id, to);
  to += ',';
  write_cell(row.standard, to);
  (to += ',') += to_string(row.is);
  if (reasons_) (to += ',') += row.reason;
  if (points_) {
    to += ',';
    write_cell(row.score, to);
  }
  for (const auto& item : row.items) {
    to += ',';
    if (item.is) to += to_string(*item.is);
    if (reasons_) (to += ',') += item.reason;
  }
  to += '\n';
}

void result_writer::write_json(const result_row& row, std::string& to) const {
  (to += "{\"line\":") += std::to_string(row.line);
  to += ",\"id\":";
  write_string(row.id, to);
  to += ",\"standard\":";
  if (row.standard.empty()) {
    to += "null";
  } else {
    write_string(row.standard, to);
  }
  ((to += ",\"verdict\":\"") += to_string(row.is)) += '"';
  const auto write_reason = [&](std::string_view reason) {
    if (!reasons_ || reason.empty()) return;
    to += ",\"reason\":";
    write_string(reason, to);
  };
  write_reason(row.reason);
  if (!row.score.empty()) {
    to += ",\"score\":";
    write_string(row.score, to);
  }
  to += ",\"items\":{";
  const char* comma = "";
  for (std::size_t i = 0; i < row.items.size(); ++i) {
    const auto& item = row.items[i];
    if (!item.is) continue;
    to += comma;
    comma = ",";
    write_string(items_[i], to);
    if (!reasons_) {
      ((to += ":\"") += to_string(*item.is)) += '"';
      continue;
    }
    ((to += ":{\"verdict\":\"") += to_string(*item.is)) += '"';
    write_reason(item.reason);
    to += '}';
  }
  to += "}}\n";
}

}  // namespace norma::cli
