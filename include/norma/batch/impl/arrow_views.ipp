// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::clamp
#include <array>        // std::array
#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t …
#include <cstring>      // std::memcpy
#include <map>          // std::map
#include <memory>       // std::make_shared
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/batch/arrow_abi.hpp>
#include <norma/batch/column.hpp>
#include <norma/batch/impl/arrow_convert.ipp>
#include <norma/batch/impl/bits.hpp>

// Strings as Polars keeps them, views of bytes that lie elsewhere, as texts; in no more
// memory than a few times what was handed over.

namespace norma::batch::detail {

/// The bytes of a string that lies elsewhere, in one of many buffers whose sizes the last
/// one has; null: not there.
[[nodiscard]] inline const char* bytes_of_view(const ArrowArray& array, const char* view,
                                               std::int32_t size) {
  std::int32_t buffer = 0, begin = 0;
  std::memcpy(&buffer, view + 8, 4);
  std::memcpy(&begin, view + 12, 4);
  const std::int64_t buffers = array.n_buffers - 3;
  if (buffer < 0 || buffer >= buffers || begin < 0) return nullptr;
  const void* sizes = array.buffers[array.n_buffers - 1];
  if (sizes == nullptr) return nullptr;
  std::int64_t held = 0;
  std::memcpy(&held, static_cast<const char*>(sizes) + buffer * 8, 8);
  if (std::int64_t{begin} + size > held) return nullptr;
  const void* bytes = array.buffers[2 + buffer];
  return bytes == nullptr ? nullptr : static_cast<const char*>(bytes) + begin;
}

/// What is wrong with views as a whole: the first row whose bytes are not there, or how
/// many bytes their texts would take, and how many the array has.
struct wrong_views {
  std::optional<std::size_t> row = {};
  std::uint64_t texts = 0, held = 0;
};

/// Strings of 16 bytes each: of twelve bytes at most in place. Many may be of the same
/// bytes, so that the texts take any multiple of what was handed over.
class views_of_array {
 public:
  views_of_array(const ArrowArray& array, const column& rows)
      : array_(array), rows_(rows) {}

  /// The texts; if they take far more than the array has, each once in a dictionary, but
  /// for the words of one.
  [[nodiscard]] std::optional<wrong_views> copy(column& to, bool words) const {
    wrong_views wrong;
    wrong.held = bytes_held();
    for (std::size_t row = 0; row < rows_.length; ++row) {
      const auto text = text_of(row);
      if (!text) {
        wrong.row = row;
        return wrong;
      }
      wrong.texts += text->size();
    }
    if (is_bounded(wrong)) {
      copy_each(to, wrong.texts);
      return std::nullopt;
    }
    if (words) return wrong;
    const auto codes = std::make_shared<own_memory<std::int64_t>>();
    const std::vector<std::size_t> firsts = find_firsts(codes->values);
    wrong.texts = 0;
    for (const std::size_t row : firsts) wrong.texts += text_of(row)->size();
    if (!is_bounded(wrong)) return wrong;
    to.children.push_back({"", entries_of(firsts, wrong.texts)});
    move_into(codes, layout::dictionary, to);
    to.codes = layout::int64;
    return std::nullopt;
  }

 private:
  struct memory {
    std::string values;
    std::vector<std::int64_t> ends{0};
    std::vector<word> marks;
  };
  static constexpr std::size_t view_bytes = 16;

  static bool is_bounded(const wrong_views& of) { return of.texts / 4 <= of.held; }

  [[nodiscard]] const char* view_at(std::size_t row) const {
    return static_cast<const char*>(array_.buffers[1]) +
           (rows_.offset + row) * view_bytes;
  }

  /// The bytes of a row, none where nothing is known; nothing: they are not there.
  [[nodiscard]] std::optional<std::string_view> text_of(std::size_t row) const {
    if (!rows_.is_valid(row)) return std::string_view{};
    const char* view = view_at(row);
    std::int32_t size = 0;
    std::memcpy(&size, view, 4);
    const char* bytes = size <= 12 ? view + 4 : bytes_of_view(array_, view, size);
    if (size < 0 || bytes == nullptr) return std::nullopt;
    return std::string_view(bytes, static_cast<std::size_t>(size));
  }

  /// What the rows and the buffers take.
  [[nodiscard]] std::uint64_t bytes_held() const {
    std::uint64_t held = rows_.length * view_bytes;
    const auto* sizes = static_cast<const char*>(array_.buffers[array_.n_buffers - 1]);
    for (std::int64_t i = 0; i < array_.n_buffers - 3 && sizes != nullptr; ++i) {
      std::int64_t size = 0;
      std::memcpy(&size, sizes + i * 8, 8);
      // No memory is larger; the sum does not run over.
      held += static_cast<std::uint64_t>(
          std::clamp(size, std::int64_t{0}, std::int64_t{1} << 48));
    }
    return held;
  }

  /// The first row of each different view; `codes`: which of them a row has.
  [[nodiscard]] std::vector<std::size_t> find_firsts(
      std::vector<std::int64_t>& codes) const {
    std::vector<std::size_t> firsts;
    std::map<std::array<std::uint64_t, 2>, std::int64_t> known;
    codes.resize(rows_.length);
    for (std::size_t row = 0; row < rows_.length; ++row) {
      if (!rows_.is_valid(row)) continue;
      std::array<std::uint64_t, 2> view{};
      std::memcpy(view.data(), view_at(row), view_bytes);
      const auto next = static_cast<std::int64_t>(firsts.size());
      const auto [at, is_new] = known.emplace(view, next);
      if (is_new) firsts.push_back(row);
      codes[row] = at->second;
    }
    return firsts;
  }

  void copy_each(column& to, std::uint64_t bytes) const {
    const auto own = std::make_shared<memory>();
    own->values.reserve(bytes);
    own->ends.reserve(rows_.length + 1);
    for (std::size_t row = 0; row < rows_.length; ++row) add(*own, row);
    to.offsets = own->ends.data();
    move_into(own, layout::large_text, to);
  }

  [[nodiscard]] column entries_of(const std::vector<std::size_t>& rows,
                                  std::uint64_t bytes) const {
    const auto own = std::make_shared<memory>();
    own->values.reserve(bytes);
    own->ends.reserve(rows.size() + 1);
    for (const std::size_t row : rows) add(*own, row);
    column result;
    result.length = rows.size();
    result.offsets = own->ends.data();
    move_into(own, layout::large_text, result);
    return result;
  }

  void add(memory& to, std::size_t row) const {
    to.values.append(*text_of(row));
    to.ends.push_back(static_cast<std::int64_t>(to.values.size()));
  }

  const ArrowArray& array_;
  const column rows_;  ///< before they are moved
};

}  // namespace norma::batch::detail
