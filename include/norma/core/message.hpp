// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>

namespace norma {

/// One line of the message catalogue. `{0}`, `{1}` … stand for arguments.
/// Codes: N01 command line and files, N02 YAML, N03 syntax of expressions,
/// N04 types of expressions, N05 rule files, N06 facts and units, N07 values
/// at run time (data errors), N08 rule tests. Texts of reports that are not
/// findings (reasons, causes, remarks, labels) have codes that begin with R.
struct message {
  std::string_view code;
  severity level;
  std::string_view zh, en;            ///< one line, lower case, no period
  std::string_view help_zh, help_en;  ///< may be empty
};

/// The catalogue's entry for `code`, or null.
[[nodiscard]] const message* find_message(std::string_view code);

/// Every entry, in order of code.
[[nodiscard]] std::vector<const message*> all_messages();

/// The message of `code` in `lang` with the arguments put in; an unknown code
/// gives the code itself.
[[nodiscard]] std::string format_message(std::string_view code,
                                         const std::vector<std::string>& arguments,
                                         language lang);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/core/impl/message.ipp>
#endif
