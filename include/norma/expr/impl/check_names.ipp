// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/impl/checker.ipp>
#include <norma/expr/impl/parse_mistakes.ipp>

// Names, paths and properties.

namespace norma::expr::detail {

inline void checker::report(const node& n, std::string_view code,
                            std::vector<std::string> words) {
  if (options_.through == door::feel) return;
  findings.push_back(
      {std::string(code), std::move(words), where_.span(text_, n.begin, n.end), {}});
}

inline std::string checker::near(std::string_view word,
                                 const std::vector<std::string>& known) {
  compared_ += known.size();
  return compared_ <= options_.compared ? did_you_mean(word, known) : std::string();
}

inline type checker::infer_name(node& n) {
  bool unsure = false;
  for (auto at = around_.rbegin(); at != around_.rend(); ++at) {
    n.index = at->index;
    if (!at->filter) {
      if (at->name != n.name) continue;
      n.bound = binding::local;
      return at->of;
    }
    if (at->of.record) {
      if (const auto* field = at->of.record->find(n.name)) {
        n.bound = binding::field;
        n.name = field->name;
        auto result = field->of;
        result.optional = result.optional || field->optional;
        return result;
      }
    } else if (at->of.kind == type_kind::any) {
      unsure = n.name != "item";
    }
    if (n.name == "item") {
      n.bound = binding::element;
      return at->of;
    }
  }
  const auto found = names_.find(n.name);
  n.index = found == names_.end() ? no_index : found->second.slot;
  if (unsure) {
    n.bound = binding::dynamic;
    return {};
  }
  if (found == names_.end()) return unknown_name(n);
  n.bound = binding::slot;
  if (!found->second.own.empty()) n.names = {found->second.own};
  return found->second.of;
}

inline std::vector<std::string> checker::visible_names() const {
  std::vector<std::string> all;
  for (const auto& one : around_) {
    if (!one.filter) all.push_back(one.name);
    if (!one.of.record) continue;
    for (const auto& field : one.of.record->fields) {
      all.push_back(field.name);
      if (!field.alias.empty()) all.push_back(field.alias);
    }
  }
  for (const auto& [name, symbol] : names_) all.push_back(name);
  return all;
}

inline type checker::unknown_name(const node& n) {
  if (options_.through == door::feel) return {};
  if (beside_) {
    const bool is_value = beside_->rank(n.name).has_value();
    const auto* id = is_value ? &n.name : value_labelled(n.name, *beside_);
    if (id != nullptr) {
      report(n, "N0402", {n.name, beside_->id, *id});
      return {};
    }
  }
  if (const auto meant = meant_by(value_habits, n.name); !meant.empty()) {
    report(n, "N0330", {n.name, std::string(meant)});
    return {};
  }
  report(
      n, "N0401",
      {n.name, compares(names_.size()) ? near(n.name, visible_names()) : std::string()});
  return {};
}

inline const type& checker::check(node& n) {
  const auto outer = beside_;
  // What stands beside a list stands beside its elements, but beside no part of
  // a call or an operation.
  const bool passes_on = n.kind == node_kind::name || n.kind == node_kind::list ||
                         n.kind == node_kind::range ||
                         n.kind == node_kind::comparison_range;
  if (!passes_on) beside_ = nullptr;
  n.checked_type = infer(n);
  beside_ = outer;
  return n.checked_type;
}

inline const type& checker::check_beside(node& n, const type& beside) {
  const auto* of = &beside;
  while (of->kind == type_kind::list && of->element) of = of->element.get();
  if (of->kind == type_kind::range && of->element) of = of->element.get();
  const auto outer = beside_;
  beside_ = of->category;
  const auto& result = check(n);
  beside_ = outer;
  return result;
}

inline type checker::infer_path(node& n) {
  const auto object = check(n.children[0]);
  if (object.kind != type_kind::list || !object.element) return property_of(n, object);
  // A path on a list is the list of what the path gives for each element.
  auto result = make_list(property_of(n, *object.element));
  result.may_be_empty = object.may_be_empty;
  return result;
}

inline type checker::no_property(const node& n, const type& object,
                                 const std::vector<std::string>& known) {
  report(n, "N0409", {word(object), n.name, near(n.name, known)});
  return {};
}

inline type checker::property_of(node& n, const type& object) {
  const auto one_of = [&](const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), n.name) == known.end())
      return no_property(n, object, known);
    return make(type_kind::number);
  };
  switch (object.kind) {
    case type_kind::any: return {};
    case type_kind::record: {
      if (!object.record) return {};
      const auto* field = object.record->find(n.name);
      if (field == nullptr) {
        std::vector<std::string> known;
        for (const auto& f : object.record->fields) known.push_back(f.name);
        return no_property(n, object, known);
      }
      n.name = field->name;
      n.index = static_cast<std::uint32_t>(field - object.record->fields.data());
      auto result = field->of;
      result.optional = result.optional || field->optional;
      return result;
    }
    case type_kind::date: return one_of({"year", "month", "day", "weekday"});
    case type_kind::time:
      if (n.name == "time offset" || n.name == "timezone") return make(type_kind::null);
      return one_of({"hour", "minute", "second"});
    case type_kind::date_time:
      if (n.name == "time offset" || n.name == "timezone") return make(type_kind::null);
      return one_of({"year", "month", "day", "weekday", "hour", "minute", "second"});
    case type_kind::months_duration: return one_of({"years", "months"});
    case type_kind::days_duration: return one_of({"days", "hours", "minutes", "seconds"});
    case type_kind::duration:
      return one_of({"years", "months", "days", "hours", "minutes", "seconds"});
    case type_kind::range:
      if (n.name == "start included" || n.name == "end included")
        return make(type_kind::boolean);
      if ((n.name == "start" || n.name == "end") && object.element) {
        auto result = *object.element;
        result.optional = true;
        return result;
      }
      return no_property(n, object, {"start", "end", "start included", "end included"});
    default: return no_property(n, object, {});
  }
}

}  // namespace norma::expr::detail
