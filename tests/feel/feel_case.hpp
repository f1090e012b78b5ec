// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::pair
#include <vector>    // std::vector

#include <norma/value/value.hpp>

namespace norma_feel {

/// A value as a case gives it; nothing where this engine has no such value (a
/// time with a zone), which then is said in `text`.
struct given_value {
  std::optional<norma::value> of;
  std::string text;
};

/// What a case expects beside a value.
enum class expectation {
  value,    ///< the value
  error,    ///< null, and an error is reported
  null,     ///< null; an error reported beside it is counted (`outcome`)
  unknown,  ///< unknown, which DMN does not have: of norma's own cases
};

/// One expression, what it is evaluated with, and what must come.
struct feel_case {
  std::string id;
  std::string subset;  ///< CORE, PLUS or FULL: the smallest that has it
  std::string expression;
  std::string source;  ///< where the expectation is from; may be empty
  std::vector<std::pair<std::string, given_value>> inputs;
  given_value expected;
  expectation expects = expectation::value;
};

/// The cases of one source, and what was left out of it and why.
struct collection {
  std::vector<feel_case> cases;
  std::vector<std::pair<std::string, int>> left_out;  ///< reason, how many

  /// Counts one more that is left out for `reason`.
  void leave_out(const std::string& reason) {
    for (auto& [known, count] : left_out)
      if (known == reason) {
        ++count;
        return;
      }
    left_out.emplace_back(reason, 1);
  }
};

}  // namespace norma_feel
