// SPDX-License-Identifier: Apache-2.0
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>

#include "asked_facts.hpp"
#include "check.hpp"
#include "command_line.hpp"
#include "console.hpp"
#include "output.hpp"
#include "packs.hpp"
#include "spared_files.hpp"
#include "text_table.hpp"

namespace norma::cli {

namespace {

/// Words in both languages, on one line.
std::string both(std::string_view code, const std::vector<std::string>& arguments = {}) {
  return format_message(code, arguments, language::zh) + " / " +
         format_message(code, arguments, language::en);
}

std::string both(const text& words) {
  if (words.zh.empty() || words.en.empty() || words.zh == words.en) {
    return make_visible(words.in(language::zh));
  }
  return make_visible(words.zh + " / " + words.en);
}

/// `industrial（工业）, …`: what is written, and behind it what that means.
std::string values_of(const expr::category_type& type, language lang = language::zh) {
  const bool zh = lang == language::zh;
  std::string all;
  for (const auto& [id, label] : type.values) {
    all += (all.empty() ? "" : ", ") + id + (zh ? "（" : " (") +
           make_visible(label.in(lang)) + (zh ? "）" : ")");
  }
  return all;
}

/// The category of a fact, or of the elements of a set or list; null if none.
const expr::category_type* category_of(const fact_definition& f) {
  if (f.type.category) return f.type.category.get();
  return f.element ? f.element->type.category.get() : nullptr;
}

/// A comment, in as many lines as it takes.
std::string comment(const std::string& words) {
  std::string out;
  for (const auto& line : fold(words, 90)) out += "  #   " + line + '\n';
  return out;
}

class fact_sheet {
 public:
  explicit fact_sheet(const criterion& by)
      : by_(by), content_(by.gates.content()), words_(by.gates.words()) {}

  [[nodiscard]] std::string write() {
    const auto& d = by_.gates.definition();
    out_ = "# " + both(d.root.title) + '\n';
    out_ += "# " + both("R1103") + '\n';
    out_ += "# " + both("R1105") + ": norma check FILE --standard " + by_.id() + '\n';
    out_ += "norma: 1\nunit: " + d.unit + '\n';
    out_ += kind_line();
    out_ += "id:\nname:\npack: " + content_.identity.id + '\n';
    out_ += "evidence: {by: , date: , recorded: }\nfacts:\n";
    const auto asked = facts_asked(by_);
    std::size_t under = 0;
    for (const auto& one : asked.facts) {
      if (one.under != under) heading(asked.headings[one.under]);
      under = one.under;
      ask(one.slot);
    }
    return out_;
  }

 private:
  // Where units of the standard are of several kinds, which is left to fill in.
  [[nodiscard]] std::string kind_line() const {
    const auto& d = by_.gates.definition();
    if (!d.area_kind.empty()) return "kind: " + d.area_kind + '\n';
    std::string all;
    const auto unit = content_.units.find(d.unit);
    if (unit == content_.units.end() || unit->second.kinds.empty()) return all;
    for (const auto& kind : unit->second.kinds) {
      all += (all.empty() ? "kind:  # " : ", ") + kind;
      const auto label = unit->second.kind_labels.find(kind);
      if (label != unit->second.kind_labels.end())
        all += " (" + both(label->second) + ')';
    }
    return all + '\n';
  }

  void heading(const fact_heading& of) {
    out_ += "\n  # " + of.cite.clause + (of.cite.clause.empty() ? "" : " ") +
            both(of.title) + '\n';
  }

  void ask(std::uint32_t slot) {
    const auto* f = words_.fact(slot);
    if (f == nullptr) return;
    std::string note = both(f->label);
    if (!f->unit.empty()) note += " [" + f->unit + ']';
    out_ += "  # " + note + '\n';
    out_ += comment(hint(*f));
    if (f->optional) out_ += comment(both("R1102"));
    if (f->derived()) out_ += comment(both("R1106"));
    if (f->dated_by) out_ += comment(dating_words(*words_.fact(*f->dated_by)));
    out_ += "  " + f->name + ":\n";
  }

  [[nodiscard]] static std::string dating_words(const fact_definition& by) {
    const auto in = [&](language lang) {
      return format_message("R1104", {make_visible(by.label.in(lang)), by.name}, lang);
    };
    return in(language::zh) + " / " + in(language::en);
  }

  [[nodiscard]] std::string hint(const fact_definition& f) const {
    switch (f.declared) {
      case fact_type::boolean: return both("R1091");
      case fact_type::count: return both("R1092");
      case fact_type::amount: return both("R1093", {std::to_string(f.scale)});
      case fact_type::number: return both("R1094");
      case fact_type::text: return both("R1095");
      case fact_type::date: return both("R1096");
      case fact_type::duration: return both("R1097");
      case fact_type::period: return both("R1098");
      case fact_type::category:
      case fact_type::set: {
        const auto* type = category_of(f);
        if (type == nullptr) return both("R1095");
        const bool one = f.declared == fact_type::category;
        return both(one ? "R1099" : "R1100") + ": " + values_of(*type);
      }
      case fact_type::list: break;
    }
    return both("R1101") + (f.element ? ' ' + element_hint(*f.element) : std::string());
  }

  [[nodiscard]] std::string element_hint(const fact_definition& element) const {
    if (element.fields.empty()) {
      if (element.type.record) return "{id, name, facts}";
      return hint(element);
    }
    std::string all;
    for (const auto& field : element.fields) {
      all += (all.empty() ? "" : ", ") + field.name + ' ' +
             make_visible(field.label.in(language::zh));
    }
    all = '{' + all + '}';
    for (const auto& field : element.fields) {
      if (const auto* type = category_of(field)) {
        all += "; " + field.name + ": " + values_of(*type);
      }
    }
    return all;
  }

  const criterion& by_;
  const pack_content& content_;
  const vocabulary& words_;
  std::string out_;
};

/// `[{date: …, topics: …}, …]`: how a cell holds records or periods; "" for others.
std::string form_in_cell(const fact_definition& f) {
  const bool list = f.declared == fact_type::list || f.declared == fact_type::set;
  const auto* one = list ? f.element.get() : &f;
  if (one == nullptr) return {};
  std::string all;
  if (one->declared == fact_type::period) {
    all = "from: 2024-01-01, to: 2024-12-31";
  } else {
    for (const auto& field : one->fields)
      all += (all.empty() ? "" : ", ") + field.name + ": …";
  }
  if (all.empty()) return {};
  return list ? "\"[{" + all + "}, …]\"" : "\"{" + all + "}\"";
}

std::string enumerate(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "`" : ", `") + name + '`';
  return all;
}

/// A head of columns: for many units, or for the members of one.
int write_head(const criterion& by, const command_line& command, console& to) {
  table_head head;
  if (command.members.empty()) {
    head = units_head(by, command.aliases);
  } else {
    const auto slot = by.gates.words().find_fact(command.members);
    const auto* list = slot ? by.gates.words().fact(*slot) : nullptr;
    if (list == nullptr || !holds_units(by.gates.content(), *list)) {
      std::vector<std::string> known;
      for (const auto& at : by.gates.words().slots) {
        const auto* f = std::get_if<fact_definition>(&at);
        if (f != nullptr && holds_units(by.gates.content(), *f)) known.push_back(f->name);
      }
      to.complain("N0126",
                  {command.members, by.gates.definition().unit, enumerate(known)});
      return exit_usage;
    }
    head = members_head(by, *list, command.aliases);
  }
  if (!head.left_out.empty()) to.complain("N0127", {enumerate(head.left_out)});
  for (const auto& [name, f] : head.facts) {
    if (const auto form = form_in_cell(*f); !form.empty()) {
      to.complain("N0130", {name, text_argument(f->label), form});
    }
    const auto* type = category_of(*f);
    if (type == nullptr) continue;
    to.complain("N0129",
                {name, text_argument(f->label),
                 text_argument({values_of(*type), values_of(*type, language::en)})});
  }
  return write_whole(command.output, head.csv, exit_pass, to);
}

}  // namespace

int run_template(const command_line& command, console& to) {
  pack_store packs(command.bounds, to);
  const auto [places, id] = packs.places_for(command.inputs.front(), command.pack);
  if (places.empty() && packs.code() != exit_pass) return packs.code();
  if (places.size() == 1 && !find_criterion(*places.front(), id)) {
    complain_of_standard(*places.front(), id, to);
    return exit_usage;
  }
  std::vector<std::string> known;
  for (const auto* one : places) {
    if (const auto by = find_criterion(*one, id)) {
      if (writes_over(packs, command, to)) return exit_usage;
      const bool table = command.format == "csv" || !command.members.empty();
      if (table) return write_head(*by, command, to);
      return write_whole(command.output, fact_sheet(*by).write(), exit_pass, to);
    }
    collect_criteria(*one, known);
  }
  if (auto near = did_you_mean(id, known); !near.empty()) {
    to.complain("N0172", {id, std::move(near)});
  } else if (holds_pack(id)) {
    to.complain("N0189", {id, command.verb});
  } else {
    to.complain("N0171", {id, names_in(places, false)});
  }
  return exit_usage;
}

}  // namespace norma::cli
