// SPDX-License-Identifier: Apache-2.0
#pragma once

// JSON (RFC 8259) into a tree that keeps numbers as they are written.

#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/core/text.hpp>
#include <norma/report/impl/json_tree.ipp>

namespace norma::report_detail {

class json_parser {
 public:
  static constexpr std::size_t deepest = 512;

  explicit json_parser(std::string_view text) : rest_(text) {}

  /// The one value that the text is, or nothing.
  [[nodiscard]] std::optional<json_tree> parse() {
    if (find_invalid_utf8(rest_) != std::string_view::npos) return {};
    json_tree tree;
    if (!value(tree, 0)) return {};
    skip_blanks();
    if (!rest_.empty()) return {};
    return tree;
  }

 private:
  void skip_blanks() {
    const auto end = rest_.find_first_not_of(" \t\r\n");
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
  }

  [[nodiscard]] bool take(std::string_view wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(wanted.size());
    return true;
  }

  [[nodiscard]] bool value(json_tree& out, std::size_t depth) {
    skip_blanks();
    if (depth > deepest || rest_.empty()) return false;
    const char first = rest_.front();
    if (first == '{' || first == '[') {
      rest_.remove_prefix(1);
      out.is = first == '{' ? json_tree::form::object : json_tree::form::array;
      return members(out, depth);
    }
    if (first == '"') {
      out.is = json_tree::form::string;
      return string(out.content);
    }
    for (const std::string_view word : {"null", "true", "false"}) {
      if (take(word)) {
        out.content = word;
        return true;
      }
    }
    return number(out.content);
  }

  [[nodiscard]] bool members(json_tree& out, std::size_t depth) {
    const bool object = out.is == json_tree::form::object;
    const std::string_view close = object ? "}" : "]";
    skip_blanks();
    if (take(close)) return true;
    while (true) {
      if (object) {
        skip_blanks();
        out.keys.emplace_back();
        if (!string(out.keys.back())) return false;
        skip_blanks();
        if (!take(":")) return false;
      }
      out.members.emplace_back();
      if (!value(out.members.back(), depth + 1)) return false;
      skip_blanks();
      if (take(close)) return true;
      if (!take(",")) return false;
    }
  }

  [[nodiscard]] std::size_t digits(std::size_t from) const {
    std::size_t end = from;
    while (end < rest_.size() && rest_[end] >= '0' && rest_[end] <= '9') ++end;
    return end - from;
  }

  [[nodiscard]] bool number(std::string& out) {
    std::size_t end = rest_.starts_with('-') ? 1 : 0;
    const auto whole = digits(end);
    if (whole == 0 || (whole > 1 && rest_[end] == '0')) return false;
    end += whole;
    if (end < rest_.size() && rest_[end] == '.') {
      const auto decimals = digits(end + 1);
      if (decimals == 0) return false;
      end += 1 + decimals;
    }
    if (end < rest_.size() && (rest_[end] == 'e' || rest_[end] == 'E')) {
      const bool sign =
          end + 1 < rest_.size() && (rest_[end + 1] == '+' || rest_[end + 1] == '-');
      const auto exponent = digits(end + (sign ? 2 : 1));
      if (exponent == 0) return false;
      end += (sign ? 2 : 1) + exponent;
    }
    out = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return true;
  }

  [[nodiscard]] bool string(std::string& out) {
    if (!take("\"")) return false;
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') {
        out += c;
      } else if (!escape(out)) {
        return false;
      }
    }
    return false;
  }

  [[nodiscard]] bool escape(std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    if (rest_.empty()) return false;
    const auto place = letters.find(rest_.front());
    if (place != std::string_view::npos) {
      out += meant[place];
      rest_.remove_prefix(1);
      return true;
    }
    char32_t unit = 0;
    if (!take("u") || !hex(unit)) return false;
    if (unit >= 0xd800 && unit < 0xdc00) {  // the first half of a pair
      char32_t second = 0;
      if (!take("\\u") || !hex(second) || second < 0xdc00 || second > 0xdfff)
        return false;
      unit = 0x10000 + ((unit - 0xd800) << 10U) + (second - 0xdc00);
    } else if (unit >= 0xdc00 && unit <= 0xdfff) {
      return false;
    }
    append_code_point(out, unit);
    return true;
  }

  [[nodiscard]] bool hex(char32_t& out) {
    constexpr std::string_view small = "0123456789abcdef";
    constexpr std::string_view large = "0123456789ABCDEF";
    if (rest_.size() < 4) return false;
    for (int i = 0; i < 4; ++i) {
      auto digit = small.find(rest_.front());
      if (digit == std::string_view::npos) digit = large.find(rest_.front());
      if (digit == std::string_view::npos) return false;
      out = out * 16 + static_cast<char32_t>(digit);
      rest_.remove_prefix(1);
    }
    return true;
  }

  std::string_view rest_;
};

}  // namespace norma::report_detail
