// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/wording.hpp>

#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <variant>      // std::get_if

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/cause_words.ipp>
#include <norma/assess/impl/condition_words.ipp>
#include <norma/assess/impl/value_words.ipp>
#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/standard.hpp>
#include <norma/rule/unit.hpp>

namespace norma {

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

NORMA_INLINE std::string wording::element_name(const value& v,
                                               const expr::type& as) const {
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
    const auto* unit =
        items != nullptr && at > 0 && static_cast<std::size_t>(at) <= items->size()
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
  const auto field =
      path.substr(dot + 1, stop == std::string::npos ? stop : stop - dot - 1);
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
    const bool endless = order == 0 && !percent.terminates();
    while (!endless && decimals < 30 &&
           (percent.rounded(decimals, mode) <=> bound) != order) {
      ++decimals;
    }
  }
  return percent.to_decimal(decimals, mode) + (per_mille ? " ‰" : " %");
}

NORMA_INLINE std::string wording::standard_title(std::string_view key) const {
  const auto* found = pack_.find_standard(key);
  if (found == nullptr || found->root.title.empty()) return std::string(key);
  return make_visible(found->root.title.in(lang_));
}

NORMA_INLINE std::string wording::condition(const expr::expression& e,
                                            const bound_facts& facts, bool wanted) const {
  std::string out;
  out.reserve(192);
  detail::condition_words{*this, e, facts, out}.demand(e.tree, wanted);
  return out;
}

NORMA_INLINE std::string wording::condition(const expr::expression& e,
                                            const bound_facts& facts, bool wanted,
                                            std::vector<detail::found_elements>& apart,
                                            detail::seen_elements& seen) const {
  std::string out;
  out.reserve(192);
  detail::condition_words{*this, e, facts, out, &apart, &seen}.demand(e.tree, wanted);
  return out;
}

NORMA_INLINE std::string wording::unmet(const expr::expression& e,
                                        const bound_facts& facts) const {
  std::string out;
  std::vector<detail::found_elements> apart;
  detail::condition_words{*this, e, facts, out, &apart}.demand_unmet(e.tree);
  return out;
}

NORMA_INLINE std::string wording::condition(std::uint32_t slot, const bound_facts& facts,
                                            bool wanted) const {
  const auto shown = label(slot) + ' ' + of(facts.slots[slot], *names_.fact(slot));
  return wanted ? shown : format_message("R0538", {shown}, lang_);
}

NORMA_INLINE text describe_check(const expr::expression& check,
                                 const bound_facts& facts) {
  const auto& pack = *facts.words;
  return {wording{pack, *facts.names, language::zh}.condition(check, facts),
          wording{pack, *facts.names, language::en}.condition(check, facts)};
}

NORMA_INLINE std::optional<diagnostic> unit_mismatch(const standard_definition& by,
                                                     const std::string& asked,
                                                     const unit& given) {
  if (by.is_for(given)) return std::nullopt;
  const auto& who = given.name.empty() ? given.id : given.name;
  const auto shown = who.empty() ? text() : text{"“" + who + "”", " “" + who + "”"};
  // What is no area is not of another kind of them, whatever a program says.
  const bool other_unit =
      !by.area_kind.empty() && !given.kind.empty() && given.kind != by.unit;
  return diagnostic{"N0121",
                    {asked, by.area_kind.empty() ? by.unit : by.area_kind,
                     other_unit || given.area_kind.empty() ? given.kind : given.area_kind,
                     text_argument(shown)},
                    {},
                    {}};
}

}  // namespace norma
