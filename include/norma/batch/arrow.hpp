// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>     // std::size_t
#include <functional>  // std::function
#include <memory>      // std::shared_ptr
#include <string>      // std::string

#include <norma/batch/arrow_abi.hpp>
#include <norma/batch/frame.hpp>
#include <norma/batch/plan.hpp>
#include <norma/config.hpp>

namespace norma::batch {

/// Whether a column is looked at, by its name; empty: all are.
using column_filter = std::function<bool(const std::string&)>;

/// The units of a record batch: a structure with a child a column, named by fact or
/// alias. The frame looks into the memory of `batch`, which stays its owner's and has to
/// outlive it; copied are only columns of string views, of timestamps without zone (whole
/// days) and of floats, and of integers and days that do not begin at whole multiples of
/// their width. Throws `norma::rule_error` for what is no record batch, and
/// naming the column for a type that no fact can have.
///
///     auto county = norma::batch::from_arrow("enterprise", schema, batch);
[[nodiscard]] frame from_arrow(std::string unit_kind, const ArrowSchema& schema,
                               const ArrowArray& batch, const column_filter& wanted = {});

/// Reads the stream to its end and calls `use` with each record batch as a frame; the
/// frame is good while `use` runs, and the batch is released behind it. The stream stays
/// its owner's. Returns how many units there were. Throws `norma::error` with the
/// stream's own words where it fails, and as `from_arrow` does.
///
///     norma::batch::read_stream("enterprise", stream, [&](const auto& units) {
///       plan.judge(units, {.threads = 8}, found);
///     });
std::size_t read_stream(const std::string& unit_kind, ArrowArrayStream& from,
                        const std::function<void(const frame&)>& use,
                        const column_filter& wanted = {});

/// One column: as `from_arrow` reads them.
[[nodiscard]] column column_from_arrow(const ArrowSchema& schema,
                                       const ArrowArray& array);

/// Hands the verdicts over as a record batch: a column a path, dictionaries of the words
/// `pass`, `fail`, `undetermined`, `not_applicable` with codes of 8 bits; behind them,
/// where there are reasons, a column `<path> reason` for each: dictionaries of the paths
/// of nodes with codes of 16 bits, null where nothing decides; and of each part whose
/// distances were asked for `<path> distance`: a text that is exact (`-14`, `0.5`,
/// `1/3`), as no width of decimals is, and `<path> distance in`: the fact that it is a
/// distance of; both null where there is none. The memory goes with it; whoever releases
/// it frees it; without the memory that it takes it throws, and `schema` and `batch` are
/// as they were. Verdicts in two bits are columns of booleans: true is a pass, false a
/// fail, null neither.
void to_arrow(verdicts found, ArrowSchema& schema, ArrowArray& batch);
/// The same of verdicts that others hold, too; none may change them meanwhile.
void to_arrow(std::shared_ptr<const verdicts> found, ArrowSchema& schema,
              ArrowArray& batch);

}  // namespace norma::batch

#if defined(NORMA_HEADER_ONLY)
#include <norma/batch/impl/arrow.ipp>
#endif
