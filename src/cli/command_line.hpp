// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/core/limits.hpp>
#include <norma/core/text.hpp>
#include <norma/value/date.hpp>

namespace norma::cli {

class console;

/// How the command ends (design section 11).
enum exit_code : int {
  exit_pass = 0,
  exit_fail = 1,
  exit_undetermined = 2,
  exit_not_applicable = 3,
  exit_usage = 64,
  exit_data = 65,
  exit_no_input = 66,
  exit_io = 74,
};

/// What the command was asked for.
struct command_line {
  std::string verb;
  std::vector<std::string> inputs;  ///< units, packs, paths, the expression …
  std::string pack, standard, facts, output;
  std::string members;  ///< of `template`: the list whose elements get a table
  std::string format = "text";
  std::optional<date> as_of, known_as_of;
  limits bounds;         ///< of what is read
  unsigned threads = 0;  ///< of `check --facts`; 0: as many as the machine has
  std::size_t line = 0;  ///< of `check --facts`: of the unit to report on; 0: all
  bool strict = false, reasons = false, all_findings = false;
  bool remedies = true;
  bool feel = false;
  bool aliases = false;
};

/// The language that `--lang` asks for, wherever it stands, else that of the
/// environment (LC_ALL, LC_MESSAGES, LANG: zh… is Chinese).
[[nodiscard]] language choose_language(int argc, const char* const* argv);

/// What reading the command line gave: a command, or how to end.
struct read_command {
  std::optional<command_line> command;
  int ends_with = exit_pass;
};

/// Reads the command line; help and version are printed, what is wrong is
/// said (N0110 to N0115, N0118, N0122, N0131, N0133, N0135, N0138, N0144, N0155).
[[nodiscard]] read_command read_command_line(int argc, const char* const* argv,
                                             console& to);

// The verbs, one file each: they end with an exit code.
[[nodiscard]] int run_check(const command_line& command, console& to);
[[nodiscard]] int run_eval(const command_line& command, console& to);
[[nodiscard]] int run_list(const command_line& command, console& to);
[[nodiscard]] int run_show(const command_line& command, console& to);
[[nodiscard]] int run_test(const command_line& command, console& to);
[[nodiscard]] int run_template(const command_line& command, console& to);
[[nodiscard]] int run_schema(const command_line& command, console& to);

}  // namespace norma::cli
