// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include "command_line.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

// What is wrong with the words of a command line, in our words.

namespace norma::cli {

/// The verb that was given, or "".
[[nodiscard]] std::string verb_of(const CLI::App& app);

/// Says what CLI11 objects to.
void explain_parse_error(const CLI::ParseError& wrong, const CLI::App& app, console& to);

/// The option of `--output=`, which CLI11 would give the next word; "" if there is none.
[[nodiscard]] std::string given_nothing(int argc, const char* const* argv);

/// False, and said, if an option is given an empty text: it would count as not given.
[[nodiscard]] bool all_have_values(const CLI::App& app, console& to);

/// False, and said, if something is missing, or too much, among the words of the verb.
[[nodiscard]] bool has_all_words(const command_line& c, console& to);

}  // namespace norma::cli
