// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a report shows of this unit at a node, in both languages: conditions, facts,
// distances.

#include <algorithm>  // std::find, std::none_of
#include <cstdint>    // std::uint32_t
#include <memory>     // std::make_shared, std::shared_ptr
#include <optional>   // std::optional
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/deciding.hpp>
#include <norma/assess/distance.hpp>
#include <norma/assess/impl/deciding_elements.ipp>
#include <norma/assess/impl/report_bytes.ipp>
#include <norma/assess/impl/telling.ipp>
#include <norma/assess/report.hpp>
#include <norma/assess/wording.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

class shown_words {
 public:
  shown_words(const standard& by, const bound_facts& facts)
      : facts_(facts),
        told_(facts.account),
        kept_(std::make_shared<const content_kept>(
            content_kept{by.shared_content(), facts.words})),
        zh_(by.content(), *facts.names, language::zh),
        en_(by.content(), *facts.names, language::en),
        causes_(told_, zh_, en_, &facts) {}
  shown_words(const shown_words&) = delete;
  shown_words& operator=(const shown_words&) = delete;

  [[nodiscard]] const telling& told() const { return told_; }
  [[nodiscard]] const told_causes& causes() const { return causes_; }

  // What there is room for, else nothing.
  template <class T>
  [[nodiscard]] std::optional<T> if_room(T made) const {
    if (!told_.takes(report_bytes(made))) return std::nullopt;
    return made;
  }

  // A part of the pack that the report shares.
  template <class T>
  [[nodiscard]] std::shared_ptr<const T> kept(const T& part) const {
    return {kept_, &part};
  }

  // Of a part that is a boolean fact; nothing where there is no room for it.
  [[nodiscard]] std::optional<condition_shown> condition(std::uint32_t fact,
                                                         bool wanted) const {
    return if_room(condition_shown{
        facts_.names->fact(fact)->name,
        {zh_.condition(fact, facts_, wanted), en_.condition(fact, facts_, wanted)}});
  }

  // What decides it is also left in `found`, with all the places.
  [[nodiscard]] std::optional<condition_shown> condition(
      const expr::expression& e, bool wanted = true,
      std::vector<found_elements>* found = nullptr) const {
    if (!told_.has_room()) return std::nullopt;
    std::vector<found_elements> zh, en;
    seen_elements seen;
    condition_shown out{e.text,
                        {zh_.condition(e, facts_, wanted, zh, seen),
                         en_.condition(e, facts_, wanted, en, seen)}};
    std::vector<deciding_elements> deciding;
    for (std::size_t i = 0; i < zh.size() && i < en.size(); ++i) {
      deciding.push_back(zh[i].shown);
      auto& first = deciding.back().first;
      for (std::size_t k = 0; k < first.size(); ++k) {
        first[k].name.en = std::move(en[i].shown.first[k].name.en);
        first[k].shown.en = std::move(en[i].shown.first[k].shown.en);
      }
    }
    if (!deciding.empty()) out.deciding = std::move(deciding);
    if (!told_.takes(report_bytes(out))) return std::nullopt;
    if (found == nullptr) {
      drop_alike(zh, out);
    } else {
      *found = std::move(zh);
    }
    return out;
  }

  static void drop_alike(const std::vector<found_elements>& found, condition_shown& out) {
    if (std::none_of(found.begin(), found.end(),
                     [](const found_elements& one) { return one.all_alike; })) {
      return;
    }
    std::vector<deciding_elements> kept;
    for (std::size_t i = 0; i < found.size() && i < out.deciding->size(); ++i) {
      if (!found[i].all_alike) kept.push_back(out.deciding.get()[i]);
    }
    out.deciding = std::move(kept);
  }

  void facts_of(const rule_node& at, report_node& out) const {
    if (!told_.has_room()) return;
    std::vector<std::uint32_t> slots;
    slots.reserve(8);
    const auto add = [&slots](const std::vector<std::uint32_t>& more) {
      for (const auto slot : more) {
        if (std::find(slots.begin(), slots.end(), slot) == slots.end()) {
          slots.push_back(slot);
        }
      }
    };
    if (at.require) slots = at.require->slots;  // each once
    if (at.fact) add({*at.fact});
    if (at.when) add(at.when->slots);
    add(at.show);
    list_facts(slots, out);
  }

  void list_facts(const std::vector<std::uint32_t>& slots, report_node& out) const {
    for (const auto slot : slots) {
      const auto* f = facts_.names->fact(slot);
      if (f == nullptr) continue;
      const auto& v = facts_.slots[slot];
      const auto* from = facts_.from[slot].get();
      // Of units in lists JSON tells how many there are.
      const bool units = f->lists_units() && !v.is_unknown();
      if (!told_.takes(190 + f->name.size() + telling::bytes_of(f->label) +
                       (from == nullptr ? 0 : telling::bytes_of(*from))) ||
          !(units || told_.takes(v)))
        break;
      auto& shown = out.facts.emplace_back();
      shown.fact = f->name;
      shown.label = kept(f->label);
      shown.content = v;
      shown.unit = f->unit;
      shown.scale = f->scale;
      zh_.put(shown.shown.zh, v, *f);
      en_.put(shown.shown.en, v, *f);
      shown.from = facts_.from[slot];
      if (told_.takes(telling::bytes_of(shown.shown))) continue;
      out.facts.pop_back();
      break;
    }
  }

  // How far the unit is from the threshold, of what has one.
  [[nodiscard]] std::optional<distance> distance_of(const expr::expression& e,
                                                    bool wanted) const {
    if (!told_.has_room()) return std::nullopt;
    const auto t = shown_threshold(e, facts_, wanted);
    if (!t) return std::nullopt;
    const auto& f = *facts_.names->fact(t->slot);
    const auto size = t->by.sign() < 0 ? -t->by : t->by;
    const auto unit = t->counts_list ? std::string{} : f.unit;
    const int scale = t->counts_list ? 0 : f.scale;
    return if_room(
        distance{f.name,
                 kept(f.label),
                 t->by,
                 unit,
                 {zh_.amount(size, unit, scale), en_.amount(size, unit, scale)},
                 t->by.sign() < 0 && t->nearest < t->current});
  }

  // Of conditions that all have to hold, those that do not; "" where there is nothing
  // to tell apart.
  [[nodiscard]] text unmet(const expr::expression& guard) const {
    if (!told_.has_room()) return {};
    return {zh_.unmet(guard, facts_), en_.unmet(guard, facts_)};
  }

 private:
  // What the report shares with the pack keeps its content alive; counted by
  // this report alone, so that threads do not meet at one counter.
  struct content_kept {
    std::shared_ptr<const pack_content> of_standard, of_facts;
  };

  const bound_facts& facts_;
  telling told_;
  std::shared_ptr<const content_kept> kept_;
  wording zh_, en_;
  told_causes causes_;
};

}  // namespace norma::detail
