// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/source.hpp>

namespace norma::load_detail {

/// A cell with its place: bytes [begin, end) of the file, quotes included.
struct csv_cell {
  std::string text;  ///< without quotes, `""` undone; blanks at both
                     ///< ends of an unquoted cell removed
  bool quoted = false;
  bool verbatim = true;  ///< the text lies in the file as it is
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t text_begin = 0;
};

/// No row has more: of one that does nothing is read (N0548), nor behind it.
inline constexpr std::size_t most_cells = 1'000'000;

struct csv_row {
  std::vector<csv_cell> cells;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Reads the rows of a CSV file (RFC 4180; comma; CRLF or LF; a byte order
/// mark is skipped; blank lines are left out), one at a time. A quoted cell may
/// hold line breaks.
class csv_reader {
 public:
  explicit csv_reader(source_ptr file);

  /// The next row into `row`; false at the end. A quote that is not closed
  /// (N0220) or followed by text (N0221) is a finding; reading goes on with
  /// the next line. A first row without commas, but with other separators, ends
  /// the file (N0222).
  bool next(csv_row& row, std::vector<diagnostic>& findings);

 private:
  bool read_quoted(csv_cell& cell, std::vector<diagnostic>& findings);
  bool read_to_quote(csv_cell& cell, std::size_t most);
  [[nodiscard]] std::size_t end_of_line(std::size_t from) const;
  [[nodiscard]] std::size_t other_separator(std::size_t from) const;
  source_ptr file_;
  bool begun_ = false;      ///< a row was read
  bool all_closed_ = true;  ///< no quote yet that nothing closes
  std::size_t at_ = 0;
};

}  // namespace norma::load_detail

#if defined(NORMA_HEADER_ONLY)
#include <norma/load/impl/csv.ipp>
#endif
