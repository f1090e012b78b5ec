// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstddef>        // std::size_t
#include <memory>         // std::make_shared
#include <optional>       // std::optional
#include <string>         // std::string
#include <string_view>    // std::string_view
#include <unordered_map>  // std::unordered_map
#include <unordered_set>  // std::unordered_set
#include <utility>        // std::move
#include <vector>         // std::vector

#include <norma/core/limits.hpp>
#include <norma/core/text.hpp>
#include <norma/load/unit_file.hpp>

#include "clean_text.hpp"
#include "json_values.hpp"
#include "met_keys.hpp"
#include "other_form.hpp"
#include "strange_keys.hpp"
#include "unit_keys.hpp"
#include "unit_sheet.hpp"
#include "units.hpp"

namespace norma::cli {

/// What a line says about the unit itself.
struct told_unit {
  std::string id, kind, area_kind;
  bool says_area = false;
};

/// What all lines of an input are read by.
struct line_words {
  const std::string& name;  ///< of the input
  const pack& by;
  const fact_labels& labels;
  const std::string& default_kind;
  const limits& bounds;
};

/// Reads the lines of a block.
class line_reader {
  using json_value = simdjson::ondemand::value;

 public:
  line_reader(const line_words& of, const row_block& rows, unit_store& to)
      : words_(of), rows_(rows), to_(to) {}

  void read(const row_place& at) {
    line_ = at.line;
    bytes_ = trimmed(rows_.row(at));
    const bool clean = is_clean(bytes_) && has_clean_escapes(bytes_);
    if (!clean || !read_plain(at)) read_alone(at);
  }
  /// The whole unit, not its facts alone.
  void read_by_itself(const row_place& at) {
    line_ = at.line;
    bytes_ = trimmed(rows_.row(at));
    read_alone(at);
  }

 private:
  [[nodiscard]] simdjson::padded_string_view padded() const {
    return simdjson::padded_string_view(bytes_.data(), bytes_.size(),
                                        bytes_.size() + row_block::padding);
  }

  /// As columns hold it; false if they can not.
  bool read_plain(const row_place& at) {
    told_unit told;
    if (of_ == nullptr && !choose_kind(told)) return false;
    bool read = read_facts(told);
    const bool same = told.kind == of_->kind && told.area_kind == of_->area_kind &&
                      told.says_area == says_area_;
    if (!read || !same) {
      to_.group(*of_).drop_row();
      const auto* before = of_;
      if (!choose_kind(told)) return false;
      if (of_ == before) return false;
      read = read_facts(told);
      if (!read) to_.group(*of_).drop_row();
    }
    if (!read) return false;
    tell_unknown(unknown_here_);
    to_.add(at.line, told.id, to_.group(*of_));
    return true;
  }

  /// Finds out of which kind the unit is; false if it is of none.
  bool choose_kind(told_unit& told) {
    told = {{}, words_.default_kind, {}, false};
    simdjson::ondemand::document line;
    simdjson::ondemand::object keys;
    if (parser_.iterate(padded()).get(line) != simdjson::SUCCESS ||
        line.get_object().get(keys) != simdjson::SUCCESS) {
      return false;
    }
    for (auto each : keys) {
      std::string_view name, words;
      if (each.unescaped_key().get(name) != simdjson::SUCCESS) return false;
      if (name != "unit" && name != "kind") continue;
      if (name == "kind") told.says_area = true;
      if (each.value().get_string().get(words) != simdjson::SUCCESS || words.empty())
        continue;
      (name == "unit" ? told.kind : told.area_kind) = words;
    }
    const auto& found = to_.kinds().of(told.kind, told.area_kind, told.says_area);
    if (found.words == nullptr) return false;
    of_ = &found;
    says_area_ = told.says_area;
    return true;
  }

  bool read_facts(told_unit& told) {
    told = {{}, words_.default_kind, {}, false};
    auto& group = to_.group(*of_);
    auto& known = keys_.try_emplace(of_->words, words_.by, *of_->words, words_.labels)
                      .first->second;
    known.begin_line();
    simdjson::ondemand::document line;
    simdjson::ondemand::object keys;
    if (parser_.iterate(padded()).get(line) != simdjson::SUCCESS ||
        line.get_object().get(keys) != simdjson::SUCCESS) {
      return false;
    }
    unknown_here_.clear();
    for (auto each : keys) {
      std::string_view name;
      json_value from;
      bool blank = false;
      if (each.unescaped_key().get(name) != simdjson::SUCCESS ||
          each.value().get(from) != simdjson::SUCCESS ||
          from.is_null().get(blank) != simdjson::SUCCESS) {
        return false;
      }
      const met_key& key = known.find(name);
      const bool strange = key.of.is == key_role::skipped;
      if (!(strange ? unknown_here_.add(name) : known.is_first(key))) return false;
      if (!read_key(key, from, blank, told, group)) return false;
    }
    return nothing_follows(line);
  }

  bool read_key(const met_key& key, json_value& from, bool blank, told_unit& told,
                unit_group& group) {
    switch (key.of.is) {
      case key_role::skipped: return !is_of_file(key.name) && (blank || is_whole(from));
      case key_role::id: return blank || read_words(from, told.id);
      case key_role::name: {
        std::string any;
        return blank || read_words(from, any);
      }
      case key_role::unit: return blank || read_words(from, told.kind);
      case key_role::kind:
        told.says_area = true;
        return blank || read_words(from, told.area_kind);
      case key_role::fact:
      case key_role::fact_date: break;
    }
    if (blank) return true;
    if (!key.slot) return false;
    auto* column = group.column(*key.slot, key.of.is == key_role::fact_date);
    return column != nullptr && add_value(from, *column);
  }

  static bool read_words(json_value& from, std::string& to) {
    std::string_view words;
    simdjson::ondemand::json_type type{};
    if (from.type().get(type) != simdjson::SUCCESS) return false;
    if (type == simdjson::ondemand::json_type::number) {
      if (!is_whole(from)) return false;
      to = trimmed(from.raw_json_token());
      return true;
    }
    if (from.get_string().get(words) != simdjson::SUCCESS) return false;
    if (!words.empty()) to = words;
    return true;
  }

  /// Keys that are nothing are told once.
  void tell_unknown(const strange_keys& keys) {
    for (const auto& name : keys.names()) {
      if (unknown_.contains(name)) continue;
      if (unknown_.size() < told_once::most_names) unknown_.insert(name);
      if (!to_.shows_more()) {
        to_.note_more(1);
        continue;
      }
      to_.note({line_, 0, {"N0696", {name, {}}, {}, {}}});  // its hint: `key_hints`
    }
    to_.note_more(keys.more());
  }
  /// One of a unit's file asks for its reader.
  static bool is_of_file(std::string_view name) {
    return name == "norma" || name == "facts" || name == "pack" || name == "evidence" ||
           name == "exceptions";
  }

  /// As the reader of units' files takes it.
  void read_alone(const row_place& at) {
    std::vector<row_finding> found;
    std::optional<unit> one;
    if (const auto wrong = find_invalid_utf8(bytes_); wrong != std::string_view::npos) {
      const auto byte = rows_.begin() + place_in_block(bytes_.data() + wrong);
      found.push_back({at.line, column_of(at, bytes_.data() + wrong),
                       no_utf8(words_.name, bytes_, byte)});
    } else if (unit_sheet sheet(words_.by, words_.labels, words_.default_kind);
               !sheet.write(parser_, padded())) {
      found.push_back(what_is_wrong(at));
    } else {
      tell_unknown(sheet.unknown());
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
        parser_.iterate(padded()).get(document) != simdjson::SUCCESS ||
        document.get_object().get(keys) != simdjson::SUCCESS) {
      return at;
    }
    for (auto each : keys) {
      json_value from;
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
  simdjson::ondemand::parser parser_;
  std::string_view bytes_;
  const judged_kind* of_ = nullptr;  ///< of the line before
  bool says_area_ = false;
  std::unordered_map<const vocabulary*, met_keys> keys_;
  hint_account hints_{key_hints::most_compared};  ///< of lines read by themselves
  std::unordered_set<std::string> unknown_;       ///< that were told
  strange_keys unknown_here_;                     ///< of the line
  std::size_t line_ = 0;
  std::size_t counted_row_ = 0, counted_to_ = 0;  ///< in the block
  std::size_t column_ = 0;                        ///< there; 0: none was asked for
};

}  // namespace norma::cli
