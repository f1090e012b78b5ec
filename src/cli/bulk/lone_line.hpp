// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstddef>      // std::size_t
#include <memory>       // std::make_shared
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/core/limits.hpp>
#include <norma/core/source.hpp>
#include <norma/core/text.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/rule/unit.hpp>

#include "findings.hpp"
#include "input.hpp"
#include "json_values.hpp"
#include "other_form.hpp"
#include "unit_keys.hpp"
#include "unit_sheet.hpp"
#include "units.hpp"
#include "unknown_keys.hpp"

namespace norma::cli {

/// What all lines of an input are read by.
struct line_words {
  const std::string& name;  ///< of the input
  const pack& by;
  const fact_labels& labels;
  const std::string& default_kind;
  const limits& bounds;
};

/// Reads a line as the reader of units' files takes it: the whole unit, or what is wrong
/// with the line.
class lone_line_reader {
 public:
  lone_line_reader(const line_words& of, const row_block& rows, unit_store& to,
                   unknown_keys& unknown)
      : words_(of), rows_(rows), to_(to), unknown_(unknown) {}

  void read(const row_place& at) {
    bytes_ = trimmed(rows_.row(at));
    std::vector<row_finding> found;
    std::optional<unit> one;
    if (const auto wrong = find_invalid_utf8(bytes_); wrong != std::string_view::npos) {
      const auto byte = rows_.begin() + place_in_block(bytes_.data() + wrong);
      found.push_back({at.line, column_of(at, bytes_.data() + wrong),
                       no_utf8(words_.name, bytes_, byte)});
    } else if (unit_sheet sheet(words_.by, words_.labels, words_.default_kind);
               !sheet.write(parser_, padded(bytes_))) {
      found.push_back(what_is_wrong(at));
    } else {
      unknown_.tell(at.line, sheet.unknown());
      tell_again(at, sheet, found);
      hint_account none{0};  // for what is counted alone
      auto read =
          try_read_unit(std::make_shared<const source_file>("line.json", sheet.text()),
                        words_.by, words_.bounds, to_.shows_more() ? hints_ : none);
      to_.note_files(read.member_files);
      for (auto& each : read.diagnostics) {
        const char* place = each.where ? sheet.place(each.where.begin) : nullptr;
        const auto column = place == nullptr ? 0 : column_of(at, place);
        found.push_back({at.line, column, std::move(each),
                         std::string(place == nullptr ? "" : sheet.key_at(place))});
      }
      if (sheet.repeated().empty()) one = std::move(read.unit);
    }
    to_.add(at.line, std::move(one), std::move(found));
  }

 private:
  /// What stands there twice, be it nothing that is known or nothing that is said.
  void tell_again(const row_place& at, const unit_sheet& sheet,
                  std::vector<row_finding>& to) {
    for (const auto& each : sheet.repeated()) {
      to.push_back({at.line,
                    column_of(at, each.place),
                    {each.of_fact ? "N0602" : "N0202", {each.name}, {}, {}}});
    }
  }

  /// Of a line that is no JSON object: what the reader of files says of its form.
  [[nodiscard]] row_finding what_is_wrong(const row_place& at) {
    if (bytes_.starts_with("\xef\xbb\xbf"))  // of a file that was put behind another
      return {at.line, column_of(at, bytes_.data()), {"N0104", {"U+FEFF"}, {}, {}}};
    hint_account none{0};  // of its form alone
    auto read = try_read_unit(
        std::make_shared<const source_file>("line.json", std::string(bytes_)), words_.by,
        words_.bounds, none);
    for (auto& each : read.diagnostics) {
      const bool of_form =
          each.code.starts_with("N010") || each.code == "N0231" || each.code == "N0207";
      if (!of_form || !each.where) continue;
      const char* place = bytes_.data() + each.where.begin;
      return {at.line, column_of(at, place), std::move(each)};
    }
    return {at.line, column_of(at, end_of_object()), {"N0136", {}, {}, {}}};
  }

  /// Where the line stops being an object.
  [[nodiscard]] const char* end_of_object() {
    simdjson::ondemand::document document;
    simdjson::ondemand::object keys;
    const char* at = bytes_.data();
    if (bytes_.front() != '{' ||
        parser_.iterate(padded(bytes_)).get(document) != simdjson::SUCCESS ||
        document.get_object().get(keys) != simdjson::SUCCESS) {
      return at;
    }
    for (auto each : keys) {
      simdjson::ondemand::value from;
      if (each.value().get(from) != simdjson::SUCCESS || !is_whole(from)) break;
    }
    const bool known = document.current_location().get(at) == simdjson::SUCCESS;
    return known && at < bytes_.data() + bytes_.size() ? at : bytes_.data();
  }

  [[nodiscard]] std::size_t place_in_block(const char* at) const {
    return static_cast<std::size_t>(at - rows_.bytes.data());
  }
  /// Counts on from the place asked for before: of a long line there may be many.
  [[nodiscard]] std::size_t column_of(const row_place& row, const char* at) {
    const std::size_t place = place_in_block(at);
    if (counted_row_ != row.begin || place < counted_to_ || column_ == 0) {
      counted_row_ = counted_to_ = row.begin;
      column_ = 1;
    }
    column_ += count_code_points(
        std::string_view(rows_.bytes).substr(counted_to_, place - counted_to_));
    counted_to_ = place;
    return column_;
  }

  line_words words_;
  const row_block& rows_;
  unit_store& to_;
  unknown_keys& unknown_;
  simdjson::ondemand::parser parser_;
  std::string_view bytes_;
  hint_account hints_{key_hints::most_compared};
  std::size_t counted_row_ = 0, counted_to_ = 0;  ///< in the block
  std::size_t column_ = 0;                        ///< there; 0: none was asked for
};

}  // namespace norma::cli
