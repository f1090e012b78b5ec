// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/yaml_reader.hpp>

#include <algorithm>  // std::all_of, std::find, std::min
#include <cstddef>    // std::size_t
#include <iterator>   // std::begin, std::end

#include <norma/core/message.hpp>
#include <norma/load/impl/findings.ipp>
#include <norma/load/impl/yaml_slips.ipp>
#include <norma/load/impl/key_examples.ipp>
#include <norma/load/impl/scalar_hint.ipp>
#include <norma/value/number.hpp>

namespace norma::load_detail {

NORMA_INLINE std::string kind_of(const yaml_node& node) {
  if (node.kind == yaml_kind::mapping) return word_argument("R0111");
  if (node.kind == yaml_kind::sequence) return word_argument("R0112");
  return word_argument(node.blank ? "R0114" : "R0113");
}

/// True for findings that something is missing in a node.
[[nodiscard]] inline bool tells_absence(std::string_view code) {
  constexpr std::string_view codes[] = {
      "N0208", "N0511", "N0517", "N0518", "N0520", "N0528", "N0533", "N0536", "N0537",
      "N0538", "N0539", "N0813", "N0817", "N0903", "N0905", "N0908", "N0909", "N0911"};
  return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
}

NORMA_INLINE void yaml_reader::report(std::string code,
                                      std::vector<std::string> arguments,
                                      const yaml_node& node) const {
  if (node.cut && tells_absence(code)) return;
  add_finding(*findings_,
              or_slip({std::move(code), std::move(arguments), span(node), {}}));
}

NORMA_INLINE void yaml_reader::report_second(std::string code,
                                             std::vector<std::string> arguments,
                                             const yaml_node& node, source_span first,
                                             std::string_view label) const {
  diagnostic d{std::move(code), std::move(arguments), span(node), {}};
  if (first) d.labels.push_back({std::string(label), {}, std::move(first)});
  add_finding(*findings_, std::move(d));
}

NORMA_INLINE yaml_node yaml_reader::head_of(const yaml_node& mapping) {
  yaml_node head;
  head.cut = mapping.cut;
  head.begin = mapping.begin;
  head.end = mapping.end;
  if (mapping.indent > 0) {
    head.begin = mapping.text_begin;
    head.end = mapping.text_begin + mapping.indent;
  } else if (!mapping.entries.empty()) {
    head.begin = mapping.entries[0].key.begin;
    head.end = mapping.entries[0].key.end;
  }
  return head;
}

NORMA_INLINE bool yaml_reader::expect_mapping(const yaml_node* node) const {
  if (node == nullptr) return false;
  if (node->kind == yaml_kind::mapping) return true;
  report("N0204", {word_argument("R0111"), kind_of(*node)}, *node);
  return false;
}

NORMA_INLINE bool yaml_reader::expect_sequence(const yaml_node* node) const {
  if (node == nullptr) return false;
  if (node->kind == yaml_kind::sequence) return true;
  report("N0204", {word_argument("R0112"), kind_of(*node)}, *node);
  return false;
}

NORMA_INLINE void yaml_reader::only_keys(
    const yaml_node& mapping, const std::vector<std::string_view>& known) const {
  for (const yaml_entry& entry : mapping.entries) {
    if (std::find(known.begin(), known.end(), entry.key.text) != known.end()) continue;
    report(
        "N0203",
        {entry.key.text, near_word(*findings_, entry.key.text,
                                   std::vector<std::string>(known.begin(), known.end()))},
        entry.key);
  }
}

NORMA_INLINE bool yaml_reader::is_misspelt(const yaml_node& mapping,
                                           std::string_view key) const {
  constexpr std::size_t most_looked_at = 20;
  std::size_t i = findings_->size();
  for (const std::size_t end = i - std::min(i, most_looked_at); i-- > end;) {
    const diagnostic& d = (*findings_)[i];
    if (d.code == "N0203" && d.arguments[1] == key && d.where.file == file_ &&
        mapping.begin <= d.where.begin && d.where.begin < mapping.end)
      return true;
  }
  return false;
}

NORMA_INLINE const yaml_node* yaml_reader::require_key(const yaml_node& mapping,
                                                       std::string_view key) const {
  const yaml_node* found = mapping.find(key);
  if (found == nullptr && !is_misspelt(mapping, key))
    report("N0208", missing_key(key), head_of(mapping));
  return found;
}

NORMA_INLINE std::optional<std::string> yaml_reader::scalar(const yaml_node* node) const {
  if (node == nullptr) return std::nullopt;
  if (node->kind != yaml_kind::scalar || node->blank) {
    report("N0204", {word_argument("R0113"), kind_of(*node)}, *node);
    return std::nullopt;
  }
  if (node->style == yaml_style::folded) {
    report("N0210", {}, *node);
    return std::nullopt;
  }
  return node->text;
}

/// How a text for readers is written, with the words that stand in its place, unless
/// they would need quotes.
[[nodiscard]] inline std::string in_two_languages(const yaml_node& node) {
  constexpr std::size_t longest = 60;
  const std::string& words = node.text;
  const bool plain = node.kind == yaml_kind::scalar && !words.empty() &&
                     words.size() <= longest &&
                     words.find_first_of(",:#&*!|>%@`\"'[]{}\n") == std::string::npos;
  if (!plain) return "{zh: …, en: …}";
  const bool latin = std::all_of(words.begin(), words.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
  return latin ? "{zh: …, en: " + words + '}' : "{zh: " + words + ", en: …}";
}

NORMA_INLINE std::optional<text> yaml_reader::read_text(const yaml_node* node,
                                                        bool short_form) const {
  if (node == nullptr) return std::nullopt;
  text result;
  if (short_form && node->kind == yaml_kind::scalar) {
    auto zh = scalar(node);
    if (!zh) return std::nullopt;
    result.zh = std::move(*zh);
    return result;
  }
  if (node->kind != yaml_kind::mapping) {
    report("N0204", {word_argument("R0111"), kind_of(*node), in_two_languages(*node)},
           *node);
    return std::nullopt;
  }
  only_keys(*node, {"zh", "en"});
  if (auto zh = scalar(node->find("zh"))) result.zh = std::move(*zh);
  if (auto en = scalar(node->find("en"))) result.en = std::move(*en);
  if (node->find("zh") == nullptr && node->find("en") == nullptr) {
    report("N0208", missing_key("zh"), *node);
    return std::nullopt;
  }
  return result;
}

NORMA_INLINE std::optional<date> yaml_reader::read_date(const yaml_node* node) const {
  const auto written = scalar(node);
  if (!written) return std::nullopt;
  const auto day = date::parse(*written);
  if (!day && reads_as_day(*written)) {
    report("N0615", no_such_day(*written), *node);
  } else if (!day) {
    report("N0211", {*written}, *node);
  }
  return day;
}

NORMA_INLINE std::optional<bool> yaml_reader::read_flag(const yaml_node* node) const {
  const auto written = scalar(node);
  if (!written) return std::nullopt;
  if (!node->quoted() && *written == "true") return true;
  if (!node->quoted() && *written == "false") return false;
  report("N0212", {*written}, *node);
  return std::nullopt;
}

NORMA_INLINE std::optional<std::int64_t> yaml_reader::read_count(
    const yaml_node* node) const {
  const auto written = scalar(node);
  if (!written) return std::nullopt;
  const bool digits = written->find_first_not_of("0123456789") == std::string::npos;
  const bool padded = written->size() > 1 && written->front() == '0';
  if (digits && !padded && written->size() < 19) {
    if (const auto n = number::parse(*written)) return n->to_int64();
  }
  report("N0213", {*written}, *node);
  return std::nullopt;
}

NORMA_INLINE std::vector<const yaml_node*> yaml_reader::read_words(const yaml_node* node,
                                                                   bool single) const {
  std::vector<const yaml_node*> result;
  if (node == nullptr) return result;
  if (single && node->kind == yaml_kind::scalar) {
    if (scalar(node)) result.push_back(node);
    return result;
  }
  if (!expect_sequence(node)) return result;
  for (const yaml_node& item : node->items) {
    if (scalar(&item)) result.push_back(&item);
  }
  return result;
}

NORMA_INLINE std::optional<std::size_t> yaml_reader::read_choice(
    const yaml_node* node, const std::vector<std::string_view>& words) const {
  const auto written = scalar(node);
  if (!written) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), *written);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string all;
  for (const std::string_view word : words) {
    if (!all.empty()) all += ", ";
    all += word;
  }
  report("N0214", {*written, all}, *node);
  return std::nullopt;
}

NORMA_INLINE bool yaml_reader::expect_format(const yaml_node& root,
                                             std::string_view follows) const {
  if (root.kind == yaml_kind::scalar && root.blank) {
    report("N0235", {std::string(follows)}, root);
    return false;
  }
  if (!expect_mapping(&root)) return false;
  const auto version = scalar(require_key(root, "norma"));
  if (version && *version != "1") report("N0215", {*version}, *root.find("norma"));
  return version && *version == "1";
}

}  // namespace norma::load_detail
