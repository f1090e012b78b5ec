// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <string>   // std::string
#include <utility>  // std::move

#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/compile.hpp>
#include <norma/batch/impl/steps.hpp>

// Texts that are compared, and categories with each other.

namespace norma::batch::detail {

/// A text is this word.
class word_step final : public truth_step {
 public:
  word_step(std::size_t fact, std::string word) : fact_(fact), word_(std::move(word)) {}
  void run(block& in, kleene out) const override {
    fill(out.yes, in.words(), false);
    fill(out.no, in.words(), false);
    const text_lanes texts = in.texts(fact_);
    if (texts.of == nullptr) return;
    for_each_bit(texts.known, in.rows(), [&](std::size_t row) {
      set_bit(decoded_text_at(*texts.of, texts.first + row) == word_ ? out.yes : out.no,
              row);
    });
  }

 private:
  std::size_t fact_;
  std::string word_;
};

/// Two texts are the same.
class same_text_step final : public truth_step {
 public:
  same_text_step(std::size_t one, std::size_t other) : one_(one), other_(other) {}
  void run(block& in, kleene out) const override {
    fill(out.yes, in.words(), false);
    fill(out.no, in.words(), false);
    const text_lanes one = in.texts(one_);
    const text_lanes other = in.texts(other_);
    if (one.of == nullptr || other.of == nullptr) return;
    for_each_bit(one.known, in.rows(), [&](std::size_t row) {
      if (!bit_at(other.known, row)) return;
      const bool same = decoded_text_at(*one.of, one.first + row) ==
                        decoded_text_at(*other.of, other.first + row);
      set_bit(same ? out.yes : out.no, row);
    });
  }

 private:
  std::size_t one_, other_;
};

/// Two ids of one category compare so, by their order in it.
class codes_step final : public truth_step {
 public:
  codes_step(node_kind kind, std::size_t one, std::size_t other)
      : kind_(kind), one_(one), other_(other) {}
  void run(block& in, kleene out) const override {
    fill(out.yes, in.words(), false);
    fill(out.no, in.words(), false);
    const code_lanes one = in.codes(one_);
    const code_lanes other = in.codes(other_);
    if (one.values == nullptr || other.values == nullptr) return;
    for_each_bit(one.known, in.rows(), [&](std::size_t row) {
      if (!bit_at(other.known, row)) return;
      set_bit(holds(one.values[row], other.values[row]) ? out.yes : out.no, row);
    });
  }

 private:
  [[nodiscard]] bool holds(int a, int b) const {
    switch (kind_) {
      case node_kind::equal: return a == b;
      case node_kind::not_equal: return a != b;
      case node_kind::less: return a < b;
      case node_kind::less_equal: return a <= b;
      case node_kind::greater: return a > b;
      default: return a >= b;
    }
  }

  node_kind kind_;
  std::size_t one_, other_;
};

}  // namespace norma::batch::detail
