// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::min
#include <cstddef>      // std::size_t
#include <limits>       // std::numeric_limits
#include <string>       // std::string, std::to_string
#include <string_view>  // std::string_view
#include <utility>      // std::exchange, std::move
#include <vector>       // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/text.hpp>
#include <norma/load/impl/findings.ipp>
#include <norma/load/impl/yaml_slips.ipp>

namespace norma::load_detail {

/// Thrown to stop a parser; the reason is among the findings.
struct tape_stop {};

/// Findings about one file: the first `most`, then a count. An error that comes
/// late takes the place of a warning.
class finding_list {
 public:
  explicit finding_list(std::size_t most) : most_(most) {}
  /// About a file of facts: the error after `bounds.errors_per_file` is told as that, and
  /// stops who reads. Hints are paid from `hints`, if it is given.
  explicit finding_list(const limits& bounds, hint_account* hints = nullptr)
      : most_(bounds.diagnostics_per_file),
        most_errors_(bounds.errors_per_file),
        shared_hints_(hints) {}
  /// About a part of the file that `whole` is about, which is told all of it, too.
  finding_list(finding_list& whole, std::size_t most)
      : most_(most), table_(whole.table_), whole_(&whole) {}

  /// The file is one of cells, where no hint speaks of YAML.
  void of_cells() { table_ = true; }
  /// Whatever is found stands there: what is read is a copy of it.
  void all_at(source_span where) { place_ = std::move(where); }

  /// Whatever is found stands in the column of this name, which outlives the list; null:
  /// in none. It is told where the message does not.
  void in_column(const std::string* name) { column_ = name; }

  void add(diagnostic found) {
    found = or_slip(std::move(found));
    if (table_ && found.code == "N0219") found.code = "N0224";
    if (place_) {
      found.where = place_;
      found.labels.clear();
    }
    const bool fails = found.level() == severity::error;
    // Of warnings there may be very many.
    if (column_ != nullptr && (fails || has_room()) && !names_column(found))
      found.labels.push_back({"R0102", {*column_}, {}});
    if (whole_ != nullptr) {
      whole_->add(found);
    } else if (ended_ || (fails && errors_ == most_errors_)) {
      stop({"N0156", {std::to_string(most_errors_)}, std::move(found.where), {}});
    }
    ++count_;
    if (fails) ++errors_;
    if (!kept_.empty() && kept_.back().code == found.code && found.where &&
        kept_.back().where.file == found.where.file &&
        kept_.back().where.begin == found.where.begin) {
      return;  // a slip of which both a name and the syntax are victims
    }
    drop_victim_of(found);
    if (!fits()) {
      ++dropped_;
      if (!fails || !drop_warning(kept_)) return;
    }
    kept_.push_back(std::move(found));
  }
  void add(std::string code, std::vector<std::string> arguments, source_span where) {
    add({std::move(code), std::move(arguments), std::move(where), {}});
  }
  /// Nothing more is read: why is told once, however much there is to tell.
  [[noreturn]] void stop(diagnostic why) {
    if (place_) why.where = place_;
    if (whole_ != nullptr) whole_->stop(std::move(why));
    if (!ended_) kept_.push_back(std::move(why));
    ended_ = true;
    throw tape_stop{};
  }
  [[nodiscard]] bool ended() const {
    return whole_ != nullptr ? whole_->ended() : ended_;
  }
  [[nodiscard]] bool failed() const { return errors_ > 0 || ended(); }
  /// Of all that were added.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// True if one more finding would be shown.
  [[nodiscard]] bool has_room() const {
    return fits() || (whole_ != nullptr && whole_->has_room());
  }
  /// True if it may be looked which of so many words is meant: the finding would be
  /// shown, and not very many were compared before.
  [[nodiscard]] bool compares(std::string_view word, std::size_t candidates) {
    if (!has_room()) return false;
    finding_list* file = this;
    while (file->whole_ != nullptr) file = file->whole_;
    auto& left = (file->shared_hints_ ? file->shared_hints_ : &file->hints_)->left;
    if (left == 0) return false;
    const std::size_t length = std::min<std::size_t>(word.size(), 500);
    left -= std::min(left, candidates * (1 + length * length / 256));
    return true;
  }
  /// `did_you_mean`, or "".
  [[nodiscard]] std::string hint(std::string_view word,
                                 const std::vector<std::string>& candidates) {
    return compares(word, candidates.size()) ? did_you_mean(word, candidates)
                                             : std::string();
  }

  /// All findings, with a count of those that were too many.
  [[nodiscard]] std::vector<diagnostic> take() {
    if (dropped_ != 0) {
      kept_.push_back({"N0299", {std::to_string(dropped_)}, {}, {}});
    }
    dropped_ = 0;
    return std::exchange(kept_, {});
  }

 private:
  [[nodiscard]] bool fits() const { return kept_.size() < most_; }
  [[nodiscard]] bool names_column(const diagnostic& found) const {
    const std::string words = found.message(language::en);
    return words.find('`' + *column_ + '`') != std::string::npos;
  }

  /// Of an indentation by tabs the line is a victim, too: it reads as one value.
  void drop_victim_of(const diagnostic& found) {
    if (found.code != "N0201" || kept_.empty() || kept_.back().code != "N0204") return;
    const source_span& at = found.where;
    const source_span& victim = kept_.back().where;
    if (!at.file || at.file != victim.file || at.begin > victim.begin) return;
    const std::string_view between =
        std::string_view(at.file->content()).substr(at.begin, victim.begin - at.begin);
    if (between.find_first_not_of(" \t") == std::string_view::npos) kept_.pop_back();
  }

  std::size_t most_;
  std::size_t most_errors_ = std::numeric_limits<std::size_t>::max();
  bool table_ = false;
  source_span place_;  ///< of all; none: each has its own
  const std::string* column_ = nullptr;
  finding_list* whole_ = nullptr;
  hint_account hints_;
  hint_account* shared_hints_ = nullptr;  ///< in place of its own
  std::size_t count_ = 0;
  std::size_t errors_ = 0;
  std::size_t dropped_ = 0;
  bool ended_ = false;
  std::vector<diagnostic> kept_;
};

}  // namespace norma::load_detail
