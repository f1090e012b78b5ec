// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string
#include <vector>  // std::vector

#include <norma/assess/assess.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>

#include "command_line.hpp"
#include "console.hpp"
#include "criterion.hpp"

namespace norma::cli {

struct unit_files;

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

/// Says that the pack has no standard or scheme of that id.
void complain_of_standard(const pack& by, const std::string& wanted, console& to);

/// Writes the reports of a unit, by the standard asked for or by all that apply; it is
/// called `otherwise` where it has no name.
[[nodiscard]] int report_unit(const pack& by, const unit& facts,
                              const std::string& otherwise, const check_request& request,
                              console& to);

/// A code for findings that left no unit: a file that can not be read at all
/// is no input.
[[nodiscard]] int code_of(const std::vector<diagnostic>& findings);

/// Units of folders and tables: one line each in text and Markdown, every
/// report in JSON.
[[nodiscard]] int check_many(const unit_files& listed, const check_request& request,
                             console& to);

/// Units of a file of any size, `--facts`: by columns, with a line for each where they
/// are asked for, and how many have which verdict.
[[nodiscard]] int check_facts(const check_request& request, console& to);

}  // namespace norma::cli
