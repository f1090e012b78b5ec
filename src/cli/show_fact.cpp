// SPDX-License-Identifier: Apache-2.0
#include <algorithm>  // std::any_of
#include <iterator>   // std::size
#include <utility>    // std::pair
#include <variant>    // std::get_if
#include <vector>     // std::vector

#include <norma/assess/wording.hpp>
#include <norma/rule/content.hpp>

#include "fact_uses.hpp"
#include "show.hpp"
#include "text_table.hpp"

namespace norma::cli {

namespace {

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : ", ") + one;
  return out;
}

std::string range_words(const range_value& range) { return value(range).to_string(); }

std::string changeable_word(changeable way, const console& to) {
  switch (way) {
    case changeable::no: break;
    case changeable::up: return to.say("R1065");
    case changeable::down: return to.say("R1066");
    case changeable::either: return to.say("R1067");
  }
  return to.say("R1064");
}

class definition_page {
 public:
  definition_page(const pack& of, const vocabulary& words, const console& to,
                  const std::vector<const pack*>& others)
      : of_(of), content_(of.content()), words_(words), to_(to), others_(others) {}

  [[nodiscard]] std::string fact(const fact_definition& f, std::uint32_t slot) {
    add("R1053", f.alias);
    std::vector<std::string> kinds;
    for (const auto& kind : f.of) {
      const auto found = content_.units.find(kind);
      kinds.push_back(found == content_.units.end() ? kind
                                                    : found->second.label.in(to_.lang()));
    }
    add("R2006", joined(kinds));
    add("R1030", type_words(f));
    add("R1054", measure(f.unit));
    categories(f);
    fields(f);
    if (f.range) add("R1055", range_words(*f.range));
    for (const auto& check : f.checks) add("R1056", check.text);
    if (f.value) add("R1062", f.value->text);
    if (f.from_table) add("R1062", to_.say("R1063", {f.from_table->id}));
    if (f.derived()) {
      add("R1068", to_.say(f.supplied == if_supplied::wins ? "R1069" : "R1070"));
    }
    validity(f);
    if (f.dated_by) add("R1081", words_.fact(*f.dated_by)->name);
    add("R1075", f.complete);
    if (!f.derived()) add("R1059", changeable_word(f.change, to_));
    if (f.optional) add("R1060", to_.say("R1102"));
    add("R1057", joined(f.sources));
    add("R1078", f.note.empty() ? std::string() : f.note.in(to_.lang()));
    add("R1061", joined(uses_of(of_, words_, slot, others_)));
    return page(f.name, f.label);
  }

  [[nodiscard]] std::string parameter(const norma::parameter& p, std::uint32_t slot) {
    add("R1030", to_.say("R1002", {to_.say("R1077"), type_words(p.declared, p.type)}));
    add("R1054", measure(p.unit));
    for (const auto& dated : p.values) {
      const wording words(content_, words_, to_.lang());
      auto line = to_.say("R1071", {dated.from.to_string(), words.of(dated.content, p)});
      const auto cited = dated.cite.document + ' ' + dated.cite.clause;
      line += " (" + (dated.own_choice ? to_.say("R1072") : cited) + ')';
      add("R1107", line);
    }
    if (!p.decision.empty()) {
      const auto found = content_.decisions.find(p.decision);
      add("R1073", found == content_.decisions.end()
                       ? p.decision
                       : to_.say("R1002", {p.decision, found->second.in(to_.lang())}));
    }
    add("R1061", joined(uses_of(of_, words_, slot, others_)));
    return page(p.name, p.label);
  }

 private:
  void add(std::string_view head, const std::string& words) {
    if (!words.empty()) lines_.add({to_.say(head), make_visible(words)});
  }

  [[nodiscard]] std::string measure(const std::string& id) const {
    const auto found = content_.measures.find(id);
    if (found == content_.measures.end() || found->second.label.empty()) return id;
    const auto& label = found->second.label.in(to_.lang());
    return label == id ? id : label + " (" + id + ')';
  }

  /// The type as facts.yaml declares it.
  [[nodiscard]] std::string type_words(const fact_definition& f) const {
    if (f.declared == fact_type::set) {
      return to_.say("R1119", {f.element ? type_words(*f.element) : to_.say("R1114")});
    }
    if (f.declared != fact_type::list) return type_words(f.declared, f.type);
    if (!f.element) return to_.say("R1120", {"…"});
    const auto& record = f.element->type.record;
    return to_.say("R1120", {record ? record->id : type_words(*f.element)});
  }

  /// Of a type without elements.
  [[nodiscard]] std::string type_words(fact_type declared, const expr::type& type) const {
    static constexpr std::string_view codes[] = {"R1110", "R1111", "R1112", "R1113",
                                                 "R1114", "R1115", "R1116", "R1117"};
    if (declared == fact_type::category && type.category) {
      const auto& label = type.category->label;
      return to_.say("R1118", {label.empty() ? type.category->id : label.in(to_.lang())});
    }
    const auto place = static_cast<std::size_t>(declared);
    return place < std::size(codes) ? to_.say(codes[place]) : expr::to_string(type);
  }

  void categories(const fact_definition& f) {
    const auto* type = f.type.category ? f.type.category.get()
                       : f.type.element && f.type.element->category
                           ? f.type.element->category.get()
                           : nullptr;
    if (type == nullptr) return;
    std::vector<std::string> all;
    for (const auto& [id, label] : type->values) {
      const auto& words = label.in(to_.lang());
      all.push_back(words.empty() || words == id ? id : id + ' ' + words);
    }
    add("R1080", joined(all));
  }

  void fields(const fact_definition& f) {
    if (!f.element || f.element->fields.empty()) return;
    std::vector<std::string> all;
    for (const auto& field : f.element->fields) {
      all.push_back(field.name + ' ' + field.label.in(to_.lang()));
    }
    add("R1076", joined(all));
  }

  void validity(const fact_definition& f) {
    if (const auto* slot = std::get_if<std::uint32_t>(&f.valid_for)) {
      if (const auto* p = std::get_if<norma::parameter>(&words_.slots[*slot])) {
        add("R1058", p->name);
      }
    } else if (const auto* fixed = std::get_if<duration>(&f.valid_for)) {
      add("R1058", value(*fixed).to_string());
    }
  }

  [[nodiscard]] std::string page(const std::string& name, const text& label) const {
    return name + "  " + make_visible(label.in(to_.lang())) + '\n' +
           lines_.to_string(0, to_.width());
  }

  const pack& of_;
  const pack_content& content_;
  const vocabulary& words_;
  const console& to_;
  const std::vector<const pack*>& others_;
  text_table lines_;
};

std::string show_table(const table& t, const console& to) {
  std::string out = t.id + "  " + make_visible(t.title.in(to.lang())) + "\n\n";
  text_table lines;
  std::vector<std::string> head;
  for (const auto& input : t.inputs) head.push_back(input.column);
  head.push_back("→");
  lines.add(head);
  for (const auto& row : t.rows) {
    std::vector<std::string> cells;
    for (const auto& one : row.cells) cells.push_back(make_visible(one.text));
    const auto* word = row.gives.string();
    cells.push_back(make_visible(word != nullptr ? *word : row.gives.to_string()));
    lines.add(std::move(cells));
  }
  return out + lines.to_string();
}

}  // namespace

std::string show_fact(const pack& of, std::string_view name, const console& to,
                      const std::vector<const pack*>& others) {
  // One alias may stand for a different fact in each kind of unit.
  std::vector<std::pair<const vocabulary*, std::uint32_t>> shown;
  std::string out;
  for (const auto& entry : of.content().vocabularies) {
    const vocabulary& words = entry.second;
    const auto found = words.names.find(name);
    if (found == words.names.end()) continue;
    const auto slot = found->second.slot;
    const bool again = std::any_of(shown.begin(), shown.end(), [&](const auto& one) {
      return slot_of_same(*one.first, one.second, words) == slot;
    });
    if (again) continue;
    shown.emplace_back(&words, slot);
    definition_page page(of, words, to, others);
    const auto* f = words.fact(slot);
    out += (out.empty() ? "" : "\n") +
           (f != nullptr ? page.fact(*f, slot)
                         : page.parameter(std::get<parameter>(words.slots[slot]), slot));
  }
  if (!out.empty()) return out;
  const auto found = of.content().tables.find(std::string(name));
  return found == of.content().tables.end() ? std::string()
                                            : show_table(*found->second, to);
}

}  // namespace norma::cli
