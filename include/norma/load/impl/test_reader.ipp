// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/test_file.hpp>
#include <norma/load/unit_file.hpp>

#include <algorithm>    // std::find
#include <cstddef>      // std::size_t
#include <cstdint>      // std::uintmax_t
#include <filesystem>   // std::filesystem::path
#include <map>          // std::map
#include <optional>     // std::optional
#include <span>         // std::span
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/core/message.hpp>
#include <norma/load/impl/fact_names.ipp>
#include <norma/load/impl/findings.ipp>
#include <norma/load/impl/folders.ipp>
#include <norma/load/impl/member_reader.ipp>
#include <norma/load/impl/unit_shapes.ipp>
#include <norma/load/impl/source_reader.hpp>
#include <norma/load/impl/yaml_document.hpp>
#include <norma/load/impl/yaml_reader.hpp>
#include <norma/rule/content.hpp>

namespace norma::load_detail {

/// Reads a file of rule tests.
class test_reader {
 public:
  test_reader(const pack& of, const limits& bounds, source_ptr file,
              std::filesystem::path where, given_account& given)
      : pack_(of),
        bounds_(bounds),
        where_(std::move(where)),
        folder_(pack_around(where_)),
        may_be_given_(given),
        yaml_(std::move(file), findings_),
        found_(bounds),
        room_(bounds, found_),
        facts_(of.content(), bounds, found_, room_, pool_) {}

  [[nodiscard]] test_file_result read();

 private:
  using place = std::pair<const rule_node*, std::string>;
  /// Where it is, and whether by an absolute path, which may be refused.
  using given_file = std::pair<std::filesystem::path, bool>;
  /// A folder of such files as it resolves, and whether it is the pack's or below that.
  struct given_folder {
    std::filesystem::path resolved;
    bool inside = false;
  };
  /// Nothing where it can not be given; what its facts take, and whether a case has them.
  struct given_unit_file {
    std::optional<norma::unit> unit;
    std::size_t fact_bytes = 0;
    bool is_given = false;
  };

  /// What a case falls back on.
  struct defaults {
    const yaml_node* given = nullptr;
    std::optional<date> as_of, known_as_of;
    bool has_as_of = false;  ///< if only one that can not be read
  };

  [[nodiscard]] bool is_another_document(const yaml_node& root);
  [[nodiscard]] bool find_target(const yaml_node* node);
  [[nodiscard]] std::optional<test_case> read_case(const yaml_node& node,
                                                   const defaults& shared);
  [[nodiscard]] std::optional<date> read_as_of(const yaml_node& node, const char* key,
                                               const std::optional<date>& otherwise);
  [[nodiscard]] std::optional<norma::unit> given_unit(const yaml_node* node,
                                                      const yaml_node& of_case);
  [[nodiscard]] const given_folder& folder_of(const std::filesystem::path& path);
  [[nodiscard]] given_file file_of(const std::filesystem::path& path, bool absolute);
  [[nodiscard]] bool is_inside(const std::filesystem::path& path);
  [[nodiscard]] bool take_given(std::uintmax_t bytes, const yaml_node& node);
  [[nodiscard]] given_unit_file read_given(const std::filesystem::path& path,
                                           bool absolute, const yaml_node& node);
  void tell_unquoted(const unit_result& read, const std::filesystem::path& path,
                     const yaml_node& node);
  void apply_change(const yaml_node* node, test_case& to);
  void apply_missing(const yaml_node* node, const yaml_node* change, test_case& to);
  void apply_exceptions(const yaml_node* node, test_case& to);
  [[nodiscard]] std::span<const std::string_view> expectable() const;
  void read_expectations(const yaml_node& node, test_case& to);
  void read_expect(const yaml_node* node, test_case& to);
  void expect_value(const yaml_entry& entry, test_case& to);
  void read_reasons(const yaml_node* node, test_case& to);
  void read_distances(const yaml_node* node, test_case& to);
  void read_causes(const yaml_node* node, test_case& to);
  void read_remedy(const yaml_node* node, test_case& to);
  void read_scores(const yaml_node* node, test_case& to);
  void read_tier(const yaml_node* node, test_case& to);
  [[nodiscard]] bool is_path(const yaml_node& key) { return is_among(key, paths_); }
  [[nodiscard]] bool is_among(const yaml_node& key,
                              const std::vector<std::string>& known);
  [[nodiscard]] const fact_definition* find_fact(const yaml_node& name);
  [[nodiscard]] std::string fact_path(const yaml_node& name);
  [[nodiscard]] std::vector<diagnostic> take_findings();

  const pack& pack_;
  limits bounds_;
  std::filesystem::path where_;
  std::filesystem::path folder_;  ///< of the pack
  given_account& may_be_given_;   ///< bytes of units
  bool full_ = false;             ///< and one was larger than what was left
  std::vector<diagnostic> findings_;
  yaml_reader yaml_;
  finding_list found_;
  fact_room room_;
  word_pool pool_;
  fact_reader facts_;

  test_file result_;
  const table* table_ = nullptr;
  const vocabulary* words_ = nullptr;
  const standard_definition* standard_ = nullptr;  ///< a scheme's gates; null for a table
  std::vector<std::string> paths_;
  std::vector<std::string> score_paths_, tiers_;  ///< of a scheme
  std::map<given_file, given_unit_file> units_;
  std::map<const yaml_node*, given_unit_file*> given_;  ///< by name
  std::map<std::filesystem::path, given_folder> folders_;
  std::vector<diagnostic> of_units_;
};

inline std::optional<date> test_reader::read_as_of(const yaml_node& node, const char* key,
                                                   const std::optional<date>& otherwise) {
  const yaml_node* own = node.find(key);
  return own != nullptr ? yaml_.read_date(own) : otherwise;
}

/// True, and said, of a file of rules, or of what they are made of.
inline bool test_reader::is_another_document(const yaml_node& root) {
  if (root.find("tests") != nullptr) return false;
  for (const yaml_entry& entry : root.entries) {
    const auto kind = shapes::document_told_by(entry.key.text);
    if (kind.empty()) continue;
    yaml_.report("N0174", {word_argument(kind)}, entry.key);
    return true;
  }
  return false;
}

inline std::optional<test_case> test_reader::read_case(const yaml_node& node,
                                                       const defaults& shared) {
  if (!yaml_.expect_mapping(&node)) return std::nullopt;
  yaml_.only_keys(node, shapes::test_case.names());
  test_case result;
  result.where = yaml_.span(node);
  if (auto name = yaml_.scalar(yaml_.require_key(node, "name"))) {
    result.name = *std::move(name);
    result.where = yaml_.span(*node.find("name"));
  }
  result.as_of = read_as_of(node, "as_of", shared.as_of);
  result.known_as_of = read_as_of(node, "known_as_of", shared.known_as_of);
  if (!shared.has_as_of) yaml_.require_key(node, "as_of");  // says that it is missing
  const yaml_node* own = node.find("given");
  std::optional<norma::unit> given =
      given_unit(own != nullptr ? own : shared.given, node);
  const bool whole = given.has_value();
  if (given) result.given = *std::move(given);
  apply_change(node.find("change"), result);
  apply_missing(node.find("missing"), node.find("change"), result);
  apply_exceptions(node.find("exceptions"), result);
  read_expectations(node, result);
  if (!whole) return std::nullopt;
  return result;
}

/// The expectations that hold for what is tested.
inline std::span<const std::string_view> test_reader::expectable() const {
  switch (result_.is) {
    case test_target::table: return shapes::expected_of_table;
    case test_target::scheme: return shapes::expected_of_scheme;
    case test_target::standard: break;
  }
  return shapes::expected_of_standard;
}

inline void test_reader::read_expectations(const yaml_node& node, test_case& to) {
  const auto is_among = [](std::string_view key, std::span<const std::string_view> keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  const auto known = expectable();
  bool silent = true;
  for (const yaml_entry& entry : node.entries) {
    if (!is_among(entry.key.text, shapes::expectations)) continue;
    // An empty map says nothing, but for `remedy: {}`: there is none.
    silent = silent && entry.key.text != "remedy" &&
             entry.value.kind == yaml_kind::mapping && entry.value.entries.empty();
    if (is_among(entry.key.text, known)) continue;
    std::string all;
    for (const std::string_view key : known) {
      if (!all.empty()) all += ", ";
      all += key;
    }
    yaml_.report("N0818", {entry.key.text, result_.target, all}, entry.key);
  }
  if (silent)
    yaml_.report("N0813", {}, node.entries.empty() ? node : node.entries[0].key);
  const auto given = [&](std::string_view key) {
    return is_among(key, known) ? node.find(key) : nullptr;
  };
  read_expect(given("expect"), to);
  read_reasons(given("reason"), to);
  read_distances(given("distance"), to);
  read_causes(given("causes"), to);
  read_remedy(given("remedy"), to);
  read_scores(given("score"), to);
  read_tier(given("tier"), to);
}

inline const fact_definition* test_reader::find_fact(const yaml_node& name) {
  if (const auto slot = words_->find_fact(name.text)) return words_->fact(*slot);
  const bool hint = findings_.size() < most_hints;
  add_finding(findings_,
              unknown_fact(pack_.content(), *words_, name.text, yaml_.span(name), hint));
  return nullptr;
}

}  // namespace norma::load_detail
