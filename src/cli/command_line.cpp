// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>    // std::all_of, std::find, std::find_if
#include <cstdlib>      // std::getenv
#include <iterator>     // std::begin, std::end
#include <string_view>  // std::string_view
#include <utility>      // std::move, std::pair

#include <norma/core/message.hpp>
#include <norma/core/paths.hpp>
#include <norma/core/text.hpp>
#include <norma/version.hpp>

#include "console.hpp"
#include "help.hpp"
#include "option_values.hpp"
#include "output.hpp"
#include "unit_files.hpp"

namespace norma::cli {

namespace {

/// The words as they were given; checked after all of them were read.
struct given_words {
  command_line command;
  std::optional<std::string> as_of, known_as_of, lang, format, max_bytes, max_steps,
      threads, line;
  std::string sheet_format = "yaml";
  bool no_remedies = false;
};

const std::vector<std::string>& verbs() {
  static const std::vector<std::string> all = {"check", "eval",     "list",  "show",
                                               "test",  "template", "schema"};
  return all;
}

void add_options(CLI::App& app, given_words& to) {
  app.set_help_flag("-h,--help");
  app.set_version_flag("--version", "norma " + std::string(version));
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--lang", to.lang);
  app.add_option("--max-bytes", to.max_bytes);
  app.add_option("--max-steps", to.max_steps);
  auto& c = to.command;

  const auto verb = [&](const std::string& name) {
    CLI::App* sub = app.add_subcommand(name);
    sub->fallthrough();
    sub->set_help_flag("-h,--help");
    return sub;
  };
  auto* check = verb("check");
  check->add_option("UNIT", c.inputs);
  check->add_option("--pack", c.pack);
  check->add_option("--standard", c.standard);
  check->add_option("--as-of", to.as_of);
  check->add_option("--known-as-of", to.known_as_of);
  check->add_option("--format", to.format);
  check->add_option("--facts", c.facts);
  check->add_flag("--reasons", c.reasons);
  check->add_flag("--strict", c.strict);
  check->add_flag("--all-findings", c.all_findings);
  check->add_option("--threads", to.threads);
  check->add_option("--line", to.line);
  check->add_option("-o,--output", c.output);
  check->add_flag("--no-remedies", to.no_remedies);

  auto* eval = verb("eval");
  // One text, not a list: a list would take `[1, 2]` apart.
  eval->add_option_function<std::string>(
      "EXPR", [&c](const std::string& text) { c.inputs = {text}; });
  eval->add_option("--facts", c.facts);
  eval->add_option("--pack", c.pack);
  eval->add_option("--as-of", to.as_of);
  eval->add_option("--known-as-of", to.known_as_of);
  eval->add_flag("--feel", c.feel);

  verb("list")->add_option("PACK", c.inputs);

  auto* show = verb("show");
  show->add_option("NAME", c.inputs);
  show->add_option("--pack", c.pack);

  verb("test")->add_option("PATH", c.inputs);

  auto* sheet = verb("template");
  sheet->add_option("STANDARD", c.inputs);
  sheet->add_option("--pack", c.pack);
  sheet->add_option("--format", to.sheet_format);
  sheet->add_option("--members", c.members);
  sheet->add_flag("--aliases", c.aliases);
  sheet->add_option("-o,--output", c.output);

  auto* schema = verb("schema");
  schema->add_option("KIND", c.inputs);
  schema->add_option("-o,--output", c.output);
}

/// The verb that was given, or "".
std::string verb_of(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? std::string() : chosen.front()->get_name();
}

/// What a verb needs beside its options; `single`: one and no more.
struct need {
  std::string_view verb, word;
  bool single;
};

const need* need_of(const std::string& verb) {
  static constexpr need all[] = {{"check", "R1121", false},
                                 {"eval", "R1122", true},
                                 {"show", "R1123", true},
                                 {"template", "R1124", true},
                                 {"schema", "R1125", true}};
  const auto* found = std::find_if(std::begin(all), std::end(all),
                                   [&](const need& one) { return one.verb == verb; });
  return found == std::end(all) ? nullptr : found;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> all;
  const auto collect = [&all](const CLI::App& from) {
    for (const auto* option : from.get_options()) {
      for (const auto& name : option->get_lnames()) all.push_back("--" + name);
    }
  };
  collect(app);
  for (const auto* sub : app.get_subcommands()) collect(*sub);
  return all;
}

/// The option meant by `-f`: the first that begins so, where none is near.
std::string option_meant(const std::string& name, const CLI::App& app) {
  const auto known = option_names(app);
  auto meant = did_you_mean(name, known);
  if (!meant.empty() || name.size() != 2) return meant;
  const auto begins = [&](const std::string& one) {
    return one.compare(2, 1, name, 1) == 0;
  };
  const auto found = std::find_if(known.begin(), known.end(), begins);
  return found == known.end() ? std::string() : *found;
}

/// True of `-x > 3`, which no option is like.
bool is_expression(std::string_view word, const CLI::App& app) {
  const bool plain =
      word.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
  return !plain || option_meant(std::string(word), app).empty();
}

/// Says what CLI11 objects to, in our words.
void explain(const CLI::ParseError& wrong, const CLI::App& app, console& to) {
  const auto verb = verb_of(app);
  const auto* extras = dynamic_cast<const CLI::ExtrasError*>(&wrong);
  const auto remaining = app.remaining(true);
  const bool no_verb = verb.empty();
  if ((extras != nullptr || no_verb) && !remaining.empty()) {
    const auto& word = remaining.front();
    const bool option = word.size() > 1 && word[0] == '-';
    if (no_verb && !option) {
      // `norma help` is asked of many commands.
      const auto meant = word == "help" ? "--help" : did_you_mean(word, verbs());
      to.complain("N0111", {word, meant});
    } else if (const auto* one = need_of(verb); !option && one != nullptr) {
      to.complain("N0122", {verb, word_argument(one->word), word});
    } else if (const auto name = word.substr(0, word.find('='));
               verb == "eval" && option && is_expression(name, app)) {
      to.complain("N0154", {word});
    } else {
      to.complain("N0110", {word, option ? option_meant(name, app) : ""});
    }
    return;
  }
  if (no_verb) return to.complain("N0112", {});
  // `--pack: 1 required TEXT missing`
  const std::string_view words = wrong.what();
  to.complain("N0114", {std::string(words.substr(0, words.find(':')))});
}

/// The option of `--output=`, which CLI11 would give the next word; "" if there is none.
std::string given_nothing(int argc, const char* const* argv) {
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    const std::string_view word = argv[i];
    if (word.substr(0, 2) == "--" && word.find('=') + 1 == word.size())
      return std::string(word.substr(0, word.size() - 1));
  }
  return {};
}

/// False, and said, if an option is given an empty text: it would count as not given.
bool all_have_values(const CLI::App& app, console& to) {
  const auto have = [&to](const CLI::App& in) {
    for (const auto* option : in.get_options()) {
      if (option->get_lnames().empty()) continue;
      const auto& given = option->results();
      if (std::find(given.begin(), given.end(), "") == given.end()) continue;
      to.complain("N0155", {"--" + option->get_lnames().front()});
      return false;
    }
    return true;
  };
  const auto chosen = app.get_subcommands();
  return have(app) &&
         std::all_of(chosen.begin(), chosen.end(), [&](auto* sub) { return have(*sub); });
}

/// Says what is missing, or too much, among the words of the verb.
bool complete(const command_line& c, console& to) {
  if (c.verb == "check" && !c.facts.empty()) {
    if (c.inputs.empty()) return true;
    const auto& first = c.inputs.front();
    to.complain(is_pack(first) ? "N0178" : "N0135", {first});
    return false;
  }
  for (const auto& [given, name] :
       {std::pair(c.reasons, "--reasons"), std::pair(c.strict, "--strict"),
        std::pair(c.all_findings, "--all-findings"),
        std::pair(c.threads > 0, "--threads"), std::pair(c.line > 0, "--line")}) {
    if (!given) continue;
    to.complain("N0133", {name});
    return false;
  }
  const auto* one = need_of(c.verb);
  if (one == nullptr) return true;
  if (c.inputs.empty()) {
    to.complain("N0113", {c.verb, word_argument(one->word)});
  } else if (one->single && c.inputs.size() > 1) {
    to.complain("N0122", {c.verb, word_argument(one->word), c.inputs[1]});
  } else {
    return true;
  }
  return false;
}

/// What results of many units are written as: rows where the output is named like a file
/// of them.
std::string format_for(const command_line& c) {
  const auto ending = ending_of(c.output);
  if (c.facts.empty() || c.verb != "check") return "text";
  if (ending == ".ndjson" || ending == ".jsonl") return "ndjson";
  return ending == ".csv" ? "csv" : "text";
}

}  // namespace

language choose_language(int argc, const char* const* argv) {
  std::string_view word;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") break;
    if (argument == "--lang" && i + 1 < argc) word = argv[i + 1];
    if (argument.substr(0, 7) == "--lang=") word = argument.substr(7);
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (!word.empty()) break;
    const char* set = std::getenv(name);
    if (set != nullptr) word = set;
  }
  return word.substr(0, 2) == "zh" ? language::zh : language::en;
}

read_command read_command_line(int argc, const char* const* argv, console& to) {
  CLI::App app;
  given_words given;
  add_options(app, given);
  if (const auto option = given_nothing(argc, argv); !option.empty()) {
    to.complain("N0155", {option});
    return {{}, exit_usage};
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return {{}, write_whole("", help_text(verb_of(app), to.lang()), exit_pass, to)};
  } catch (const CLI::CallForVersion&) {
    return {{}, write_whole("", "norma " + std::string(version) + '\n', exit_pass, to)};
  } catch (const CLI::ParseError& wrong) {
    explain(wrong, app, to);
    return {{}, exit_usage};
  }
  auto& c = given.command;
  c.verb = verb_of(app);
  c.remedies = !given.no_remedies;
  const bool reports = c.facts.empty() || given.line;
  c.format = given.format.value_or(reports ? "text" : format_for(c));
  using words = std::vector<std::string>;
  const auto formats =
      reports ? words{"text", "json", "md", "html"} : words{"text", "csv", "ndjson"};
  const bool good =
      all_have_values(app, to) &&
      one_of(given.lang.value_or("zh"), "--lang", {"zh", "en"}, to) &&
      one_of(c.format, "--format", formats, to) &&
      one_of(given.sheet_format, "--format", {"yaml", "csv"}, to) &&
      read_size(given.max_bytes, c.bounds, to) &&
      read_steps(given.max_steps, c.bounds, to) &&
      read_threads(given.threads, c.threads, to) && read_line(given.line, c.line, to) &&
      read_day(given.as_of, "--as-of", c.as_of, to) &&
      read_day(given.known_as_of, "--known-as-of", c.known_as_of, to) && complete(c, to);
  if (!good) return {{}, exit_usage};
  if (c.verb == "template") c.format = given.sheet_format;
  return {std::move(c), exit_pass};
}

}  // namespace norma::cli
