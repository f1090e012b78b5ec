// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/core/text.hpp>
#include <norma/value/date.hpp>

namespace norma::cli {

/// What the command says beside its results: findings and progress, on the
/// standard error stream, in one language.
class console {
 public:
  explicit console(language lang);

  [[nodiscard]] language lang() const { return lang_; }
  /// The catalogue's words for `code`.
  [[nodiscard]] std::string say(std::string_view code,
                                const std::vector<std::string>& arguments = {}) const;

  void show(const diagnostic& finding);
  void show(const std::vector<diagnostic>& findings);
  /// A finding about the command itself, which has no place in a file.
  void complain(std::string code, std::vector<std::string> arguments);

  /// A finding of a row of many, on one line: `units.csv:12:5: error[N0646]: …`, of a
  /// file as a whole where line and column are 0. The
  /// column or key that it stands `in` is named, unless its words name it.
  void show_at(std::string_view file, std::size_t line, std::size_t column,
               const diagnostic& finding, std::string_view in);

  /// `done` of `all` on one line that the next replaces; only on a terminal.
  void progress(std::size_t done, std::size_t all);
  /// The same in words.
  void progress(const std::string& words);
  [[nodiscard]] bool shows_progress() const { return shows_progress_; }
  void end_progress();

  /// True if results on the standard output may be coloured.
  [[nodiscard]] bool colour() const { return colour_; }
  /// Columns of the terminal, or 100 where there is none: what goes into a
  /// pipe must not depend on a window.
  [[nodiscard]] std::size_t width() const { return width_; }

 private:
  language lang_;
  bool colour_ = false;
  bool colour_errors_ = false;
  bool shows_progress_ = false;
  bool progress_shown_ = false;
  std::size_t last_percent_ = 0;
  std::size_t width_ = 100;
};

/// The day of the clock, in the local time zone.
[[nodiscard]] date today();

}  // namespace norma::cli
