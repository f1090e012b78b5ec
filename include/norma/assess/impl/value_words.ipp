// SPDX-License-Identifier: Apache-2.0
#pragma once

// Values as readers write them, with their unit of measure or their label.

#include <algorithm>    // std::min
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/assess/impl/pattern.ipp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>

namespace norma {

namespace detail {

// `1234567.89` as `1,234,567.89`; a fraction stays as it is.
NORMA_INLINE std::string group_digits(std::string digits) {
  if (digits.find('/') != std::string::npos) return digits;
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  auto end = digits.find('.');
  if (end == std::string::npos) end = digits.size();
  while (end > first + 3) {
    end -= 3;
    digits.insert(end, 1, ',');
  }
  return digits;
}

// Of what is not said of which type it is.
inline const expr::type any_type;

NORMA_INLINE const expr::type& element_type(const expr::type& as) {
  return as.element ? *as.element : any_type;
}

NORMA_INLINE std::string exact_digits(const number& n, int scale) {
  if (scale > 0 && n.rounded(scale, rounding::floor) == n) {
    return n.to_decimal(scale, rounding::floor);
  }
  return n.to_string();
}

}  // namespace detail

NORMA_INLINE std::string wording::amount(const number& n, const std::string& unit,
                                         int scale) const {
  std::string out;
  put_amount(out, n, unit, scale);
  return out;
}

NORMA_INLINE void wording::put_amount(std::string& out, const number& n,
                                      const std::string& unit, int scale) const {
  auto digits = detail::exact_digits(n, scale);
  const auto found = unit.empty() ? pack_.measures.end() : pack_.measures.find(unit);
  const auto* known = found != pack_.measures.end() ? &found->second : nullptr;
  // `year 2023` is no amount.
  const bool numbering = known != nullptr && known->leads && !known->scale;
  if (lang_ == language::en && !numbering)
    digits = detail::group_digits(std::move(digits));
  if (unit.empty()) {
    out += digits;
    return;
  }
  if (known != nullptr && lang_ == language::en && known->leads) {
    out.append(known->label.in(lang_)).append(" ").append(digits);
    return;
  }
  const auto word = [&]() -> const std::string& {
    if (known == nullptr) return unit;
    const bool single = lang_ == language::en && (digits == "1" || digits == "-1");
    return single && !known->one.empty() ? known->one : known->label.in(lang_);
  };
  out.append(digits).append(" ").append(word());
}

NORMA_INLINE std::string wording::of(const value& v, const fact_definition& as) const {
  std::string out;
  put(out, v, as);
  return out;
}

NORMA_INLINE std::string wording::of(const value& v, const expr::type& as) const {
  std::string out;
  put(out, v, as);
  return out;
}

NORMA_INLINE std::string wording::of(const value& v, const parameter& as) const {
  std::string out;
  put(out, v, as);
  return out;
}

NORMA_INLINE void wording::put(std::string& out, const value& v,
                               const parameter& as) const {
  const auto* n = v.num();
  if (n != nullptr && as.share != share_sign::none) {
    out += share(*n, as.share);
  } else if (n != nullptr) {
    put_amount(out, *n, as.unit, as.scale);
  } else {
    put(out, v, as.type);
  }
}

NORMA_INLINE void wording::put(std::string& out, const value& v,
                               const fact_definition& as) const {
  if (const auto* n = v.num()) {
    put_amount(out, *n, as.unit, as.scale);
  } else {
    put(out, v, as.type);
  }
}

NORMA_INLINE void wording::put(std::string& out, const value& v,
                               const expr::type& as) const {
  if (const auto* b = v.boolean()) {
    out += detail::pattern_of(*b ? "R0501" : "R0502", lang_);
  } else if (v.is_unknown()) {
    out += detail::pattern_of("R0503", lang_);
  } else if (v.is_null()) {
    out += detail::pattern_of("R0504", lang_);
  } else if (const auto* n = v.num()) {
    put_number(out, *n, as);
  } else if (const auto* s = v.string()) {
    put_word(out, *s, as);
  } else if (const auto* m = v.months()) {
    out += describe(duration{*m}, lang_ == language::zh);
  } else if (const auto* d = v.days()) {
    out += describe(duration{*d}, lang_ == language::zh);
  } else if (const auto* day = v.day()) {
    out += day->to_string();
  } else if (const auto* items = v.list()) {
    put_list(out, *items, as);
  } else if (v.record() != nullptr && is_unit(as)) {
    out += element_name(v, as);
  } else if (const auto* r = v.record()) {
    put_record(out, *r, as);
  } else if (const auto* span = v.range()) {
    put_range(out, v, *span, as);
  } else {
    out += v.to_string();
  }
}

NORMA_INLINE void wording::put_number(std::string& out, const number& n,
                                      const expr::type& as) const {
  static const std::string plain;
  const bool named = as.unit.size() == 1 && as.unit.begin()->second == 1;
  const auto& unit = named ? as.unit.begin()->first : plain;
  const auto found = named ? pack_.measures.find(unit) : pack_.measures.end();
  put_amount(out, n, unit,
             found != pack_.measures.end() ? found->second.scale.value_or(0) : 0);
}

NORMA_INLINE void wording::put_word(std::string& out, const std::string& word,
                                    const expr::type& as) const {
  const auto place = as.category ? as.category->rank(word) : std::nullopt;
  out += place ? as.category->values[*place].second.in(lang_) : word;
}

// Elements are parted by a stronger sign where each has fields of its own.
NORMA_INLINE void wording::put_list(std::string& out, const list_value& items,
                                    const expr::type& as) const {
  constexpr std::size_t most = 10;
  const auto& inner = detail::element_type(as);
  if (items.empty()) out += detail::pattern_of("R0518", lang_);
  out.reserve(out.size() + 16 * std::min(items.size(), most));
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool parted = items[i].record() != nullptr || i == most;
    if (i > 0) out += parted ? semicolon(lang_) : list_comma(lang_);
    if (i == most) {
      out += format_message("R0517", {std::to_string(items.size() - most)}, lang_);
      break;
    }
    put(out, items[i], inner);
  }
}

NORMA_INLINE void wording::put_record(std::string& out, const record_value& r,
                                      const expr::type& as) const {
  for (std::size_t i = 0; i < r.fields.size(); ++i) {
    const auto name = r.name(i);
    const auto* field = as.record ? as.record->find(name) : nullptr;
    if (i > 0) out += comma(lang_);
    if (field != nullptr) {
      out += field->label.in(lang_);
    } else {
      out += name;
    }
    out += ' ';
    put(out, r.fields[i], field != nullptr ? field->of : detail::any_type);
  }
}

NORMA_INLINE std::string wording::share(const number& n, share_sign as) {
  if (as == share_sign::none) return n.to_string();
  const bool per_mille = as == share_sign::per_mille;
  return (n * number{per_mille ? 1000 : 100}).to_string() + (per_mille ? " ‰" : " %");
}

NORMA_INLINE void wording::put_range(std::string& out, const value& v,
                                     const range_value& r, const expr::type& as) const {
  if (r.negated || (!r.low && !r.high)) {
    out += v.to_string();
    return;
  }
  const auto& inner = detail::element_type(as);
  const auto is_unknown = [](const std::optional<value>& e) {
    return e && e->is_unknown();
  };
  const bool period = inner.kind == expr::type_kind::date;
  if (period && is_unknown(r.low) && is_unknown(r.high)) {
    out += detail::pattern_of("R0569", lang_);
    return;
  }
  const auto end = [&](const std::optional<value>& e) {
    if (e && !e->is_null()) {
      put(out, *e, inner);
    } else {
      out += "…";
    }
  };
  end(r.low);
  out += lang_ == language::zh ? " 至 " : " to ";
  end(r.high);
}

}  // namespace norma
