// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/yaml_document.hpp>

#include <algorithm>      // std::max, std::min
#include <string_view>    // std::string_view
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::exchange, std::move

#include <norma/load/impl/findings.ipp>
#include <norma/load/impl/yaml_events.ipp>
#include <norma/load/impl/yaml_places.ipp>

namespace norma::load_detail {

/// Builds the tree of a rule file.
class yaml_builder : public yaml_events {
 public:
  yaml_builder(const source_ptr& file, const limits& bounds,
               std::vector<diagnostic>& findings)
      : yaml_events(file),
        content_(file->content()),
        bounds_(bounds),
        findings_(findings) {
    root_.blank = true;  // a file without a document
  }

  [[nodiscard]] yaml_node take_root() { return std::move(root_); }

  /// The tree of what stands before the mistake that ended the reading; nothing
  /// if that is no mapping with a key.
  [[nodiscard]] std::optional<yaml_node> take_rest() {
    // Inside brackets there is no telling what belongs where.
    while (in_flow()) drop_open();
    if (!open_.empty()) drop_key_or_last(open_.back());
    while (!open_.empty()) close_cut();
    for (bool text = true; drops_last(root_, text); text = false) continue;
    mark_cut(root_);
    if (root_.kind != yaml_kind::mapping || root_.entries.empty()) return std::nullopt;
    return std::move(root_);
  }

 private:
  /// Mappings with more keys than this are searched by hash.
  static constexpr std::size_t searched_by_eye = 16;

  struct frame {
    yaml_node node;
    std::optional<yaml_node> key;  ///< the key whose value comes next
    std::unordered_map<std::string, std::size_t> places;
  };

  [[nodiscard]] bool in_flow() const {
    return !open_.empty() && open_.back().node.style == yaml_style::flow;
  }
  void on_finding(diagnostic found) override {
    // More than can ever be shown are not kept.
    if (++found_ <= 10 * bounds_.diagnostics_per_file)
      findings_.push_back(std::move(found));
  }
  [[nodiscard]] source_span span(const yaml_node& node) const {
    return {file(), node.begin, std::min(node.end, content_.size())};
  }

  [[nodiscard]] yaml_node blank_at(std::size_t at) const {
    yaml_node node;
    node.blank = true;
    node.in_flow = in_flow();
    node.begin = node.end = node.text_begin = at;
    // The parser marks a value that is not there by what follows it.
    if (!open_.empty() && open_.back().key) {
      const std::size_t after = std::min(open_.back().key->end + 1, content_.size());
      if (content_.find('\n', after) < at || at < after) node.begin = node.end = after;
    }
    return node;
  }

  void on_null(std::size_t begin) override { add(blank_at(begin)); }
  void on_scalar(std::size_t begin, const std::string& value) override {
    yaml_node node = place_scalar(content_, begin, value);
    node.in_flow = in_flow();
    if (node.end == std::string::npos) refuse_open_quote(begin);
    add(std::move(node));
  }
  void on_open(yaml_kind kind, bool flow, std::size_t begin) override {
    frame f;
    f.node.kind = kind;
    f.node.style = flow ? yaml_style::flow : yaml_style::block;
    f.node.in_flow = in_flow();
    f.node.begin = f.node.text_begin = begin;
    f.node.end = begin + 1;
    if (open_.size() >= bounds_.yaml_depth) {
      stop("N0207", {std::to_string(bounds_.yaml_depth)}, f.node.begin, f.node.end);
    }
    open_.push_back(std::move(f));
  }
  void on_close() override {
    yaml_node node = std::move(open_.back().node);
    open_.pop_back();
    if (node.style == yaml_style::flow) node.end = end_of_flow(content_, node);
    add(std::move(node));
  }

  void drop_open() {
    open_.pop_back();
    if (!open_.empty()) open_.back().key.reset();
  }

  /// What goes on into the line of the mistake was not meant as it was read.
  void drop_key_or_last(frame& in) const {
    if (in.key) {
      in.key.reset();
    } else if (yaml_node* last = last_in(in.node); last && last->end > stopped_at()) {
      drop_last_in(in.node);
    }
  }

  [[nodiscard]] static yaml_node* last_in(yaml_node& node) {
    if (!node.items.empty()) return &node.items.back();
    return node.entries.empty() ? nullptr : &node.entries.back().value;
  }
  static void drop_last_in(yaml_node& node) {
    if (node.items.empty()) {
      node.entries.pop_back();
    } else {
      node.items.pop_back();
    }
  }

  /// Takes out what was last read if there is nothing in it, or, of a text, if the
  /// mistake may have cut it short; false if there was no reason to.
  [[nodiscard]] bool drops_last(yaml_node& top, bool text) const {
    yaml_node* around = nullptr;
    yaml_node* last = &top;
    while (yaml_node* next = last->style == yaml_style::flow ? nullptr : last_in(*last)) {
      around = std::exchange(last, next);
    }
    if (around == nullptr) return false;
    const bool block =
        last->style == yaml_style::literal && last->end + 1 >= stopped_at();
    const bool drop = last->kind == yaml_kind::scalar
                          ? text && (last->blank || block)
                          : last->style != yaml_style::flow && last_in(*last) == nullptr;
    if (drop) drop_last_in(*around);
    return drop;
  }

  void close_cut() {
    yaml_node node = std::move(open_.back().node);
    if (node.items.empty() && node.entries.empty()) return drop_open();
    open_.pop_back();
    // A mapping can be a key, which has no value then.
    const bool is_key = !open_.empty() && open_.back().node.kind == yaml_kind::mapping &&
                        !open_.back().key;
    if (!is_key) add(std::move(node));
  }

  /// Marks what was last read, too: the line of the mistake may go on with it.
  static void mark_cut(yaml_node& top) {
    yaml_node* last = &top;
    while (last != nullptr && last->kind != yaml_kind::scalar &&
           last->style != yaml_style::flow) {
      last->cut = true;
      for (yaml_entry& entry : last->entries) {
        entry.key.cut = true;
        entry.value.cut = entry.value.kind == yaml_kind::scalar;
      }
      last = last_in(*last);
    }
  }

  void add(yaml_node node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    frame& parent = open_.back();
    parent.node.end = std::max(parent.node.end, node.end);
    if (parent.node.kind == yaml_kind::sequence) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      parent.key = std::move(node);
    } else {
      add_entry(parent, {std::move(*parent.key), std::move(node)});
      parent.key.reset();
    }
  }

  void add_entry(frame& parent, yaml_entry entry) {
    const yaml_node& key = entry.key;
    if (key.kind != yaml_kind::scalar || key.blank) {
      const std::string_view found = key.kind == yaml_kind::mapping ? "R0111"
                                     : key.blank                    ? "R0114"
                                                                    : "R0112";
      find("N0204", {word_argument("R0113"), word_argument(found)}, key.begin, key.end);
      return;
    }
    if (key.text == "<<" && key.style == yaml_style::plain) {
      on_finding(merge_key(span(key)));
      return;
    }
    if (const yaml_entry* first = find_entry(parent, key.text)) {
      on_finding(repeated_key(key.text, span(key), span(first->key)));
      return;
    }
    if (entry.value.kind == yaml_kind::mapping) {
      entry.value.text_begin = key.begin;
      entry.value.indent = key.end - key.begin;
    }
    std::vector<yaml_entry>& entries = parent.node.entries;
    if (!parent.places.empty()) parent.places.emplace(key.text, entries.size());
    entries.push_back(std::move(entry));
  }

  [[nodiscard]] const yaml_entry* find_entry(frame& in, const std::string& key) {
    const std::vector<yaml_entry>& entries = in.node.entries;
    if (entries.size() < searched_by_eye) {
      for (const yaml_entry& e : entries) {
        if (e.key.text == key) return &e;
      }
      return nullptr;
    }
    if (in.places.empty()) {
      for (std::size_t i = 0; i < entries.size(); ++i) {
        in.places.emplace(entries[i].key.text, i);
      }
    }
    const auto found = in.places.find(key);
    return found == in.places.end() ? nullptr : &entries[found->second];
  }

  const std::string& content_;
  const limits& bounds_;
  std::vector<diagnostic>& findings_;
  std::vector<frame> open_;
  yaml_node root_;
  std::size_t found_ = 0;
};

NORMA_INLINE const yaml_node* yaml_node::find(std::string_view key) const {
  for (const yaml_entry& entry : entries) {
    if (entry.key.text == key) return &entry.value;
  }
  return nullptr;
}

NORMA_INLINE std::optional<yaml_node> parse_yaml(const source_ptr& file,
                                                 const limits& bounds,
                                                 std::vector<diagnostic>& findings) {
  yaml_builder builder(file, bounds, findings);
  if (!builder.read(bounds)) return builder.take_rest();
  return builder.take_root();
}

}  // namespace norma::load_detail
