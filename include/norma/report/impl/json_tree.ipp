// SPDX-License-Identifier: Apache-2.0
#pragma once

// JSON as a tree that keeps numbers as they are written.

#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <fmt/format.h>

#include <norma/core/text.hpp>

namespace norma::report_detail {

/// `\u202e`; two such escapes beyond U+FFFF.
[[nodiscard]] inline std::string json_escape(char32_t c) {
  const auto written = [](std::uint32_t unit) { return fmt::format("\\u{:04x}", unit); };
  if (c <= 0xffff) return written(c);
  const std::uint32_t beyond = c - 0x10000;
  return written(0xd800 + (beyond >> 10U)) + written(0xdc00 + (beyond & 0x3ffU));
}

/// The end of the run of characters from `at` on that JSON writes as they are: printable
/// ASCII but for `"` and `\`, and U+4000 to U+9FFF.
[[nodiscard]] inline std::size_t end_of_plain(std::string_view s, std::size_t at) {
  const auto byte = [&s](std::size_t i) {
    return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U;
  };
  const auto follows = [&byte](std::size_t i) { return (byte(i) & 0xc0U) == 0x80U; };
  for (;;) {
    const unsigned first = byte(at);
    if (first >= 0x20U && first < 0x7fU && first != '"' && first != '\\') {
      ++at;
    } else if (first >= 0xe4U && first <= 0xe9U && follows(at + 1) && follows(at + 2)) {
      at += 3;
    } else {
      return at;
    }
  }
}

/// Adds a string as JSON writes it; invalid UTF-8 becomes U+FFFD, what is not seen
/// (controls, bidirectional marks …) an escape.
inline void add_json_string(std::string_view s, std::string& out) {
  out += '"';
  for (std::size_t i = 0; i < s.size();) {
    const auto end = end_of_plain(s, i);
    out += s.substr(i, end - i);
    i = end;
    if (i == s.size()) break;
    const auto c = decode_code_point(s, i);
    i += c.length;
    if (c.value == '"' || c.value == '\\') {
      out += {'\\', static_cast<char>(c.value)};
    } else if (c.value == '\n') {
      out += "\\n";
    } else if (c.value == '\t') {
      out += "\\t";
    } else if (is_unseen(c.value)) {
      out += json_escape(c.value);
    } else {
      append_code_point(out, c.value);
    }
  }
  out += '"';
}

/// One JSON value.
struct json_tree {
  enum class form { token, string, array, object };

  form is = form::token;
  std::string content;            ///< a token as written, a string unescaped
  std::vector<std::string> keys;  ///< of an object, one a member
  std::vector<json_tree> members;

  [[nodiscard]] static json_tree token(std::string written) {
    return {form::token, std::move(written), {}, {}};
  }
  [[nodiscard]] static json_tree null() { return token("null"); }
  [[nodiscard]] static json_tree boolean(bool b) { return token(b ? "true" : "false"); }
  [[nodiscard]] static json_tree integer(std::size_t n) {
    return token(std::to_string(n));
  }
  [[nodiscard]] static json_tree string(std::string_view s) {
    return {form::string, std::string(s), {}, {}};
  }
  [[nodiscard]] static json_tree array() { return {form::array, {}, {}, {}}; }
  [[nodiscard]] static json_tree object() { return {form::object, {}, {}, {}}; }

  /// An array of what `make` gives for each of `all`.
  template <class List, class Make>
  [[nodiscard]] static json_tree array_of(const List& all, Make make) {
    auto out = array();
    for (const auto& one : all) out.members.push_back(make(one));
    return out;
  }

  json_tree& add(std::string_view key, json_tree member) {
    keys.emplace_back(key);
    members.push_back(std::move(member));
    return *this;
  }

  [[nodiscard]] const json_tree* find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i] == key) return &members[i];
    }
    return nullptr;
  }
  [[nodiscard]] bool is_null() const { return is == form::token && content == "null"; }
};

/// Prints a tree: what fits stands on one line, the rest is indented.
class json_printer {
 public:
  /// `indent`: of the line on which it begins.
  [[nodiscard]] std::string print(const json_tree& tree, std::size_t indent = 0) {
    write(tree, indent);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t line = 100;

  void write(const json_tree& t, std::size_t indent) {
    const bool nested = t.is == json_tree::form::array || t.is == json_tree::form::object;
    if (!nested || t.members.empty() || fits(t, indent)) {
      write_inline(t);
      return;
    }
    const bool object = t.is == json_tree::form::object;
    out_ += object ? '{' : '[';
    for (std::size_t i = 0; i < t.members.size(); ++i) {
      out_ += i == 0 ? "\n" : ",\n";
      out_.append(indent + 2, ' ');
      if (object) write_key(t.keys[i]);
      write(t.members[i], indent + 2);
    }
    out_ += '\n';
    out_.append(indent, ' ');
    out_ += object ? '}' : ']';
  }

  void write_key(const std::string& key) {
    add_json_string(key, out_);
    out_ += ": ";
  }

  void write_inline(const json_tree& t) {
    switch (t.is) {
      case json_tree::form::token: out_ += t.content; return;
      case json_tree::form::string: add_json_string(t.content, out_); return;
      case json_tree::form::array:
      case json_tree::form::object: break;
    }
    const bool object = t.is == json_tree::form::object;
    out_ += object ? '{' : '[';
    for (std::size_t i = 0; i < t.members.size(); ++i) {
      if (i > 0) out_ += ", ";
      if (object) write_key(t.keys[i]);
      write_inline(t.members[i]);
    }
    out_ += object ? '}' : ']';
  }

  [[nodiscard]] static bool fits(const json_tree& t, std::size_t indent) {
    std::size_t room = indent < line ? line - indent : 0;
    return take(t, room);
  }

  // False as soon as `room` is used up; an estimate for escaped strings.
  [[nodiscard]] static bool take(const json_tree& t, std::size_t& room) {
    std::size_t used = 2;
    if (t.is == json_tree::form::token) used = t.content.size();
    if (t.is == json_tree::form::string) used = 2 + display_width(t.content);
    for (const auto& key : t.keys) used += display_width(key) + 6;
    if (t.is == json_tree::form::array) used += 2 * t.members.size();
    if (used > room) return false;
    room -= used;
    for (const auto& member : t.members) {
      if (!take(member, room)) return false;
    }
    return true;
  }

  std::string out_;
};

}  // namespace norma::report_detail
