// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <cstdint>      // std::int32_t
#include <memory>       // std::make_unique
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/batch/impl/block_numbers.ipp>
#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/check_columns.ipp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/core/error.hpp>

// Which columns of a frame hold what a plan reads.

namespace norma::batch::detail {

/// Where the columns of a frame lie for what a plan reads.
class frame_binder {
 public:
  [[nodiscard]] static bound_scope bind(const read_scope& reads, const frame& units) {
    bound_scope result;
    result.day = units.day;
    for (const read_fact& f : reads.facts) {
      bound_fact bound;
      if (f.made()) {
        result.facts.push_back(std::move(bound));
        continue;
      }
      bound.values = column_of(units.columns, *f.is);
      bound.days = column_of(units.columns, *f.is, day_suffix);
      bind_fact(f, bound, units);
      result.facts.push_back(std::move(bound));
    }
    return result;
  }

 private:
  static void bind_fact(const read_fact& f, bound_fact& to, const frame& units) {
    if (to.values == nullptr || to.values->is == layout::none) {
      to.values = nullptr;
    } else if (!can_hold(*to.values, *f.is)) {
      throw rule_error({wrong_kind(f.is->name, *to.values, *f.is)});
    }
    if (to.values != nullptr && to.values->is != layout::none) read_scale(*f.is, to);
    const column* words = to.values;
    if (words != nullptr && f.is->declared == fact_type::set) {
      words = &words->children.front().content;
    }
    const fact_definition& worded =
        f.is->declared == fact_type::set ? *f.is->element : *f.is;
    if (words != nullptr && words->is == layout::dictionary) {
      const column& entries = words->children.front().content;
      for (std::size_t i = 0; i < entries.length; ++i) {
        to.codes.push_back(code_of_entry(worded, entries, i));
      }
    }
    if (!f.elements) return;
    to.elements = std::make_unique<bound_scope>(bind_elements(f, to.values, units));
    to.unreported = std::make_unique<bound_scope>(bind_elements(f, nullptr, units));
  }

  [[nodiscard]] static std::int32_t code_of_entry(const fact_definition& of,
                                                  const column& entries, std::size_t i) {
    if (!entries.is_valid(i)) return blank_word;
    const std::string_view word = text_at(entries, i);
    return of.type.category ? code_of(*of.type.category, word) : code_of(word);
  }

  /// How the numbers of a column are computed with.
  static void read_scale(const fact_definition& f, bound_fact& to) {
    const column& c = *to.values;
    to.ready = lies_ready(c, f);
    if (!to.ready) {
      to.scale = f.scaled ? f.scale : f.declared == fact_type::number ? 6 : 0;
    } else if (c.is != layout::date32) {
      to.scale = c.scale;
    }
    to.range = integers_in_range(f, to.scale);
  }

  [[nodiscard]] static bound_scope bind_elements(const read_fact& list,
                                                 const column* values,
                                                 const frame& units) {
    bound_scope result;
    const column* element =
        values == nullptr ? nullptr : &values->children.front().content;
    const bool fields = element != nullptr && element->is == layout::structure;
    // Records of which nothing is known are none with blank fields.
    const bool unknown = element != nullptr && element->is == layout::none &&
                         !list.is->element->fields.empty();
    if (fields || unknown) result.whole = element;
    for (const read_fact& f : list.elements->facts) {
      bound_fact bound;
      if (f.made()) {
        result.facts.push_back(std::move(bound));
        continue;
      }
      if (f.outer) {
        bound.values = column_of(units.columns, *f.is);
      } else if (fields && f.is != list.is->element.get()) {
        const column* child = field_of(*element, *f.is);
        if (child != nullptr) {
          auto view = std::make_unique<column>(*child);
          view->offset += element->offset;
          bound.values = view.get();
          result.own_views.push_back(std::move(view));
        }
      } else {
        bound.values = element;
      }
      bind_fact(f, bound, units);
      result.facts.push_back(std::move(bound));
    }
    return result;
  }
};

}  // namespace norma::batch::detail
