// SPDX-License-Identifier: Apache-2.0
#pragma once

// Of what kind the units of a batch are, by its columns `unit` and `kind`.

#include <cstddef>   // std::size_t
#include <cstdint>   // std::uint8_t
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/batch/column.hpp>
#include <norma/batch/plan.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/pack.hpp>

namespace norma_python {

/// Whether a standard is for a unit.
enum class belongs : std::uint8_t { yes, no, unknown };

/// Whether a standard is for the units of a batch: a unit that says no kind, or one that
/// there is not, may be of any.
class row_kinds {
 public:
  using words_column = std::optional<norma::batch::column>;

  /// `usual` is the kind of units that do not say it; "": each has to.
  row_kinds(norma::standard by, std::string usual, std::size_t rows, words_column unit,
            words_column kind);

  [[nodiscard]] belongs of(std::size_t row) const { return found_[row]; }

  /// What leaves a row unknown, and in which column.
  struct open_cell {
    std::string column;
    norma::text why;
    std::string meant;  ///< the kind that may be meant; may be empty
  };
  [[nodiscard]] open_cell why_open(std::size_t row) const;

  /// Units of other kinds have no verdict to tell; those of which that is unknown are
  /// undetermined, and rows in error.
  void pass_over(norma::batch::verdicts& found) const;

 private:
  [[nodiscard]] belongs by_unit(std::size_t row) const;
  [[nodiscard]] belongs by_both(std::size_t row) const;

  norma::standard by_;
  std::string usual_;
  words_column unit_, kind_;
  std::vector<belongs> found_;
};

/// The finding for the row, which it names by `label`: a warning (N0681), or why it can
/// not be explained (N0682).
[[nodiscard]] norma::diagnostic told_of(const row_kinds::open_cell& cell,
                                        const std::string& label, const char* code);

}  // namespace norma_python
