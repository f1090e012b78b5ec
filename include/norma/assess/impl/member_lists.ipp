// SPDX-License-Identifier: Apache-2.0
#pragma once

// The lists of units that a standard reads, as a report shows them.

#include <algorithm>    // std::any_of, std::binary_search
#include <cstddef>      // std::ptrdiff_t, std::size_t
#include <cstdint>      // std::uint32_t
#include <iterator>     // std::prev
#include <map>          // std::map
#include <optional>     // std::optional
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/telling.ipp>
#include <norma/assess/member_list.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>
#include <norma/value/partial.hpp>

namespace norma::detail {

class member_lister {
 public:
  member_lister(const pack_content& pack, const bound_facts& facts, const telling& within)
      : pack_(pack),
        facts_(facts),
        told_(within),
        zh_(pack, *facts.names, language::zh),
        en_(pack, *facts.names, language::en) {}

  // The part at `path`, which outlives this, fails, or is open, by the elements at these
  // places.
  void note(const std::string& path, const std::string& list,
            const std::vector<std::size_t>& places) {
    if (list.empty()) return;
    for (const auto place : places) {
      if (place != 0) note(path, list, place);
    }
  }

  // A part that is open for causes of units in a list is open by them.
  void note(const std::string& path, const std::vector<cause>& causes) {
    for (const auto& c : causes) {
      const auto open = c.fact.find('[');
      const auto close = c.fact.find(']');
      if (open == std::string::npos || close == std::string::npos) continue;
      const auto place = number::parse(c.fact.substr(open + 1, close - open - 1));
      const auto at = place ? place->to_int64().value_or(0) : 0;
      if (at <= 0) continue;
      note(path, c.fact.substr(0, open), static_cast<std::size_t>(at));
      if (c.fact.size() > close + 2) open_fields_.insert(c.fact.substr(close + 2));
    }
  }

  [[nodiscard]] std::vector<member_list> make(const rule_node& root) const {
    std::vector<member_list> out;
    const auto& words = *facts_.names;
    const auto lists_units = [&words](std::uint32_t slot) {
      const auto* f = words.fact(slot);
      return f != nullptr && f->lists_units();
    };
    bool any = false;
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      any = any || lists_units(slot);
    }
    if (!any) return out;
    const auto read = reachable(root);
    for (const auto slot : read) {
      if (!lists_units(slot)) continue;
      const auto* f = words.fact(slot);
      const auto view = pack_.member_views.find(f->element->type.record->id);
      if (view == pack_.member_views.end()) continue;
      out.push_back(make(*f, slot, view->second, root, read));
    }
    return out;
  }

 private:
  void note(const std::string& path, const std::string& list, std::size_t place) {
    auto& places = decides_[list];
    // No row is shown of those behind so many.
    const bool full = places.size() == member_list::most_rows;
    if (full && place > places.rbegin()->first) return;
    if (!told_.takes(10 + path.size())) return;
    auto& parts = places[place];
    if (parts.empty() || parts.back() != &path) parts.push_back(&path);
    if (places.size() > member_list::most_rows) places.erase(std::prev(places.end()));
  }

  // Slots that the tree reads, and those that derived ones among them rest on.
  [[nodiscard]] std::set<std::uint32_t> reachable(const rule_node& root) const {
    std::set<std::uint32_t> found;
    add_slots(root, found);
    add_shown(root, found);
    std::vector<std::uint32_t> open(found.begin(), found.end());
    while (!open.empty()) {
      const auto* f = facts_.names->fact(open.back());
      open.pop_back();
      if (f == nullptr) continue;
      for (const auto input : inputs_of(*f)) {
        if (found.insert(input).second) open.push_back(input);
      }
    }
    return found;
  }

  static void add_shown(const rule_node& at, std::set<std::uint32_t>& to) {
    to.insert(at.show.begin(), at.show.end());
    for (const auto& member : at.members) add_shown(member, to);
  }

  // Fields that expressions over the list name.
  [[nodiscard]] std::set<std::string> fields_read(
      std::uint32_t list, const rule_node& root,
      const std::set<std::uint32_t>& read) const {
    std::set<std::string> names;
    const auto visit = [&](const expr::expression& e) {
      if (!std::binary_search(e.slots.begin(), e.slots.end(), list)) return;
      collect_field_names(e.tree, names);
      std::set<std::string> asked;
      collect_standards(e.tree, asked);
      for (const auto& key : asked) names.insert(expr::verdict_field(key));
    };
    visit_expressions(root, visit);
    for (const auto slot : read) {
      const auto* f = facts_.names->fact(slot);
      if (f != nullptr && f->value) visit(*f->value);
    }
    return names;
  }

  // A column, and how a value in it is worded.
  struct shown_field {
    std::string name;
    const fact_definition* fact = nullptr;  // null: a verdict
  };

  [[nodiscard]] member_list make(const fact_definition& f, std::uint32_t slot,
                                 const member_view& view, const rule_node& root,
                                 const std::set<std::uint32_t>& read) const {
    member_list out;
    out.fact = f.name;
    out.label = f.label;
    const auto names = fields_read(slot, root, read);
    const auto& words = pack_.vocabularies.at(view.unit);
    std::vector<shown_field> fields;
    for (const auto each : view.facts) {
      const auto* fact = words.fact(each);
      if (names.count(fact->name) == 0) continue;
      if (!told_.takes(80 + fact->name.size() + telling::bytes_of(fact->label))) break;
      fields.push_back({fact->name, fact});
      out.columns.push_back(
          {fact->name, fact->label, fact->unit, unit_words(fact->unit)});
    }
    for (const auto& each : view.verdicts) {
      if (names.count(each.field) == 0) continue;
      const auto* by = pack_.find_standard(each.standard);
      const auto title = by != nullptr ? by->root.title : text{};
      if (!told_.takes(80 + each.field.size() + telling::bytes_of(title))) break;
      fields.push_back({each.field, nullptr});
      out.columns.push_back({each.field, title, {}, {}});
    }
    const auto& held = facts_.slots[slot];
    const auto* open = open_list_of(held);
    const auto* items = open != nullptr ? &open->items : held.list();
    out.whole = held.list() != nullptr;
    if (open != nullptr && open->rest) out.lacking = open->rest->count;
    if (items == nullptr) return out;
    out.count = items->size();
    const auto decided = decides_.find(f.name);
    const bool all = items->size() <= member_list::most_rows;
    for (std::size_t i = 0; i < items->size(); ++i) {
      const auto* r = (*items)[i].record();
      const auto* parts =
          decided == decides_.end() ? nullptr : find(decided->second, i + 1);
      if (!all && parts == nullptr) continue;
      auto shown = row(i + 1, r, fields, parts);
      if (!shown) break;
      out.rows.push_back(*std::move(shown));
      if (out.rows.size() == member_list::most_rows) break;
    }
    drop_unused(out);
    return out;
  }

  // A fact that is known of none, and that nothing waits for, is not shown.
  void drop_unused(member_list& list) const {
    for (auto i = list.columns.size(); i-- > 0;) {
      const bool known = std::any_of(
          list.rows.begin(), list.rows.end(),
          [i](const member_list::row& r) { return !r.cells[i].content.is_unknown(); });
      if (known || open_fields_.count(list.columns[i].fact) > 0) continue;
      const auto at = static_cast<std::ptrdiff_t>(i);
      list.columns.erase(list.columns.begin() + at);
      for (auto& row : list.rows) row.cells.erase(row.cells.begin() + at);
    }
  }

  [[nodiscard]] text unit_words(const std::string& unit) const {
    const auto found = pack_.measures.find(unit);
    return found == pack_.measures.end() ? text{unit, unit} : found->second.label;
  }

  // The unit of measure stands at the head of the column.
  [[nodiscard]] text shown(const value& v, const fact_definition& f) const {
    const auto* n = v.num();
    if (n != nullptr) return {zh_.amount(*n, {}, f.scale), en_.amount(*n, {}, f.scale)};
    return {zh_.of(v, f), en_.of(v, f)};
  }

  using parts_at = std::map<std::size_t, std::vector<const std::string*>>;

  [[nodiscard]] static const std::vector<const std::string*>* find(const parts_at& in,
                                                                   std::size_t place) {
    const auto found = in.find(place);
    return found == in.end() ? nullptr : &found->second;
  }

  // Nothing where there is no room for it.
  [[nodiscard]] std::optional<member_list::row> row(
      std::size_t place, const record_value* r, const std::vector<shown_field>& fields,
      const std::vector<const std::string*>* parts) const {
    member_list::row out;
    out.place = place;
    if (parts != nullptr) {
      for (const auto* path : *parts) out.decides.push_back(*path);
    }
    const auto word = [r](const char* field) {
      const auto* found = r != nullptr ? r->find(field) : nullptr;
      return found != nullptr && found->string() != nullptr ? *found->string()
                                                            : std::string{};
    };
    out.id = word("id");
    out.name = word("name");
    if (!told_.takes(60 + out.id.size() + out.name.size())) return std::nullopt;
    for (const auto& field : fields) {
      const auto* content = r != nullptr ? r->find(field.name) : nullptr;
      if (content != nullptr && !told_.takes(*content)) return std::nullopt;
      if (content == nullptr) {
        out.cells.push_back({value::unknown(), message_text("R0503")});
      } else if (field.fact != nullptr) {
        out.cells.push_back({*content, shown(*content, *field.fact)});
      } else {
        out.cells.push_back({*content, verdict_words(*content)});
      }
      if (!told_.takes(30 + telling::bytes_of(out.cells.back().shown)))
        return std::nullopt;
    }
    return out;
  }

  [[nodiscard]] static text verdict_words(const value& v) {
    const auto* word = v.string();
    if (word == nullptr) return message_text("R2003");
    return message_text(*word == "pass" ? "R2001" : *word == "fail" ? "R2002" : "R2004");
  }

  const pack_content& pack_;
  const bound_facts& facts_;
  const telling& told_;
  wording zh_, en_;
  /// By list and place: paths of parts.
  std::map<std::string, parts_at> decides_;
  std::set<std::string> open_fields_;  ///< of units in lists, that parts wait for
};

}  // namespace norma::detail
