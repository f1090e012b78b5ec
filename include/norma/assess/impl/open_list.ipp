// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lists that are not known to be whole (design section 4): what is known of the
// elements that were not given.

#include <cstdint>  // std::uint32_t
#include <string>   // std::string
#include <utility>  // std::move

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/admit.ipp>
#include <norma/assess/impl/statement.ipp>
#include <norma/rule/content.hpp>
#include <norma/value/partial.hpp>

namespace norma::detail {

NORMA_INLINE bool lies_in(const value& v, const number_bounds& bounds) {
  const auto* n = v.num();
  return n != nullptr && (!bounds.low || *bounds.low <= *n) &&
         (!bounds.high || *n <= *bounds.high);
}

// `[5..8]`, `(>= 5)`, as the rule language writes a range.
NORMA_INLINE std::string show(const number_bounds& bounds) {
  range_value range;
  if (bounds.low) range.low = *bounds.low;
  if (bounds.high) range.high = *bounds.high;
  range.low_included = range.high_included = true;
  return value{std::move(range)}.to_string();
}

// An element of which nothing was given.
NORMA_INLINE value unreported(const pack_content& pack, const fact_definition& list,
                              const cause_list& why) {
  const auto unknown_field = [&why](const fact_definition& as) {
    return value{unknown_value{why, declared_bounds(as)}};
  };
  const auto& as = *list.element;
  if (as.type.kind != expr::type_kind::record) return unknown_field(as);
  record_value all;
  if (list.lists_units()) {
    const auto view = pack.member_views.find(as.type.record->id);
    if (view == pack.member_views.end()) return value::unknown(why);
    const auto& words = pack.vocabularies.at(view->first);
    all.shape = view->second.shape;
    all.fields.assign(all.shape->names().size(), value::unknown(why));
    const auto first =
        all.fields.size() - view->second.facts.size() - view->second.verdicts.size();
    for (std::size_t i = 0; i < view->second.facts.size(); ++i) {
      all.fields[first + i] = unknown_field(*words.fact(view->second.facts[i]));
    }
    return value{std::move(all)};
  }
  std::vector<std::string> names;
  for (const auto& field : as.fields) {
    names.push_back(field.name);
    all.fields.push_back(unknown_field(field));
  }
  all.shape = std::make_shared<const record_shape>(std::move(names));
  return value{std::move(all)};
}

NORMA_INLINE value open_value(const pack_content& pack, const fact_definition& f,
                              list_value items, std::optional<std::size_t> others,
                              const cause_list& why) {
  partial_value known;
  known.list.emplace();
  known.list->items = std::move(items);
  known.list->rest = list_rest{unreported(pack, f, why), others, false, why};
  return value::unknown(why, std::move(known));
}

// A list as it stands in `stated`: as it is where it is known to be whole; with
// the elements that its full length says are missing; or with any number more.
// A list in error stays unknown, and so does one that may turn out to be absent.
NORMA_INLINE value opened(const pack_content& pack, const fact_definition& f,
                          const value& stated, const std::string& path,
                          const value* length) {
  if (!f.element) return stated;
  if (stated.is_unknown()) {
    if (f.optional || stated.partial() || in_error(stated)) return stated;
    return open_value(pack, f, {}, std::nullopt, stated.causes());
  }
  const auto* items = stated.list();
  if (items == nullptr || length == nullptr) return stated;
  const auto* full = length->num();
  if (full == nullptr) {
    const auto why = length->is_unknown()
                         ? length->causes()
                         : unknown_because(cause_kind::missing, path).causes();
    return open_value(pack, f, *items, std::nullopt, why);
  }
  const number given{static_cast<std::int64_t>(items->size())};
  const auto others = (*full - given).to_int64();
  if (!others || *others <= 0) return stated;
  return open_value(
      pack, f, *items, static_cast<std::size_t>(*others),
      unknown_because(cause_kind::missing, path, std::to_string(*others)).causes());
}

}  // namespace norma::detail
