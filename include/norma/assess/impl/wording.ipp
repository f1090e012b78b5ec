// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/wording.hpp>

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <variant>      // std::get_if

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/condition_words.ipp>
#include <norma/assess/impl/pattern.ipp>
#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>
#include <norma/value/partial.hpp>

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
  if (lang_ == language::en && !numbering) digits = detail::group_digits(std::move(digits));
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
  if (as.category) {
    for (const auto& [id, shown] : as.category->values) {
      if (id != word) continue;
      out += shown.in(lang_);
      return;
    }
  }
  out += word;
}

// Elements are parted by a stronger sign where each has fields of its own.
NORMA_INLINE void wording::put_list(std::string& out, const list_value& items,
                                    const expr::type& as) const {
  constexpr std::size_t most = 10;
  const auto inner = as.element ? *as.element : expr::type{};
  if (items.empty()) out += detail::pattern_of("R0518", lang_);
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
    put(out, r.fields[i], field != nullptr ? field->of : expr::type{});
  }
}

NORMA_INLINE void wording::put_range(std::string& out, const value& v,
                                     const range_value& r, const expr::type& as) const {
  if (r.negated || (!r.low && !r.high)) {
    out += v.to_string();
    return;
  }
  const auto inner = as.element ? *as.element : expr::type{};
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

NORMA_INLINE bool wording::is_unit(const expr::type& as) const {
  return as.record && pack_.member_views.count(as.record->id) > 0;
}

NORMA_INLINE std::string wording::name_of(const record_value& unit) const {
  for (const char* own : {"name", "id"}) {
    const auto* text = unit.find(own);
    if (text != nullptr && text->string() != nullptr) return *text->string();
  }
  return {};
}

NORMA_INLINE std::string wording::element_name(const value& v, const expr::type& as) const {
  const auto* r = v.record();
  if (r == nullptr || !is_unit(as)) return {};
  auto who = name_of(*r);
  return who.empty() ? format_message("R0543", {}, lang_) : who;
}

NORMA_INLINE std::string wording::element_facts(
    const value& v, const expr::type& as, const std::vector<std::string>& fields) const {
  const auto* r = v.record();
  if (r == nullptr || !is_unit(as)) return of(v, as);
  std::string told;
  for (const auto& name : fields) {
    const auto* field = as.record->find(name);
    const auto* content = r->find(name);
    if (field == nullptr || content == nullptr) continue;
    if (!told.empty()) told += comma(lang_);
    told += (field->label.empty() ? field->name : field->label.in(lang_)) + ' ' +
            of(*content, field->of);
  }
  return told;
}

NORMA_INLINE std::string wording::joined(const std::string& name,
                                         const std::string& facts) const {
  if (name.empty() || facts.empty()) return name + facts;
  return format_message("R2066", {name, facts}, lang_);
}

NORMA_INLINE const std::string& wording::label(std::uint32_t slot) const {
  const auto& entry = names_.slots[slot];
  if (const auto* f = std::get_if<fact_definition>(&entry)) {
    return f->label.empty() ? f->name : f->label.in(lang_);
  }
  const auto& p = std::get<parameter>(entry);
  return p.label.empty() ? p.name : p.label.in(lang_);
}

NORMA_INLINE std::string wording::label(const std::string& path,
                                        const bound_facts* facts) const {
  const auto end = path.find_first_of("[.");
  const auto name = path.substr(0, end);
  const auto slot = names_.find_fact(name);
  if (!slot) return path;
  auto shown = label(*slot);
  if (end == std::string::npos) return shown;
  const auto dot = path.find('.', end);
  shown += path.substr(end, dot == std::string::npos ? dot : dot - end);
  if (facts != nullptr && path[end] == '[' && shown.back() == ']') {
    const auto& held = facts->slots[*slot];
    const auto* open = open_list_of(held);
    const auto* items = open != nullptr ? &open->items : held.list();
    const auto place = number::parse(path.substr(end + 1, path.find(']', end) - end - 1));
    const auto at = place ? place->to_int64().value_or(0) : 0;
    const auto* unit = items != nullptr && at > 0 &&
                               static_cast<std::size_t>(at) <= items->size()
                           ? (*items)[static_cast<std::size_t>(at) - 1].record()
                           : nullptr;
    const auto who = unit != nullptr ? name_of(*unit) : std::string{};
    if (!who.empty()) shown.insert(shown.size() - 1, ' ' + make_visible(who));
  }
  if (dot == std::string::npos) return shown;
  // A field of an element has a label as well.
  const auto& of = names_.fact(*slot)->type;
  const auto& element = of.element ? *of.element : of;
  const auto stop = path.find_first_of("[.", dot + 1);
  const auto field = path.substr(dot + 1, stop == std::string::npos ? stop : stop - dot - 1);
  const bool period = !element.record && (field == "from" || field == "to");
  if (period) {
    return shown.append(colon(lang_)) +
           format_message(field == "from" ? "R0216" : "R0217", {}, lang_);
  }
  const auto* found = element.record ? element.record->find(field) : nullptr;
  if (found == nullptr || found->label.empty()) return shown + path.substr(dot);
  return shown.append(colon(lang_)) + found->label.in(lang_) +
         (stop == std::string::npos ? std::string() : path.substr(stop));
}

NORMA_INLINE std::string wording::percentage(const number& n, bool down,
                                             const std::optional<number>& threshold,
                                             bool per_mille) {
  const number whole{per_mille ? 1000 : 100};
  const auto percent = n * whole;
  const auto mode = down ? rounding::floor : rounding::ceiling;
  int decimals = 2;
  if (threshold) {
    // What is printed stands to the threshold as the number does.
    const auto bound = *threshold * whole;
    const auto order = percent <=> bound;
    while (decimals < 30 && (percent.rounded(decimals, mode) <=> bound) != order) {
      ++decimals;
    }
  }
  return percent.to_decimal(decimals, mode) + (per_mille ? " ‰" : " %");
}

NORMA_INLINE std::string wording::condition(const expr::expression& e,
                                            const bound_facts& facts,
                                            bool wanted) const {
  std::string out;
  out.reserve(192);
  detail::condition_words{*this, e, facts, out}.demand(e.tree, wanted);
  return out;
}

NORMA_INLINE std::string wording::condition(
    const expr::expression& e, const bound_facts& facts, bool wanted,
    std::vector<detail::found_elements>& apart) const {
  std::string out;
  out.reserve(192);
  detail::condition_words{*this, e, facts, out, &apart}.demand(e.tree, wanted);
  return out;
}

NORMA_INLINE std::string wording::condition(std::uint32_t slot, const bound_facts& facts,
                                            bool wanted) const {
  const auto shown = label(slot) + ' ' + of(facts.slots[slot], *names_.fact(slot));
  return wanted ? shown : format_message("R0538", {shown}, lang_);
}

NORMA_INLINE text describe_check(const expr::expression& check, const bound_facts& facts) {
  const auto& pack = *facts.words;
  return {wording{pack, *facts.names, language::zh}.condition(check, facts),
          wording{pack, *facts.names, language::en}.condition(check, facts)};
}

namespace detail {

// True if argument `i` of a data error is the name of a fact.
NORMA_INLINE bool names_fact(const std::string& code, std::size_t i) {
  if (code < "N0740" || code > "N0754" || code == "N0746" || code == "N0748") return false;
  return i == 0 || (i == 2 && (code == "N0749" || code == "N0753"));
}

NORMA_INLINE std::string error_message(const cause& c, const fact_labels& label_of,
                                       language lang) {
  const auto label = c.fact.empty() ? std::string{} : label_of(c.fact);
  // Errors are explained under their code in the message catalogue.
  const auto code = c.code.starts_with('N') ? " [" + c.code + ']' : std::string{};
  if (c.code == "N0701" && !label.empty() && !c.arguments.empty()) {
    return format_message("R0211", {label, c.arguments.front()}, lang) + code;
  }
  auto arguments = c.arguments;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (names_fact(c.code, i)) arguments[i] = label_of(arguments[i]);
  }
  const auto what = format_message(c.code, arguments, lang) + code;
  // The fact is named once.
  const bool named = names_fact(c.code, 0) && !arguments.empty() && arguments[0] == label;
  return label.empty() || named ? format_message("R0208", {what}, lang)
                                : format_message("R0207", {label, what}, lang);
}

}  // namespace detail

NORMA_INLINE std::vector<std::string> facts_named(const cause& c) {
  std::vector<std::string> all;
  if (!c.fact.empty()) all.push_back(c.fact);
  for (std::size_t i = 0; i < c.arguments.size(); ++i) {
    if (detail::names_fact(c.code, i)) all.push_back(c.arguments[i]);
  }
  return all;
}

NORMA_INLINE std::string cause_message(const cause& c, const fact_labels& label_of,
                                       language lang) {
  if (c.kind == cause_kind::data_error) return detail::error_message(c, label_of, lang);
  const auto label = c.fact.empty() ? std::string{} : label_of(c.fact);
  switch (c.kind) {
    case cause_kind::missing:
      // Of a list that is not whole: so many elements have not been given.
      return c.detail.empty() ? format_message("R0201", {label}, lang)
                              : format_message("R0210", {label, c.detail}, lang);
    case cause_kind::pending: return format_message("R0202", {label, c.detail}, lang);
    case cause_kind::expired:
      return format_message("R0203", {label, c.detail, last_day_of(c)}, lang);
    case cause_kind::disagreement:
      return format_message("R0204",
                            {label, c.arguments.empty() ? c.detail : c.arguments.front()}, lang);
    case cause_kind::dated_later: return format_message("R0205", {label}, lang);
    case cause_kind::recorded_later: return format_message("R0206", {label, c.detail}, lang);
    case cause_kind::data_error: break;
  }
  return {};
}

NORMA_INLINE text describe(const cause& c, const pack_content& pack,
                           const vocabulary& names) {
  const auto words = [&](language lang) {
    const wording labels{pack, names, lang};
    return cause_message(
        c, [&labels](const std::string& fact) { return labels.label(fact); }, lang);
  };
  return {words(language::zh), words(language::en)};
}

}  // namespace norma
