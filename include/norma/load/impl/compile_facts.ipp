// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/vocabularies.ipp>

// What facts rest on: checks, how long evidence holds, full lengths of lists, what
// derived facts are computed from, and in which order.

namespace norma::load_detail {

inline void vocabulary_builder::compile_facts(vocabulary& words) const {
  for (auto& slot : words.slots) {
    auto* f = std::get_if<fact_definition>(&slot);
    if (f == nullptr) continue;
    compile_fact(words, declared_.facts[declared_.fact_places.at(f->name)], *f);
  }
}

inline void vocabulary_builder::compile_fact(const vocabulary& words,
                                             const declared_fact& from,
                                             fact_definition& to) const {
  const yaml_reader& in = from.in;
  const expr::scope& names = draft_.names_for(words, to.pack);
  const yaml_node* checks = from.node->find("checks");
  if (in.expect_sequence(checks)) {
    for (const yaml_node& check : checks->items) {
      auto condition =
          draft_.read_condition(in, &check, names, expr::make(expr::type_kind::boolean));
      if (condition) to.checks.push_back(*std::move(condition));
    }
  }

  compile_validity(words, from, to);
  compile_dated_by(words, from, to);
  if (!to.complete.empty()) {
    const auto slot = words.find_fact(to.complete);
    const fact_definition* length = slot ? words.fact(*slot) : nullptr;
    const yaml_node& node = *from.node->find("complete");
    if (length == nullptr) {
      draft_.unknown(in, node, "R0155", to.complete, words.names);
    } else if (length->declared != fact_type::count) {
      in.report("N0527", {to.complete}, node);
    } else {
      to.complete = length->name;
    }
  }
  if (from.derived) compile_derived(words, from, to);
}

/// `valid_for: 12个月`, or the name of a parameter.
inline void vocabulary_builder::compile_validity(const vocabulary& words,
                                                 const declared_fact& from,
                                                 fact_definition& to) const {
  const yaml_reader& in = from.in;
  const expr::scope& names = draft_.names_for(words, to.pack);
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
        in.report_second("N0563",
                         {months != nullptr ? months->to_string() : days->to_string()},
                         *valid_for, p->where);
      }
    } else if (named != names.end()) {
      in.report("N0526", {*written}, *valid_for);
    } else {
      draft_.unknown(in, *valid_for, "R0156", *written, declared_.parameter_places);
    }
  }
}

/// A fact that dates others is supplied, and its own day is nobody's concern.
inline void vocabulary_builder::compile_dated_by(const vocabulary& words,
                                                 const declared_fact& from,
                                                 fact_definition& to) const {
  const yaml_reader& in = from.in;
  const yaml_node* dated_by = from.derived ? nullptr : from.node->find("dated_by");
  const auto written = in.scalar(dated_by);
  if (!written) return;
  const auto slot = words.find_fact(*written);
  const fact_definition* dating = slot ? words.fact(*slot) : nullptr;
  if (dating == nullptr) {
    draft_.unknown(in, *dated_by, "R0155", *written, words.names);
    return;
  }
  const declared_fact& declared = declared_.facts[declared_.fact_places.at(dating->name)];
  if (dating->declared != fact_type::date) {
    in.report_second("N0567", {*written}, *dated_by, dating->where);
  } else if (declared.derived || declared.node->find("dated_by") != nullptr) {
    in.report_second("N0568", {*written}, *dated_by, dating->where);
  } else {
    to.dated_by = *slot;
  }
}

inline std::shared_ptr<const table> vocabulary_builder::find_table(
    const yaml_reader& in, const yaml_node* node) const {
  const auto name = in.scalar(node);
  if (!name) return nullptr;
  // `pack:table` says where it must come from.
  const std::size_t colon = name->find(':');
  const auto found = draft_.content.tables.find(
      colon == std::string::npos ? *name : name->substr(colon + 1));
  if (found != draft_.content.tables.end() &&
      (colon == std::string::npos || name->substr(0, colon) == found->second->pack)) {
    return found->second;
  }
  std::vector<std::string> known;
  for (const auto& [id, t] : draft_.content.tables) {
    known.push_back(colon == std::string::npos ? id : t->pack + ':' + id);
  }
  draft_.unknown(in, *node, "R0157", *name, known);
  return nullptr;
}

inline void vocabulary_builder::compile_derived(const vocabulary& words,
                                                const declared_fact& from,
                                                fact_definition& to) const {
  const yaml_reader& in = from.in;
  const yaml_node* condition = from.node->find("value");
  const yaml_node* named = from.node->find("table");
  if ((condition == nullptr) == (named == nullptr)) {
    in.report("N0528", {to.name}, yaml_reader::head_of(*from.node));
    return;
  }
  if (condition != nullptr) {
    to.value =
        draft_.read_condition(in, condition, draft_.names_for(words, to.pack), to.type);
    return;
  }
  auto found = find_table(in, named);
  if (!found) return;
  const bool same_category = found->gives.category == to.type.category;
  const bool same_unit = found->gives.unit == to.type.unit || found->gives.unit.empty();
  const bool known =
      found->gives.kind != expr::type_kind::any && to.type.kind != expr::type_kind::any;
  if (known && (found->gives.kind != to.type.kind || !same_category || !same_unit)) {
    in.report("N0529",
              {found->id, text_argument(expr::describe(found->gives)),
               text_argument(expr::describe(to.type))},
              *named);
  }
  for (const table_input& input : found->inputs) {
    const auto slot = words.find_fact(input.fact);
    if (!slot) {
      if (draft_.doubted.count(input.fact) != 0 ||
          draft_.may_be_lost(in.file(), lost_facts))
        return;
      in.report("N0530", {found->id, input.fact, words.unit}, *named);
      return;
    }
    to.table_inputs.push_back(*slot);
  }
  to.from_table = std::move(found);
}

/// Each derived fact after those it rests on; a circle is an error.
inline void vocabulary_builder::order_derived(vocabulary& words) const {
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
      draft_.add({"N0531", {f.name, circle + f.name}, f.where, {}});
    }
  }
}

}  // namespace norma::load_detail
