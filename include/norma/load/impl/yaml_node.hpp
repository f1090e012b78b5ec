// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

namespace norma::load_detail {

enum class yaml_kind : unsigned char { scalar, sequence, mapping };

/// How a scalar is written; `flow` and `block` are styles of collections.
enum class yaml_style : unsigned char {
  plain,
  single_quoted,
  double_quoted,
  literal,  ///< `|`
  folded,   ///< `>`
  flow,
  block,
};

struct yaml_entry;

/// A node of a YAML file with its place: bytes [begin, end) of the file.
struct yaml_node {
  yaml_kind kind = yaml_kind::scalar;
  yaml_style style = yaml_style::plain;
  bool blank = false;    ///< a scalar left empty, or a plain `null`, `~`
  bool in_flow = false;  ///< stands inside `{}` or `[]`
  /// Something may be missing: a mistake ended the reading of the file in it.
  /// True of the keys and scalars of a mapping that is cut, too.
  bool cut = false;
  /// The text lies in the file as it is, byte by byte, from `text_begin` on
  /// (with `indent` bytes before each further line): no escapes, no folding.
  bool verbatim = true;
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Of a mapping, which has no text: its key, where it stands at one, and how long that
  /// is.
  std::size_t text_begin = 0;
  std::size_t indent = 0;
  std::string text;                 ///< of a scalar, as YAML reads it
  std::vector<yaml_node> items;     ///< of a sequence
  std::vector<yaml_entry> entries;  ///< of a mapping, in order, keys unique

  [[nodiscard]] bool quoted() const {
    return style == yaml_style::single_quoted || style == yaml_style::double_quoted;
  }
  /// The value of `key`, or null (no such key, or no mapping).
  [[nodiscard]] const yaml_node* find(std::string_view key) const;
};

/// `key: value`; `key` is a scalar.
struct yaml_entry {
  yaml_node key;
  yaml_node value;
};

}  // namespace norma::load_detail
