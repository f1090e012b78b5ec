// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::max
#include <cstdint>    // std::int64_t

#include <norma/batch/impl/block.ipp>
#include <norma/batch/impl/elements.ipp>
#include <norma/batch/impl/kernels_plain.ipp>
#include <norma/batch/impl/pool_bounds.ipp>

// The elements of each row added up, counted or compared: in 64 bits where no sum can
// exceed them, else in 128; a row whose sum has no 64 bits is left to the scalar engine.

namespace norma::batch::detail {

/// The elements of the block's lists, as an aggregate looks at them.
struct pooled_elements {
  number_lanes numbers;         ///< no values: elements are counted
  const word* sure = nullptr;   ///< those that belong and are known; null: all
  const word* loose = nullptr;  ///< those that may belong, and are not sure; null: none
  const word* yes = nullptr;    ///< those that are known to belong; null: all
  const word* blank = nullptr;  ///< those that were not given
};

/// Gives the rows of a block their numbers.
class pooling {
 public:
  pooling(block& in, const read_pool& of, const list_lanes& lists, std::size_t longest)
      : in_(in), of_(of), lists_(lists), longest_(longest) {}

  /// Rows whose list is known; `known` and `out` are written.
  void known_lists(const pooled_elements& each, word* known, std::int64_t* out,
                   std::int64_t& largest) const {
    if (each.numbers.values == nullptr) {
      each_list(each, known, [&](std::size_t row, std::size_t begin, std::size_t size) {
        out[row] = static_cast<std::int64_t>(
            each.sure == nullptr ? size : count_bits(each.sure, begin, begin + size));
        return true;
      });
      largest = static_cast<std::int64_t>(longest_);
      return;
    }
    plain::with_type(each.numbers.is, [&](auto* as) {
      const auto* values = static_cast<decltype(as)>(each.numbers.values);
      const bool least = of_.how == pool_kind::least;
      if (least || of_.how == pool_kind::greatest) {
        largest = each.numbers.largest;
        each_list(each, known, [&](std::size_t row, std::size_t begin, std::size_t size) {
          return extreme(values, each.sure, begin, size, least, out[row]);
        });
        return;
      }
      constexpr std::int64_t room = std::int64_t{1} << 62;
      const auto elements = static_cast<std::int64_t>(std::max<std::size_t>(longest_, 1));
      const bool narrow = each.numbers.largest <= room / elements;
      if (narrow) largest = each.numbers.largest * elements;
      each_list(each, known, [&](std::size_t row, std::size_t begin, std::size_t size) {
        if (of_.how == pool_kind::sum && none(each.sure, begin, size)) return false;
        if (narrow) {
          out[row] = add_up<std::int64_t>(values, each.sure, begin, size);
          return true;
        }
        return keep(row, add_up<wide_integer>(values, each.sure, begin, size), out[row]);
      });
    });
  }

  /// Of a row whose list has elements that are not sure.
  [[nodiscard]] pool_bounds between(const pooled_elements& each,
                                    const declared_ends& declared,
                                    std::size_t row) const {
    pool_bounds all(of_.how);
    const std::size_t begin = lists_.begin[row];
    for (std::size_t i = begin; i < lists_.begin[row + 1]; ++i) {
      const bool sure = each.sure == nullptr || bit_at(each.sure, i);
      if (!sure && !bit_at(each.loose, i)) continue;
      const bool maybe = !sure && each.yes != nullptr && !bit_at(each.yes, i);
      if (each.numbers.values == nullptr) {
        all.take(exactly(1), maybe);
      } else if (sure || bit_at(each.numbers.known, i)) {
        all.take(exactly(signed_at(each.numbers.is, each.numbers.values, i)), maybe);
      } else {
        all.take(bit_at(each.blank, i) ? declared : declared_ends{}, maybe);
      }
    }
    return all;
  }

 private:
  /// Calls `use` with each row that has no loose elements; its bit in `known` is what
  /// that gives.
  template <class Use>
  void each_list(const pooled_elements& each, word* known, const Use& use) const {
    for_each_bit(lists_.known, in_.rows(), [&](std::size_t row) {
      const std::size_t begin = lists_.begin[row];
      const std::size_t size = lists_.begin[row + 1] - begin;
      if (each.loose != nullptr && !none(each.loose, begin, size)) return;
      if (use(row, begin, size)) {
        set_bit(known, row);
      } else if (of_.null_matters) {
        in_.doubt(row);
      }
    });
  }

  /// True if none of the bits is set; of null: if there are no bits.
  [[nodiscard]] static bool none(const word* bits, std::size_t begin, std::size_t size) {
    if (bits == nullptr || size == 0) return size == 0;
    if (size <= 64) return bits_from(bits, begin, size) == 0;
    return count_bits(bits, begin, begin + size) == 0;
  }

  template <class Sum, class T>
  [[nodiscard]] static Sum add_up(const T* values, const word* sure, std::size_t begin,
                                  std::size_t size) {
    Sum total = 0;
    for (std::size_t i = begin; i < begin + size; ++i) {
      if (sure == nullptr || bit_at(sure, i)) total += Sum{values[i]};
    }
    return total;
  }

  template <class T>
  [[nodiscard]] static bool extreme(const T* values, const word* sure, std::size_t begin,
                                    std::size_t size, bool least, std::int64_t& out) {
    bool any = false;
    for (std::size_t i = begin; i < begin + size; ++i) {
      if (sure != nullptr && !bit_at(sure, i)) continue;
      const std::int64_t n = values[i];
      if (!any || (least ? n < out : n > out)) out = n;
      any = true;
    }
    return any;
  }

  /// Where a sum has 64 bits, it is kept; else the row is doubted.
  [[nodiscard]] bool keep(std::size_t row, wide_integer sum, std::int64_t& out) const {
    if (!has_64_bits(sum)) {
      in_.doubt(row);
      return false;
    }
    out = static_cast<std::int64_t>(sum);
    return true;
  }

  block& in_;
  const read_pool& of_;
  const list_lanes& lists_;
  std::size_t longest_;
};

/// The elements, and which of them belong; in words of the caller's scopes.
[[nodiscard]] inline pooled_elements look_at_elements(block& elements,
                                                      const read_pool& of) {
  pooled_elements result;
  const std::size_t n = elements.words();
  if (of.kept != nullptr) {
    const kleene kept = elements.take_kleene();
    of.kept->run(elements, kept);
    word* loose = elements.take();
    for (std::size_t i = 0; i < n; ++i) loose[i] = ~(kept.yes[i] | kept.no[i]);
    result.yes = result.sure = kept.yes;
    result.loose = loose;
    if (of.how == pool_kind::count) return result;
    result.numbers = elements.numbers(of.field);
    word* sure = elements.take();
    for (std::size_t i = 0; i < n; ++i) {
      sure[i] = kept.yes[i] & result.numbers.known[i];
      loose[i] = ~(sure[i] | kept.no[i]);
    }
    result.sure = sure;
  } else if (of.how != pool_kind::count) {
    result.numbers = elements.numbers(of.field);
    word* loose = elements.take();
    for (std::size_t i = 0; i < n; ++i) loose[i] = ~result.numbers.known[i];
    result.sure = result.numbers.known;
    result.loose = loose;
  } else {
    return result;
  }
  if (result.numbers.values == nullptr) {
    result.numbers.values = result.numbers.known;  // none is known, or looked at
  }
  result.blank = elements.blank(of.field);
  if (!any_bit(result.loose, elements.rows())) {
    result.loose = nullptr;
    if (of.kept == nullptr) result.sure = nullptr;
  }
  return result;
}

}  // namespace norma::batch::detail
