// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>     // std::size_t
#include <filesystem>  // std::filesystem::path
#include <map>         // std::map
#include <optional>    // std::optional
#include <string>      // std::string
#include <vector>      // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>

namespace norma {

/// One expectation, `path: word`, with its place.
struct test_expectation {
  std::string path;    ///< of a remedy a fact
  std::string wanted;  ///< a verdict, a number, a reason code, a value
  source_span where;
};

/// One case of a rule test (design section 5).
struct test_case {
  std::string name;
  unit given;  ///< the given unit with `change` and `missing` applied
  std::optional<date> as_of, known_as_of;
  std::vector<test_expectation> expect;    ///< path → verdict (or table → value)
  std::vector<test_expectation> reason;    ///< path → reason code
  std::vector<test_expectation> distance;  ///< path → exact number
  /// path → the facts that cause it, in any order
  std::vector<std::pair<std::string, std::vector<std::string>>> causes;
  /// fact → value: one remedy must consist of exactly these changes. Numbers
  /// as `number::to_string` writes them, other values as the file does; none
  /// at all (`remedy: {}`): there must be no remedy.
  std::optional<std::vector<test_expectation>> remedy;
  source_span remedy_where;
  /// Of schemes: `total`, a block, `bonus`, `deductions` or a part's path →
  /// points, `90` or `80..90` for what is open between the two.
  std::vector<test_expectation> score;
  /// Of schemes: the tier's id; `none`, or `undetermined`.
  std::optional<test_expectation> tier;
  source_span where;
};

/// What the cases of a file are about.
enum class test_target { standard, table, scheme };

/// A file of cases for one standard or scheme, or for one table of a library.
struct test_file {
  std::filesystem::path path;
  std::string target;  ///< id of the standard, scheme or table
  test_target is = test_target::standard;
  std::vector<test_case> cases;
};

struct test_file_result {
  std::optional<test_file> file;
  std::vector<diagnostic> diagnostics;
};

/// Bytes that the files of units which the tests of a pack are given, and the tables of
/// their members, may have together: a quarter of what one file may (N0187). The facts of
/// each case count, too, by their share of the memory that those of one file may take
/// (N0152).
[[nodiscard]] constexpr std::size_t given_bytes(const limits& bounds) {
  return bounds.file_bytes / 4;
}

/// What the units given in several files of tests may have together, each counting once a
/// file, and what is left of it.
struct given_account {
  explicit given_account(std::size_t bytes) : most(bytes), left(bytes) {}
  std::size_t most, left;
};

/// Reads the tests in `where` against `words`: unknown paths, facts and words
/// are errors, all found in one run. `given`: what several files share; null: each file
/// by itself.
[[nodiscard]] test_file_result try_read_tests(const std::filesystem::path& where,
                                              const pack& words,
                                              const limits& bounds = {},
                                              given_account* given = nullptr);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/load/impl/test_file.ipp>
#endif
