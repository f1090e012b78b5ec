// SPDX-License-Identifier: Apache-2.0
#include "wrong_words.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>    // std::all_of, std::find, std::find_if
#include <iterator>     // std::begin, std::end
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <vector>       // std::vector

#include <norma/core/message.hpp>
#include <norma/core/text.hpp>

#include "console.hpp"
#include "unit_files.hpp"

namespace norma::cli {

namespace {

const std::vector<std::string>& verbs() {
  static const std::vector<std::string> all = {"check", "eval",     "list",  "show",
                                               "test",  "template", "schema"};
  return all;
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

/// True of `--lang` where a value is expected: what was to stand before it is missing.
bool is_option(std::string_view word) {
  return (word.size() > 2 && word.substr(0, 2) == "--") || word == "-o" || word == "-h";
}

}  // namespace

std::string verb_of(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? std::string() : chosen.front()->get_name();
}

void explain_parse_error(const CLI::ParseError& wrong, const CLI::App& app, console& to) {
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

std::string given_nothing(int argc, const char* const* argv) {
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    const std::string_view word = argv[i];
    if (word.substr(0, 2) == "--" && word.find('=') + 1 == word.size())
      return std::string(word.substr(0, word.size() - 1));
  }
  return {};
}

bool all_have_values(const CLI::App& app, console& to) {
  const auto have = [&to](const CLI::App& in) {
    for (const auto* option : in.get_options()) {
      if (option->get_lnames().empty()) continue;
      const auto name = "--" + option->get_lnames().front();
      for (const auto& given : option->results()) {
        if (!given.empty() && !is_option(given)) continue;
        if (given.empty()) {
          to.complain("N0155", {name});
        } else {
          to.complain("N0191", {name, given});
        }
        return false;
      }
    }
    return true;
  };
  const auto chosen = app.get_subcommands();
  return have(app) &&
         std::all_of(chosen.begin(), chosen.end(), [&](auto* sub) { return have(*sub); });
}

bool has_all_words(const command_line& c, console& to) {
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

}  // namespace norma::cli
