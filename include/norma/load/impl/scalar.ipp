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
  const std::string_view digits = text.substr(!text.empty() && text.front() == '-' ? 1 : 0);
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

[[nodiscard]] inline std::optional<value> scan_number(std::string_view text, bool whole,
                                                      const limits& bounds,
                                                      scalar_problem& problem) {
  std::optional<number> read = plain_number(text, bounds.number_digits);
  if (!read && is_written_number(text)) {
    problem = {"N0628", {std::to_string(bounds.number_digits)}};
    return std::nullopt;
  }
  if (!read) {
    problem = {"N0611", {std::string(text), hint_for(text, number_meant)}};
    return std::nullopt;
  }
  if (whole && !read->is_integer()) {
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
  const bool formed = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                      all_digits(text.substr(0, 4)) && all_digits(text.substr(5, 2)) &&
                      all_digits(text.substr(8));
  if (formed) {
    if (const auto day = date::parse(text)) return day;
    problem = {"N0615", {std::string(text)}};
    return std::nullopt;
  }
  std::string meant = hint_for(text, day_meant);
  problem = {"N0614", {std::string(text), meant.empty() ? "2024-03-15" : std::move(meant)}};
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

[[nodiscard]] inline std::optional<value> scan_category(std::string_view text,
                                                        const expr::category_type& category,
                                                        scalar_problem& problem) {
  constexpr std::size_t most_listed = 20;
  std::string list;
  std::string meant;
  std::vector<std::string> ids;
  for (const auto& [id, label] : category.values) {
    if (id == text) return value{text};
    if (text == label.zh || text == label.en) meant = id;
    if (ids.size() < most_listed) list += (list.empty() ? "`" : ", `") + id + '`';
    if (ids.size() == most_listed) list += " …";
    ids.push_back(id);
  }
  if (meant.empty()) meant = did_you_mean(text, ids);
  if (meant.empty()) {
    problem = {"N0618", {std::string(text), category.id, std::move(list)}};
  } else {
    problem = {"N0617", {std::string(text), category.id, std::move(meant)}};
  }
  return std::nullopt;
}

/// The category of a fact that is one, or of a set's elements.
[[nodiscard]] inline const expr::category_type* category_of(const fact_definition& as) {
  if (as.type.category) return as.type.category.get();
  const bool within = as.type.element != nullptr && as.type.element->category != nullptr;
  return within ? as.type.element->category.get() : nullptr;
}

/// `text`, which is not empty, as the type of `as`; nothing and a problem if
/// it can not be read so.
[[nodiscard]] inline std::optional<value> scan_scalar(std::string_view text,
                                                      const fact_definition& as,
                                                      const limits& bounds,
                                                      scalar_problem& problem) {
  switch (as.declared) {
    case fact_type::boolean: return scan_boolean(text, problem);
    case fact_type::count: return scan_number(text, true, bounds, problem);
    case fact_type::amount:
    case fact_type::number: return scan_number(text, false, bounds, problem);
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
    case fact_type::period:
      problem = {"N0619", {std::string(text)}};
      return std::nullopt;
    case fact_type::set:
    case fact_type::list: break;
  }
  problem = {"N0620", {std::string(text)}};
  return std::nullopt;
}

}  // namespace norma::load_detail
