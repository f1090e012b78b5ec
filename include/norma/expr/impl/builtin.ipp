// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/builtin.hpp>

#include <algorithm>  // std::lower_bound
#include <utility>    // std::pair

#include <norma/core/message.hpp>
#include <norma/expr/impl/builtin.hpp>
#include <norma/expr/impl/builtin_table.ipp>

namespace norma::expr::detail {

NORMA_INLINE kinds kind_of(const value& v) {
  if (v.num() != nullptr) return k_number;
  if (v.boolean() != nullptr) return k_boolean;
  if (v.string() != nullptr) return k_text;
  if (v.day() != nullptr) return k_date;
  if (v.list() != nullptr) return k_list;
  if (v.record() != nullptr) return k_record;
  if (v.range() != nullptr) return k_range;
  if (v.months() != nullptr) return k_months;
  if (v.days() != nullptr) return k_days;
  if (v.time() != nullptr) return k_time;
  if (v.moment() != nullptr) return k_moment;
  return v.is_null() ? k_null : kinds{0};
}

NORMA_INLINE kinds kinds_of(const type& t) {
  switch (t.kind) {
    case type_kind::any: return k_all;
    case type_kind::null: return k_null;
    case type_kind::boolean: return k_boolean;
    case type_kind::number: return k_number;
    case type_kind::text: return k_text;
    case type_kind::date: return k_date;
    case type_kind::time: return k_time;
    case type_kind::date_time: return k_moment;
    case type_kind::months_duration: return k_months;
    case type_kind::days_duration: return k_days;
    case type_kind::duration: return k_duration;
    case type_kind::range: return k_range;
    case type_kind::list: return k_list;
    case type_kind::record: return k_record;
  }
  return k_all;
}

NORMA_INLINE std::string_view word_for(kinds k) {
  if (k == k_all) return "R0913";
  k = static_cast<kinds>(k == k_null ? k : k & ~k_null);
  switch (k) {
    case k_null: return "R0901";
    case k_boolean: return "R0902";
    case k_number: return "R0903";
    case k_text: return "R0904";
    case k_date: return "R0905";
    case k_time: return "R0906";
    case k_moment: return "R0907";
    case k_months: return "R0908";
    case k_days: return "R0909";
    case k_range: return "R0910";
    case k_list: return "R0911";
    case k_record: return "R0912";
    case k_duration: return "R0914";
    case k_date | k_moment: return "R0915";
    case k_number | k_duration: return "R0916";
    case k_ordered: return "R0917";
    case k_ordered | k_range: return "R0918";
    case k_text | k_date | k_moment: return "R0919";
    case k_text | k_months | k_days: return "R0920";
    case k_text | k_time | k_date | k_moment: return "R0921";
    case k_date | k_months | k_days: return "R0922";
    default: return "R0913";
  }
}

NORMA_INLINE std::string error_word::text() const {
  if (count) return std::to_string(*count);
  if (word != 0) return word_argument(word_for(word));
  if (shown == nullptr) return std::string(plain);
  const auto kind = kind_of(*shown);
  if ((kind & (k_list | k_record | k_range)) != 0 || kind == 0)
    return word_argument(word_for(kind));
  if (const auto* s = shown->string()) return s->substr(0, 800);
  auto written = shown->to_string();
  if (written.starts_with("@\"")) return written.substr(2, written.size() - 3);
  return written;
}

NORMA_INLINE std::span<const builtin> builtins() { return builtin_table; }

NORMA_INLINE std::optional<std::size_t> find_builtin(std::string_view name) {
  const auto* end = builtin_table.data() + builtin_table.size();
  const auto* found = std::lower_bound(
      builtin_table.data(), end, name,
      [](const builtin& b, std::string_view wanted) { return b.name < wanted; });
  if (found == end || found->name != name) return std::nullopt;
  return static_cast<std::size_t>(found - builtin_table.data());
}

NORMA_INLINE std::string describe_overload(std::string_view name,
                                           const builtin_overload& o) {
  std::string form = std::string(name) + '(';
  for (std::size_t i = 0; i < o.count; ++i) {
    if (i > 0) form += ", ";
    form += o.more == tail::gathers ? "item" : o.parameters[i].name;
    if (o.parameters[i].optional) form += '?';
  }
  return form + (o.more == tail::none ? ")" : ", ...)");
}

NORMA_INLINE std::string describe_builtin(const builtin& b) {
  std::string forms;
  for (std::size_t i = 0; i < b.count; ++i) {
    if (i > 0) forms += " | ";
    forms += describe_overload(b.name, b.overloads[i]);
  }
  return forms;
}

NORMA_INLINE std::optional<std::size_t> find_parameter(const builtin_overload& o,
                                                       std::string_view name) {
  for (std::size_t i = 0; i < o.count; ++i)
    if (o.parameters[i].name == name) return i;
  return std::nullopt;
}

/// True if `names` are parameters of `o`, each once, none that is needed left out.
NORMA_INLINE bool takes_names(const builtin_overload& o,
                              std::span<const std::string> names) {
  if (o.more == tail::gathers || names.size() > o.count) return false;
  unsigned given = 0;
  for (const auto& name : names) {
    const auto place = find_parameter(o, name);
    if (!place || (given & (1U << *place)) != 0) return false;
    given |= 1U << *place;
  }
  for (std::size_t i = 0; i < o.count; ++i)
    if (!o.parameters[i].optional && (given & (1U << i)) == 0) return false;
  return true;
}

/// The form that takes these names: where two do, the one that has them in this order.
NORMA_INLINE const builtin_overload* choose_by_name(const builtin& b,
                                                    std::span<const std::string> names) {
  const builtin_overload* found = nullptr;
  for (std::size_t i = 0; i < b.count; ++i) {
    const auto& o = b.overloads[i];
    if (!takes_names(o, names)) continue;
    if (o.parameters[0].name == names[0]) return &o;
    if (found == nullptr) found = &o;
  }
  return found;
}

NORMA_INLINE const builtin_overload* choose_overload(const builtin& b, std::size_t count,
                                                     std::span<const std::string> names) {
  if (!names.empty()) return choose_by_name(b, names);
  for (std::size_t i = 0; i < b.count; ++i) {
    const auto& o = b.overloads[i];
    std::size_t least = 0;
    while (least < o.count && !o.parameters[least].optional) ++least;
    const auto most = o.more == tail::none ? o.count : static_cast<std::size_t>(-1);
    if (count >= least && count <= most) return &o;
  }
  return nullptr;
}

NORMA_INLINE std::optional<day_span> days_within(const value& d, date as_of) {
  std::optional<std::int64_t> length;
  const auto* months = d.months();
  if (months != nullptr) length = months->months;
  if (const auto* days = d.days()) length = days->whole_days();
  if (!length || *length < 0) return std::nullopt;
  // A period longer than the calendar began before it.
  const auto first = *date::of(-999'999'999, 1, 1);
  if (months == nullptr)
    return day_span{as_of.plus_days(-*length).value_or(first), as_of};
  auto from = as_of.plus_months(-*length);
  if (!from) return day_span{first, as_of};
  // Months are counted from x: shorter ones make the days differ by a few.
  const auto reaches = [&](date x) {
    const auto end = x.plus_months(*length);
    return !end || *end >= as_of;
  };
  while (!reaches(*from)) from = from->plus_days(1);
  for (auto earlier = from->plus_days(-1); earlier && reaches(*earlier);
       earlier = from->plus_days(-1))
    from = earlier;
  return day_span{*from, as_of};
}

NORMA_INLINE std::optional<bool> is_within(date x, const value& d, date as_of) {
  std::optional<duration> lasting;
  if (const auto* months = d.months()) lasting = *months;
  if (const auto* days = d.days()) lasting = *days;
  if (!lasting || !counts_days(*lasting)) return std::nullopt;
  return holds_on(x, *lasting, as_of);
}

NORMA_INLINE std::optional<number> real_power(const number& base, const number& exponent,
                                              std::size_t max_digits) {
  if (base.sign() <= 0) return std::nullopt;
  if (base == number{1}) return base;
  return real_exp(exponent * real_log_working(base), max_digits);
}

}  // namespace norma::expr::detail

namespace norma::expr {

NORMA_INLINE std::vector<builtin_summary> all_builtins() {
  std::vector<builtin_summary> result;
  for (const auto& b : detail::builtin_table) {
    builtin_summary summary{b.name, {}};
    for (std::size_t i = 0; i < b.count; ++i)
      summary.forms.push_back(detail::describe_overload(b.name, b.overloads[i]));
    result.push_back(std::move(summary));
  }
  return result;
}

}  // namespace norma::expr
