// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint32_t
#include <utility>  // std::move

#include <norma/expr/impl/evaluator.ipp>
#include <norma/expr/impl/records_ahead.ipp>

// Names, and paths into records and lists of them.

namespace norma::expr::detail {

inline const value& evaluator::slot(const node& n, std::uint32_t index, value& scratch) {
  if (index < env_.slots.size()) return env_.slots[index];
  scratch = fail_at(n, "N0707", {n.name});
  return scratch;
}

inline const value& evaluator::look_up(const node& n, value& scratch) {
  switch (n.bound) {
    case binding::slot: return slot(n, n.index, scratch);
    case binding::local:
      if (n.index < locals_.size()) return *locals_[n.index];
      break;
    case binding::element:
      if (n.index < elements_.size()) return *elements_[n.index];
      break;
    case binding::field:
      if (n.index < elements_.size()) {
        const value& element = *elements_[n.index];
        if (const auto* record = element.record())
          if (const auto* field = field_of(n, *record)) return *field;
        scratch = element.is_unknown() ? unknown_of(element, element)
                                       : fail_at(n, "N0713", {kind_of(element), n.name});
        return scratch;
      }
      break;
    case binding::dynamic:
      for (auto element = elements_.rbegin(); element != elements_.rend(); ++element)
        if (const auto* record = (*element)->record())
          if (const auto* field = field_of(n, *record)) return *field;
      if (n.index != no_index) return slot(n, n.index, scratch);
      break;
    case binding::unresolved: break;
  }
  scratch = fail_at(n, "N0707", {n.name});
  return scratch;
}

/// The field that `n` names, or null. Where it stands is found once for all
/// records of a shape.
inline const value* evaluator::field_of(const node& n, const record_value& record) {
  constexpr std::size_t most = 16;
  const auto* shape = record.shape.get();
  for (const auto& known : places_) {
    if (known.of != &n || known.shape != shape) continue;
    return known.place < record.fields.size() ? &record.fields[known.place] : nullptr;
  }
  const auto place = shape != nullptr ? shape->find(n.name) : std::nullopt;
  if (!place) return nullptr;
  if (places_.size() < most) places_.push_back({&n, shape, *place});
  return *place < record.fields.size() ? &record.fields[*place] : nullptr;
}

inline const value& evaluator::path_ref(const node& n, value& scratch) {
  value object_scratch;
  const value& object = ref(n.children[0], object_scratch);
  if (const auto* record = object.record()) {
    // The checker knows where the field stands in records of the dictionary.
    const auto& names = record->shape ? record->shape->names() : n.names;
    const auto* field = n.index < names.size() && n.index < record->fields.size() &&
                                names[n.index] == n.name
                            ? &record->fields[n.index]
                            : field_of(n, *record);
    if (field != nullptr) {
      if (&object != &object_scratch) return *field;
      scratch = value{*field};
      return scratch;
    }
  }
  if (const auto* list = object.list())
    scratch = projection(n, *list);
  else if (const auto* open = open_list_of(object))
    scratch = projection(n, *open, object.causes());
  else
    scratch = object.is_unknown() ? unknown_of(object, object) : property(n, object);
  return scratch;
}

inline value evaluator::projection(const node& n, const list_value& list) {
  if (!spend(list.size())) return {};
  return projected(n, list);
}

inline list_value evaluator::projected(const node& n, const list_value& list) {
  list_value result;
  result.reserve(list.size());
  const records_ahead ahead(&list, n);
  for (std::size_t i = 0; i < list.size(); ++i) {
    ahead.reach(i);
    const auto& element = list[i];
    if (element.is_null() || element.is_unknown()) {
      result.push_back(element);
    } else if (const auto* record = element.record()) {
      const auto* field = field_of(n, *record);
      result.push_back(field != nullptr ? *field : value{});
    } else if (const auto* inner = element.list()) {
      result.push_back(projection(n, *inner));
    } else {
      result.push_back(property(n, element));
    }
  }
  return result;
}

/// Of a list that is open: of the elements as they are, sure or maybe.
inline value evaluator::projection(const node& n, const open_list& list,
                                   const cause_list& causes) {
  open_list result;
  result.items = projected(n, list.items);
  result.maybe = list.maybe;
  result.doubts = list.doubts;
  if (list.rest) {
    result.rest = list.rest;
    result.rest->element = projected(n, {list.rest->element}).front();
  }
  partial_value known;
  known.list = std::move(result);
  return value::unknown(env_.with_causes ? causes : nullptr, std::move(known));
}

}  // namespace norma::expr::detail
