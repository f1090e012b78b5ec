// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/core/text.hpp>
#include <norma/load/impl/findings.ipp>
#include <norma/load/impl/yaml_slips.ipp>

namespace norma::load_detail {

/// Findings about one file: the first `most`, then a count. An error that comes
/// late takes the place of a warning.
class finding_list {
 public:
  /// `table`: about a file of cells, where no hint speaks of YAML.
  explicit finding_list(std::size_t most, bool table = false)
      : most_(most), table_(table) {}

  void add(diagnostic found) {
    found = or_slip(std::move(found));
    if (table_ && found.code == "N0219") found.code = "N0224";
    if (!kept_.empty() && kept_.back().code == found.code && found.where &&
        kept_.back().where.file == found.where.file &&
        kept_.back().where.begin == found.where.begin) {
      return;  // a slip of which both a name and the syntax are victims
    }
    drop_victim_of(found);
    const bool fails = found.level() == severity::error;
    failed_ = failed_ || fails;
    if (!has_room()) {
      ++dropped_;
      if (!fails || !drop_warning(kept_)) return;
    }
    kept_.push_back(std::move(found));
  }
  void add(std::string code, std::vector<std::string> arguments, source_span where) {
    add({std::move(code), std::move(arguments), std::move(where), {}});
  }
  /// Why nothing more is read: told however many there are.
  void add_last(diagnostic found) {
    failed_ = true;
    kept_.push_back(std::move(found));
  }
  [[nodiscard]] bool failed() const { return failed_; }
  /// Of all that were added.
  [[nodiscard]] std::size_t count() const { return kept_.size() + dropped_; }
  /// True if one more finding would be shown.
  [[nodiscard]] bool has_room() const { return kept_.size() < most_; }
  /// `did_you_mean`, or "" where the finding would not be shown anyway.
  [[nodiscard]] std::string hint(std::string_view word,
                                 const std::vector<std::string>& candidates) const {
    return has_room() ? did_you_mean(word, candidates) : std::string();
  }

  /// All findings, with a count of those that were too many.
  [[nodiscard]] std::vector<diagnostic> take() {
    if (dropped_ != 0) {
      kept_.push_back({"N0299", {std::to_string(dropped_)}, {}, {}});
    }
    dropped_ = 0;
    return std::move(kept_);
  }

 private:
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
  bool table_;
  std::size_t dropped_ = 0;
  bool failed_ = false;
  std::vector<diagnostic> kept_;
};

}  // namespace norma::load_detail
