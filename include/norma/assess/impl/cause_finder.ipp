// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why something is not known, in facts and in the elements of lists.

#include <algorithm>    // std::any_of, std::min
#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <limits>       // std::numeric_limits
#include <map>          // std::map
#include <memory>       // std::shared_ptr
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/assess/impl/condition_reading.ipp>
#include <norma/value/cause.hpp>
#include <norma/value/partial.hpp>
#include <norma/value/value.hpp>

namespace norma::detail {

using cause_set = std::set<cause>;

// A list with more unknown places than this is named as a whole.
inline constexpr std::size_t most_places = 20;

// True if the value, or anything in it, is not known.
inline bool has_unknown(const value& v) {
  if (v.is_unknown()) return true;
  const auto* items = v.list();
  if (const auto* record = v.record()) items = &record->fields;
  return items != nullptr && std::any_of(items->begin(), items->end(), has_unknown);
}

// Which elements of a list are not wholly known, and in which fields: found once for
// all conditions that read the list.
class unknown_elements {
 public:
  using places = std::vector<std::uint32_t>;

  explicit unknown_elements(const list_value& items) {
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      const auto* record = items[i].record();
      if (record != nullptr && shape_ == nullptr) {
        shape_ = record->shape.get();
        by_field_.resize(shape_ != nullptr ? shape_->names().size() : 0);
      }
      if (record == nullptr || record->shape.get() != shape_ ||
          record->fields.size() != by_field_.size()) {
        if (has_unknown(items[i])) others_.push_back(i);
        continue;
      }
      for (std::size_t k = 0; k < by_field_.size(); ++k) {
        if (has_unknown(record->fields[k])) by_field_[k].push_back(i);
      }
    }
  }

  // The elements, in their order, of which something is unknown in a field that
  // `is_read`; calls `look` with each such field, or with an element that is not of
  // the common shape as a whole, until it returns false.
  template <class Read, class Look>
  void visit(const list_value& items, const Read& is_read, const Look& look) const {
    struct cursor {
      const places* in;
      const std::size_t* field;
      std::size_t next = 0;
    };
    std::vector<std::size_t> fields;
    for (std::size_t k = 0; k < by_field_.size(); ++k) {
      if (is_read(shape_->names()[k])) fields.push_back(k);
    }
    std::vector<cursor> cursors{{&others_, nullptr}};
    for (const auto& k : fields) cursors.push_back({&by_field_[k], &k});
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    const auto place = [](const cursor& c) {
      return c.next < c.in->size() ? (*c.in)[c.next] : none;
    };
    for (auto at = none;; at = none) {
      for (const auto& c : cursors) at = std::min(at, place(c));
      if (at == none) return;
      for (auto& c : cursors) {
        if (place(c) != at) continue;
        ++c.next;
        const auto& element = items[at];
        if (!look(c.field != nullptr ? element.record()->fields[*c.field] : element))
          return;
      }
    }
  }

 private:
  const record_shape* shape_ = nullptr;  // of the first record
  std::vector<places> by_field_;         // of the records of that shape
  places others_;
};

// The same of all lists that are read.
class list_unknowns {
 public:
  [[nodiscard]] const unknown_elements& of(const list_value& items) {
    return known_.try_emplace(&items, items).first->second;
  }

 private:
  std::map<const list_value*, unknown_elements> known_;
};

// The causes of all that is unknown in a value and is looked at, as far as they are
// of use: of a list of many, only those of more places than are ever named.
class cause_finder {
 public:
  cause_finder(const reading& of, const cause_set& told) : of_(of), told_(told) {}

  // Looks at the value of a fact.
  void look(const value& v, list_unknowns& lists) {
    const auto* open = open_list_of(v);
    const auto* items = open != nullptr ? &open->items : v.list();
    if (items == nullptr) return look(v);
    take_own(v);
    lists.of(*items).visit(
        *items, [this](const std::string& field) { return is_read(field); },
        [this](const value& part) {
          look(part);
          return !found_all();
        });
  }

  cause_set found;
  cause_set found_told;  // those that are told, all of them

 private:
  void look(const value& v) {
    take_own(v);
    if (const auto* open = open_list_of(v)) look(open->items);
    if (const auto* items = v.list()) look(*items);
    if (const auto* record = v.record()) {
      const auto& chosen = chosen_fields(*record);
      for (std::size_t i = 0; i < record->fields.size(); ++i) {
        if (chosen[i]) look(record->fields[i]);
      }
    }
  }
  void look(const list_value& items) {
    for (const auto& item : items) look(item);
  }

  void take_own(const value& v) {
    if (const auto causes = v.causes()) {
      for (const auto& one : *causes) take(one);
    }
  }
  void take(const cause& one) {
    if (told_.contains(one)) found_told.insert(one);
    if (places_.size() > most_places) return;
    found.insert(one);
    places_.insert(one.fact);
  }
  // Whatever else there is, it is not taken.
  [[nodiscard]] bool found_all() const {
    return places_.size() > most_places && found_told.size() == told_.size();
  }

  [[nodiscard]] bool is_read(std::string_view field) const {
    return of_.whole_units || of_.fields.contains(field);
  }
  // By field of a record, whether it is looked at; once for all of one shape.
  const std::vector<bool>& chosen_fields(const record_value& of) {
    auto& chosen = chosen_[of.shape];
    for (auto i = chosen.size(); i < of.fields.size(); ++i) {
      chosen.push_back(is_read(of.name(i)));
    }
    return chosen;
  }

  const reading& of_;
  const cause_set& told_;
  std::set<std::string_view> places_;
  std::map<std::shared_ptr<const record_shape>, std::vector<bool>> chosen_;
};

}  // namespace norma::detail
