// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields of JSON objects: texts, numbers, days, lists.

#include <cstddef>      // std::size_t
#include <map>          // std::map
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <type_traits>  // std::invoke_result_t
#include <vector>       // std::vector

#include <norma/assess/verdict.hpp>
#include <norma/core/text.hpp>
#include <norma/report/impl/json_parse.ipp>
#include <norma/report/impl/json_words.ipp>
#include <norma/rule/citation.hpp>
#include <norma/rule/identity.hpp>
#include <norma/value/date.hpp>
#include <norma/value/number.hpp>

namespace norma::report_detail {

/// Reads fields; `good_` tells whether everything asked for was there, and was
/// what it should be.
class json_fields {
 protected:
  using text_map = std::map<std::string, text, std::less<>>;
  using form = json_tree::form;

  const json_tree& need(const json_tree& t, std::string_view key) {
    const auto* found = t.find(key);
    if (found != nullptr) return *found;
    good_ = false;
    return nothing_;
  }

  std::string content(const json_tree& t) {
    if (t.is != form::string) good_ = false;
    return t.content;
  }
  std::string string(const json_tree& t, std::string_view key) {
    return content(need(t, key));
  }
  std::string string_or_null(const json_tree& t, std::string_view key) {
    const auto& found = need(t, key);
    return found.is_null() ? std::string{} : content(found);
  }

  template <class Make>
  using list_of = std::vector<std::invoke_result_t<Make, const json_tree&>>;

  template <class Make>
  list_of<Make> all(const json_tree& t, Make make) {
    list_of<Make> out;
    if (t.is != form::array) good_ = false;
    for (const auto& member : t.members) out.push_back(make(member));
    return out;
  }
  template <class Make>
  list_of<Make> list(const json_tree& t, std::string_view key, Make make) {
    return all(need(t, key), make);
  }
  std::vector<std::string> strings(const json_tree& t) {
    return all(t, [this](const json_tree& m) { return content(m); });
  }
  std::vector<std::string> may(const json_tree& t, std::string_view key) {
    const auto* found = t.find(key);
    return found != nullptr ? strings(*found) : std::vector<std::string>{};
  }

  std::size_t count(const json_tree& t) {
    const auto n = t.is == form::token ? number::parse(t.content) : std::nullopt;
    const auto whole = n ? n->to_int64() : std::nullopt;
    if (whole && *whole >= 0) return static_cast<std::size_t>(*whole);
    good_ = false;
    return 0;
  }
  int scale(const json_tree& t) {
    const auto* found = t.find("scale");
    if (found == nullptr) return 0;
    const auto n =
        found->is == form::token ? number::parse(found->content) : std::nullopt;
    const auto whole = n ? n->to_int64() : std::nullopt;
    if (whole && *whole > -10'000 && *whole < 10'000) return static_cast<int>(*whole);
    good_ = false;
    return 0;
  }

  std::optional<date> day(const json_tree& t) {
    if (t.is_null()) return {};
    auto read = t.is == form::string ? date::parse(t.content) : std::nullopt;
    if (!read) good_ = false;
    return read;
  }

  pack_identity pack(const json_tree& t) {
    return {string(t, "id"), string(t, "version"), string(t, "hash")};
  }

  citation cite(const json_tree& t) {
    if (t.is_null()) return {};
    return {string(t, "document"), string(t, "clause")};
  }

  text words(const json_tree& t) { return {string(t, "zh"), string(t, "en")}; }

  void texts(const json_tree& t, text_map& out) {
    if (t.is != form::object) good_ = false;
    for (std::size_t i = 0; i < t.keys.size(); ++i) {
      out.emplace(t.keys[i], words(t.members[i]));
    }
  }

  template <class Enum>
  Enum one_of(const json_tree& t, std::string_view key, Enum otherwise) {
    const auto found = find_word<Enum>(string(t, key));
    if (!found) good_ = false;
    return found.value_or(otherwise);
  }

  verdict verdict_of(const json_tree& t, std::string_view key) {
    return one_of(t, key, verdict::undetermined);
  }

  number exact(const json_tree& t) {
    auto n = t.is == form::token    ? number::parse(t.content)
             : t.is == form::string ? number::parse_exact(t.content)
                                    : std::nullopt;
    if (!n) good_ = false;
    return n ? *std::move(n) : number{};
  }

  bool good_ = true;
  json_tree nothing_;
};

}  // namespace norma::report_detail
