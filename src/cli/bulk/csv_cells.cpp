// SPDX-License-Identifier: Apache-2.0
#include "csv_cells.hpp"

#include <csv.h>

#include <algorithm>  // std::min
#include <cstddef>    // std::size_t
#include <new>        // std::bad_alloc
#include <string>     // std::string

namespace norma::cli {

struct csv_cells::parser {
  csv_parser state{};
  std::string bytes;
  std::vector<std::size_t> ends;

  parser() { begin(); }
  ~parser() { csv_free(&state); }
  parser(const parser&) = delete;
  parser& operator=(const parser&) = delete;

  void begin() {
    if (csv_init(&state, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    // A long cell is copied each time that its memory grows: by 128 bytes else.
    csv_set_blk_size(&state, std::size_t{64} << 10U);
  }

  static void add_cell(void* cell, std::size_t size, void* to) {
    auto& self = *static_cast<parser*>(to);
    self.bytes.append(static_cast<const char*>(cell), size);
    self.ends.push_back(self.bytes.size());
  }
  static void end_row(int, void*) {}
};

csv_cells::csv_cells() : parser_(std::make_unique<parser>()) {}
csv_cells::~csv_cells() = default;

bool csv_cells::split(std::string_view row) {
  auto& p = *parser_;
  p.bytes.clear();
  p.ends.clear();
  cells_.clear();
  const bool whole = csv_parse(&p.state, row.data(), row.size(), &parser::add_cell,
                               &parser::end_row, &p) == row.size() &&
                     csv_fini(&p.state, &parser::add_cell, &parser::end_row, &p) == 0;
  if (!whole) {
    const bool memory = csv_error(&p.state) == CSV_ENOMEM;
    csv_free(&p.state);
    p.begin();
    if (memory) throw std::bad_alloc();
    return false;
  }
  std::size_t begin = 0;
  for (const std::size_t end : p.ends) {
    cells_.push_back(std::string_view(p.bytes).substr(begin, end - begin));
    begin = end;
  }
  return true;
}

namespace {

std::size_t pass_blanks(std::string_view row, std::size_t at) {
  return std::min(row.find_first_not_of(" \t", at), row.size());
}

/// Where the cell behind the one that begins at `at` begins; the end of the row if there
/// is none.
std::size_t next_cell(std::string_view row, std::size_t at) {
  if (at < row.size() && row[at] == '"') {
    // A quote in quotes is two: the second opens what the first has closed.
    for (bool open = true; open;) {
      at = row.find('"', at + 1);
      if (at == std::string_view::npos) return row.size();
      open = at + 1 < row.size() && row[at + 1] == '"';
      if (open) ++at;
    }
  }
  at = row.find(',', at);
  return at == std::string_view::npos ? row.size() : pass_blanks(row, at + 1);
}

}  // namespace

std::size_t begin_of_cell(std::string_view row, std::size_t cell) {
  std::size_t at = pass_blanks(row, 0);
  for (; cell > 0 && at < row.size(); --cell) at = next_cell(row, at);
  return at;
}

cell_finder::cell_finder(std::string_view row) : row_(row) { restart(); }

void cell_finder::restart() {
  cell_ = 0;
  begin_ = pass_blanks(row_, 0);
  next_ = next_cell(row_, begin_);
}

std::optional<std::size_t> cell_finder::find(std::size_t begin, std::size_t end) {
  if (begin < begin_) restart();
  while (next_ <= begin && next_ < row_.size()) {
    begin_ = next_;
    next_ = next_cell(row_, next_);
    ++cell_;
  }
  if (end > next_) return std::nullopt;
  return cell_;
}

}  // namespace norma::cli
