// SPDX-License-Identifier: Apache-2.0
#include "option_values.hpp"

#include <algorithm>  // std::find
#include <charconv>   // std::from_chars

#include <norma/load/unit_file.hpp>
#include <norma/rule/fact.hpp>

#include "byte_size.hpp"

namespace norma::cli {

namespace {

/// How many threads may be asked for; each has a block of its own in memory.
constexpr unsigned most_threads = 256;

}  // namespace

bool read_day(const std::optional<std::string>& text, const std::string& option,
              std::optional<date>& day, console& to) {
  if (!text) return true;
  // Years of more digits, or before 0, are slips, as in files of facts.
  constexpr std::size_t digits_and_dashes = 10;
  if (text->size() == digits_and_dashes) day = date::parse(*text);
  if (day) return true;
  // The reader of facts knows what days are meant by `2024/3/31`.
  fact_definition of_day;
  of_day.declared = fact_type::date;
  std::vector<diagnostic> why;
  static_cast<void>(read_scalar(*text, of_day, {}, why));
  const bool meant = !why.empty() && why[0].code == "N0614";
  to.complain("N0118", {*text, option, meant ? why[0].arguments[1] : "2024-03-31"});
  return false;
}

bool read_size(const std::optional<std::string>& text, limits& bounds, console& to) {
  if (!text) return true;
  const auto size = parse_byte_size(*text);
  if (!size) {
    to.complain("N0131", {*text, "--max-bytes"});
    return false;
  }
  bounds.file_bytes = bounds.yaml_bytes = bounds.rule_file_bytes = bounds.pack_bytes =
      *size;
  return true;
}

bool read_steps(const std::optional<std::string>& text, limits& bounds, console& to) {
  if (!text) return true;
  constexpr std::size_t most = 1'000'000'000'000;
  std::size_t steps = 0;
  const char* const end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, steps);
  if (read.ec != std::errc{} || read.ptr != end || steps == 0 || steps > most) {
    to.complain("N0144", {*text, "--max-steps", std::to_string(most)});
    return false;
  }
  bounds.evaluation_steps = bounds.assessment_steps = steps;
  return true;
}

bool read_threads(const std::optional<std::string>& text, unsigned& threads,
                  console& to) {
  if (!text) return true;
  const char* const end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, threads);
  if (read.ec == std::errc{} && read.ptr == end && threads > 0 && threads <= most_threads)
    return true;
  to.complain("N0138", {*text, "--threads", std::to_string(most_threads)});
  return false;
}

bool read_line(const std::optional<std::string>& text, std::size_t& line, console& to) {
  if (!text) return true;
  const char* const end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, line);
  if (read.ec == std::errc{} && read.ptr == end && line > 0) return true;
  to.complain("N0115", {"--line", *text, "1, 2, 3 …"});
  return false;
}

bool one_of(const std::string& word, const std::string& option,
            const std::vector<std::string>& known, console& to) {
  if (std::find(known.begin(), known.end(), word) != known.end()) return true;
  std::string all;
  for (const auto& one : known) all += (all.empty() ? "" : ", ") + one;
  to.complain("N0115", {option, word, all});
  return false;
}

}  // namespace norma::cli
