// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstddef>        // std::size_t
#include <string>         // std::string
#include <string_view>    // std::string_view
#include <unordered_map>  // std::unordered_map

#include <norma/core/text.hpp>

#include "clean_text.hpp"
#include "json_values.hpp"
#include "lone_line.hpp"
#include "met_keys.hpp"
#include "strange_keys.hpp"
#include "unknown_keys.hpp"
#include "units.hpp"

namespace norma::cli {

/// What a line says about the unit itself.
struct told_unit {
  std::string id, kind, area_kind;
  bool says_area = false;
};

/// Reads the lines of a block.
class line_reader {
  using json_value = simdjson::ondemand::value;

 public:
  line_reader(const line_words& of, const row_block& rows, unit_store& to)
      : words_(of), rows_(rows), to_(to), unknown_(to), alone_(of, rows, to, unknown_) {}

  void read(const row_place& at) {
    bytes_ = trimmed(rows_.row(at));
    const bool clean = is_clean(bytes_) && has_clean_escapes(bytes_);
    if (!clean || !read_plain(at)) alone_.read(at);
  }
  /// The whole unit, not its facts alone.
  void read_by_itself(const row_place& at) { alone_.read(at); }

 private:
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
    unknown_.tell(at.line, unknown_here_);
    to_.add(at.line, told.id, to_.group(*of_));
    return true;
  }

  /// Finds out of which kind the unit is; false if it is of none.
  bool choose_kind(told_unit& told) {
    told = {{}, words_.default_kind, {}, false};
    simdjson::ondemand::document line;
    simdjson::ondemand::object keys;
    if (parser_.iterate(padded(bytes_)).get(line) != simdjson::SUCCESS ||
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
    if (parser_.iterate(padded(bytes_)).get(line) != simdjson::SUCCESS ||
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

  /// One of a unit's file asks for its reader.
  static bool is_of_file(std::string_view name) {
    return name == "norma" || name == "facts" || name == "pack" || name == "evidence" ||
           name == "exceptions";
  }

  line_words words_;
  const row_block& rows_;
  unit_store& to_;
  simdjson::ondemand::parser parser_;
  std::string_view bytes_;
  const judged_kind* of_ = nullptr;  ///< of the line before
  bool says_area_ = false;
  std::unordered_map<const vocabulary*, met_keys> keys_;
  strange_keys unknown_here_;  ///< of the line
  unknown_keys unknown_;
  lone_line_reader alone_;
};

}  // namespace norma::cli
