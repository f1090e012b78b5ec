// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <memory>   // std::unique_ptr
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/assess/verdict.hpp>
#include <norma/batch/frame.hpp>
#include <norma/batch/plan.hpp>
#include <norma/config.hpp>

namespace norma::batch {

/// Judges units one at a time as they come, out of memory that is written anew for each:
/// columns of one row over the members of a record are bound once. The same verdicts as
/// `plan::judge` and `assess`. After the first unit of a kind no memory is taken, but for
/// what `plan::explain` names and values that do not lie as integers of the fact's scale
/// (doubles of more than 15 digits, decimals): those are judged by the scalar engine.
///
///     norma::batch::frame record("enterprise", 1);
///     record.add("coordinator_count",
///                norma::batch::integers({&firm.coordinators, 1}, {&firm.known, 1}));
///     norma::batch::unit_judge one(plan, record);
///     while (next(firm)) tell(one.judge());
///
/// For one thread; each has its own, of the same plan.
class unit_judge {
 public:
  /// Throws `norma::rule_error` with what `plan::check` finds, if it finds an error. What
  /// the frame's columns point to has to outlive the judge; lists have to stay within
  /// their elements, and words of dictionaries as they are: they are looked up here.
  unit_judge(const plan& by, const frame& units);
  unit_judge(unit_judge&& other) noexcept;
  unit_judge& operator=(unit_judge&& other) noexcept;
  ~unit_judge();

  /// The verdict of the unit that is in the row now. Throws `norma::rule_error` (N0697)
  /// for a row that the frame has not.
  verdict judge(std::size_t row = 0);
  /// Of the unit judged last: by path, as `verdicts::paths`. Before the first all are
  /// undetermined.
  [[nodiscard]] const std::vector<verdict>& verdicts() const;
  /// `.`, then the items in their order.
  [[nodiscard]] const std::vector<std::string>& paths() const;
  /// How many units the scalar engine judged.
  [[nodiscard]] std::size_t row_by_row() const;

 private:
  std::unique_ptr<detail::bound_units> bound_;
};

}  // namespace norma::batch

#if defined(NORMA_HEADER_ONLY)
#include <norma/batch/impl/unit_judge.ipp>
#endif
