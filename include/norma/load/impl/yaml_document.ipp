// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/yaml_document.hpp>

#include <algorithm>      // std::max, std::min
#include <istream>        // std::istream
#include <streambuf>      // std::streambuf
#include <string_view>    // std::string_view
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::move

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <norma/core/message.hpp>
#include <norma/load/impl/yaml_places.ipp>
#include <norma/load/impl/yaml_syntax.ipp>

namespace norma::detail {

/// Ends parsing from inside a handler; what there is to say was said.
struct yaml_stop {};

/// The bytes of a file as a stream, without a copy.
class yaml_bytes : public std::streambuf {
 public:
  explicit yaml_bytes(const std::string& content) {
    // The buffer is only read from.
    char* begin = const_cast<char*>(content.data());
    setg(begin, begin, begin + content.size());
  }
};

/// Builds the tree and objects to what rule files may not use.
class yaml_builder : public YAML::EventHandler {
 public:
  yaml_builder(const source_ptr& file, const limits& bounds,
               std::vector<diagnostic>& findings)
      : file_(file), content_(file->content()), bounds_(bounds), findings_(findings) {
    root_.blank = true;  // a file without a document
  }

  [[nodiscard]] yaml_node take_root() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    if (content_.compare(place(mark), 3, "---") == 0) {
      find("N0206", {}, place(mark), place(mark) + 3);
    } else {  // text further out than the document so far
      find("N0201", {word_argument("R0121"), ""}, place(mark), place(mark) + 1);
    }
    throw yaml_stop{};
  }
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark& mark, const std::string&) override {
    refuse("R0115", mark);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse("R0116", mark);
    add(blank_at(place(mark)));
  }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    add(blank_at(place(mark)));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    refuse_tag(mark, tag);
    yaml_node node = place_scalar(content_, place(mark), value);
    node.in_flow = in_flow();
    // The parser takes the end of the file for a closing quote.
    if (node.end == std::string::npos) {
      find("N0201", {word_argument("R0128"), ""}, node.begin, node.begin + 1);
      throw yaml_stop{};
    }
    add(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    open(mark, tag, yaml_kind::sequence, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    open(mark, tag, yaml_kind::mapping, style);
  }
  void OnMapEnd() override { close(); }

 private:
  /// Mappings with more keys than this are searched by hash.
  static constexpr std::size_t searched_by_eye = 16;

  struct frame {
    yaml_node node;
    std::optional<yaml_node> key;  ///< the key whose value comes next
    std::unordered_map<std::string, std::size_t> places;
  };

  [[nodiscard]] std::size_t place(const YAML::Mark& mark) const {
    const std::size_t marked = content_.compare(0, 3, "\xef\xbb\xbf") == 0 ? 3 : 0;
    return mark.pos < 0 ? content_.size()
                        : std::min(static_cast<std::size_t>(mark.pos) + marked,
                                   content_.size());
  }
  [[nodiscard]] bool in_flow() const {
    return !open_.empty() && open_.back().node.style == yaml_style::flow;
  }
  void find(std::string code, std::vector<std::string> arguments, std::size_t begin,
            std::size_t end, std::vector<diagnostic_label> labels = {}) {
    // More than can ever be shown are not kept.
    if (++found_ > 10 * bounds_.diagnostics_per_file) return;
    findings_.push_back({std::move(code), std::move(arguments),
                         {file_, begin, std::min(end, content_.size())},
                         std::move(labels)});
  }
  void refuse(std::string_view word, const YAML::Mark& mark) {
    find("N0205", {word_argument(word)}, place(mark), place(mark) + 1);
  }
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    const bool written = content_.compare(place(mark), 1, "!") == 0;
    if (written || (!tag.empty() && tag != "?" && tag != "!")) refuse("R0117", mark);
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

  void open(const YAML::Mark& mark, const std::string& tag, yaml_kind kind,
            YAML::EmitterStyle::value style) {
    refuse_tag(mark, tag);
    frame f;
    f.node.kind = kind;
    f.node.style = style == YAML::EmitterStyle::Flow ? yaml_style::flow : yaml_style::block;
    f.node.in_flow = in_flow();
    f.node.begin = f.node.text_begin = place(mark);
    f.node.end = f.node.begin + 1;
    if (open_.size() >= bounds_.yaml_depth) {
      find("N0207", {std::to_string(bounds_.yaml_depth)}, f.node.begin, f.node.end);
      throw yaml_stop{};
    }
    open_.push_back(std::move(f));
  }

  void close() {
    yaml_node node = std::move(open_.back().node);
    open_.pop_back();
    if (node.style == yaml_style::flow) node.end = end_of_flow(content_, node);
    add(std::move(node));
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
      find("N0205", {word_argument("R0118")}, key.begin, key.end);
      return;
    }
    if (const yaml_entry* first = find_entry(parent, key.text)) {
      find("N0202", {key.text}, key.begin, key.end,
           {{"R0101", {}, {file_, first->key.begin, first->key.end}}});
      return;
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

  const source_ptr& file_;
  const std::string& content_;
  const limits& bounds_;
  std::vector<diagnostic>& findings_;
  std::vector<frame> open_;
  yaml_node root_;
  std::size_t documents_ = 0;
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
  if (const auto directive = find_directive(file->content())) {
    findings.push_back({"N0205",
                        {word_argument("R0119")},
                        {file, *directive, *directive + 1},
                        {}});
    return std::nullopt;
  }
  if (const auto begin = find_long_line(file->content(), bounds.yaml_line_bytes)) {
    findings.push_back({"N0230",
                        {std::to_string(bounds.yaml_line_bytes)},
                        {file, *begin, *begin + 1},
                        {}});
    return std::nullopt;
  }
  yaml_bytes bytes(file->content());
  std::istream in(&bytes);
  yaml_builder builder(file, bounds, findings);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& e) {
    const bool known = !e.mark.is_null();
    findings.push_back(describe_yaml_error(
        file, e.msg, known ? static_cast<std::size_t>(e.mark.line) + 1 : 0,
        known ? static_cast<std::size_t>(e.mark.column) : 0));
    return std::nullopt;
  } catch (const yaml_stop&) {
    return std::nullopt;
  }
  return builder.take_root();
}

}  // namespace norma::detail
