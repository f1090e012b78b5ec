// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/core/message.hpp>
#include <norma/core/source.hpp>

// A tree written flat: 24 bytes a node, texts left in the file.

namespace norma::load_detail {

enum class tape_kind : std::uint8_t { blank, scalar, sequence, mapping };

/// A node on the tape; the nodes below it follow, up to `next`.
struct tape_item {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the file
  std::uint32_t text = 0, size = 0;  ///< bytes of the file, or of `kept`
  std::uint32_t next = 0;
  tape_kind kind = tape_kind::blank;
  bool unescaped = false;  ///< the text stands in `kept`
};

struct tape {
  source_ptr file;
  std::vector<tape_item> items;
  std::string kept;  ///< texts that the file does not hold as they read
};

/// A node of a tape that outlives it.
class tape_node {
 public:
  tape_node(const tape& of, std::uint32_t at) : tape_(&of), at_(at) {}

  [[nodiscard]] tape_kind kind() const { return item().kind; }
  [[nodiscard]] bool blank() const {
    return kind() == tape_kind::blank ||
           (kind() == tape_kind::scalar && item().size == 0);
  }
  [[nodiscard]] bool scalar() const { return kind() == tape_kind::scalar; }
  [[nodiscard]] bool sequence() const { return kind() == tape_kind::sequence; }
  [[nodiscard]] bool mapping() const { return kind() == tape_kind::mapping; }

  [[nodiscard]] std::string_view text() const {
    const std::string& from = item().unescaped ? tape_->kept : tape_->file->content();
    return std::string_view(from).substr(item().text, item().size);
  }
  [[nodiscard]] source_span span() const {
    return {tape_->file, item().begin, item().end};
  }

  /// Calls `each` with every element of a sequence.
  template <class F>
  void for_each(F&& each) const {
    for (std::uint32_t i = at_ + 1; i < item().next; i = tape_->items[i].next) {
      each(tape_node(*tape_, i));
    }
  }
  /// A merge key, which the writer of the tape objected to.
  [[nodiscard]] bool merges() const { return scalar() && text() == "<<"; }
  /// Calls `each` with every key and value of a mapping, but for merge keys.
  template <class F>
  void for_each_pair(F&& each) const {
    static_cast<void>(all_of_pairs([&each](const tape_node& key, const tape_node& of) {
      each(key, of);
      return true;
    }));
  }
  /// The same as long as `each` is true; whether it was of all.
  template <class F>
  [[nodiscard]] bool all_of_pairs(F&& each) const {
    for (std::uint32_t i = at_ + 1; i < item().next;) {
      const tape_node key(*tape_, i);
      const std::uint32_t content = tape_->items[i].next;
      if (!key.merges() && !each(key, tape_node(*tape_, content))) return false;
      i = tape_->items[content].next;
    }
    return true;
  }

 private:
  [[nodiscard]] const tape_item& item() const { return tape_->items[at_]; }

  const tape* tape_;
  std::uint32_t at_;
};

/// `N0204`: another kind of node was expected.
[[nodiscard]] inline diagnostic wrong_kind(std::string_view wanted,
                                           const tape_node& found) {
  const auto word = [&] {
    switch (found.kind()) {
      case tape_kind::mapping: return "R0111";
      case tape_kind::sequence: return "R0112";
      case tape_kind::scalar: return "R0113";
      case tape_kind::blank: break;
    }
    return "R0114";
  };
  return {"N0204", {word_argument(wanted), word_argument(word())}, found.span(), {}};
}

}  // namespace norma::load_detail
