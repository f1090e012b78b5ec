// SPDX-License-Identifier: Apache-2.0
#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::move
#include <vector>    // std::vector

#include <norma/assess/bind_for.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/paths.hpp>
#include <norma/expr/check.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/expr/print.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

#include "check.hpp"
#include "command_line.hpp"
#include "console.hpp"
#include "output.hpp"
#include "packs.hpp"
#include "unit_files.hpp"

namespace norma::cli {

namespace {

/// The names that an expression may use, with their values.
struct known_facts {
  const pack* of = nullptr;
  unit given;
};

/// What is said of a file that has not the facts of one unit.
std::optional<diagnostic> no_facts(const std::string& name) {
  const auto ending = ending_of(name);
  if (ending == ".csv" || ending == ".tsv") return diagnostic{"N0177", {name}, {}, {}};
  return no_unit_file(name, {"YAML 和 JSON", "YAML and JSON"});
}

/// What a pack and a file of facts let the expression name; `code` is not 0
/// where one of them can not be used.
int read_facts(const command_line& command, pack_store& packs, known_facts& facts,
               console& to) {
  if (command.pack.empty() && command.facts.empty()) return exit_pass;
  if (const auto other = no_facts(command.facts)) {
    to.show(*other);
    return exit_data;
  }
  std::vector<diagnostic> unread;
  const auto named = command.pack.empty()
                         ? pack_named_in(command.facts, unread, command.bounds)
                         : std::string();
  if (has_errors(unread)) {
    to.show(unread);
    return code_of(unread);
  }
  if (!command.pack.empty()) {
    facts.of = packs.open(command.pack);
  } else if (!named.empty()) {
    facts.of = packs.open_beside(named, command.facts);
  } else {
    to.complain("N0116", {command.facts, packs.names()});
    return exit_usage;
  }
  if (facts.of == nullptr) return packs.code();
  if (command.facts.empty()) return exit_pass;
  auto read = try_read_unit(command.facts, *facts.of, command.bounds);
  to.show(read.diagnostics);
  if (!read.unit) return code_of(read.diagnostics);
  facts.given = *std::move(read.unit);
  return exit_pass;
}

/// Compiles against the vocabulary of the given unit; without one, of the
/// first kind of unit that the expression fits.
expr::checked compile_for(const command_line& command, known_facts& facts) {
  expr::check_options options;
  options.through = command.feel ? expr::door::feel : expr::door::pack;
  options.rate_allowed = true;
  options.rate_anywhere = true;
  options.exact = false;
  const auto& text = command.inputs.front();
  options.where = {std::make_shared<const source_file>("", text), 0, 0};
  if (facts.of == nullptr) return expr::compile(text, {}, options);
  std::optional<expr::checked> first;
  std::string kind_found;
  for (const auto& [kind, words] : facts.of->content().vocabularies) {
    if (!facts.given.kind.empty() && kind != facts.given.kind) continue;
    auto checked = expr::compile(text, words.names, options);
    const bool fits = checked.result && !has_errors(checked.diagnostics);
    if (fits || !first) {
      first = std::move(checked);
      kind_found = kind;
    }
    if (fits) break;
  }
  if (!first) {
    facts.given.kind.clear();  // nothing to bind by
    return expr::compile(text, {}, options);
  }
  facts.given.kind = kind_found;
  return *std::move(first);
}

class result_page {
 public:
  explicit result_page(const console& to) : console_(to) {}
  void line(const std::string& words) { text_ += words + '\n'; }
  void line(std::string_view head, const std::string& words) {
    line(console_.say("R1002", {console_.say(head), words}));
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  const console& console_;
  std::string text_;
};

}  // namespace

int run_eval(const command_line& command, console& to) {
  pack_store packs(command.bounds, to);
  known_facts facts;
  if (const int code = read_facts(command, packs, facts, to); code != exit_pass)
    return code;
  auto checked = compile_for(command, facts);
  for (auto& each : checked.diagnostics) {
    if (facts.of == nullptr && each.code == "N0401") each.code = "N0188";
  }
  to.show(checked.diagnostics);
  if (!checked.result) {
    // At the FEEL door what does not parse is null.
    return command.feel ? write_whole("", "null\n", exit_data, to) : exit_data;
  }
  if (!command.feel && has_errors(checked.diagnostics)) return exit_data;
  const auto& e = *checked.result;

  const days on{command.as_of.value_or(today()), command.known_as_of};
  std::optional<bound_facts> bound;
  expr::environment env;
  env.as_of = on.as_of;
  env.bounds = command.bounds;
  if (!facts.given.kind.empty()) {
    bound = bind_for(e, *facts.of, facts.given, on, command.bounds);
    env = environment_of(*bound, true);
  }
  env.through = command.feel ? expr::door::feel : expr::door::pack;
  std::vector<diagnostic> raised;
  env.diagnostics = &raised;

  result_page page(to);
  cause_list causes;
  const auto guard = expr::guard_of_rate(e, env);
  if (!command.feel && guard.state == expr::rate_state::nothing_to_measure) {
    page.line(to.say("R1032"));
  } else {
    const bool open = !command.feel && guard.state == expr::rate_state::open;
    const auto result = open ? value::unknown(guard.causes) : expr::evaluate(e, env);
    page.line(result.is_unknown() ? to.say("R0503") : make_visible(result.to_string()));
    causes = result.causes();
  }
  std::string type = expr::describe(e.result).in(to.lang());
  if (e.result.inexact) type = to.say("R1031", {type});
  page.line("R1030", type);
  if (causes) {
    const pack_content none;
    const vocabulary no_names;
    const auto& content = facts.of == nullptr ? none : facts.of->content();
    for (const auto& cause : *causes) {
      page.line("R1108",
                describe(cause, content, bound ? *bound->names : no_names).in(to.lang()));
    }
  }
  if (facts.of != nullptr || detail::rests_on_the_day(e.tree)) {
    page.line("R2008", on.as_of.to_string());
  }
  to.show(raised);
  return write_whole("", page.text(), exit_pass, to);
}

}  // namespace norma::cli
