// SPDX-License-Identifier: Apache-2.0
#include "subset.hpp"

#include <algorithm>  // std::any_of, std::max
#include <regex>      // std::regex_search

#include <norma/expr/builtin.hpp>
#include <norma/expr/parse.hpp>

#include "tokens.hpp"

namespace norma_feel {

namespace {

enum level { core, plus, full };

const std::set<std::string, std::less<>> core_functions{"all",
                                                        "any",
                                                        "count",
                                                        "date",
                                                        "duration",
                                                        "max",
                                                        "mean",
                                                        "min",
                                                        "not",
                                                        "sum",
                                                        "years and months duration"};

// Of contexts, regular expressions and the clock; `is` compares with zones.
const std::set<std::string, std::less<>> full_functions{
    "context", "context merge", "context put", "get entries", "get value",
    "is",      "matches",       "now",         "replace",     "split",
    "today",   "partition",     "sort"};

/// Every phrase of several words, and every name of a function.
std::set<std::string, std::less<>> known_phrases() {
  std::set<std::string, std::less<>> result(full_functions);
  for (const auto* name :
       {"not", "days and time duration", "start included", "end included", "time offset",
        "start position", "decimal separator", "grouping separator"})
    result.insert(name);
  for (const auto& b : norma::expr::all_builtins()) result.insert(std::string(b.name));
  return result;
}

bool has_zone(const std::string& text) {
  static const std::regex zone(
      R"(\d\d:\d\d(:\d\d(\.\d+)?)?(Z|z|[+-]\d\d:\d\d|@[A-Za-z]))");
  return std::regex_search(text, zone);
}

class reader {
 public:
  reader(const std::string& expression, const std::set<std::string>& types)
      : tokens_(tokens_of(expression)), types_(types), seen_range_{false} {}

  level read() {
    while (at_ < tokens_.size()) step();
    return level_;
  }

 private:
  void needs(level l) { level_ = std::max(level_, l); }

  [[nodiscard]] bool is_sign(std::size_t i, std::string_view text) const {
    return i < tokens_.size() && tokens_[i].kind == token_kind::sign &&
           tokens_[i].text == text;
  }
  [[nodiscard]] bool is_word(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == token_kind::word;
  }

  void step() {
    const auto& t = tokens_[at_];
    switch (t.kind) {
      case token_kind::word: return word();
      case token_kind::sign: sign(t.text); break;
      case token_kind::at_literal:
        if (t.text.find(':') != std::string::npos) needs(plus);
        [[fallthrough]];
      case token_kind::string:
        if (has_zone(t.text) && !of_duration_) needs(full);
        [[fallthrough]];
      case token_kind::number: operand_ = true;
    }
    ++at_;
  }

  void sign(const std::string& text) {
    if (text == "{") needs(full);
    if (text == ":" || (text == "." && operand_)) needs(plus);
    if (text == "..") seen_range_.back() = true;
    const bool closes_range = seen_range_.back() && operand_;
    if (text == "[" && operand_ && !closes_range) needs(plus);  // a filter
    if (text == "(" || (text == "[" && !closes_range) || (text == "]" && !operand_)) {
      seen_range_.push_back(false);
      operand_ = false;
    } else if (text == ")" || text == "]" || text == "[") {
      if (seen_range_.size() > 1) seen_range_.pop_back();
      operand_ = true;
    } else {
      operand_ = false;
    }
  }

  /// How many words from here on are a known phrase; else 1.
  [[nodiscard]] std::size_t phrase(std::string& name) const {
    static const auto known = known_phrases();
    std::size_t length = 1;
    std::string so_far;
    name = tokens_[at_].text;
    for (std::size_t i = at_; is_word(i) && i < at_ + 4; ++i) {
      so_far += (i == at_ ? "" : " ") + tokens_[i].text;
      if (known.count(so_far) == 0) continue;
      length = i - at_ + 1;
      name = so_far;
    }
    return length;
  }

  void word() {
    std::string name;
    const auto length = phrase(name);
    const bool property = at_ > 0 && is_sign(at_ - 1, ".");
    at_ += length;
    if (types_.count(name) > 0) needs(full);
    if (property) {
      if (name == "timezone" || name == "time offset") needs(full);
    } else if (is_sign(at_, "(") && !norma::expr::is_reserved(name)) {
      call(name);
    } else if (name == "for" || name == "instance") {
      needs(plus);
    } else if (name == "function" && !is_sign(at_, "<")) {
      needs(full);
    } else if (length == 1 && !norma::expr::is_reserved(name) && is_word(at_) &&
               !norma::expr::is_reserved(tokens_[at_].text) &&
               tokens_[at_].text != "of" && name != "of") {
      needs(full);  // a name with blanks
    }
    operand_ = !norma::expr::is_reserved(name) || name == "true" || name == "false" ||
               name == "null";
  }

  void call(const std::string& name) {
    static const auto known = known_phrases();
    of_duration_ = name == "duration" || name == "years and months duration";
    if (full_functions.count(name) > 0 || known.count(name) == 0)
      needs(full);
    else if (core_functions.count(name) == 0)
      needs(plus);
  }

  std::vector<token> tokens_;
  const std::set<std::string>& types_;
  std::size_t at_ = 0;
  level level_ = core;
  bool of_duration_ = false;      ///< the call before is of a duration: has no zone
  bool operand_ = false;          ///< the token before ends an operand
  std::vector<bool> seen_range_;  ///< for each open bracket, whether it has a `..`
};

level level_of(const norma::value& v) {
  if (v.record() != nullptr) return full;
  if (v.time() != nullptr || v.moment() != nullptr) return plus;
  level result = core;
  if (v.list() != nullptr)
    for (const auto& element : *v.list()) result = std::max(result, level_of(element));
  return result;
}

level level_of(const given_value& given) { return given.of ? level_of(*given.of) : full; }

level level_of_input(const given_value& given) {
  const bool text = given.of && given.of->string() != nullptr;
  return text && has_zone(*given.of->string()) ? full : level_of(given);
}

}  // namespace

std::string subset_of(const feel_case& c, bool constrained,
                      const std::set<std::string>& types) {
  auto result = std::max(reader(c.expression, types).read(), level_of(c.expected));
  for (const auto& [name, input] : c.inputs) {
    result = std::max(result, level_of_input(input));
    if (!norma::expr::is_name(name)) result = full;
  }
  // This suite is about converting a result to the type that a model declares.
  const bool converts = c.id.find("/0082-feel-coercion#") != std::string::npos;
  if (constrained || converts) result = full;
  return result == core ? "CORE" : result == plus ? "PLUS" : "FULL";
}

}  // namespace norma_feel
