// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>
#include <norma/expr/print.hpp>
#include <norma/load/impl/pack_builder.ipp>
#include <norma/rule/content.hpp>

// The words of each kind of unit: facts and parameters get slots, then their
// conditions are compiled, then derived facts are put in order.

namespace norma::load_detail {

inline void pack_builder::build_vocabularies() {
  for (const auto& [id, kind] : content_.units) {
    vocabulary& words = content_.vocabularies[id];
    words.unit = id;
    add_names(words);
    add_overrides(words);
  }
  for (auto& [id, words] : content_.vocabularies) {
    compile_facts(words);
    order_derived(words);
    check_overrides(words);
  }
}

inline const pack_source* pack_builder::pack_named(std::string_view id) const {
  for (const auto& pack : packs_) {
    if (pack->identity.id == id) return pack.get();
  }
  return nullptr;
}

inline const expr::scope& pack_builder::names_for(const vocabulary& words,
                                                  const std::string& pack) const {
  const auto other = other_names_.find({words.unit, pack});
  return other == other_names_.end() ? words.names : other->second;
}

/// Lets each pack see the parameters that it or the nearest pack above it
/// overrides.
inline void pack_builder::add_overrides(vocabulary& words) {
  if (overrides_.empty()) return;
  std::map<std::pair<std::string, std::string>, std::uint32_t> slots;
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const auto* p = std::get_if<parameter>(&words.slots[slot]);
    if (p != nullptr && p->overrides) slots.emplace(std::pair{p->pack, p->name}, slot);
  }
  const expr::scope without = words.names;
  for (const auto& pack : packs_) {
    expr::scope names = without;
    std::set<std::string> nearer;
    for (const pack_source* at = pack.get(); at != nullptr; at = at->extends) {
      for (const auto& [place, slot] : slots) {
        if (place.first != at->identity.id || !nearer.insert(place.second).second) continue;
        names[place.second] = {std::get<parameter>(words.slots[slot]).type, slot};
      }
    }
    if (pack.get() == layers_.front()) {
      words.names = std::move(names);
    } else {
      other_names_[{words.unit, pack->identity.id}] = std::move(names);
    }
  }
}

/// A fact has one value for all standards: one that rests on a parameter of
/// its own pack would not follow a lower pack's value.
inline void pack_builder::check_overrides(const vocabulary& words) const {
  if (overrides_.empty()) return;
  const auto rests_on = [&](const fact_definition& f, const std::string& name) {
    const auto is_it = [&](std::uint32_t slot) {
      const auto* p = std::get_if<parameter>(&words.slots[slot]);
      return p != nullptr && p->name == name;
    };
    const auto reads = [&](const expr::expression& e) {
      return std::any_of(e.slots.begin(), e.slots.end(), is_it);
    };
    const auto* lasting = std::get_if<std::uint32_t>(&f.valid_for);
    return (lasting != nullptr && is_it(*lasting)) || (f.value && reads(*f.value)) ||
           std::any_of(f.checks.begin(), f.checks.end(), reads);
  };
  for (const auto& [place, index] : overrides_) {
    const pack_source* above = pack_named(place.first)->extends;
    std::set<std::string> upper;
    for (; above != nullptr; above = above->extends) {
      upper.insert(above->identity.id);
      for (const pack_source* used : above->uses) upper.insert(used->identity.id);
    }
    for (const auto& slot : words.slots) {
      const auto* f = std::get_if<fact_definition>(&slot);
      if (f == nullptr || upper.count(f->pack) == 0 || !rests_on(*f, place.second)) continue;
      detail::add_finding(findings_, {"N0558",
                                      {place.second, f->name, f->pack},
                                      parameters_[index].where,
                                      {{"R0101", {}, f->where}}});
      break;
    }
  }
}

inline void pack_builder::add_name(vocabulary& to, const std::string& name,
                                   const expr::type& type, std::uint32_t slot,
                                   const source_span& where) {
  if (name.empty()) return;
  const auto [found, is_new] = to.names.emplace(name, expr::symbol{type, slot});
  if (is_new || found->second.slot == slot) return;
  const auto& first = to.slots[found->second.slot];
  const source_span& place =
      std::visit([](const auto& of) -> const source_span& { return of.where; }, first);
  detail::add_finding(findings_, {"N0513", {name}, where, {{"R0101", {}, place}}});
}

inline void pack_builder::add_names(vocabulary& to) {
  for (const declared_fact& fact : facts_) {
    const fact_definition& f = fact.definition;
    if (std::find(f.of.begin(), f.of.end(), to.unit) != f.of.end()) to.slots.emplace_back(f);
  }
  for (const parameter& p : parameters_) to.slots.emplace_back(p);
  // Names before aliases: a clash is laid to the alias.
  for (const bool aliases : {false, true}) {
    for (std::uint32_t slot = 0; slot < to.slots.size(); ++slot) {
      if (const fact_definition* f = to.fact(slot)) {
        add_name(to, aliases ? f->alias : f->name, f->type, slot, f->where);
      } else if (!aliases) {
        const parameter& p = std::get<parameter>(to.slots[slot]);
        if (!p.overrides) add_name(to, p.name, p.type, slot, p.where);
      }
    }
  }
}

inline void pack_builder::compile_facts(vocabulary& words) {
  for (auto& slot : words.slots) {
    auto* f = std::get_if<fact_definition>(&slot);
    if (f == nullptr) continue;
    compile_fact(words, facts_[fact_places_.at(f->name)], *f);
  }
}

inline void pack_builder::compile_fact(vocabulary& words, const declared_fact& from,
                                       fact_definition& to) {
  const yaml_reader& in = from.in;
  const expr::scope& names = names_for(words, to.pack);
  const yaml_node* checks = from.node->find("checks");
  if (in.expect_sequence(checks)) {
    for (const yaml_node& check : checks->items) {
      auto condition =
          read_condition(in, &check, names, expr::make(expr::type_kind::boolean));
      if (condition) to.checks.push_back(*std::move(condition));
    }
  }

  const yaml_node* valid_for = from.node->find("valid_for");
  if (const auto written = in.scalar(valid_for)) {
    const auto named = names.find(*written);
    const auto* p = named == names.end()
                        ? nullptr
                        : std::get_if<parameter>(&words.slots[named->second.slot]);
    if (const auto lasting = parse_plain_duration(*written)) {
      to.valid_for = *lasting;
      if (!counts_days(*lasting)) in.report("N0563", {*written}, *valid_for);
    } else if (p != nullptr && p->declared == fact_type::duration) {
      to.valid_for = named->second.slot;
      for (const dated_value& v : p->values) {
        const auto* months = v.content.months();
        const auto* days = v.content.days();
        if (months != nullptr ? counts_days(*months) : counts_days(*days)) continue;
        in.report_second("N0563", {months != nullptr ? months->to_string() : days->to_string()},
                         *valid_for, p->where);
      }
    } else if (named != names.end()) {
      in.report("N0526", {*written}, *valid_for);
    } else {
      unknown(in, *valid_for, "R0156", *written, parameter_places_);
    }
  }

  compile_dated_by(words, from, to);
  if (!to.complete.empty()) {
    const auto slot = words.find_fact(to.complete);
    const fact_definition* length = slot ? words.fact(*slot) : nullptr;
    const yaml_node& node = *from.node->find("complete");
    if (length == nullptr) {
      unknown(in, node, "R0155", to.complete, words.names);
    } else if (length->declared != fact_type::count) {
      in.report("N0527", {to.complete}, node);
    } else {
      to.complete = length->name;
    }
  }
  if (from.derived) compile_derived(words, from, to);
}

/// A fact that dates others is supplied, and its own day is nobody's concern.
inline void pack_builder::compile_dated_by(const vocabulary& words, const declared_fact& from,
                                           fact_definition& to) const {
  const yaml_reader& in = from.in;
  const yaml_node* dated_by = from.derived ? nullptr : from.node->find("dated_by");
  const auto written = in.scalar(dated_by);
  if (!written) return;
  const auto slot = words.find_fact(*written);
  const fact_definition* dating = slot ? words.fact(*slot) : nullptr;
  if (dating == nullptr) {
    unknown(in, *dated_by, "R0155", *written, words.names);
    return;
  }
  const declared_fact& declared = facts_[fact_places_.at(dating->name)];
  if (dating->declared != fact_type::date) {
    in.report_second("N0567", {*written}, *dated_by, dating->where);
  } else if (declared.derived || declared.node->find("dated_by") != nullptr) {
    in.report_second("N0568", {*written}, *dated_by, dating->where);
  } else {
    to.dated_by = *slot;
  }
}

inline void pack_builder::compile_derived(vocabulary& words, const declared_fact& from,
                                          fact_definition& to) {
  const yaml_reader& in = from.in;
  const yaml_node* condition = from.node->find("value");
  const yaml_node* named = from.node->find("table");
  if ((condition == nullptr) == (named == nullptr)) {
    in.report("N0528", {to.name}, from.node->entries.front().key);
    return;
  }
  if (condition != nullptr) {
    to.value = read_condition(in, condition, names_for(words, to.pack), to.type);
    return;
  }
  auto found = find_table(in, named);
  if (!found) return;
  const bool same_category = found->gives.category == to.type.category;
  const bool same_unit = found->gives.unit == to.type.unit || found->gives.unit.empty();
  if (found->gives.kind != to.type.kind || !same_category || !same_unit) {
    in.report("N0529", {found->id, text_argument(expr::describe(found->gives)),
                        text_argument(expr::describe(to.type))}, *named);
  }
  for (const table_input& input : found->inputs) {
    const auto slot = words.find_fact(input.fact);
    if (!slot) {
      if (may_be_lost(in.file(), lost_facts)) return;
      in.report("N0530", {found->id, input.fact, words.unit}, *named);
      return;
    }
    to.table_inputs.push_back(*slot);
  }
  to.from_table = std::move(found);
}

/// Each derived fact after those it rests on; a circle is an error.
inline void pack_builder::order_derived(vocabulary& words) {
  enum class mark : unsigned char { none, open, done };
  std::vector<mark> marks(words.slots.size(), mark::none);
  struct step {
    std::uint32_t slot;
    std::vector<std::uint32_t> needed;
    std::size_t next = 0;
  };
  // What it is computed from; of a list the full length, too.
  const auto begin = [&](std::uint32_t slot) {
    const fact_definition& f = *words.fact(slot);
    step result{slot, f.value ? f.value->slots : f.table_inputs};
    const std::size_t own = result.needed.size();
    for (std::size_t i = 0; i < own; ++i) {
      const fact_definition* input = words.fact(result.needed[i]);
      if (input == nullptr || input->complete.empty()) continue;
      if (const auto length = words.find_fact(input->complete)) {
        result.needed.push_back(*length);
      }
    }
    return result;
  };
  const auto rests = [&](std::uint32_t slot) {
    const fact_definition* f = words.fact(slot);
    return f != nullptr && f->derived();
  };
  for (std::uint32_t first = 0; first < words.slots.size(); ++first) {
    if (!rests(first) || marks[first] != mark::none) continue;
    std::vector<step> path{begin(first)};
    marks[first] = mark::open;
    while (!path.empty()) {
      step& at = path.back();
      if (at.next == at.needed.size()) {
        marks[at.slot] = mark::done;
        words.derived.push_back(at.slot);
        path.pop_back();
        continue;
      }
      const std::uint32_t next = at.needed[at.next++];
      if (!rests(next) || marks[next] == mark::done) continue;
      if (marks[next] == mark::none) {
        marks[next] = mark::open;
        path.push_back(begin(next));
        continue;
      }
      std::string circle;
      bool inside = false;
      for (const step& s : path) {
        inside = inside || s.slot == next;
        if (inside) circle += words.fact(s.slot)->name + " → ";
      }
      const fact_definition& f = *words.fact(next);
      detail::add_finding(findings_, {"N0531", {f.name, circle + f.name}, f.where, {}});
    }
  }
}

}  // namespace norma::load_detail
