// SPDX-License-Identifier: Apache-2.0
#include "tokens.hpp"

#include <cstddef>  // std::size_t

namespace norma_feel {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool begins_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class splitter {
 public:
  explicit splitter(std::string_view text) : text_(text) {}

  std::vector<token> split() {
    while (at_ < text_.size()) step();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool here(std::string_view what) const {
    return text_.substr(at_, what.size()) == what;
  }

  void skip_past(std::string_view end) {
    const auto found = text_.find(end, at_ + 2);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  void take(token_kind kind, std::size_t length) {
    result_.push_back({kind, std::string(text_.substr(at_, length))});
    at_ += length;
  }

  void take_string(token_kind kind) {
    std::size_t end = ++at_;
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
    if (end > text_.size()) end = text_.size();
    take(kind, end - at_);
    ++at_;
  }

  template <class Belongs>
  void take_while(token_kind kind, Belongs belongs) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && belongs(end)) ++end;
    take(kind, end - at_);
  }

  void step() {
    const char c = text_[at_];
    if (here("//")) return skip_past("\n");
    if (here("/*")) return skip_past("*/");
    if (c == '"') return take_string(token_kind::string);
    if (here("@\"")) {
      ++at_;
      return take_string(token_kind::at_literal);
    }
    if (is_digit(c))
      return take_while(token_kind::number, [this](std::size_t i) {
        // `1..5` is no number with a point.
        return is_digit(text_[i]) || (text_[i] == '.' && i + 1 < text_.size() &&
                                      is_digit(text_[i + 1]) && text_[i - 1] != '.');
      });
    if (begins_word(c))
      return take_while(token_kind::word, [this](std::size_t i) {
        return begins_word(text_[i]) || is_digit(text_[i]);
      });
    if (here("..") || here("**")) return take(token_kind::sign, 2);
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      ++at_;
      return;
    }
    take(token_kind::sign, 1);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<token> result_;
};

}  // namespace

std::vector<token> tokens_of(std::string_view expression) {
  return splitter(expression).split();
}

}  // namespace norma_feel
