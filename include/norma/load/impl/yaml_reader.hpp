// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>      // std::int64_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/source.hpp>
#include <norma/core/text.hpp>
#include <norma/load/impl/yaml_document.hpp>
#include <norma/value/date.hpp>

namespace norma::load_detail {

/// Reads the nodes of one file strictly: what a function can not read is a
/// finding, and the function gives nothing. Functions accept a null node (a
/// key that is not there) and are silent about it.
class yaml_reader {
 public:
  yaml_reader(source_ptr file, std::vector<diagnostic>& findings)
      : file_(std::move(file)), findings_(&findings) {}

  [[nodiscard]] const source_ptr& file() const { return file_; }
  [[nodiscard]] std::vector<diagnostic>& findings() const { return *findings_; }
  [[nodiscard]] source_span span(const yaml_node& node) const {
    return {file_, node.begin, node.end};
  }

  /// What stands for a mapping of which something is missing: the whole of a long one
  /// would be marked. Its key, else the first in it.
  [[nodiscard]] static yaml_node head_of(const yaml_node& mapping);
  /// Adds a finding about `node`; none that something is missing where it is cut.
  void report(std::string code, std::vector<std::string> arguments,
              const yaml_node& node) const;
  /// Adds a finding about `node` with a second place and what that is.
  void report_second(std::string code, std::vector<std::string> arguments,
                     const yaml_node& node, source_span first,
                     std::string_view label = "R0101") const;

  // The node as what it should be, else N0204.
  bool expect_mapping(const yaml_node* node) const;
  bool expect_sequence(const yaml_node* node) const;

  /// N0203 with a hint for every key of `mapping` that is not among `known`.
  void only_keys(const yaml_node& mapping,
                 const std::vector<std::string_view>& known) const;
  /// The value of `key`; N0208 at the mapping's head if it is missing.
  const yaml_node* require_key(const yaml_node& mapping, std::string_view key) const;

  /// A scalar that is not blank, however it is written, folded excepted
  /// (N0210).
  [[nodiscard]] std::optional<std::string> scalar(const yaml_node* node) const;
  /// `{zh: …, en: …}`, at least one of them; or, where `short_form`, a scalar
  /// that stands for `zh`.
  [[nodiscard]] std::optional<text> read_text(const yaml_node* node,
                                              bool short_form = false) const;
  /// `2023-06-30`, else N0211.
  [[nodiscard]] std::optional<date> read_date(const yaml_node* node) const;
  /// `true` or `false`, else N0212.
  [[nodiscard]] std::optional<bool> read_flag(const yaml_node* node) const;
  /// A whole number without sign or leading zeros, else N0213.
  [[nodiscard]] std::optional<std::int64_t> read_count(const yaml_node* node) const;
  /// A list of scalars; where `single`, one scalar stands for a list of one.
  /// Gives the nodes that could be read, so that places stay at hand.
  [[nodiscard]] std::vector<const yaml_node*> read_words(const yaml_node* node,
                                                         bool single = false) const;
  /// One of `words`, else N0214 with a hint: the place among them.
  [[nodiscard]] std::optional<std::size_t> read_choice(
      const yaml_node* node, const std::vector<std::string_view>& words) const;
  /// `norma: 1`, required: else N0208 or N0215. The root must be a mapping; of an empty
  /// file N0235 tells what `follows` in such files.
  bool expect_format(const yaml_node& root, std::string_view follows) const;

 private:
  /// True if a key of the mapping was told to be `key` misspelt.
  [[nodiscard]] bool is_misspelt(const yaml_node& mapping, std::string_view key) const;

  source_ptr file_;
  std::vector<diagnostic>* findings_;
};

/// What a node is in words, for N0204: an argument for the catalogue.
[[nodiscard]] std::string kind_of(const yaml_node& node);

}  // namespace norma::load_detail

#if defined(NORMA_HEADER_ONLY)
#include <norma/load/impl/yaml_reader.ipp>
#endif
