// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/severity.hpp>
#include <norma/core/text.hpp>

namespace norma {

/// One line of the message catalogue. `{0}`, `{1}` … stand for arguments;
/// `{0:case/cases}` is the first word where argument 0 is `1`, else the second.
/// Codes: N01 command line and files, N02 YAML, N03 syntax of expressions,
/// N04 types of expressions, N05 rule files, N06 facts and units, N07 values
/// at run time (data errors), N08 rule tests, N09 scoring schemes. Texts of
/// reports that are not findings (reasons, causes, remarks, labels) have codes
/// that begin with R.
struct message {
  std::string_view code;
  severity level;
  std::string_view zh, en;  ///< one line, lower case, no period
  /// May be empty; of several lines the first is told whose arguments are given.
  std::string_view help_zh, help_en;
};

/// The catalogue's entry for `code`, or null.
[[nodiscard]] const message* find_message(std::string_view code);

/// Every entry, in order of code.
[[nodiscard]] std::vector<const message*> all_messages();

/// The message of `code` in `lang` with the arguments put in, control
/// characters in them made visible; an unknown code gives the code itself.
[[nodiscard]] std::string format_message(std::string_view code,
                                         const std::vector<std::string>& arguments,
                                         language lang);

/// The message of `code` in both languages, each with its own arguments.
///
///     norma::text words = norma::message_text("R3013", {"优"}, {"excellent"});
[[nodiscard]] text message_text(std::string_view code,
                                const std::vector<std::string>& zh = {},
                                const std::vector<std::string>& en = {});

/// As `format_message`, for the help of `code`; "" if it has none, or if all lines of
/// it rest on an argument that is empty or not given.
[[nodiscard]] std::string format_help(std::string_view code,
                                      const std::vector<std::string>& arguments,
                                      language lang);

/// An argument that stands for the catalogue's wording of `code` in whatever
/// language the message is asked for: "expected {0}" with
/// `word_argument("R0112")` reads "expected a list" or its Chinese wording.
[[nodiscard]] std::string word_argument(std::string_view code);

/// An argument that reads as `words` in either language.
[[nodiscard]] std::string text_argument(const text& words);

/// An argument that lists names in ticks, with the comma of the language, of very many
/// the first twenty and how many more there are; "" if there are none.
[[nodiscard]] std::string list_argument(const std::vector<std::string>& names);

/// The same of ids, with their labels in brackets.
[[nodiscard]] std::string list_argument(
    const std::vector<std::pair<std::string, text>>& labelled);

/// The wording of an argument that has one in each language (`word_argument`,
/// `text_argument`); nothing of any other.
[[nodiscard]] std::optional<text> words_of_argument(const std::string& argument);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/core/impl/message.ipp>
#endif
