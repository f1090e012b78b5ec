// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::min
#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/core/limits.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/load/impl/scalar_hint.ipp>
#include <norma/rule/content.hpp>
#include <norma/rule/fact.hpp>
#include <norma/value/value.hpp>

namespace norma::load_detail {

/// Why a scalar can not be read, without its place.
struct scalar_problem {
  std::string code;
  std::vector<std::string> arguments;
  bool compares = true;  ///< with all that may be meant; else the first are named
};

/// Longest word of a user that is looked at for a hint.
inline constexpr std::size_t hint_bytes = 128;

[[nodiscard]] inline std::string hint_for(std::string_view text,
                                          std::string (*meant)(std::string_view)) {
  return text.size() > hint_bytes ? std::string{} : meant(text);
}

/// Digits with a point at most: what a file may write without a doubt. An
/// exponent is let through, as JSON's writers use it.
[[nodiscard]] inline std::optional<number> plain_number(std::string_view text,
                                                        std::size_t most_digits) {
  const std::string_view digits =
      text.substr(!text.empty() && text.front() == '-' ? 1 : 0);
  // `012` is ten in YAML 1.1, twelve to its reader.
  if (digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9') {
    return std::nullopt;
  }
  // An exponent's plus, as Python and Java write it.
  if (const auto plus = text.find('+'); plus != std::string_view::npos && plus > 0) {
    if (text[plus - 1] != 'e' && text[plus - 1] != 'E') return std::nullopt;
    std::string without(text);
    return number::parse(without.erase(plus, 1), most_digits);
  }
  return number::parse(text, most_digits);
}

/// True if the text is a number without a doubt, however long.
[[nodiscard]] inline bool is_written_number(std::string_view text) {
  const auto digits = [&text] {
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(end);
    return end > 0;
  };
  const auto take = [&text](std::string_view any) {
    const bool found = !text.empty() && any.find(text.front()) != std::string_view::npos;
    if (found) text.remove_prefix(1);
    return found;
  };
  take("-");
  if (text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9') return false;
  if (!digits() || (take(".") && !digits())) return false;
  if (take("eE")) {
    take("+-");
    if (!digits()) return false;
  }
  return text.empty();
}

/// `of` is count, amount or number: the first two are no rates.
[[nodiscard]] inline std::optional<value> scan_number(std::string_view text, fact_type of,
                                                      const limits& bounds,
                                                      scalar_problem& problem) {
  std::optional<number> read = plain_number(text, bounds.number_digits);
  if (!read && is_written_number(text)) {
    problem = {"N0628", {std::to_string(bounds.number_digits)}};
    return std::nullopt;
  }
  if (!read) {
    std::string meant = hint_for(text, number_meant);
    if (meant.empty()) {
      problem = {"N0646", {std::string(text)}};
    } else if (of != fact_type::number && is_rate(text)) {
      problem = {"N0645", {std::string(text)}};
    } else {
      problem = {"N0611", {std::string(text), std::move(meant)}};
    }
    return std::nullopt;
  }
  if (of == fact_type::count && !read->is_integer()) {
    problem = {"N0612", {std::string(text)}};
    return std::nullopt;
  }
  return value{std::move(*read)};
}

[[nodiscard]] inline std::optional<value> scan_boolean(std::string_view text,
                                                       scalar_problem& problem) {
  if (text == "true" || text == "是") return value{true};
  if (text == "false" || text == "否") return value{false};
  std::string meant = hint_for(text, boolean_meant);
  if (meant.empty()) {
    problem = {"N0613", {std::string(text)}};
  } else {
    problem = {"N0610", {std::string(text), std::move(meant)}};
  }
  return std::nullopt;
}

/// A day as files write it: four digits of year.
[[nodiscard]] inline std::optional<date> scan_day(std::string_view text,
                                                  scalar_problem& problem) {
  if (reads_as_day(text)) {
    if (const auto day = date::parse(text)) return day;
    problem = {"N0615", no_such_day(text)};
    return std::nullopt;
  }
  std::string meant = hint_for(text, day_meant);
  problem = {"N0614",
             {std::string(text), meant.empty() ? "2024-03-15" : std::move(meant)}};
  return std::nullopt;
}

[[nodiscard]] inline std::optional<value> scan_duration(std::string_view text,
                                                        const limits& bounds,
                                                        scalar_problem& problem) {
  if (const auto read = parse_plain_duration(text)) {
    const value result{*read};
    const auto* days = result.days();
    if (days == nullptr || days->seconds.digits() <= bounds.number_digits) return result;
    problem = {"N0628", {std::to_string(bounds.number_digits)}};
    return std::nullopt;
  }
  problem = {"N0616", {std::string(text)}};
  return std::nullopt;
}

[[nodiscard]] inline std::optional<value> scan_category(
    std::string_view written, const expr::category_type& category,
    scalar_problem& problem) {
  if (category.rank(written)) return value{written};
  const auto unknown = [&] {
    problem = {"N0618",
               {std::string(written), category.id, list_argument(category.values)}};
    return std::nullopt;
  };
  if (!problem.compares) return unknown();
  std::vector<std::string> ids;
  for (const auto& [id, label] : category.values) {
    ids.push_back(id);
  }
  const auto write = [&](std::string code, const std::string& id, const text& label) {
    problem = {std::move(code),
               {std::string(written), category.id, id,
                label.empty() ? id : text_argument(label)}};
    return std::nullopt;
  };
  // A label, in whatever letters.
  if (written.size() <= hint_bytes) {
    const std::string plain = folded(written);
    for (const auto& [id, label] : category.values) {
      if (plain == folded(label.zh) || plain == folded(label.en)) {
        return write("N0643", id, label);
      }
    }
  }
  const std::string meant = did_you_mean(written, ids);
  for (const auto& [id, label] : category.values) {
    if (id == meant) return write("N0617", id, label);
  }
  return unknown();
}

/// The category of a fact that is one, or of a set's elements.
[[nodiscard]] inline const expr::category_type* category_of(const fact_definition& as) {
  if (as.type.category) return as.type.category.get();
  const bool within = as.type.element != nullptr && as.type.element->category != nullptr;
  return within ? as.type.element->category.get() : nullptr;
}

[[nodiscard]] inline std::optional<value> scan_as_declared(std::string_view text,
                                                           const fact_definition& as,
                                                           const limits& bounds,
                                                           scalar_problem& problem) {
  switch (as.declared) {
    case fact_type::boolean: return scan_boolean(text, problem);
    case fact_type::count:
    case fact_type::amount:
    case fact_type::number: return scan_number(text, as.declared, bounds, problem);
    case fact_type::text: return value{text};
    case fact_type::date: {
      const std::optional<date> day = scan_day(text, problem);
      return day ? std::optional<value>(*day) : std::nullopt;
    }
    case fact_type::duration: return scan_duration(text, bounds, problem);
    case fact_type::category:
      if (const expr::category_type* category = category_of(as)) {
        return scan_category(text, *category, problem);
      }
      return value{text};
    case fact_type::period: problem = {"N0619", {std::string(text)}}; return std::nullopt;
    case fact_type::set:
    case fact_type::list: break;
  }
  problem = {"N0620", {std::string(text)}};
  return std::nullopt;
}

/// What to write for a fact that there is none of, or of which nothing is known.
[[nodiscard]] inline std::string_view instead_of_nothing(nothing_said said,
                                                         const fact_definition& as) {
  const bool number = is_numeric(as.declared);
  if (said == nothing_said::unknown || (!number && !as.optional)) return "R0146";
  if (!number) return "R0144";
  return as.optional ? "R0145" : "R0143";
}

/// `text`, which is not empty, as the type of `as`; nothing and a problem if
/// it can not be read so.
[[nodiscard]] inline std::optional<value> scan_scalar(std::string_view text,
                                                      const fact_definition& as,
                                                      const limits& bounds,
                                                      scalar_problem& problem) {
  auto read = scan_as_declared(text, as, bounds, problem);
  // Of a boolean `无` is a plain no, a list has a way of its own to be empty.
  const bool other = as.declared == fact_type::boolean ||
                     as.declared == fact_type::list || as.declared == fact_type::set;
  if (read || other || text.size() > hint_bytes || problem.code == "N0643") return read;
  const nothing_said said = what_is_not_said(text);
  const expr::category_type* category = category_of(as);
  const bool has_none = category != nullptr && category->rank("none").has_value();
  if (said == nothing_said::unknown || (said == nothing_said::absent && !has_none)) {
    problem = {"N0644", {std::string(text), word_argument(instead_of_nothing(said, as))}};
  }
  return read;
}

}  // namespace norma::load_detail
