// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small packs made in code, so that a test of the decisions shows its rules
// beside its expectations and needs no files:
//
//     const auto by = sample_pack{}
//                         .count("signed", {.change = changeable::up})
//                         .count("due")
//                         .standard({part("rate", "rate(signed, due) >= 90%")});

#include <initializer_list>  // std::initializer_list
#include <memory>            // std::make_shared
#include <optional>          // std::optional
#include <stdexcept>         // std::logic_error
#include <string>            // std::string
#include <string_view>       // std::string_view
#include <utility>           // std::move, std::pair
#include <vector>            // std::vector

#include <norma/assess/assess.hpp>
#include <norma/assess/deciding.hpp>
#include <norma/core/message.hpp>
#include <norma/expr/check.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>
#include <norma/value/duration.hpp>

namespace norma_test {

using namespace norma;  // NOLINT: a header of tests

inline date day(std::string_view written) { return *date::parse(written); }
inline number num(std::string_view written) { return *number::parse(written); }
inline duration span_of(std::string_view written) {
  return *parse_plain_duration(written);
}

/// A statement with its day of evidence and that of its record, where there are any.
inline supplied_value dated(value content, const char* when = nullptr,
                            const char* recorded = nullptr) {
  supplied_value s;
  s.content = std::move(content);
  if (when != nullptr) s.from.edit().day = day(when);
  if (recorded != nullptr) s.from.edit().recorded = day(recorded);
  return s;
}

/// `[low..high]`
inline range_value between(value low, value high) {
  return {std::move(low), std::move(high), true, true, false};
}
inline value period(std::string_view from, std::string_view to = {}) {
  if (to.empty()) return range_value{value{day(from)}, std::nullopt, true, false, false};
  return between(day(from), day(to));
}
inline value list_of(std::initializer_list<value> items) { return list_value(items); }
inline value record(std::initializer_list<std::pair<const char*, value>> fields) {
  std::vector<std::string> names;
  record_value made;
  for (const auto& [name, content] : fields) {
    names.emplace_back(name);
    made.fields.push_back(content);
  }
  made.shape = std::make_shared<const record_shape>(std::move(names));
  return made;
}

/// The words of a condition, then those of the elements that decide it.
inline std::string whole_words(const condition_shown& c, language lang) {
  auto all = c.shown.in(lang);
  const std::string between = lang == language::zh ? "；" : "; ";
  for (const auto& group : c.deciding.get()) {
    std::string elements;
    for (const auto& one : group.first) {
      if (!elements.empty()) elements += between;
      elements += one.name.empty() ? one.shown.in(lang)
                                   : message_text("R2066", {one.name.zh, one.shown.zh},
                                                  {one.name.en, one.shown.en})
                                         .in(lang);
    }
    if (group.count > group.first.size()) {
      const auto more = std::to_string(group.count - group.first.size());
      elements += between + format_message("R0517", {more}, lang);
    }
    all += between + format_message("R0515", {elements}, lang);
  }
  return all;
}

/// What a fact is declared with besides its type.
struct declared {
  changeable change = changeable::no;
  bool optional = false;
  std::optional<range_value> range = {};
  std::vector<std::string> checks = {};
  std::optional<duration> valid_for = {};
  std::string valid_by = {};  ///< a parameter
  std::string dated_by = {};  ///< a fact, declared before
  if_supplied supplied = if_supplied::wins;
  std::string unit = {};   ///< in place of the type's own
  std::string value = {};  ///< derived by this expression
  std::string from_table = {};
  std::string complete = {};  ///< of a list: the fact that is its full length
};

/// A node of a standard as a test writes it.
struct node_spec {
  rule_node shape;
  std::string require, when, fact;
  std::vector<std::string> show;
  std::vector<node_spec> members;
};

struct part_options {
  std::string when = {};
  norma::strength strength = norma::strength::mandatory;
  day_range in_force = {};
  std::vector<std::string> show = {};
  bool exceptions = false;  ///< allowed
};

inline node_spec part(std::string id, std::string require, part_options with = {}) {
  node_spec n;
  n.shape.role = node_role::part;
  n.shape.title = {id, id};
  n.shape.id = std::move(id);
  n.shape.strength = with.strength;
  n.shape.in_force = with.in_force;
  n.shape.exceptions_allowed = with.exceptions;
  n.require = std::move(require);
  n.when = std::move(with.when);
  n.show = std::move(with.show);
  return n;
}
inline node_spec bare(const std::string& fact, part_options with = {}) {
  auto n = part(fact, "", std::move(with));
  n.fact = fact;
  return n;
}
inline node_spec shown(std::string id, std::vector<std::string> facts,
                       part_options with = {}) {
  with.show = std::move(facts);
  return part(std::move(id), "", std::move(with));
}

struct group_options {
  std::string when = {};
  day_range in_force = {};
  std::size_t n = 0;
};

inline node_spec group(std::string id, combine how, std::vector<node_spec> members,
                       group_options with = {}) {
  node_spec g;
  g.shape.role = node_role::group;
  g.shape.title = {id, id};
  g.shape.id = std::move(id);
  g.shape.combine = how;
  g.shape.at_least = with.n;
  g.shape.in_force = with.in_force;
  g.when = std::move(with.when);
  g.members = std::move(members);
  return g;
}

/// A standard inside the standard.
inline node_spec embedded(std::string id, std::vector<node_spec> items,
                          group_options with = {}) {
  auto s = group(id, combine::all, std::move(items), std::move(with));
  s.shape.role = node_role::standard;
  s.shape.embeds = std::move(id);
  return s;
}

/// A row of a table: its cells, and what it gives.
using table_line = std::pair<std::vector<std::string>, value>;

class sample_pack {
 public:
  sample_pack() {
    content_.identity = {"sample", "1.0.0", "sha256:00"};
    content_.units["enterprise"] = {"enterprise", {"企业", "enterprise"}, {}};
    content_.measures["persons"] = {"persons", {"人", "persons"}, {}, false, "person"};
    content_.measures["CNY"] = {"CNY", {"元", "CNY"}, 2, true};
    content_.documents["doc"] = {"doc", "1", {"文件", "document"}, day("2023-05-06"), {}};
    words_.unit = "enterprise";
  }

  sample_pack& boolean(std::string name, declared with = {.change = changeable::up}) {
    return add(std::move(name), fact_type::boolean, make_type(expr::type_kind::boolean),
               std::move(with));
  }
  sample_pack& count(std::string name, declared with = {}) {
    if (with.unit.empty()) with.unit = "persons";
    auto of = expr::make_number({{with.unit, 1}});
    return add(std::move(name), fact_type::count, std::move(of), std::move(with));
  }
  sample_pack& amount(std::string name, declared with = {}) {
    with.unit = "CNY";
    auto of = expr::make_number({{"CNY", 1}});
    return add(std::move(name), fact_type::amount, std::move(of), std::move(with), 2);
  }
  sample_pack& plain_number(std::string name, declared with = {}) {
    return add(std::move(name), fact_type::number, expr::make_number(), std::move(with));
  }
  sample_pack& words(std::string name, declared with = {}) {
    return add(std::move(name), fact_type::text, make_type(expr::type_kind::text),
               std::move(with));
  }
  sample_pack& date_fact(std::string name, declared with = {}) {
    return add(std::move(name), fact_type::date, make_type(expr::type_kind::date),
               std::move(with));
  }
  sample_pack& period_fact(std::string name, declared with = {}) {
    return add(std::move(name), fact_type::period,
               expr::make_range(make_type(expr::type_kind::date)), std::move(with));
  }
  /// A category `name_kind` with the given ids, in order.
  sample_pack& category(std::string name, const std::vector<std::string>& ids,
                        declared with = {}) {
    auto of = category_of(name, ids);
    return add(std::move(name), fact_type::category, std::move(of), std::move(with));
  }
  sample_pack& set_of(std::string name, const std::vector<std::string>& ids,
                      declared with = {}) {
    fact_definition element;
    element.declared = fact_type::category;
    element.type = category_of(name, ids);
    return add_list(std::move(name), fact_type::set, std::move(element), std::move(with));
  }
  sample_pack& list_of_days(std::string name, declared with = {}) {
    fact_definition element;
    element.declared = fact_type::date;
    element.type = make_type(expr::type_kind::date);
    return add_list(std::move(name), fact_type::list, std::move(element),
                    std::move(with));
  }
  sample_pack& list_of_periods(std::string name, declared with = {}) {
    fact_definition element;
    element.declared = fact_type::period;
    element.type = expr::make_range(make_type(expr::type_kind::date));
    return add_list(std::move(name), fact_type::list, std::move(element),
                    std::move(with));
  }
  sample_pack& list_of_numbers(std::string name, declared with = {}) {
    fact_definition element;
    element.declared = fact_type::count;
    element.type = expr::make_number();
    return add_list(std::move(name), fact_type::list, std::move(element),
                    std::move(with));
  }
  /// A list of records; fields of type date, boolean, duration or count.
  sample_pack& records(std::string name,
                       const std::vector<std::pair<std::string, fact_type>>& fields,
                       declared with = {}) {
    std::vector<fact_definition> all;
    for (const auto& [field, kind] : fields) {
      fact_definition f;
      f.name = field;
      f.declared = kind;
      f.type = kind == fact_type::date       ? make_type(expr::type_kind::date)
               : kind == fact_type::boolean  ? make_type(expr::type_kind::boolean)
               : kind == fact_type::duration ? make_type(expr::type_kind::duration)
               : kind == fact_type::text     ? make_type(expr::type_kind::text)
                                             : expr::make_number();
      all.push_back(std::move(f));
    }
    return records(std::move(name), std::move(all), std::move(with));
  }
  /// The same of fields that are declared by name, type and whatever else they have.
  sample_pack& records(std::string name, std::vector<fact_definition> fields,
                       declared with = {}) {
    auto shape = std::make_shared<expr::record_type>();
    shape->id = name + "_record";
    fact_definition element;
    element.declared = fact_type::list;
    for (fact_definition& f : fields) {
      f.label = {f.name, f.name};
      shape->fields.push_back({f.name, {}, f.label, f.type, f.optional});
      element.fields.push_back(std::move(f));
    }
    element.type = make_type(expr::type_kind::record);
    element.type.record = shape;
    return add_list(std::move(name), fact_type::list, std::move(element),
                    std::move(with));
  }

  sample_pack& parameter(std::string name, fact_type kind,
                         std::vector<std::pair<std::string, value>> values,
                         share_sign written = share_sign::none) {
    norma::parameter p;
    p.share = written;
    p.label = {name, name};
    p.declared = kind;
    p.type = kind == fact_type::duration ? make_type(expr::type_kind::duration)
                                         : expr::make_number();
    for (auto& [from, content] : values) {
      p.values.push_back({day(from), std::move(content), {"doc", "一"}, false});
    }
    declare(name, p.type);
    p.name = std::move(name);
    words_.slots.emplace_back(std::move(p));
    return *this;
  }

  /// A table of facts declared before it, for `from_table`.
  sample_pack& table(std::string id, std::vector<std::string> inputs,
                     std::vector<table_line> rows, hit_policy hit = hit_policy::first) {
    auto made = std::make_shared<norma::table>();
    made->id = id;
    made->hit = hit;
    for (const auto& input : inputs) {
      made->inputs.push_back({input, input, words_.names.at(input).of});
    }
    for (auto& [cells, gives] : rows) {
      table_row row;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        row.cells.push_back(
            taken(expr::compile_tests(cells[i], made->inputs[i].type, {}), cells[i]));
      }
      row.gives = std::move(gives);
      made->rows.push_back(std::move(row));
    }
    content_.tables[std::move(id)] = std::move(made);
    return *this;
  }

  /// The standard of these items, with everything compiled.
  [[nodiscard]] norma::standard standard(std::vector<node_spec> items,
                                         group_options with = {}) {
    compile_facts();
    auto root = group(".", combine::all, std::move(items), std::move(with));
    root.shape.role = node_role::standard;
    standard_definition made;
    made.id = "sample";
    made.unit = "enterprise";
    made.root = build(std::move(root), "");
    content_.vocabularies["enterprise"] = words_;
    content_.standards = {std::move(made)};
    return pack{content_}.standard("sample");
  }

  /// The slot of a fact or parameter.
  [[nodiscard]] std::uint32_t slot(std::string_view name) const {
    return words_.names.find(name)->second.slot;
  }

  /// An expression over the pack's names.
  [[nodiscard]] expr::expression compile(const std::string& text,
                                         bool rate_allowed = false) const {
    expr::check_options options;
    options.rate_allowed = rate_allowed;
    return taken(expr::compile(text, words_.names, options), text);
  }

 private:
  static expr::type make_type(expr::type_kind kind) { return expr::make(kind); }

  static expr::expression taken(expr::checked from, const std::string& text) {
    if (!from.result) {
      std::string codes;
      for (const auto& d : from.diagnostics) codes += ' ' + d.code;
      throw std::logic_error("`" + text + "` does not compile:" + codes);
    }
    return std::move(*from.result);
  }

  expr::type category_of(const std::string& name, const std::vector<std::string>& ids) {
    auto made = std::make_shared<expr::category_type>();
    made->id = name + "_kind";
    for (const auto& id : ids)
      made->values.emplace_back(id, text{id + "类", "kind " + id});
    content_.categories[made->id] = made;
    auto of = make_type(expr::type_kind::text);
    of.category = std::move(made);
    return of;
  }

  void declare(const std::string& name, const expr::type& of) {
    words_.names[name] = {of, static_cast<std::uint32_t>(words_.slots.size())};
  }

  sample_pack& add_list(std::string name, fact_type kind, fact_definition element,
                        declared with) {
    auto of = expr::make_list(element.type);
    add(std::move(name), kind, std::move(of), std::move(with));
    auto& made = std::get<fact_definition>(words_.slots.back());
    made.element = std::make_shared<fact_definition>(std::move(element));
    return *this;
  }

  sample_pack& add(std::string name, fact_type kind, expr::type of, declared with,
                   int scale = 0) {
    fact_definition f;
    f.label = {name + "数", "the " + name};
    f.of = {"enterprise"};
    f.declared = kind;
    of.optional = with.optional;
    f.type = std::move(of);
    f.unit = with.unit;
    f.scale = scale;
    f.scaled = scale > 0;
    f.range = with.range;
    f.change = with.change;
    f.optional = with.optional;
    f.supplied = with.supplied;
    if (with.valid_for) f.valid_for = *with.valid_for;
    if (!with.valid_by.empty()) f.valid_for = slot(with.valid_by);
    if (!with.dated_by.empty()) f.dated_by = slot(with.dated_by);
    f.complete = with.complete;
    declare(name, f.type);
    f.name = std::move(name);
    words_.slots.emplace_back(std::move(f));
    pending_.push_back(std::move(with));
    facts_.push_back(static_cast<std::uint32_t>(words_.slots.size() - 1));
    return *this;
  }

  // Checks and derived facts may name facts that are declared after them.
  void compile_facts() {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      auto& f = std::get<fact_definition>(words_.slots[facts_[i]]);
      for (const auto& check : pending_[i].checks) f.checks.push_back(compile(check));
      if (!pending_[i].value.empty()) f.value = compile(pending_[i].value);
      if (!pending_[i].from_table.empty()) {
        f.from_table = content_.tables.at(pending_[i].from_table);
        for (const auto& in : f.from_table->inputs)
          f.table_inputs.push_back(slot(in.fact));
      }
      if (f.derived()) words_.derived.push_back(facts_[i]);
    }
    pending_.clear();
    facts_.clear();
  }

  rule_node build(node_spec from, const std::string& above, bool is_item = false) {
    auto n = std::move(from.shape);
    n.cite = {"doc", "一"};
    const bool is_root = n.role == node_role::standard && n.embeds.empty();
    n.path = is_root ? "." : above.empty() ? n.id : above + '/' + n.id;
    if (n.role == node_role::group && is_item) n.role = node_role::item;
    if (!from.require.empty()) n.require = compile(from.require, true);
    if (!from.when.empty()) n.when = compile(from.when);
    if (!from.fact.empty()) n.fact = slot(from.fact);
    for (const auto& one : from.show) n.show.push_back(slot(one));
    for (auto& member : from.members) {
      n.members.push_back(
          build(std::move(member), is_root ? "" : n.path, n.role == node_role::standard));
    }
    return n;
  }

  pack_content content_;
  vocabulary words_;
  std::vector<declared> pending_;
  std::vector<std::uint32_t> facts_;
};

/// A unit that knows nothing yet.
inline unit enterprise() {
  unit u;
  u.kind = "enterprise";
  u.id = "1";
  u.name = "甬江泵业";
  return u;
}

/// A unit with these facts.
inline unit enterprise(std::initializer_list<std::pair<const char*, value>> facts) {
  auto u = enterprise();
  for (const auto& [name, content] : facts) u.set(name, content);
  return u;
}

inline const date today = day("2024-03-31");

/// The value of a fact after binding.
inline const value& slot_of(const bound_facts& facts, std::string_view name) {
  return facts.slots[facts.names->names.find(name)->second.slot];
}

/// The verdict of the node at `path` in a report.
inline const report_node& at(const report& r, std::string_view path) {
  const auto* found = find_node(r, path);
  if (found == nullptr) throw std::logic_error("no node " + std::string(path));
  return *found;
}

}  // namespace norma_test
