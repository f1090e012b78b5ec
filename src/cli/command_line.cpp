// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"

#include <CLI/CLI.hpp>

#include <cstdlib>      // std::getenv
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/core/paths.hpp>
#include <norma/core/text.hpp>
#include <norma/version.hpp>

#include "console.hpp"
#include "help.hpp"
#include "option_values.hpp"
#include "output.hpp"
#include "wrong_words.hpp"

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
    explain_parse_error(wrong, app, to);
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
  const bool good = all_have_values(app, to) &&
                    one_of(given.lang.value_or("zh"), "--lang", {"zh", "en"}, to) &&
                    one_of(c.format, "--format", formats, to) &&
                    one_of(given.sheet_format, "--format", {"yaml", "csv"}, to) &&
                    read_size(given.max_bytes, c.bounds, to) &&
                    read_steps(given.max_steps, c.bounds, to) &&
                    read_threads(given.threads, c.threads, to) &&
                    read_line(given.line, c.line, to) &&
                    read_day(given.as_of, "--as-of", c.as_of, to) &&
                    read_day(given.known_as_of, "--known-as-of", c.known_as_of, to) &&
                    has_all_words(c, to);
  if (!good) return {{}, exit_usage};
  if (c.verb == "template") c.format = given.sheet_format;
  return {std::move(c), exit_pass};
}

}  // namespace norma::cli
