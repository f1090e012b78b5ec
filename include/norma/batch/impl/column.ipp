// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/column.hpp>

#include <memory>  // std::make_shared

#include <norma/core/error.hpp>

namespace norma::batch {

namespace detail {

template <class T>
[[nodiscard]] column of_spans(layout is, std::span<const T> values,
                              std::span<const std::uint8_t> valid, int scale) {
  if (!valid.empty() && valid.size() != values.size()) {
    throw rule_error(
        {{"N0668",
          {"valid", std::to_string(valid.size()), std::to_string(values.size())},
          {},
          {}}});
  }
  column result;
  result.is = is;
  result.length = values.size();
  result.values = values.data();
  result.valid_bytes = valid.empty() ? nullptr : valid.data();
  result.scale = scale;
  return result;
}

}  // namespace detail

NORMA_INLINE bool column::is_valid(std::size_t row) const {
  if (is == layout::none) return false;
  const std::size_t at = offset + row;
  if (valid_bits != nullptr) return ((valid_bits[at / 8] >> (at % 8)) & 1U) != 0;
  return valid_bytes == nullptr || valid_bytes[at] != 0;
}

NORMA_INLINE bool is_integer(layout l) {
  return l >= layout::int8 && l <= layout::uint64;
}

NORMA_INLINE std::size_t width_of(layout l) {
  switch (l) {
    case layout::boolean_byte:
    case layout::int8:
    case layout::uint8: return 1;
    case layout::int16:
    case layout::uint16: return 2;
    case layout::int32:
    case layout::uint32:
    case layout::date32: return 4;
    case layout::int64:
    case layout::uint64:
    case layout::float64: return 8;
    case layout::decimal128: return 16;
    default: return 0;
  }
}

NORMA_INLINE column booleans(std::span<const std::uint8_t> values,
                             std::span<const std::uint8_t> valid) {
  return detail::of_spans(layout::boolean_byte, values, valid, 0);
}

NORMA_INLINE column integers(std::span<const std::int32_t> values,
                             std::span<const std::uint8_t> valid, int scale) {
  return detail::of_spans(layout::int32, values, valid, scale);
}

NORMA_INLINE column integers(std::span<const std::int64_t> values,
                             std::span<const std::uint8_t> valid, int scale) {
  return detail::of_spans(layout::int64, values, valid, scale);
}

NORMA_INLINE column doubles(std::span<const double> values,
                            std::span<const std::uint8_t> valid) {
  return detail::of_spans(layout::float64, values, valid, 0);
}

NORMA_INLINE column days(std::span<const std::int32_t> values,
                         std::span<const std::uint8_t> valid) {
  return detail::of_spans(layout::date32, values, valid, 0);
}

NORMA_INLINE column texts(std::span<const std::string> values,
                          std::span<const std::uint8_t> valid) {
  struct memory {
    std::string bytes;
    std::vector<std::int64_t> ends{0};
  };
  const auto own = std::make_shared<memory>();
  for (const std::string& each : values) {
    own->bytes += each;
    own->ends.push_back(static_cast<std::int64_t>(own->bytes.size()));
  }
  column result = detail::of_spans(layout::large_text, values, valid, 0);
  result.values = own->bytes.data();
  result.offsets = own->ends.data();
  result.held = own;
  return result;
}

NORMA_INLINE column words(std::span<const std::string> all,
                          std::span<const std::uint8_t> codes,
                          std::span<const std::uint8_t> valid) {
  column result = detail::of_spans(layout::dictionary, codes, valid, 0);
  result.codes = layout::uint8;
  result.children.push_back({"", texts(all)});
  return result;
}

}  // namespace norma::batch
