// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/wording.hpp>

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <variant>      // std::get_if

#include <norma/assess/impl/condition_words.ipp>
#include <norma/core/message.hpp>

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

NORMA_INLINE std::string exact_digits(const number& n, int scale) {
  if (scale > 0 && n.rounded(scale, rounding::floor) == n) {
    return n.to_decimal(scale, rounding::floor);
  }
  return n.to_string();
}

}  // namespace detail

NORMA_INLINE std::string wording::amount(const number& n, const std::string& unit,
                                         int scale) const {
  auto digits = detail::exact_digits(n, scale);
  if (lang_ == language::en) digits = detail::group_digits(std::move(digits));
  if (unit.empty()) return digits;
  const auto found = pack_.measures.find(unit);
  if (found == pack_.measures.end()) return digits + ' ' + unit;
  const auto& word = found->second.label.in(lang_);
  if (lang_ == language::en && found->second.leads) return word + ' ' + digits;
  return digits + ' ' + word;
}

NORMA_INLINE std::string wording::of(const value& v, const fact_definition& as) const {
  if (const auto* n = v.num()) return amount(*n, as.unit, as.scale);
  return of(v, as.type);
}

NORMA_INLINE std::string wording::of(const value& v, const expr::type& as) const {
  const auto word = [this](std::string_view code) {
    return format_message(code, {}, lang_);
  };
  if (v.is_unknown()) return word("R0503");
  if (v.is_null()) return word("R0504");
  if (const auto* b = v.boolean()) return word(*b ? "R0501" : "R0502");
  if (const auto* n = v.num()) {
    const bool plain = as.unit.size() != 1 || as.unit.begin()->second != 1;
    const auto found = plain ? pack_.measures.end()
                             : pack_.measures.find(as.unit.begin()->first);
    const int scale = found != pack_.measures.end() ? found->second.scale.value_or(0) : 0;
    return amount(*n, plain ? std::string{} : as.unit.begin()->first, scale);
  }
  if (const auto* s = v.string()) {
    if (as.category) {
      for (const auto& [id, shown] : as.category->values) {
        if (id == *s) return shown.in(lang_);
      }
    }
    return *s;
  }
  if (const auto* m = v.months()) return describe(duration{*m}, lang_ == language::zh);
  if (const auto* d = v.days()) return describe(duration{*d}, lang_ == language::zh);
  if (const auto* d = v.day()) return d->to_string();
  const auto inner = as.element ? *as.element : expr::type{};
  if (const auto* items = v.list()) {
    std::string joined;
    std::size_t shown = 0;
    for (const auto& item : *items) {
      if (shown == 10) {
        joined += ", " + format_message("R0517", {std::to_string(items->size() - shown)},
                                        lang_);
        break;
      }
      if (shown++ > 0) joined += lang_ == language::zh ? "、" : ", ";
      joined += of(item, inner);
    }
    return items->empty() ? word("R0518") : joined;
  }
  if (const auto* r = v.record()) {
    std::string joined;
    for (std::size_t i = 0; i < r->fields.size(); ++i) {
      const auto& name = r->shape->names()[i];
      const auto* field = as.record ? as.record->find(name) : nullptr;
      if (i > 0) joined += lang_ == language::zh ? "，" : ", ";
      joined += field != nullptr ? field->label.in(lang_) : name;
      joined += ' ';
      joined += of(r->fields[i], field != nullptr ? field->of : expr::type{});
    }
    return joined;
  }
  if (const auto* r = v.range()) {
    if (r->negated || (!r->low && !r->high)) return v.to_string();
    const auto end = [&](const std::optional<value>& e) {
      return e && !e->is_null() ? of(*e, inner) : std::string("…");
    };
    return end(r->low) + (lang_ == language::zh ? " 至 " : " to ") + end(r->high);
  }
  return v.to_string();
}

NORMA_INLINE const std::string& wording::label(std::uint32_t slot) const {
  const auto& entry = names_.slots[slot];
  if (const auto* f = std::get_if<fact_definition>(&entry)) {
    return f->label.empty() ? f->name : f->label.in(lang_);
  }
  const auto& p = std::get<parameter>(entry);
  return p.label.empty() ? p.name : p.label.in(lang_);
}

NORMA_INLINE std::string wording::label(const std::string& path) const {
  const auto end = path.find_first_of("[.");
  const auto name = path.substr(0, end);
  const auto slot = names_.find_fact(name);
  if (!slot) return path;
  const auto& shown = label(*slot);
  return end == std::string::npos ? shown : shown + path.substr(end);
}

NORMA_INLINE std::string wording::percentage(const number& n, bool down,
                                             const std::optional<number>& threshold) {
  const auto percent = n * number{100};
  const auto mode = down ? rounding::floor : rounding::ceiling;
  int decimals = 2;
  if (threshold) {
    // What is printed stands to the threshold as the number does.
    const auto bound = *threshold * number{100};
    const auto order = percent <=> bound;
    while (decimals < 30 && (percent.rounded(decimals, mode) <=> bound) != order) {
      ++decimals;
    }
  }
  return percent.to_decimal(decimals, mode) + " %";
}

NORMA_INLINE std::string wording::condition(const expr::expression& e,
                                            const bound_facts& facts) const {
  return detail::condition_words{*this, e, facts}.show(e.tree);
}

NORMA_INLINE text describe(const cause& c, const pack_content& pack,
                           const vocabulary& names) {
  const auto words = [&](language lang) {
    const wording w{pack, names, lang};
    const auto fact = c.fact.empty() ? std::string{} : w.label(c.fact);
    switch (c.kind) {
      case cause_kind::missing: return format_message("R0201", {fact}, lang);
      case cause_kind::pending: return format_message("R0202", {fact, c.detail}, lang);
      case cause_kind::expired: return format_message("R0203", {fact, c.detail}, lang);
      case cause_kind::disagreement:
        return format_message("R0204", {fact, c.detail}, lang);
      case cause_kind::dated_later: return format_message("R0205", {fact}, lang);
      case cause_kind::recorded_later:
        return format_message("R0206", {fact, c.detail}, lang);
      case cause_kind::data_error: break;
    }
    auto what = format_message(c.code, c.arguments, lang);
    // Errors are explained under their code in the message catalogue.
    if (c.code.starts_with('N')) what += " [" + c.code + ']';
    return c.fact.empty() ? format_message("R0208", {what}, lang)
                          : format_message("R0207", {fact, what}, lang);
  };
  return {words(language::zh), words(language::en)};
}

}  // namespace norma
