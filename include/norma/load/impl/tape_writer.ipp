// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::max, std::min, std::stable_sort
#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <memory>       // std::make_shared
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/core/limits.hpp>
#include <norma/load/impl/fact_room.ipp>
#include <norma/load/impl/finding_list.ipp>
#include <norma/load/impl/findings.ipp>
#include <norma/load/impl/tape.ipp>
#include <norma/load/impl/source_reader.hpp>

// Facts come as events of a parser, YAML's or JSON's. What is small is put on
// a tape and read from there; what may be large, the members of a list, is
// handed on element by element, so that memory stays that of the facts.

namespace norma::load_detail {

/// Who reads a file: decides what is handed on piece by piece.
class tape_reader {
 public:
  tape_reader() = default;
  tape_reader(const tape_reader&) = delete;
  tape_reader& operator=(const tape_reader&) = delete;
  virtual ~tape_reader() = default;

  /// A sequence or mapping begins at the top or within one that is handed on:
  /// true to have it handed on as well, false to get it whole.
  virtual bool enter(tape_kind kind) = 0;
  /// The key of the next value in a mapping that is handed on.
  virtual void key(std::string_view name, const source_span& where) = 0;
  /// A whole value: an element, or what belongs to the last key.
  virtual void item(const tape_node& node) = 0;
  /// The end of what `enter` agreed to.
  virtual void leave() = 0;
};

/// Turns the events of a parser into calls of a reader.
class tape_writer {
 public:
  tape_writer(source_ptr file, tape_reader& to, const limits& bounds,
              finding_list& findings, fact_room& room)
      : to_(&to), bounds_(bounds), findings_(&findings), room_(&room) {
    tape_.file = std::move(file);
  }

  [[nodiscard]] const source_ptr& file() const { return tape_.file; }
  [[nodiscard]] finding_list& findings() const { return *findings_; }
  [[nodiscard]] const limits& bounds() const { return bounds_; }

  /// A scalar in bytes [begin, end) that reads as `text`; `quotes`: bytes to
  /// be passed over where the text may begin.
  void scalar(std::size_t begin, std::size_t end, std::string_view text,
              std::size_t quotes = 0) {
    tape_item item = at(begin, end, tape_kind::scalar);
    item.size = static_cast<std::uint32_t>(text.size());
    const std::string_view content = tape_.file->content();
    if (content.substr(std::min(begin + quotes, content.size()), text.size()) == text) {
      item.text = item.begin + static_cast<std::uint32_t>(quotes);
    } else {
      hold(text.size(), begin);
      item.text = static_cast<std::uint32_t>(tape_.kept.size());
      item.unescaped = true;
      tape_.kept += text;
      check_escapes(item, text);
    }
    put(item);
  }
  void blank(std::size_t begin, std::size_t end) {
    put(at(begin, end, tape_kind::blank));
  }

  void open(tape_kind kind, std::size_t begin) {
    if (frames_.size() >= bounds_.yaml_depth) {
      findings_->add("N0207", {std::to_string(bounds_.yaml_depth)},
                     {tape_.file, begin, begin + 1});
      throw tape_stop{};
    }
    const bool is_key = key_is_next();
    frame next{kind, false, kind == tape_kind::mapping, is_key, 0};
    if (streaming() && !is_key) next.streamed = to_->enter(kind);
    if (!next.streamed) {
      hold(sizeof(tape_item), begin);
      next.at = static_cast<std::uint32_t>(tape_.items.size());
      tape_.items.push_back(at(begin, begin + 1, kind));
    }
    frames_.push_back(next);
  }
  void close() {
    const frame last = frames_.back();
    frames_.pop_back();
    if (last.streamed) {
      to_->leave();
    } else {
      tape_item& item = tape_.items[last.at];
      item.next = static_cast<std::uint32_t>(tape_.items.size());
      last_end_ = item.end = end_of(item);
      if (last.kind == tape_kind::mapping) check_keys(last.at);
    }
    finish(last.at, last.streamed);
  }

  /// Where the last node ended; a blank value has no place of its own.
  [[nodiscard]] std::size_t last_end() const { return last_end_; }

 private:
  struct frame {
    tape_kind kind;
    bool streamed;
    bool key_next;
    bool is_key;  ///< a collection that stands where a key should
    std::uint32_t at;
  };

  [[nodiscard]] static tape_item at(std::size_t begin, std::size_t end, tape_kind kind) {
    tape_item item;
    item.begin = static_cast<std::uint32_t>(begin);
    item.end = static_cast<std::uint32_t>(end);
    item.kind = kind;
    return item;
  }
  /// The end of a collection: of its last child, or of its closing bracket.
  [[nodiscard]] std::uint32_t end_of(const tape_item& item) const {
    const std::string_view content = tape_.file->content();
    const std::uint32_t end = std::max(item.end, last_end_);
    const char first = content.substr(item.begin, 1) == "[" ? ']' : '}';
    if (first == '}' && content.substr(item.begin, 1) != "{") return end;
    const std::size_t next = content.find_first_not_of(" \t\r\n,", end);
    const bool closed = next != std::string_view::npos && content[next] == first;
    return closed ? static_cast<std::uint32_t>(next + 1) : end;
  }
  [[nodiscard]] bool streaming() const {
    return frames_.empty() || frames_.back().streamed;
  }
  [[nodiscard]] bool key_is_next() const {
    return !frames_.empty() && frames_.back().key_next;
  }

  void put(tape_item item) {
    const auto index = static_cast<std::uint32_t>(tape_.items.size());
    item.next = index + 1;
    last_end_ = item.end;
    hold(sizeof(tape_item), item.begin);
    tape_.items.push_back(item);
    finish(index, false);
  }

  /// Escapes can write what a file may not hold: reports show these texts.
  void check_escapes(const tape_item& item, std::string_view text) {
    std::vector<diagnostic> found;
    const auto alone = std::make_shared<const source_file>("", std::string(text));
    if (check_text(alone, bounds_, found)) return;
    diagnostic& first = found.front();
    first.where = {tape_.file, item.begin, item.end};
    findings_->add(std::move(first));
  }

  /// A node is complete; it stands at `index` unless it was handed on.
  void finish(std::uint32_t index, bool streamed) {
    if (frames_.empty()) {
      if (!streamed) hand_on(index);
      return;
    }
    frame& above = frames_.back();
    const bool is_key = above.key_next;
    if (above.kind == tape_kind::mapping) above.key_next = !is_key;
    if (is_key) {
      take_key(index, above.streamed);
    } else if (above.streamed && !streamed) {
      hand_on(index);
    }
  }
  void hand_on(std::uint32_t index) {
    to_->item(tape_node(tape_, index));
    clear();
  }
  void take_key(std::uint32_t index, bool streamed) {
    const tape_node node(tape_, index);
    if (!node.scalar()) findings_->add(wrong_kind("R0113", node));
    if (node.merges()) findings_->add(merge_key(node.span()));
    if (!streamed) return;
    // What was objected to is no key: nothing more is said of it.
    const bool named = node.scalar() && !node.merges();
    to_->key(named ? node.text() : std::string_view{}, node.span());
    clear();
  }

  /// What stands on the tape takes more while it grows and is looked through.
  void hold(std::size_t bytes, std::size_t begin) {
    room_->take(4 * bytes, [&] { return source_span{tape_.file, begin, begin + 1}; });
    held_ += 4 * bytes;
  }
  void clear() {
    tape_.items.clear();
    tape_.kept.clear();
    room_->give_back(held_);
    held_ = 0;
  }

  /// Reports the keys of the mapping at `index` that stand there twice.
  void check_keys(std::uint32_t index) {
    keys_.clear();
    tape_node(tape_, index).for_each_pair([&](const tape_node& key, const tape_node&) {
      if (key.scalar()) keys_.push_back(key);
    });
    const auto before = [](const tape_node& a, const tape_node& b) {
      return a.text() < b.text();
    };
    if (keys_.size() < 2) return;
    std::stable_sort(keys_.begin(), keys_.end(), before);
    for (std::size_t i = 1; i < keys_.size(); ++i) {
      if (keys_[i].text() != keys_[i - 1].text()) continue;
      findings_->add(repeated_key(keys_[i].text(), keys_[i].span(), keys_[i - 1].span()));
    }
  }

  tape_reader* to_;
  limits bounds_;
  finding_list* findings_;
  fact_room* room_;
  std::size_t held_ = 0;  ///< of the room, by what stands on the tape
  tape tape_;
  std::vector<frame> frames_;
  std::vector<tape_node> keys_;
  std::uint32_t last_end_ = 0;
};

}  // namespace norma::load_detail
