// SPDX-License-Identifier: Apache-2.0
#include "text_column.hpp"

#include <array>    // std::array
#include <cstdint>  // std::int64_t
#include <memory>   // std::make_shared

namespace norma_python {

namespace {

struct held_texts {
  std::vector<std::uint8_t> known;
  std::vector<std::int64_t> ends;
  std::string words;
  std::array<const void*, 3> buffers{};
};

}  // namespace

ArrowSchema text_schema(std::string name) {
  ArrowSchema head{};
  head.format = "U";
  head.flags = 2;  // may be null
  ArrowSchema made = with_children(head, {});
  rename(made, std::move(name));
  return made;
}

ArrowArray text_column(std::size_t rows, const row_texts& texts) {
  const auto held = std::make_shared<held_texts>();
  held->known.resize((rows + 7) / 8);
  held->ends.reserve(rows + 1);
  held->ends.push_back(0);
  for (const auto& [row, words] : texts) {
    held->ends.resize(row + 1, std::int64_t{held->ends.back()});
    held->words += words;
    held->ends.push_back(static_cast<std::int64_t>(held->words.size()));
    held->known[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
  }
  held->ends.resize(rows + 1, std::int64_t{held->ends.back()});
  held->buffers = {held->known.data(), held->ends.data(), held->words.data()};
  ArrowArray head{};
  head.length = static_cast<std::int64_t>(rows);
  head.null_count = static_cast<std::int64_t>(rows - texts.size());
  head.n_buffers = 3;
  head.buffers = held->buffers.data();
  return with_children(head, {}, held);
}

}  // namespace norma_python
