// SPDX-License-Identifier: Apache-2.0
#include "show.hpp"

#include <algorithm>  // std::all_of
#include <set>        // std::set
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/wording.hpp>

#include "command_line.hpp"
#include "criterion.hpp"
#include "output.hpp"
#include "packs.hpp"
#include "show_layer.hpp"
#include "show_scheme.hpp"
#include "text_table.hpp"

namespace norma::cli {

namespace {

std::string combine_word(const rule_node& at, const console& to) {
  switch (at.combine) {
    case combine::all: break;
    case combine::any: return to.say("R2028");
    case combine::none: return to.say("R2029");
    case combine::at_least: return to.say("R2030", {std::to_string(at.at_least)});
  }
  return to.say("R2027");
}

std::string in_force(const day_range& days, const console& to) {
  std::string words;
  if (days.from) words = to.say("R2058", {days.from->to_string()});
  if (days.to) {
    words += (words.empty() ? "" : ", ") + to.say("R2059", {days.to->to_string()});
  }
  return words;
}

/// Whether all clauses at and below `at` are of one document.
bool cites_only(const rule_node& at, const std::string& document) {
  return (at.cite.document.empty() || at.cite.document == document) &&
         std::all_of(at.members.begin(), at.members.end(), [&](const rule_node& member) {
           return cites_only(member, document);
         });
}

class standard_page {
 public:
  standard_page(const norma::standard& of, const console& to)
      : content_(of.content()),
        words_(of.words()),
        to_(to),
        definition_(of.definition()),
        root_(of.definition().root),
        usual_(cites_only(root_, root_.cite.document) ? root_.cite.document
                                                      : std::string()) {}

  /// The whole standard as a table of its parts.
  [[nodiscard]] std::string whole(const std::string& id) {
    std::string out = id + "  " + title(root_) + '\n';
    text_table head;
    head.add({to_.say("R2047"), cited(root_.cite, content_)});
    if (const auto days = in_force(root_.in_force, to_); !days.empty()) {
      head.add({"", days});
    }
    if (root_.when) head.add({"", to_.say("R2026", {on_one_line(root_.when->text)})});
    if (!root_.show.empty()) head.add({to_.say("R2050"), shown(root_)});
    add_layer_head(definition_, content_, to_, head);
    out += head.to_string(0, to_.width());
    if (root_.members.empty()) return out;  // a scheme without gates
    out += '\n';
    table_.add({to_.say("R2047"), to_.say("R2048"), to_.say("R1050"), to_.say("R1052")});
    for (const auto& item : root_.members) add(item, 0);
    return out + table_.to_string(0, to_.width()) +
           show_layers(definition_, content_, to_);
  }

  /// One item, group or part with all that is said of it.
  [[nodiscard]] std::string node(const rule_node& at) {
    std::string out = at.path + "  " + title(at) + '\n';
    text_table head;
    head.add({to_.say("R2047"), cited(at.cite, content_)});
    if (const auto days = in_force(at.in_force, to_); !days.empty()) {
      head.add({"", days});
    }
    if (at.role == node_role::part) {
      head.add({to_.say("R1050"), strength_word(at.strength, to_)});
      head.add({to_.say("R1052"), condition(at)});
    }
    if (at.when) head.add({"", to_.say("R2026", {on_one_line(at.when->text)})});
    for (const auto& id : at.decisions) {
      const auto found = content_.decisions.find(id);
      head.add(
          {to_.say("R1073"), found == content_.decisions.end()
                                 ? id
                                 : to_.say("R1002", {id, found->second.in(to_.lang())})});
    }
    add_layer_rows(at, definition_, content_, to_, head);
    out += head.to_string(0, to_.width());
    if (at.role != node_role::part) {
      out += '\n';
      table_.add(
          {to_.say("R2047"), to_.say("R2048"), to_.say("R1050"), to_.say("R1052")});
      for (const auto& member : at.members) add(member, 0);
      return out + table_.to_string(0, to_.width());
    }
    return out + facts(at);
  }

 private:
  [[nodiscard]] std::string title(const rule_node& at) const {
    return make_visible(at.title.empty() ? at.id : at.title.in(to_.lang()));
  }

  [[nodiscard]] std::string condition(const rule_node& at) const {
    if (at.require) return make_visible(on_one_line(at.require->text));
    if (at.fact) return words_.fact(*at.fact)->name;
    return shown(at);
  }

  [[nodiscard]] std::string shown(const rule_node& at) const {
    std::string names;
    for (const auto slot : at.show) {
      const auto* f = words_.fact(slot);
      if (f != nullptr) names += (names.empty() ? "" : ", ") + f->name;
    }
    return names;
  }

  void add(const rule_node& at, std::size_t depth) {
    const std::string indent(depth * 2, ' ');
    const auto clause = cited(at.cite, content_, usual_);
    // A part stands under its item's clause; only another one is written.
    const auto shown = clause == last_clause_ ? std::string() : clause;
    last_clause_ = clause;
    const bool part = at.role == node_role::part;
    std::string words = part ? condition(at) : combine_word(at, to_);
    if (at.when) words += "; " + to_.say("R2026", {on_one_line(at.when->text)});
    if (part) {
      table_.add({shown, indent + title(at), strength_word(at.strength, to_), words});
      return;
    }
    table_.add({shown, indent + title(at) + " (" + at.id + ')', "", words});
    for (const auto& member : at.members) add(member, depth + 1);
  }

  /// The facts that the part rests on, with their labels.
  [[nodiscard]] std::string facts(const rule_node& at) const {
    std::vector<std::uint32_t> slots;
    if (at.fact) slots.push_back(*at.fact);
    if (at.require)
      slots.insert(slots.end(), at.require->slots.begin(), at.require->slots.end());
    if (at.when) slots.insert(slots.end(), at.when->slots.begin(), at.when->slots.end());
    slots.insert(slots.end(), at.show.begin(), at.show.end());
    text_table lines;
    for (const auto slot : slots) {
      if (const auto* f = words_.fact(slot)) {
        lines.add({f->name, make_visible(f->label.in(to_.lang()))});
      } else if (const auto* p = std::get_if<parameter>(&words_.slots[slot])) {
        lines.add({p->name, make_visible(p->label.in(to_.lang()) + values_of(*p))});
      }
    }
    return lines.empty() ? std::string() : '\n' + lines.to_string(2, to_.width());
  }

  /// ` 90 %`, in brackets the day from which it holds where there are several.
  [[nodiscard]] std::string values_of(const parameter& p) const {
    std::string all;
    const wording words(content_, words_, to_.lang());
    for (const auto& dated : p.values) {
      all += all.empty() ? " " : comma(to_.lang());
      all += words.of(dated.content, p);
      if (p.values.size() > 1) all += " (" + dated.from.to_string() + ')';
    }
    return all;
  }

  const pack_content& content_;
  const vocabulary& words_;
  const console& to_;
  const standard_definition& definition_;
  const rule_node& root_;
  std::string usual_;  ///< the document that need not be named
  std::string last_clause_;
  text_table table_;
};

/// What `name` is in the pack; "" if it is nothing there.
std::string show_in(const pack& of, const std::string& name,
                    const std::vector<const pack*>& others, const console& to) {
  if (const auto s = of.find_standard(name)) return standard_page(*s, to).whole(s->id());
  if (const auto s = of.find_scheme(name)) {
    return standard_page(s->gates(), to).whole(s->id()) + '\n' + show_points(*s, to);
  }
  std::string found;
  for (const auto& s : of.standards()) {
    // `enterprise.large_medium/training` names one standard's item.
    std::string path = name;
    if (name.substr(0, s.id().size() + 1) == s.id() + '/')
      path.erase(0, s.id().size() + 1);
    const auto* at = find_node(s.definition().root, path);
    if (at == nullptr || at->path == ".") continue;
    found += (found.empty() ? "" : "\n") + s.id() + '/' + standard_page(s, to).node(*at);
  }
  return found.empty() ? show_fact(of, name, to, others) : found;
}

/// Of several paths that end in the name, five at most: `a/name`, `b/name`. What ends in
/// another one, as the path of a standard inside does, is no further one.
std::string ending_in(const std::string& name, const std::vector<std::string>& known) {
  constexpr std::size_t most = 5;
  const auto end = '/' + name;
  std::set<std::string> found;
  for (const auto& path : known) {
    if (path.ends_with(end)) found.insert(path);
  }
  std::string all;
  std::size_t count = 0;
  for (const auto& path : found) {
    const auto slash = [&](std::size_t from) { return path.find('/', from); };
    bool inside = false;
    for (auto at = slash(0); at != std::string::npos && !inside; at = slash(at + 1))
      inside = found.contains(path.substr(at + 1));
    if (inside) continue;
    if (++count > most) return {};
    all += (all.empty() ? "" : "`, `") + path;
  }
  return all;
}

void collect_paths(const rule_node& at, std::vector<std::string>& to) {
  if (at.path != ".") to.push_back(at.path);
  for (const auto& member : at.members) collect_paths(member, to);
}

}  // namespace

std::string strength_word(strength s, const console& to) {
  switch (s) {
    case strength::mandatory: break;
    case strength::conditional: return to.say("R2031");
    case strength::encouraged: return to.say("R2032");
    case strength::goal: return to.say("R2033");
    case strength::reference: return to.say("R2034");
  }
  return to.say("R1051");
}

void collect_names(const pack& of, std::vector<std::string>& to) {
  for (const auto& s : of.content().standards) {
    to.push_back(s.id);
    collect_paths(s.root, to);
  }
  for (const auto& s : of.schemes()) to.push_back(s.id());
  for (const auto& [kind, words] : of.content().vocabularies) {
    for (const auto& [name, symbol] : words.names) to.push_back(name);
  }
  for (const auto& [id, table] : of.content().tables) to.push_back(id);
}

int run_show(const command_line& command, console& to) {
  pack_store packs(command.bounds, to);
  const auto [places, name] = packs.places_for(command.inputs.front(), command.pack);
  if (places.empty() && packs.code() != exit_pass) return packs.code();
  std::vector<std::string> known;
  for (const auto* one : places) {
    const auto found = show_in(*one, name, places, to);
    if (!found.empty()) return write_whole("", found, exit_pass, to);
    collect_names(*one, known);
  }
  auto near = did_you_mean(name, known);
  if (near.empty()) near = ending_in(name, known);
  if (!near.empty()) {
    to.complain("N0124", {name, std::move(near)});
  } else if (holds_pack(name)) {
    to.complain("N0189", {name, command.verb});
  } else {
    to.complain("N0173", {name, names_in(places, true)});
  }
  return exit_usage;
}

}  // namespace norma::cli
