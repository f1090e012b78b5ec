// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>  // std::filesystem::path
#include <string>      // std::string
#include <utility>     // std::pair
#include <vector>      // std::vector

#include <norma/assess/assess.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>

#include "command_line.hpp"
#include "console.hpp"

namespace norma::cli {

/// What all units of a run are judged with.
struct check_request {
  const command_line& command;
  assess_options options;
};

/// The exit code of several verdicts: the first of fail, undetermined, pass,
/// not applicable that occurs.
class verdict_code {
 public:
  void add(verdict v) { seen_[static_cast<std::size_t>(v)] = true; }
  [[nodiscard]] int code() const;

 private:
  bool seen_[4] = {};
};

/// Judges one unit by the standard asked for, or by all of the pack that are
/// not not_applicable. Nothing, and `code` is exit_usage or exit_data, where
/// there is no such standard.
struct judged_unit {
  std::vector<report> reports;
  /// Ids of standards that do not apply, and why.
  std::vector<std::pair<std::string, text>> passed_over;
  int code = exit_pass;
};
[[nodiscard]] judged_unit judge_unit(const pack& by, const unit& facts,
                                     const check_request& request, console& to);

/// A code for findings that left no unit: a file that can not be read at all
/// is no input.
[[nodiscard]] int code_of(const std::vector<diagnostic>& findings);

/// Units of folders and tables: one line each in text and Markdown, every
/// report in JSON.
[[nodiscard]] int check_many(const std::vector<std::filesystem::path>& files,
                             const check_request& request, console& to);

}  // namespace norma::cli
