// SPDX-License-Identifier: Apache-2.0
#include "unit_sheet.hpp"

#include <algorithm>  // std::upper_bound
#include <iterator>   // std::prev
#include <utility>    // std::exchange, std::move

#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/fact_names.hpp>

#include "json_values.hpp"
#include "unit_keys.hpp"

namespace norma::cli {

namespace {

namespace json = simdjson::ondemand;

simdjson::error_code raw_of(json::value& from, std::string_view& to) {
  json::json_type type{};
  if (const auto wrong = from.type().get(type)) return wrong;
  if (type == json::json_type::array) {
    json::array whole;
    if (const auto wrong = from.get_array().get(whole)) return wrong;
    return whole.raw_json().get(to);
  }
  if (type == json::json_type::object) {
    json::object whole;
    if (const auto wrong = from.get_object().get(whole)) return wrong;
    return whole.raw_json().get(to);
  }
  to = from.raw_json_token();
  return simdjson::SUCCESS;
}

/// True if it says more of a value than the value: an object that is no period.
bool is_statement(std::string_view value) {
  return value.front() == '{' && value.find("\"from\"") == value.npos &&
         value.find("\"to\"") == value.npos;
}

/// True if nothing is said.
bool is_blank(std::string_view value) {
  return value.empty() || value == "null" || value == "\"\"";
}

}  // namespace

bool unit_sheet::write(json::parser& parser, simdjson::padded_string_view line) {
  text_ = R"({"norma":1)";
  if (read(parser, line) != simdjson::SUCCESS) return false;
  if (is_file_) {
    text_.clear();
    unknown_.clear();
    repeated_.clear();
    copied_.clear();
    copy({line.data(), line.size()});
    return true;
  }
  if (kind_.empty() && !default_kind_.empty()) {
    text_ += R"(,"unit":")" + (kind_ = default_kind_) + '"';
  }
  write_facts();
  text_ += '}';
  return true;
}

simdjson::error_code unit_sheet::read(json::parser& parser,
                                      simdjson::padded_string_view line) {
  json::document document;
  json::object keys;
  if (const auto wrong = parser.iterate(line).get(document)) return wrong;
  if (const auto wrong = document.get_object().get(keys)) return wrong;
  for (auto each : keys) {
    std::string_view name;
    json::raw_json_string written;
    json::value from;
    if (const auto wrong = each.key().get(written)) return wrong;
    const char* const place = written.raw() - 1;
    if (const auto wrong = each.unescaped_key().get(name)) return wrong;
    if (const auto wrong = each.value().get(from)) return wrong;
    if (const auto wrong = take(name, place, from)) return wrong;
  }
  return nothing_follows(document) ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

simdjson::error_code unit_sheet::take(std::string_view name, const char* place,
                                      json::value from) {
  is_file_ = is_file_ || name == "norma" || name == "facts";
  auto of = key_named(by_, name);
  std::string key(name);
  if (of.is == key_role::skipped) {
    const auto fact = labels_.fact(name);
    if (!fact.empty()) of = key_named(by_, key = fact);
  }
  const bool kept = of.is != key_role::skipped || name == "norma" || name == "facts" ||
                    name == "pack" || name == "evidence" || name == "exceptions";
  if (!kept) {
    if (!unknown_.add(name)) note_again({std::move(key), false, place});
    return is_whole(from) ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
  }
  std::string_view value;
  if (const auto wrong = raw_of(from, value)) return wrong;
  value = trimmed(value);
  const bool day = of.is == key_role::fact_date;
  if (day || of.is == key_role::fact) {
    auto& into = entry_of(proper_name(by_, of.fact));
    auto& said = day ? into.day : into.value;
    if (!said.empty()) {
      note_again({into.fact + std::string(day ? day_suffix : ""), true, place});
      return simdjson::SUCCESS;
    }
    said = value;
    if (day && into.place != nullptr) return simdjson::SUCCESS;
    into.key = of.fact;
    into.place = place;
    return simdjson::SUCCESS;
  }
  if (of.is == key_role::unit) {
    if (std::exchange(says_unit_, true)) {
      note_again({std::move(key), false, place});
      return simdjson::SUCCESS;
    }
    if (is_blank(value)) return simdjson::SUCCESS;
    std::string_view words;
    kind_ = from.get_string().get(words) == simdjson::SUCCESS ? words : value;
  }
  text_ += ',';
  write_key(name, place);
  copy(value);
  return simdjson::SUCCESS;
}

unit_sheet::entry& unit_sheet::entry_of(const std::string& fact) {
  const auto [known, added] = entry_of_.try_emplace(fact, facts_.size());
  if (added) facts_.push_back({fact, {}});
  return facts_[known->second];
}

void unit_sheet::note_again(repeated_key what) {
  if (repeated_.size() < most_repeated) repeated_.push_back(std::move(what));
}

bool unit_sheet::is_of_unit(const std::string& fact) const {
  const auto& all = by_.content().vocabularies;
  const auto words = all.find(kind_);
  return words == all.end() || words->second.find_fact(fact).has_value();
}

void unit_sheet::write_facts() {
  text_ += R"(,"facts":{)";
  const char* comma = "";
  for (const auto& each : facts_) {
    const bool dated = !is_blank(each.day);
    // A blank says nothing of a fact that such units do not have.
    if (!dated && is_blank(each.value) && (each.value.empty() || !is_of_unit(each.key)))
      continue;
    text_ += comma;
    write_key(each.key, each.place);
    comma = ",";
    if (!dated) {
      copy(each.value);
      continue;
    }
    text_ += R"({"date":)";
    copy(each.day);
    if (each.value.empty()) {  // the day of what is not known
      text_ += R"(,"value":null})";
    } else if (is_statement(each.value)) {
      text_ += ',';
      copy(each.value.substr(1));
    } else {
      text_ += R"(,"value":)";
      copy(each.value);
      text_ += '}';
    }
  }
  text_ += '}';
}

/// `place`: where its quote was on the line.
void unit_sheet::write_key(std::string_view key, const char* place) {
  copied_.emplace_back(text_.size(), std::string_view(place, 1));
  ((text_ += '"') += key) += "\":";
}

void unit_sheet::copy(std::string_view from) {
  copied_.emplace_back(text_.size(), from);
  text_ += from;
}

const char* unit_sheet::place(std::size_t byte) const {
  const auto behind = std::upper_bound(
      copied_.begin(), copied_.end(), byte,
      [](std::size_t at, const auto& piece) { return at < piece.first; });
  if (behind == copied_.begin()) return nullptr;
  const auto& [begin, from] = *std::prev(behind);
  return byte < begin + from.size() ? from.data() + (byte - begin) : nullptr;
}

std::string_view unit_sheet::key_at(const char* place) const {
  const auto holds = [place](std::string_view bytes) {
    return !bytes.empty() && place >= bytes.data() && place < bytes.data() + bytes.size();
  };
  for (const auto& each : facts_) {
    if (holds(each.value) || holds(each.day)) return each.key;
  }
  return {};
}

}  // namespace norma::cli
