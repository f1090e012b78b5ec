// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::min
#include <cstddef>      // std::ptrdiff_t, std::size_t
#include <cstdint>      // std::int64_t, std::uint64_t
#include <iterator>     // std::forward_iterator_tag
#include <map>          // std::map
#include <string>       // std::string, std::to_string
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <vector>       // std::vector

#include <nlohmann/json.hpp>

#include <norma/load/impl/tape_writer.ipp>

// JSON by events. The parser tells no places; but it reads byte by byte, so
// an iterator that says how far it came gives the end of every token, and the
// file its beginning. Numbers are taken as they are written: no float is seen.

namespace norma::load_detail {

/// The bytes of a file, with `*reached` where the parser has come to.
class json_bytes {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  json_bytes() = default;
  json_bytes(std::string_view content, std::size_t at, std::size_t* reached)
      : content_(content), at_(at), reached_(reached) {}

  reference operator*() const { return content_[at_]; }
  json_bytes& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  json_bytes operator++(int) {
    json_bytes before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const json_bytes& a, const json_bytes& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const json_bytes& a, const json_bytes& b) {
    return a.at_ != b.at_;
  }

 private:
  std::string_view content_;
  std::size_t at_ = 0;
  std::size_t* reached_ = nullptr;
};

/// The events of the JSON parser, put on a tape.
class tape_json {
 public:
  /// Its float is never looked at; a long one lets through what has as many
  /// digits as any number may have.
  using json = nlohmann::basic_json<std::map, std::vector, std::string, bool,
                                    std::int64_t, std::uint64_t, long double>;

  tape_json(tape_writer& to, const std::size_t& reached)
      : to_(&to), content_(to.file()->content()), reached_(&reached) {}

  bool null() {
    to_->blank(*reached_ - std::min<std::size_t>(*reached_, 4), *reached_);
    return true;
  }
  bool boolean(bool b) { return word(b ? "true" : "false"); }
  bool number_integer(std::int64_t) { return number(); }
  bool number_unsigned(std::uint64_t) { return number(); }
  bool number_float(long double, const std::string&) { return number(); }
  bool string(const std::string& text) {
    const std::size_t begin = string_begin();
    to_->scalar(begin, *reached_, text, text.size() + 2 == *reached_ - begin ? 1 : 0);
    return true;
  }
  bool binary(json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(tape_kind::mapping); }
  bool start_array(std::size_t) { return open(tape_kind::sequence); }
  bool key(const std::string& name) { return string(name); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string&, const json::exception& e) {
    if (e.id == number_overflow) {
      const auto [from, to] = number_place();
      to_->findings().add("N0628", {std::to_string(to_->bounds().number_digits)},
                          {to_->file(), from, to});
      return false;
    }
    const auto [begin, end] = wrong_place(e.what());
    to_->findings().add("N0231", {word_argument(words_of(e.what()))},
                        {to_->file(), begin, end});
    return false;
  }

 private:
  /// The parser's number for it, `json.exception.out_of_range.406`.
  static constexpr int number_overflow = 406;

  /// The code of the words for what the parser says, in its own words, is wrong.
  [[nodiscard]] static std::string_view words_of(std::string_view said) {
    static constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"missing closing quote", "R0128"},   {"control character", "R0136"},
        {"invalid string", "R0130"},          {"invalid number", "R0138"},
        {"unexpected end of input", "R0132"}, {"expected end of input", "R0137"},
        {"parsing object key", "R0133"},      {"parsing object separator", "R0134"},
        {"parsing object", "R0122"},          {"parsing array", "R0123"},
    };
    for (const auto& [part, code] : known) {
      if (said.find(part) != std::string_view::npos) return code;
    }
    return "R0135";
  }

  /// What is wrong, all of it: the parser has come to its end, or to where it turns
  /// wrong.
  [[nodiscard]] std::pair<std::size_t, std::size_t> wrong_place(
      std::string_view said) const {
    said = said.substr(0, said.find("; last read: "));
    const std::size_t end = *reached_;
    const std::size_t last = end - std::min<std::size_t>(end, 1);
    const auto says = [&](std::string_view part) { return said.find(part) != said.npos; };
    if (says("unexpected string literal")) return {string_begin(), end};
    if (says("unexpected number literal")) return number_place();
    if (says("unexpected true literal") || says("unexpected null literal"))
      return {end - 4, end};
    if (says("unexpected false literal")) return {end - 5, end};
    const auto letter = [&](std::size_t at) {
      const auto c = static_cast<unsigned char>(content_[at]);
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    if (says("invalid literal") && last < content_.size()) {
      std::size_t from = last;
      while (from > 0 && letter(from - 1)) --from;
      std::size_t to = from;
      while (to < content_.size() && letter(to)) ++to;
      if (to > from) return {from, to};
    }
    if (says("backslash") || says("surrogate") || says("hex digits")) {
      const auto escape = content_.rfind('\\', last);
      const bool closed = escape < last && content_[last] == '"';
      if (escape != content_.npos) return {escape, closed ? last : end};
    }
    return {last, end};
  }

  bool word(std::string_view text) {
    to_->scalar(*reached_ - text.size(), *reached_, text);
    return true;
  }
  bool number() {
    const auto [begin, end] = number_place();
    to_->scalar(begin, end, content_.substr(begin, end - begin));
    return true;
  }
  /// Where the number stands that was read last.
  [[nodiscard]] std::pair<std::size_t, std::size_t> number_place() const {
    // The parser has looked at the character after the number.
    const auto of_number = [&](std::size_t i) {
      return std::string_view("+-.0123456789Ee").find(content_[i]) !=
             std::string_view::npos;
    };
    std::size_t end = *reached_;
    if (end > 0 && !of_number(end - 1)) --end;
    std::size_t begin = end;
    while (begin > 0 && of_number(begin - 1)) --begin;
    // Of `012`, an error further on, the finding shows all.
    while (end < content_.size() && of_number(end)) ++end;
    return {begin, end};
  }
  /// Where the text begins that was read last.
  [[nodiscard]] std::size_t string_begin() const {
    std::size_t begin = *reached_ - 1;
    while (begin > 0 && !opens_string(--begin)) continue;
    return begin;
  }
  /// True at a quote that no backslash makes part of the text.
  [[nodiscard]] bool opens_string(std::size_t at) const {
    if (content_[at] != '"') return false;
    std::size_t slashes = 0;
    while (slashes < at && content_[at - slashes - 1] == '\\') ++slashes;
    return slashes % 2 == 0;
  }
  bool open(tape_kind kind) {
    to_->open(kind, *reached_ - 1);
    return true;
  }
  bool close() {
    to_->close();
    return true;
  }

  tape_writer* to_;
  std::string_view content_;
  const std::size_t* reached_;
};

/// Reads the file of `to` as JSON; findings and values go where it says.
/// False if it could not be read to its end.
inline bool read_json(tape_writer& to) {
  const std::string_view content = to.file()->content();
  std::size_t reached = to.file()->line_offset(1);  // behind a byte order mark
  tape_json events(to, reached);
  try {
    return tape_json::json::sax_parse(json_bytes(content, reached, &reached),
                                      json_bytes(content, content.size(), &reached),
                                      &events);
  } catch (const tape_stop&) {
    return false;  // the finding is already there
  }
}

}  // namespace norma::load_detail
