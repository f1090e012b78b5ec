// SPDX-License-Identifier: Apache-2.0
#include "input.hpp"

#include <sys/stat.h>  // fstat

#include <algorithm>     // std::lower_bound, std::max
#include <cerrno>        // errno
#include <system_error>  // std::generic_category
#include <utility>       // std::move

#include <norma/core/error.hpp>
#include <norma/core/text.hpp>

namespace norma::cli {

namespace {

/// A row longer than this is none: a quote that nothing closes would hold all that
/// follows.
constexpr std::size_t most_row_bytes = std::size_t{16} << 20U;

constexpr auto nowhere = std::string_view::npos;

/// Where the rows of a CSV file end, as the reader of tables finds it.
class row_ends {
 public:
  row_ends(std::string_view bytes, bool whole) : bytes_(bytes), whole_(whole) {}

  /// Behind the line break of the line from `at` on; `nowhere`: more has to be read.
  [[nodiscard]] std::size_t of_line(std::size_t at) const {
    const auto end = bytes_.find('\n', at);
    if (end != nowhere) return end + 1;
    return whole_ ? bytes_.size() : nowhere;
  }

  /// The same of a row; `all_closed` turns false at a quote that nothing closes, and the
  /// rest is then read line by line.
  [[nodiscard]] std::size_t of_row(std::size_t at, bool& all_closed) const {
    const auto end = of_line(at);
    if (end != nowhere && is_plain(bytes_.substr(at, end - at))) return end;
    while (true) {
      at = bytes_.find_first_not_of(" \t", at);
      if (at == nowhere) return whole_ ? bytes_.size() : nowhere;
      if (bytes_[at] == '"') {
        const auto closed = behind_quotes(at + 1, all_closed);
        if (closed == nowhere) return nowhere;
        at = closed;
      }
      at = bytes_.find_first_of(",\r\n", at);
      if (at == nowhere) return whole_ ? bytes_.size() : nowhere;
      if (bytes_[at] == '\n') return at + 1;
      if (bytes_[at++] == ',') continue;
      if (at == bytes_.size()) return whole_ ? at : nowhere;
      return bytes_[at] == '\n' ? at + 1 : at;
    }
  }

 private:
  /// True if nothing in the line can move its end.
  [[nodiscard]] static bool is_plain(std::string_view line) {
    const auto turn = line.find('\r');
    return line.find('"') == nowhere &&
           (turn == nowhere || turn + 2 == line.size() || turn + 1 == line.size());
  }

  /// Behind the quote that closes the cell whose text begins `at`.
  [[nodiscard]] std::size_t behind_quotes(std::size_t at, bool& all_closed) const {
    const auto line_end = bytes_.find_first_of("\r\n", at);
    const auto most = all_closed ? nowhere : line_end;
    for (auto quote = bytes_.find('"', at); quote < most;
         quote = bytes_.find('"', quote)) {
      if (quote + 1 == bytes_.size() && !whole_) return nowhere;
      if (quote + 1 == bytes_.size() || bytes_[quote + 1] != '"') return quote + 1;
      quote += 2;
    }
    if (!whole_ && bytes_.size() - at < most_row_bytes && all_closed) return nowhere;
    if (line_end == nowhere) return whole_ ? bytes_.size() : nowhere;
    all_closed = false;
    return line_end;
  }

  std::string_view bytes_;
  bool whole_;
};

/// Line breaks of a row.
std::size_t lines_in(std::string_view row) {
  const auto turn = row.find('\r');
  const bool one = turn == nowhere || turn + 2 == row.size();
  if (one && row.find('\n') + 1 == row.size()) return 1;
  std::size_t lines = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\n' || (row[i] == '\r' && (i + 1 == row.size() || row[i + 1] != '\n')))
      ++lines;
  }
  return lines;
}

}  // namespace

const row_place* row_block::find(std::size_t line) const {
  const auto found =
      std::lower_bound(rows.begin(), rows.end(), line,
                       [](const row_place& row, std::size_t l) { return row.line < l; });
  return found == rows.end() || found->line != line ? nullptr : &*found;
}

text_place row_block::place(const row_place& row, std::size_t byte) const {
  const auto before = std::string_view(bytes).substr(row.begin, byte - row.begin);
  const auto last = before.find_last_of("\r\n");
  const auto line = last == nowhere ? before : before.substr(last + 1);
  const auto above = last == nowhere ? 0 : lines_in(before.substr(0, last + 1));
  return {row.line + above, count_code_points(line) + 1};
}

row_reader::row_reader(std::string path, std::size_t least_read)
    : name_(std::move(path)), least_read_(least_read) {
  if (name_ == "-") {
    name_ = "stdin";
    file_ = stdin;
    return;
  }
  file_ = std::fopen(name_.c_str(), "rb");
  struct stat about {};
  int why = file_ == nullptr ? errno : 0;
  if (file_ != nullptr && ::fstat(fileno(file_), &about) == 0) {
    if (S_ISREG(about.st_mode)) size_ = static_cast<std::size_t>(about.st_size);
    if (S_ISDIR(about.st_mode)) why = EISDIR;
  }
  if (why == 0) return;
  failure_ =
      diagnostic{"N0101", {name_, failure_words({why, std::generic_category()})}, {}, {}};
}

row_reader::~row_reader() {
  if (file_ != nullptr && file_ != stdin) std::fclose(file_);
}

/// Reads on until so many bytes are held, or to the end.
bool row_reader::fill(std::size_t bytes) {
  if (failure_) return false;
  while (!ended_ && held_.size() - at_ < bytes) {
    const std::size_t had = held_.size();
    const std::size_t wanted = std::max(least_read_, bytes - (had - at_));
    held_.resize(had + wanted);
    errno = 0;
    const std::size_t got = std::fread(held_.data() + had, 1, wanted, file_);
    held_.resize(had + got);
    if (got == wanted) continue;
    ended_ = true;
    if (std::ferror(file_) != 0) {
      failure_ = diagnostic{
          "N0101", {name_, failure_words({errno, std::generic_category()})}, {}, {}};
    }
  }
  if (given_ == 0 && at_ == 0 && held_.compare(0, 3, "\xef\xbb\xbf") == 0) at_ = 3;
  return !failure_;
}

std::string_view row_reader::first_bytes() {
  fill(least_read_);
  return std::string_view(held_).substr(at_);
}

char row_reader::first_character() {
  fill(least_read_);
  const auto at = held_.find_first_not_of(" \t\r\n", at_);
  return at == std::string::npos ? '\0' : held_[at];
}

/// One row more behind those in `to`, whose bytes are those held; false: more has to be
/// read first, or there is none.
bool row_reader::take_row(row_block& to, row_form form) {
  const row_ends ends(held_, ended_);
  while (at_ < held_.size()) {
    const std::size_t end =
        form == row_form::csv ? ends.of_row(at_, all_closed_) : ends.of_line(at_);
    if (end == nowhere) return false;
    if (end - at_ > most_row_bytes) {
      refuse_row();
      return false;
    }
    const row_place found{at_, end, line_};
    const auto row = std::string_view(held_).substr(at_, end - at_);
    line_ += lines_in(row);
    at_ = end;
    if (row.find_first_not_of(" \t\r\n") == nowhere) continue;
    to.rows.push_back(found);
    return true;
  }
  return false;
}

void row_reader::refuse_row() {
  failure_ = diagnostic{
      "N0132", {std::to_string(line_), std::to_string(most_row_bytes)}, {}, {}};
}

/// Gives the rows out, and keeps what lies behind them.
void row_reader::move_on(row_block& to) {
  std::string rest(held_, at_);
  to.bytes = std::move(held_);
  to.bytes.resize(at_);
  to.bytes.reserve(at_ + row_block::padding);
  given_ += at_;
  to.read = given_;
  held_ = std::move(rest);
  at_ = 0;
}

/// No row has been found yet: what was passed by is of none.
void row_reader::drop_blank_lines() {
  given_ += at_;
  held_.erase(0, at_);
  at_ = 0;
}

bool row_reader::next(row_block& to, row_form form, std::size_t bytes) {
  to.rows.clear();
  for (std::size_t wanted = bytes; fill(wanted);
       wanted = std::max(bytes, 2 * (held_.size() - at_))) {
    while (!failure_ && (to.rows.empty() || at_ - to.rows.front().begin < bytes) &&
           take_row(to, form)) {
    }
    if (!to.rows.empty() || ended_) break;
    drop_blank_lines();
    if (held_.size() > most_row_bytes) refuse_row();
  }
  if (to.rows.empty()) return false;
  move_on(to);
  return true;
}

bool row_reader::next_row(row_block& to, row_form form) { return next(to, form, 1); }

}  // namespace norma::cli
