// SPDX-License-Identifier: Apache-2.0
// Units of a file of any size, as `norma check --facts` reads them: a row is judged, or
// told with its line. Wherever a block ends, the results are the same; and so they are
// when each row is read by itself. The first byte says what is asked for, the second how
// the file is divided.
#include "fuzz.hpp"

#include <algorithm>  // std::all_of, std::count_if
#include <memory>     // std::make_shared
#include <set>        // std::set
#include <utility>    // std::move

#include <norma/norma.hpp>
#include <simdjson.h>

#include "cli/bulk/csv_cells.hpp"
#include "cli/bulk/csv_units.hpp"
#include "cli/bulk/input.hpp"
#include "cli/bulk/json_units.hpp"
#include "cli/bulk/judge.hpp"
#include "cli/bulk/unit_sheet.hpp"

namespace {

using namespace norma::cli;
using norma_fuzz::require;

/// What a run is asked for.
struct asked {
  row_form form = row_form::csv;
  bool standard = false, reasons = false, lines = false;

  explicit asked(std::uint8_t bits)
      : form((bits & 1U) != 0 ? row_form::lines : row_form::csv),
        standard((bits & 2U) != 0),
        reasons((bits & 4U) != 0),
        lines((bits & 8U) != 0) {}
};

/// How a file is divided: bytes that are judged, and read, at a time.
struct sizes {
  std::size_t block, read;
};
constexpr sizes whole{std::size_t{1} << 20U, std::size_t{1} << 18U};

const norma::pack& rules() {
  static const auto pack = norma::load("tests/fuzz/every_type");
  return pack;
}

/// What a file gave: in full what is said of it, and its units and rows.
struct told {
  explicit told(row_form form) : once(form) {}

  std::string head;  ///< of a table
  std::string rows;
  std::string findings;
  std::vector<row_finding> found;
  told_once once;                    ///< across blocks
  std::vector<std::size_t> lines;    ///< of the units
  std::vector<std::string> sources;  ///< the rows, blank ones left out
  std::vector<std::size_t> begins;   ///< their lines
  std::size_t unread = 0;
  bool all_told = true;  ///< no finding was only counted
};

/// What the rows are judged by: made once for a file.
class run {
 public:
  explicit run(asked how)
      : how_(how),
        kind_(default_kind_of(rules(), command(how).standard)),
        request_{command(how), {.as_of = *norma::date::of(2024, 6, 30)}},
        kinds_(rules(), request_, kind_),
        writer_(how.lines ? result_form::ndjson : result_form::csv, kinds_.items(),
                how.reasons, kinds_.have_points()) {}

  /// Reads the file as the command does.
  told read(const std::string& path, sizes by) {
    told all(how_.form);
    row_reader input(path, by.read);
    row_block block;
    if (how_.form == row_form::lines) {
      const json_units reader(path, rules(), kind_, {});
      while (input.next(block, how_.form, by.block)) judge(block, reader, all);
    } else if (input.next_row(block, how_.form)) {
      all.head = block.row(block.rows.front());
      const csv_units reader(path, all.head, rules(), kind_, {});
      for (const auto& each : reader.findings()) tell({1, 0, each}, all);
      if (norma::has_errors(reader.findings())) return all;
      while (input.next(block, how_.form, by.block)) judge(block, reader, all);
    }
    require(!input.failure(), "a small file is read to its end");
    return all;
  }

  /// The results of these units, each judged by itself; none is a row that is unread.
  std::string judge_alone(std::vector<std::optional<norma::unit>> units,
                          const std::vector<std::size_t>& lines) {
    unit_store store(kinds_, how_.form);
    std::size_t read = 0;
    for (auto& each : units) {
      if (!each) continue;
      store.add(read < lines.size() ? lines[read] : 0, std::move(each), {});
      ++read;
    }
    require(read == lines.size(), "as many units as read by themselves");
    return judge_units(store, writer_).rows;
  }

  [[nodiscard]] const std::string& kind() const { return kind_; }

 private:
  static const command_line& command(asked how) {
    static const command_line any, one = [] {
      command_line made;
      made.standard = "firm";
      return made;
    }();
    return how.standard ? one : any;
  }

  template <class Reader>
  void judge(const row_block& block, const Reader& reader, told& to) {
    unit_store units(kinds_, how_.form);
    reader.read(block, units);
    for (const auto& each : units.entries()) to.lines.push_back(each.line);
    for (const auto& each : block.rows) {
      to.sources.emplace_back(block.row(each));
      to.begins.push_back(each.line);
    }
    to.unread += units.unread();
    auto result = judge_units(units, writer_);
    to.rows += result.rows;
    to.all_told = to.all_told && result.more_findings == 0;
    for (auto& each : result.findings) tell(std::move(each), to);
  }

  void tell(row_finding found, told& to) {
    norma_fuzz::read_all({found.what});
    require(found.line > 0, "a finding has a line");
    // As the command: blocks do not know of each other what was told.
    if (!to.once.is_new(found.what)) return;
    to.findings += std::to_string(found.line) + ':' + std::to_string(found.column) +
                   ": " + norma::render(found.what, norma::language::en) + '\n';
    to.found.push_back(std::move(found));
  }

  asked how_;
  std::string kind_;
  check_request request_;
  bulk_kinds kinds_;
  result_writer writer_;
};

void require_same(const std::string& found, const std::string& wanted,
                  std::string_view what) {
  if (found != wanted) std::cerr << found << "-- and not --\n" << wanted;
  require(found == wanted, what);
}

/// Each row gave a unit, or what is wrong with it; of a table, rows of blank cells gave
/// neither.
void check_rows(const told& all, row_form form) {
  std::size_t blank = 0;
  csv_cells cells;
  for (const auto& row : all.sources) {
    if (form == row_form::lines || !cells.split(row)) continue;
    const auto& each = cells.cells();
    if (std::all_of(each.begin(), each.end(), [](auto c) { return c.empty(); })) ++blank;
  }
  const auto seen = all.lines.size() + all.unread;
  require(seen <= all.sources.size() && seen + blank >= all.sources.size(),
          "each row is judged or told");
  std::set<std::size_t> wrong;
  // What all rows may have in common is told at the first of them alone.
  bool of_bytes = false, of_columns = false;
  for (const auto& each : all.found) {
    if (each.what.level() != norma::severity::error || each.what.code == "N0121")
      continue;
    of_bytes = of_bytes || each.what.code == "N0103" || each.what.code == "N0140";
    of_columns = of_columns || (each.what.code == "N0602" && form == row_form::csv);
    const auto next = std::upper_bound(all.begins.begin(), all.begins.end(), each.line);
    if (next != all.begins.begin()) wrong.insert(*std::prev(next));
  }
  for (std::size_t i = 0; of_bytes && i < all.sources.size(); ++i) {
    if (norma::find_invalid_utf8(all.sources[i]) != std::string::npos)
      wrong.insert(all.begins[i]);
  }
  if (all.all_told && !of_columns)
    require(wrong.size() == all.unread, "what is refused has a reason");
}

/// The units of the lines, each read as a file of its own.
std::vector<std::optional<norma::unit>> units_of_lines(const told& all,
                                                       const std::string& kind) {
  // The reader of lines knows the kind where the pack has one alone: this has two.
  std::vector<std::optional<norma::unit>> units;
  simdjson::ondemand::parser parser;
  const norma::cli::fact_labels labels(rules());
  for (const auto& row : all.sources) {
    const simdjson::padded_string line(norma::trimmed(row));
    unit_sheet sheet(rules(), labels, kind);
    auto& unit = units.emplace_back();
    if (norma::find_invalid_utf8(row) != std::string::npos ||
        !sheet.write(parser, line) || !sheet.repeated().empty())
      continue;
    unit = norma::try_read_unit(
               std::make_shared<const norma::source_file>("line.json", sheet.text()),
               rules())
               .unit;
  }
  return units;
}

/// What the reader of tables gives of the whole file, if it reads it as rows.
void check_table(const std::string& path, std::string_view bytes, const told& all,
                 run& by) {
  auto table = norma::try_read_units(
      std::make_shared<const norma::source_file>(path, std::string(bytes)), rules(),
      by.kind());
  norma_fuzz::read_all(table.diagnostics);
  if (norma::has_errors(table.diagnostics) || all.head.empty()) return;
  // Columns may be named by labels here alone.
  const auto unknown = [](const auto& findings) {
    return std::count_if(findings.begin(), findings.end(),
                         [](const norma::diagnostic& d) {
                           return d.code == "N0630" || d.code == "N0642";
                         });
  };
  const csv_units head(path, all.head, rules(), by.kind(), {});
  if (unknown(head.findings()) != unknown(table.diagnostics)) return;
  std::vector<std::optional<norma::unit>> units;
  for (auto& row : table.rows) units.push_back(std::move(row.unit));
  require_same(by.judge_alone(std::move(units), all.lines), all.rows,
               "a table is judged as the reader of tables reads it");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const asked how(data[0]);
  const auto bytes = norma_fuzz::text_of(data + 2, size - 2);
  static const auto path = (norma_fuzz::own_folder() / "units").string();
  norma_fuzz::write(path, bytes);
  run by(how);
  const auto all = by.read(path, whole);
  check_rows(all, how.form);
  for (const auto divided : {sizes{1, 1}, sizes{1U + data[1] % 16U, 1U + data[1] / 16U},
                             sizes{16U * (1U + data[1] / 16U), 7}}) {
    const auto parts = by.read(path, divided);
    require_same(parts.rows, all.rows, "blocks of any size give the same results");
    if (!all.all_told || !parts.all_told) continue;
    require_same(parts.findings, all.findings, "blocks of any size tell the same");
  }
  if (how.form == row_form::lines) {
    require_same(by.judge_alone(units_of_lines(all, by.kind()), all.lines), all.rows,
                 "a line is judged as its unit's file");
  } else {
    check_table(path, bytes, all, by);
  }
  return 0;
}
