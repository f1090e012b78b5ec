// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::min
#include <istream>    // std::istream
#include <streambuf>  // std::streambuf

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <norma/load/yaml_document.hpp>

#include <norma/load/impl/tape.ipp>
#include <norma/load/impl/yaml_places.ipp>
#include <norma/load/impl/yaml_syntax.ipp>

namespace norma::load_detail {

/// A stream over bytes that stay where they are.
class view_buffer : public std::streambuf {
 public:
  explicit view_buffer(std::string_view bytes) {
    // A stream buffer's area is never const; nothing writes to it.
    char* begin = const_cast<char*>(bytes.data());  // NOLINT
    setg(begin, begin, begin + bytes.size());
  }
};

/// The events of yaml-cpp, put on a tape. Only what a plain reader expects is
/// let through: no anchors, aliases, tags, second documents.
class tape_yaml : public YAML::EventHandler {
 public:
  tape_yaml(tape_writer& to, std::size_t skipped) : to_(&to), skipped_(skipped) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (!started_) {
      started_ = true;
      return;
    }
    refuse("N0206", {}, mark, 3);
    throw tape_stop{};
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check(mark, "?", anchor);
    const std::size_t begin = place(mark);
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (content().substr(begin, word.size()) != word) continue;
      return to_->blank(begin, begin + word.size());
    }
    to_->blank(to_->last_end(), to_->last_end());
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse("N0205", {word_argument("R0116")}, mark, 1);
    to_->blank(place(mark), place(mark) + 1);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check(mark, tag, anchor);
    const std::size_t begin = place(mark);
    const std::size_t end = scalar_end(begin, value);
    if (end == std::string_view::npos) {  // the parser takes the file's end for a quote
      refuse("N0201", {word_argument("R0128"), ""}, mark, 1);
      throw tape_stop{};
    }
    to_->scalar(begin, end, value, end - begin == value.size() + 2 ? 1 : 0);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    check(mark, tag, anchor);
    to_->open(tape_kind::sequence, place(mark));
  }
  void OnSequenceEnd() override { to_->close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    check(mark, tag, anchor);
    to_->open(tape_kind::mapping, place(mark));
  }
  void OnMapEnd() override { to_->close(); }

 private:
  [[nodiscard]] std::string_view content() const { return to_->file()->content(); }
  [[nodiscard]] std::size_t place(const YAML::Mark& mark) const {
    const auto offset = mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
    return std::min(offset + skipped_, content().size());
  }
  void refuse(const char* code, std::vector<std::string> words, const YAML::Mark& mark,
              std::size_t length) {
    const std::size_t begin = place(mark);
    to_->findings().add(code, std::move(words), {to_->file(), begin, begin + length});
  }
  void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) refuse("N0205", {word_argument("R0115")}, mark, 1);
    if (tag.empty() || tag == "?") return;
    // yaml-cpp marks what is quoted, or a block, with the tag `!`.
    const std::size_t begin = place(mark);
    const bool styled = begin < content().size() &&
                        std::string_view("'\"|>").find(content()[begin]) != std::string_view::npos;
    if (tag != "!" || !styled) refuse("N0205", {word_argument("R0117")}, mark, 1);
  }

  /// Where a scalar ends: the file does not always read as its text does.
  [[nodiscard]] std::size_t scalar_end(std::size_t begin, std::string_view value) const {
    const std::string_view all = content();
    const char first = begin < all.size() ? all[begin] : '\0';
    if (first == '"' || first == '\'') return detail::end_of_quoted(all, begin);
    if (first == '|' || first == '>') return std::min(all.find_first_of("\r\n", begin), all.size());
    if (all.substr(begin, value.size()) == value) return begin + value.size();
    return detail::end_of_folded(all, begin, value);
  }

  tape_writer* to_;
  std::size_t skipped_;
  bool started_ = false;
};

/// True if no line is too long; else a finding. The parser holds the whole
/// line of a `[` or `{` before it says anything, at a hundred times its size.
[[nodiscard]] inline bool check_lines(const source_ptr& file, std::size_t most,
                                      finding_list& findings) {
  const std::string_view content = file->content();
  for (std::size_t begin = 0; begin < content.size();) {
    const std::size_t end = std::min(content.find('\n', begin), content.size());
    if (end - begin > most) {
      findings.add("N0230", {std::to_string(most)}, {file, begin, begin + 1});
      return false;
    }
    begin = end + 1;
  }
  return true;
}

/// Reads the file of `to` as YAML; findings and values go where it says.
/// False if it could not be read to its end.
inline bool read_yaml(tape_writer& to) {
  const source_ptr file = to.file();
  if (!check_lines(file, to.bounds().yaml_line_bytes, to.findings())) return false;
  if (const auto directive = detail::find_directive(file->content())) {
    to.findings().add("N0205", {word_argument("R0119")},
                      {file, *directive, *directive + 1});
    return false;
  }
  const std::size_t skipped = file->line_offset(1);  // a byte order mark
  view_buffer buffer(std::string_view(file->content()).substr(skipped));
  std::istream stream(&buffer);
  try {
    tape_yaml events(to, skipped);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) continue;
    return true;
  } catch (const tape_stop&) {
    // The finding is already there.
  } catch (const YAML::Exception& e) {
    const bool known = !e.mark.is_null();
    to.findings().add(detail::describe_yaml_error(
        file, e.msg, known ? static_cast<std::size_t>(e.mark.line) + 1 : 0,
        known ? static_cast<std::size_t>(e.mark.column) : 0));
  }
  return false;
}

}  // namespace norma::load_detail
