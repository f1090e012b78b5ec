// SPDX-License-Identifier: Apache-2.0
#include <algorithm>  // std::find
#include <set>        // std::set
#include <string>     // std::string
#include <vector>     // std::vector

#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>

#include "command_line.hpp"
#include "console.hpp"
#include "output.hpp"
#include "packs.hpp"
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

std::string values_of(const expr::category_type& type) {
  std::string all;
  for (const auto& [id, label] : type.values) {
    all += (all.empty() ? "" : ", ") + id + ' ' + make_visible(label.in(language::zh));
  }
  return ": " + all;
}

/// A comment, in as many lines as it takes.
std::string comment(const std::string& words) {
  std::string out;
  for (const auto& line : fold(words, 90))
    out += "  #   " + line + '\n';
  return out;
}

class fact_sheet {
 public:
  explicit fact_sheet(const norma::standard& by)
      : by_(by), content_(by.content()), words_(by.words()) {}

  [[nodiscard]] std::string write() {
    const auto& root = by_.definition().root;
    out_ = "# " + both(root.title) + '\n';
    out_ += "# " + both("R1103") + '\n';
    out_ += "# " + both("R1105") + ": norma check FILE --standard " + by_.id() + '\n';
    out_ += "norma: 1\nunit: " + by_.definition().unit + '\n';
    if (!by_.definition().area_kind.empty())
      out_ += "kind: " + by_.definition().area_kind + '\n';
    out_ += "id:\nname:\npack: " + content_.identity.id + '\n';
    out_ += "evidence: {by: , date: , recorded: }\nfacts:\n";
    ask(root);
    return out_;
  }

 private:
  /// The facts of a node and then those of its members, each once, under the
  /// clause that first asks for it.
  void ask(const rule_node& at) {
    std::vector<std::uint32_t> slots;
    const auto take = [&slots](const std::vector<std::uint32_t>& more) {
      slots.insert(slots.end(), more.begin(), more.end());
    };
    if (at.when) take(at.when->slots);
    if (at.fact) slots.push_back(*at.fact);
    if (at.require) take(at.require->slots);
    take(at.show);
    if (at.role == node_role::item || at.role == node_role::standard) {
      heading_ = at.cite.clause + (at.cite.clause.empty() ? "" : " ") + both(at.title);
    }
    for (const auto slot : slots)
      ask(slot);
    for (const auto& member : at.members)
      ask(member);
  }

  void ask(std::uint32_t slot) {
    const auto* f = words_.fact(slot);
    if (f == nullptr || !asked_.insert(slot).second) return;
    if (f->value) {
      for (const auto input : f->value->slots)
        ask(input);
    }
    for (const auto input : f->table_inputs)
      ask(input);
    if (!f->complete.empty()) {
      if (const auto full = words_.find_fact(f->complete)) ask(*full);
    }
    if (!heading_.empty()) {
      out_ += "\n  # " + heading_ + '\n';
      heading_.clear();
    }
    std::string note = both(f->label);
    if (!f->unit.empty()) note += " [" + f->unit + ']';
    out_ += "  # " + note + '\n';
    out_ += comment(hint(*f));
    if (f->optional) out_ += comment(both("R1102"));
    if (f->derived()) out_ += comment(both("R1106"));
    out_ += "  " + f->name + ":\n";
  }

  [[nodiscard]] std::string hint(const fact_definition& f) const {
    switch (f.declared) {
      case fact_type::boolean:
        return both("R1091");
      case fact_type::count:
        return both("R1092");
      case fact_type::amount:
        return both("R1093", {std::to_string(f.scale)});
      case fact_type::number:
        return both("R1094");
      case fact_type::text:
        return both("R1095");
      case fact_type::date:
        return both("R1096");
      case fact_type::duration:
        return both("R1097");
      case fact_type::period:
        return both("R1098");
      case fact_type::category:
        return f.type.category ? both("R1099") + values_of(*f.type.category)
                               : both("R1095");
      case fact_type::set:
        return f.element && f.element->type.category
                   ? both("R1100") + values_of(*f.element->type.category)
                   : both("R1095");
      case fact_type::list:
        break;
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
    return '{' + all + '}';
  }

  const norma::standard by_;
  const pack_content& content_;
  const vocabulary& words_;
  std::set<std::uint32_t> asked_;
  std::string heading_;
  std::string out_;
};

}  // namespace

int run_template(const command_line& command, console& to) {
  pack_store packs(to);
  const auto [places, id] = packs.places_for(command.inputs.front(), command.pack);
  if (places.empty() && packs.code() != exit_pass) return packs.code();
  std::vector<std::string> known;
  for (const auto* one : places) {
    if (const auto by = one->find_standard(id)) {
      return write_whole(command.output, fact_sheet(*by).write(), exit_pass, to);
    }
    for (const auto& s : one->content().standards)
      known.push_back(s.id);
  }
  std::string owners;
  for (const auto* one : places)
    owners += (owners.empty() ? "" : "`, `") + one->id();
  to.complain("N0502", {owners, id, did_you_mean(id, known)});
  return exit_usage;
}

}  // namespace norma::cli
