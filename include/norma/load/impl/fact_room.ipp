// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::max, std::min
#include <cstddef>    // std::size_t
#include <limits>     // std::numeric_limits
#include <string>     // std::to_string

#include <norma/core/limits.hpp>
#include <norma/load/impl/finding_list.ipp>
#include <norma/value/value.hpp>

// What the facts of a file take in memory: three bytes of a file can be a record of two
// facts that are missing, each of which says where.

namespace norma::load_detail {

// About what is taken by each of them, with what grows of it.

inline constexpr std::size_t bytes_of_value = 64;
inline constexpr std::size_t bytes_of_record = 128;
inline constexpr std::size_t bytes_of_missing = 256;
inline constexpr std::size_t bytes_of_statement = 160;
inline constexpr std::size_t bytes_of_fact = 48;
inline constexpr std::size_t bytes_of_unit = 512;
inline constexpr std::size_t bytes_of_id = 128;
inline constexpr std::size_t bytes_of_exception = 256;
inline constexpr std::size_t bytes_of_key = 256;
inline constexpr std::size_t bytes_of_finding = 512;

/// Of each digit of a number beyond 64 bits: `1e4000` is six bytes of a file. It has
/// fewer in memory, but takes time to be read, and more to be written for the digest.
inline constexpr std::size_t bytes_of_digit = 16;

/// What a value of a file takes beyond `bytes_of_value`, if it is a number.
[[nodiscard]] inline std::size_t bytes_of_digits(const value& v) {
  const auto* n = v.num();
  return n == nullptr || n->is_small() ? 0 : bytes_of_digit * n->digits();
}

/// What the facts of a file that is as large as it may be (`limits::file_bytes`) may
/// take: 256 MiB, less for small files, and more where larger ones are allowed.
[[nodiscard]] inline std::size_t most_fact_bytes(const limits& bounds) {
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max() / 64;
  const std::size_t file = std::min(bounds.file_bytes, most);
  return std::max(4 * file, std::min(64 * file, std::size_t{256} << 20U));
}

/// The memory that facts may take, reckoned before they are made.
class fact_room {
 public:
  fact_room(const limits& bounds, finding_list& findings)
      : most_(most_fact_bytes(bounds)), left_(most_), findings_(&findings) {}

  /// So many bytes more; where there is no room `where()` is told, and reading stops.
  /// What is found wrong takes of it, too, or a file of nothing else would never end.
  template <class Where>
  void take(std::size_t bytes, const Where& where) {
    for (; told_ < findings_->count(); ++told_) bytes += bytes_of_finding;
    if (findings_->ended() || bytes > left_)
      findings_->stop({"N0152", {std::to_string(most_)}, where(), {}});
    left_ -= bytes;
  }
  void give_back(std::size_t bytes) { left_ += bytes; }
  [[nodiscard]] std::size_t taken() const { return most_ - left_; }

 private:
  std::size_t most_, left_;
  std::size_t told_ = 0;  ///< findings that were taken for
  finding_list* findings_;
};

}  // namespace norma::load_detail
