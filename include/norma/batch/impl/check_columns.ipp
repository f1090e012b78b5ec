// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::any_of
#include <cstdint>      // std::uint32_t
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/batch/impl/frame_columns.ipp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

// What is wrong with the columns of a frame as a whole. What is wrong with a single value
// is an error in the data of that row, as its explanation tells.

namespace norma::batch::detail {

[[nodiscard]] inline bool is_list(const column& c) {
  return c.is == layout::list || c.is == layout::large_list;
}
[[nodiscard]] inline bool is_text(const column& c) {
  return c.is == layout::text || c.is == layout::large_text || c.is == layout::dictionary;
}

/// True if the column can hold values of the fact at all.
[[nodiscard]] inline bool can_hold(const column& c, const fact_definition& f) {
  if (c.is == layout::none) return true;
  switch (f.declared) {
    case fact_type::boolean:
      return c.is == layout::boolean || c.is == layout::boolean_byte;
    case fact_type::count:
    case fact_type::amount:
    case fact_type::number:
      return is_integer(c.is) || c.is == layout::float64 || c.is == layout::decimal128;
    case fact_type::date: return c.is == layout::date32;
    case fact_type::text:
    case fact_type::category: return is_text(c);
    case fact_type::set: return is_list(c) && is_text(c.children.front().content);
    case fact_type::list: return is_list(c);
    case fact_type::period: return c.is == layout::structure;
    default: return false;
  }
}

/// The kind of values that a fact, or a column, has: a code of the catalogue.
[[nodiscard]] inline std::string_view kind_of_fact(const fact_definition& f) {
  switch (f.declared) {
    case fact_type::boolean: return "R0902";
    case fact_type::count:
    case fact_type::amount:
    case fact_type::number: return "R0903";
    case fact_type::date: return "R0905";
    case fact_type::text:
    case fact_type::category: return "R0904";
    case fact_type::duration: return "R0914";
    case fact_type::period: return "R0912";
    default: return "R0911";
  }
}
[[nodiscard]] inline std::string_view kind_of_column(const column& c) {
  if (c.is == layout::boolean || c.is == layout::boolean_byte) return "R0902";
  if (c.is == layout::date32) return "R0905";
  if (is_text(c)) return "R0904";
  if (is_list(c)) return "R0911";
  return c.is == layout::structure ? "R0912" : "R0903";
}

/// Told of the column `name` where it can not hold the fact.
[[nodiscard]] inline diagnostic wrong_kind(std::string name, const column& c,
                                           const fact_definition& f) {
  return {
      "N0662",
      {std::move(name), word_argument(kind_of_fact(f)), word_argument(kind_of_column(c))},
      {},
      {}};
}

/// The slots of facts that are read from outside, those under derived facts included.
[[nodiscard]] inline std::set<std::uint32_t> slots_read(const rule_node& root,
                                                        const vocabulary& words) {
  std::set<std::uint32_t> all;
  norma::detail::add_slots(root, all);
  // Derived facts rest on what stands before them.
  for (auto i = words.derived.rbegin(); i != words.derived.rend(); ++i) {
    if (all.count(*i) == 0) continue;
    const auto& inputs = norma::detail::inputs_of(*words.fact(*i));
    all.insert(inputs.begin(), inputs.end());
  }
  return all;
}

class column_check {
 public:
  column_check(const frame& units, const standard& by)
      : units_(units), by_(by), words_(by.words()) {}

  [[nodiscard]] std::vector<diagnostic> findings() {
    const std::string& kind = by_.definition().unit;
    if (units_.kind != kind) {
      find("N0665", {units_.kind, by_.id(), kind});
      return std::move(found_);
    }
    for (std::uint32_t slot = 0; slot < words_.slots.size(); ++slot) {
      const fact_definition* f = words_.fact(slot);
      if (f == nullptr) continue;
      names_.push_back(f->name);
      if (!f->alias.empty()) names_.push_back(f->alias);
    }
    for (const named_column& each : units_.columns) check_column(each);
    for (const std::uint32_t slot : slots_read(by_.definition().root, words_)) {
      const fact_definition* f = words_.fact(slot);
      if (f != nullptr) check_fact(*f);
    }
    return std::move(found_);
  }

 private:
  void find(std::string_view code, std::vector<std::string> arguments) {
    found_.push_back({std::string(code), std::move(arguments), {}, {}});
  }

  void check_column(const named_column& each) {
    const column& c = each.content;
    if (c.is != layout::none && c.length != units_.rows) {
      find("N0660", {each.name, std::to_string(c.length), std::to_string(units_.rows)});
    }
    if (each.name == "id" || each.name == "name") return;
    std::string fact = each.name;
    const bool days = fact.size() > day_suffix.size() && fact.ends_with(day_suffix);
    if (days) fact.resize(fact.size() - day_suffix.size());
    const auto slot = words_.find_fact(fact);
    if (!slot) {
      find("N0664", {each.name, did_you_mean(fact, names_)});
      return;
    }
    if (days && c.is != layout::date32 && c.is != layout::none) {
      find("N0662",
           {each.name, word_argument("R0905"), word_argument(kind_of_column(c))});
    }
    const fact_definition& f = *words_.fact(*slot);
    const column* first = column_of(units_, f, days ? day_suffix : std::string_view{});
    if (first != &c) find("N0661", {f.name, name_of(first), each.name});
  }

  void check_fact(const fact_definition& f) {
    const column* c = column_of(units_, f);
    if (c == nullptr) {
      if (!f.derived()) find("N0663", {f.name, f.alias});
    } else if (f.lists_units()) {
      find("N0668", {name_of(c)});
    } else if (!can_hold(*c, f)) {
      found_.push_back(wrong_kind(name_of(c), *c, f));
    }
  }

  [[nodiscard]] std::string name_of(const column* c) const {
    for (const named_column& each : units_.columns) {
      if (&each.content == c) return each.name;
    }
    return {};
  }

  const frame& units_;
  const standard& by_;
  const vocabulary& words_;
  std::vector<std::string> names_;
  std::vector<diagnostic> found_;
};

}  // namespace norma::batch::detail
