// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::copy_if, std::find_if, std::stable_sort
#include <cstddef>      // std::size_t
#include <cstdint>      // std::int32_t, std::int64_t, std::uint32_t
#include <iterator>     // std::back_inserter
#include <map>          // std::map
#include <optional>     // std::optional
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/column_kinds.ipp>
#include <norma/batch/impl/column_shape.ipp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/error.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/asked_facts.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/fact_names.hpp>
#include <norma/rule/reads.hpp>

// What is wrong with the columns of a frame as a whole. What is wrong with a single value
// is an error in the data of that row, as its explanation tells.

namespace norma::batch::detail {

/// The slots of facts that are read of units that a fact lists.
[[nodiscard]] inline std::set<std::uint32_t> slots_read(const fact_definition& listing,
                                                        const pack_content& pack) {
  std::set<std::uint32_t> all;
  const auto view = pack.member_views.find(listing.element->type.record->id);
  if (view == pack.member_views.end()) return all;
  for (const auto* slots : {&view->second.rests_on, &view->second.judged_on}) {
    all.insert(slots->begin(), slots->end());
  }
  return all;
}

/// The slots of facts whose columns are looked at.
struct checked_slots {
  /// `also`: what is read besides what the standard reads.
  explicit checked_slots(const standard& by, std::set<std::uint32_t> also = {})
      : asked(std::move(also)) {
    norma::detail::add_slots(by.definition().root, asked);
    read = asked;
    norma::detail::add_inputs(by.words(), read);
  }

  std::set<std::uint32_t> asked;
  std::set<std::uint32_t> read;  ///< what derived ones rest on, too
};

class column_check {
 public:
  column_check(const frame& units, const standard& by, const checked_slots& slots)
      : units_(units), by_(by), slots_(slots) {}

  [[nodiscard]] std::vector<diagnostic> findings() {
    const standard_definition& d = by_.definition();
    const unit alike{.kind = units_.kind, .area_kind = units_.area_kind};
    if (units_.kind != d.unit || !d.is_for(alike)) {
      const bool below = units_.kind == d.unit;
      find("N0665", {below ? units_.area_kind : units_.kind, by_.id(),
                     below ? d.area_kind : d.unit});
      return std::move(found_);
    }
    for (const named_column& each : units_.columns) {
      if (!is_whole(each.content)) find("N0690", {each.name});
    }
    if (!found_.empty()) return std::move(found_);
    for (const named_column& each : units_.columns) {
      const column& c = each.content;
      if (c.is != layout::none && c.length != units_.rows) {
        find("N0660", {each.name, std::to_string(c.length), std::to_string(units_.rows)});
      }
      check_length(each.name, c);
    }
    check_units({}, units_.columns, by_.words(), slots_.read);
    tell_missing(slots_.asked);
    return std::move(found_);
  }

 private:
  void find(std::string_view code, std::vector<std::string> arguments) {
    found_.push_back({std::string(code), std::move(arguments), {}, {}});
  }

  /// What a column points to is there: elements of lists, fields of structures.
  void check_length(const std::string& name, const column& c) {
    if (!lies_aligned(c)) find("N0693", {name});
    if (const auto row = torn_row(c)) {
      find("N0674", {name, std::to_string(*row + 1)});
      return;
    }
    constexpr std::size_t most = limits{}.list_items;
    if (const auto row = endless_row(c, most)) {
      find("N0694", {name, std::to_string(*row + 1), std::to_string(most)});
      return;
    }
    if (c.is == layout::dictionary) return check_length(name, c.children.front().content);
    if (c.is == layout::none || c.length == 0) return;
    std::size_t end = c.offset + c.length;
    if (is_list(c)) end = stretch_at(c, c.length - 1).end;
    for (const named_column& child : c.children) {
      const column& below = child.content;
      const std::string place = is_list(c) ? name + "[]" : name + '.' + child.name;
      if (below.is == layout::none) continue;
      if (below.length < end) {
        find("N0668", {place, std::to_string(below.length), std::to_string(end)});
      } else {
        check_length(place, below);
      }
    }
  }

  /// The columns of units; `place` is of the list that they stand in (`members[].`).
  void check_units(const std::string& place, const std::vector<named_column>& columns,
                   const vocabulary& words, const std::set<std::uint32_t>& read) {
    for (const named_column& each : columns) {
      const bool own = each.name == "id" || each.name == "name" ||
                       (each.name == "kind" && !place.empty());
      if (!own) {
        check_name(place, each, columns, words, read);
      } else if (column_named(columns, each.name) != &each.content) {
        find("N0661", {place + each.name, place + each.name, place + each.name});
      }
    }
    for (const std::uint32_t slot : read) {
      const fact_definition* f = words.fact(slot);
      if (f == nullptr) continue;
      const named_column* given = given_for(*f, columns);
      if (given != nullptr) {
        check_values(place + given->name, given->content, *f);
      } else if (!f->derived() && !place.empty()) {
        find("N0663", {place + f->name, f->alias});
      }
    }
  }

  /// Facts without a column, in the order in which the standard asks for them. What a
  /// derived fact rests on is not missed where that has a column itself.
  void tell_missing(std::set<std::uint32_t> read) {
    const vocabulary& words = by_.words();
    for (auto i = words.derived.rbegin(); i != words.derived.rend(); ++i) {
      const fact_definition& f = *words.fact(*i);
      if (read.count(*i) == 0 || column_of(units_.columns, f) != nullptr) continue;
      const auto& inputs = norma::detail::inputs_of(f);
      read.insert(inputs.begin(), inputs.end());
    }
    const auto is_missing = [&](std::uint32_t slot) {
      const fact_definition* f = words.fact(slot);
      return f != nullptr && !f->derived() && column_of(units_.columns, *f) == nullptr;
    };
    std::vector<std::uint32_t> missing;
    std::copy_if(read.begin(), read.end(), std::back_inserter(missing), is_missing);
    if (missing.empty()) return;
    std::map<std::uint32_t, std::size_t> places;
    for (const asked_fact& one : facts_asked(by_).facts) {
      places.emplace(one.slot, places.size());
    }
    const auto place = [&](std::uint32_t slot) {
      const auto known = places.find(slot);
      return known == places.end() ? places.size() : known->second;
    };
    std::stable_sort(
        missing.begin(), missing.end(),
        [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
    for (const std::uint32_t slot : missing) {
      find("N0663", {words.fact(slot)->name, words.fact(slot)->alias});
    }
  }

  void check_name(const std::string& place, const named_column& each,
                  const std::vector<named_column>& columns, const vocabulary& words,
                  const std::set<std::uint32_t>& read) {
    const column& c = each.content;
    const std::string_view of_days = fact_of_days(each.name);
    const bool days = !of_days.empty();
    const std::string fact(days ? of_days : std::string_view(each.name));
    const auto slot = words.find_fact(fact);
    if (!slot) {
      find("N0664", {place + each.name, did_you_mean(fact, fact_names(words))});
      return;
    }
    if (days && c.is != layout::date32 && c.is != layout::none) {
      find("N0662",
           {place + each.name, word_argument("R0905"), word_argument(kind_of_column(c))});
    }
    const fact_definition& f = *words.fact(*slot);
    if (!days && read.count(*slot) == 0 && !can_hold(c, f)) {
      found_.push_back(wrong_kind(place + each.name, c, f, "N0678"));
    }
    const column* first = column_of(columns, f, days ? day_suffix : std::string_view{});
    if (first == &c) return;
    const auto same = [&](const named_column& other) { return &other.content == first; };
    find("N0661", {place + f.name,
                   place + std::find_if(columns.begin(), columns.end(), same)->name,
                   place + each.name});
  }

  /// That the column, and what it is made of, can hold values of the fact.
  void check_values(const std::string& name, const column& c, const fact_definition& f) {
    if (c.is == layout::none) return;
    if (!can_hold(c, f)) {
      found_.push_back(wrong_kind(name, c, f));
      return;
    }
    if (f.declared == fact_type::list && f.element) {
      const column& elements = c.children.front().content;
      if (!f.lists_units()) {
        check_values(name + "[]", elements, *f.element);
      } else if (elements.is == layout::structure) {
        check_units(name + "[].", elements.children, words_of_listed(f, by_.content()),
                    slots_read(f, by_.content()));
      } else if (elements.is != layout::none) {
        find("N0662", {name + "[]", word_argument("R0912"),
                       word_argument(kind_of_column(elements))});
      }
      return;
    }
    if (c.is != layout::structure) return;
    for (const named_column& child : c.children) check_field(name, child, f);
    if (f.declared == fact_type::period) {
      for (const char* const end : {"from", "to"}) {
        check_once(name, c, end, [end](std::string_view given) { return given == end; });
      }
    }
    for (const fact_definition& field : f.fields) {
      check_once(name, c, field.name,
                 [&field](std::string_view given) { return is_called(field, given); });
    }
  }

  /// No two columns of a structure are the same field.
  template <class Is>
  void check_once(const std::string& name, const column& c, const std::string& field,
                  const Is& is_field) {
    const named_column* first = nullptr;
    for (const named_column& child : c.children) {
      if (!is_field(child.name)) continue;
      if (first != nullptr) {
        find("N0661",
             {name + '.' + field, name + '.' + first->name, name + '.' + child.name});
      } else {
        first = &child;
      }
    }
  }

  void check_field(const std::string& name, const named_column& child,
                   const fact_definition& of) {
    const std::string place = name + '.' + child.name;
    if (of.declared == fact_type::period && of.fields.empty()) {
      const bool day = child.content.is == layout::date32;
      if ((child.name == "from" || child.name == "to") && !day &&
          child.content.is != layout::none) {
        find("N0662", {place, word_argument("R0905"),
                       word_argument(kind_of_column(child.content))});
      }
      return;
    }
    std::vector<std::string> names;
    for (const fact_definition& field : of.fields) {
      if (is_called(field, child.name)) {
        check_values(place, child.content, field);
        return;
      }
      names.push_back(field.name);
    }
    if (!of.fields.empty()) find("N0664", {place, did_you_mean(child.name, names)});
  }

  /// The column of the fact with the name that it bears; null if there is none.
  [[nodiscard]] static const named_column* given_for(
      const fact_definition& f, const std::vector<named_column>& columns) {
    const column* wanted = column_of(columns, f);
    const auto same = [&](const named_column& each) { return &each.content == wanted; };
    const auto found = std::find_if(columns.begin(), columns.end(), same);
    return found == columns.end() ? nullptr : &*found;
  }

  const frame& units_;
  const standard& by_;
  const checked_slots& slots_;
  std::vector<diagnostic> found_;
};

}  // namespace norma::batch::detail
