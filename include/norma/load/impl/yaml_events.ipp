// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::min
#include <cstddef>      // std::size_t
#include <istream>      // std::istream
#include <optional>     // std::optional
#include <streambuf>    // std::streambuf
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <norma/core/limits.hpp>
#include <norma/core/message.hpp>
#include <norma/load/impl/yaml_node.hpp>
#include <norma/load/impl/yaml_places.ipp>
#include <norma/load/impl/yaml_syntax.ipp>

namespace norma::load_detail {

/// Ends parsing from inside a handler; what there is to say was said.
struct yaml_stop {};

/// Ends parsing where brackets stay open for too long.
struct yaml_unended {
  std::size_t begin = 0;
};

/// The place of a bracket that opens what begins next; nothing where that is a text, or
/// comments. `before`: the sign before, or the end of a line.
[[nodiscard]] inline std::optional<std::size_t> find_bracket(std::string_view content,
                                                             char before,
                                                             std::size_t from,
                                                             std::size_t end) {
  for (std::size_t i = from; i < end; ++i) {
    const char c = content[i];
    const bool apart = i == 0 || content[i - 1] == ' ' || content[i - 1] == '\n';
    if (c == '#' && apart) {
      i = std::min(content.find('\n', i), end) - 1;
      continue;
    }
    if (c == ' ' || c == '\t' || c == '\r') continue;
    const bool begins = std::string_view("\n:-?[{,").find(before) != std::string::npos;
    if (begins && (c == '|' || c == '>' || c == '"' || c == '\'')) return std::nullopt;
    if (begins && (c == '[' || c == '{')) return i;
    before = c;
  }
  return std::nullopt;
}

/// The bytes of a file as a stream, without a copy. What stands in brackets may be a key:
/// the parser keeps all of it until they close, some 75 bytes for each byte.
class yaml_bytes : public std::streambuf {
 public:
  /// `begin`: of what is read of the file.
  yaml_bytes(std::string_view content, std::size_t begin, std::size_t most)
      : content_(content), at_(begin), most_(most) {}

  /// What was read so far made an event; one that begins there.
  void used() { unused_ = 0; }
  void used(std::size_t event) {
    event_ = event;
    used();
  }

 protected:
  int_type underflow() override {
    if (gptr() < egptr()) return traits_type::to_int_type(*gptr());
    if (at_ == content_.size()) return traits_type::eof();
    if (unused_ > most_) {
      const auto bracket =
          event_ ? find_bracket(content_, content_[*event_], *event_ + 1, at_)
                 : find_bracket(content_, '\n', at_ - unused_, at_);
      if (bracket) throw yaml_unended{*bracket};
      unused_ = 0;
    }
    constexpr std::size_t piece = 1024;
    const std::string_view next = content_.substr(at_, piece);
    at_ += next.size();
    unused_ += next.size();
    // A stream buffer's area is never const; nothing writes to it.
    char* begin = const_cast<char*>(next.data());
    setg(begin, begin, begin + next.size());
    return traits_type::to_int_type(*begin);
  }

 private:
  std::string_view content_;
  std::size_t at_;
  std::size_t most_;
  std::optional<std::size_t> event_;  ///< where the last one begins
  std::size_t unused_ = 0;            ///< bytes read since the last event
};

/// What the parser tells of a YAML file, by place in it. Refuses for every
/// reader alike what no file may use: anchors, aliases, tags (N0205),
/// directives, a second document (N0206), lines too long for the parser
/// (N0230), brackets that do not close (N0232), files too large for it (N0233), too many
/// lines that say nothing (N0234), and all that is no YAML (N0201, N0219).
class yaml_events : public YAML::EventHandler {
 public:
  explicit yaml_events(source_ptr file)
      : file_(std::move(file)), skipped_(file_->line_offset(1)) {}

  /// Reads the file; false if it could not be read to its end.
  [[nodiscard]] bool read(const limits& bounds) {
    const std::string_view content = file_->content();
    if (content.size() > bounds.yaml_bytes) {
      find("N0233", {std::to_string(content.size()), std::to_string(bounds.yaml_bytes)},
           0, 1);
      return false;
    }
    if (const auto directive = find_directive(content)) {
      find("N0205", {word_argument("R0119")}, *directive, *directive + 1);
      return false;
    }
    if (const auto turn = find_lone_turn(content)) {
      find("N0153", {}, *turn, *turn + 1);
      return false;
    }
    if (const auto begin = find_long_line(content, bounds.yaml_line_bytes)) {
      find("N0230", {std::to_string(bounds.yaml_line_bytes)}, *begin, *begin + 1);
      return false;
    }
    if (const auto begin = find_idle_line(content, bounds.yaml_idle_lines)) {
      find("N0234", {std::to_string(bounds.yaml_idle_lines)}, *begin, *begin + 1);
      return false;
    }
    yaml_bytes bytes(content, skipped_, bounds.yaml_bracket_bytes);
    bytes_ = &bytes;
    std::istream in(&bytes);
    try {
      YAML::Parser parser(in);
      while (parser.HandleNextDocument(*this)) continue;
      return true;
    } catch (const YAML::Exception& e) {
      const bool known = !e.mark.is_null();
      const std::size_t line = known ? static_cast<std::size_t>(e.mark.line) + 1 : 0;
      diagnostic found = describe_yaml_error(
          file_, e.msg, line, known ? static_cast<std::size_t>(e.mark.column) : 0);
      stopped_at_ = known ? std::min(file_->line_offset(line), line_of(found.where.begin))
                          : content.size();
      on_finding(std::move(found));
    } catch (const yaml_unended& open) {
      stopped_at_ = line_of(open.begin);
      find("N0232", {std::to_string(bounds.yaml_bracket_bytes)}, open.begin,
           open.begin + 1);
    } catch (const yaml_stop&) {
      // The finding is already there.
    }
    return false;
  }

  void OnDocumentStart(const YAML::Mark& mark) final {
    if (documents_++ == 0) return;
    const std::size_t at = place(mark);
    if (file_->content().compare(at, 3, "---") == 0) {
      stop("N0206", {}, at, at + 3);
    }
    // Text further out than the document so far.
    stop("N0201", {word_argument("R0121"), ""}, at, at + 1);
  }
  void OnDocumentEnd() final {}
  void OnAnchor(const YAML::Mark& mark, const std::string&) final {
    refuse("R0115", mark);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) final {
    refuse("R0116", mark);
    on_null(place(mark));
  }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) final { on_null(reach(mark)); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) final {
    refuse_tag(mark, tag);
    const std::size_t begin = reach(mark);
    const auto key =
        flow_ > 0 ? std::nullopt : find_deeper_key(file_->content(), begin, value);
    if (key) {
      stopped_at_ = line_of(begin);
      on_finding(find_slip(file_, stopped_at_).value_or(deeper_key(file_, *key)));
      throw yaml_stop{};
    }
    on_scalar(begin, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value style) final {
    refuse_tag(mark, tag);
    open(yaml_kind::sequence, style, mark);
  }
  void OnSequenceEnd() final { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value style) final {
    refuse_tag(mark, tag);
    open(yaml_kind::mapping, style, mark);
  }
  void OnMapEnd() final { close(); }

 protected:
  /// A value that is not there, `~` or `null`.
  virtual void on_null(std::size_t begin) = 0;
  virtual void on_scalar(std::size_t begin, const std::string& value) = 0;
  virtual void on_open(yaml_kind kind, bool flow, std::size_t begin) = 0;
  virtual void on_close() = 0;
  virtual void on_finding(diagnostic found) = 0;

  [[nodiscard]] const source_ptr& file() const { return file_; }

  void find(std::string code, std::vector<std::string> arguments, std::size_t begin,
            std::size_t end) {
    on_finding({std::move(code),
                std::move(arguments),
                {file_, begin, std::min(end, file_->content().size())},
                {}});
  }
  /// The file is read no further.
  [[noreturn]] void stop(std::string code, std::vector<std::string> arguments,
                         std::size_t begin, std::size_t end) {
    stopped_at_ = line_of(begin);
    find(std::move(code), std::move(arguments), begin, end);
    throw yaml_stop{};
  }
  /// The parser takes the end of the file for a closing quote.
  [[noreturn]] void refuse_open_quote(std::size_t begin) {
    stop("N0201", {word_argument("R0128"), ""}, begin, begin + 1);
  }
  /// Where the line begins in which reading ended before the file's end.
  [[nodiscard]] std::size_t stopped_at() const { return stopped_at_; }

 private:
  void open(yaml_kind kind, YAML::EmitterStyle::value style, const YAML::Mark& mark) {
    const bool flow = style == YAML::EmitterStyle::Flow;
    flow_ += flow ? 1 : 0;
    on_open(kind, flow, reach(mark));
  }
  void close() {
    bytes_->used();
    flow_ -= flow_ > 0 ? 1 : 0;  // inside brackets there is nothing else
    on_close();
  }
  [[nodiscard]] std::size_t place(const YAML::Mark& mark) const {
    const std::size_t end = file_->content().size();
    return mark.pos < 0 ? end
                        : std::min(static_cast<std::size_t>(mark.pos) + skipped_, end);
  }
  /// The place of an event.
  [[nodiscard]] std::size_t reach(const YAML::Mark& mark) {
    const std::size_t begin = place(mark);
    bytes_->used(begin);
    return begin;
  }
  /// The beginning of the line of a byte.
  [[nodiscard]] std::size_t line_of(std::size_t at) const {
    const std::size_t before =
        at == 0 ? std::string::npos : file_->content().rfind('\n', at - 1);
    return before == std::string::npos ? 0 : before + 1;
  }
  void refuse(std::string_view word, const YAML::Mark& mark) {
    find("N0205", {word_argument(word)}, place(mark), place(mark) + 1);
  }
  /// The parser marks what is quoted, or a block, with the tag `!`.
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    const bool written = file_->content().compare(place(mark), 1, "!") == 0;
    if (written || (!tag.empty() && tag != "?" && tag != "!")) refuse("R0117", mark);
  }

  source_ptr file_;
  std::size_t skipped_;  ///< a byte order mark
  std::size_t documents_ = 0;
  std::size_t stopped_at_ = 0;
  std::size_t flow_ = 0;  ///< open brackets
  yaml_bytes* bytes_ = nullptr;
};

}  // namespace norma::load_detail
