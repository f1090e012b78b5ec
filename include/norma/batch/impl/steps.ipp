// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::min
#include <cstdint>    // std::int64_t

#include <norma/batch/impl/elements.ipp>
#include <norma/batch/impl/block_tables.ipp>
#include <norma/batch/impl/lists.ipp>
#include <norma/batch/impl/pools.ipp>
#include <norma/batch/impl/steps.hpp>

namespace norma::batch::detail {

inline void constant_step::run(block& in, kleene out) const {
  fill(out.yes, in.words(), yes_);
  fill(out.no, in.words(), no_);
}

inline void truth_step::gather(block& in, const gathering& to) const {
  const scratch_scope hold(in.run().step_memory);
  const kleene own = in.take_kleene();
  run(in, own);
  in.loops().join(to.turned ? own.no : own.yes, to.turned ? own.yes : own.no, in.words(),
                  to.first, to.all, to.any);
}

inline void boolean_step::run(block& in, kleene out) const { in.booleans(fact_, out); }

inline void boolean_step::gather(block& in, const gathering& to) const {
  const read_fact& reads = in.reads().facts[fact_];
  if (reads.derived() || reads.outer) {  // does not lie in a column of the block's rows
    truth_step::gather(in, to);
    return;
  }
  const answer is = in.booleans(fact_);
  in.loops().join_fact(is.bits, is.known, in.words(), to.turned, to.first, to.all,
                       to.any);
}

inline void not_step::run(block& in, kleene out) const {
  of_->run(in, {out.no, out.yes});
}

inline void not_step::gather(block& in, const gathering& to) const {
  of_->gather(in, {to.all, to.any, !to.turned, to.first});
}

inline void join_step::run(block& in, kleene out) const {
  if (conjunction_) {
    gather(in, {out.yes, out.no, false, true});
  } else {
    gather(in, {out.no, out.yes, true, true});
  }
}

/// Whatever is joined in the same way is joined one by one.
inline void join_step::gather(block& in, const gathering& to) const {
  if (to.turned == conjunction_) {
    truth_step::gather(in, to);
    return;
  }
  gathering next = to;
  for (const step_ptr& each : of_) {
    each->gather(in, next);
    next.first = false;
  }
}

inline void choice_step::run(block& in, kleene out) const {
  const scratch_scope hold(in.run().step_memory);
  const kleene condition = in.take_kleene();
  const kleene then = in.take_kleene();
  condition_->run(in, condition);
  then_->run(in, then);
  otherwise_->run(in, out);
  for (std::size_t i = 0; i < in.words(); ++i) {
    out.yes[i] = (condition.yes[i] & then.yes[i]) | (condition.no[i] & out.yes[i]);
    out.no[i] = (condition.yes[i] & then.no[i]) | (condition.no[i] & out.no[i]);
  }
}

inline void category_step::run(block& in, kleene out) const {
  const code_lanes lanes = in.codes(fact_);
  const std::size_t n = in.words();
  fill(out.yes, n, false);
  if (lanes.values == nullptr) {
    fill(out.no, n, false);
    return;
  }
  const scratch_scope hold(in.run().step_memory);
  word* is = in.take();
  for (const std::int32_t code : codes_) {
    in.loops().equal(lanes.values, layout::int8, in.rows(), code, is);
    for (std::size_t i = 0; i < n; ++i) out.yes[i] |= is[i];
  }
  for (std::size_t i = 0; i < n; ++i) {
    out.no[i] = lanes.known[i] & ~out.yes[i];
    out.yes[i] &= lanes.known[i];
  }
}

inline void member_step::run(block& in, kleene out) const {
  const set_lanes lanes = in.sets(fact_);
  in.loops().has_bit(lanes.ids, in.rows(), static_cast<unsigned>(code_), out.yes);
  for (std::size_t i = 0; i < in.words(); ++i) {
    out.no[i] = ~(out.yes[i] | lanes.open[i]) & lanes.known[i];
    out.yes[i] &= lanes.known[i];
  }
}

inline void where_known_step::run(block& in, kleene out) const {
  of_->run(in, out);
  const word* known = in.known(fact_);
  for (std::size_t i = 0; i < in.words(); ++i) {
    out.yes[i] &= known[i];
    out.no[i] &= known[i];
  }
}

inline void quantifier_step::run(block& in, kleene out) const {
  const list_lanes lanes = in.lists(list_);
  const scratch_scope hold(in.run().step_memory);
  const kleene each = of_elements(in, list_, lanes, *condition_);
  word* decided = every_ ? out.no : out.yes;
  word* other = every_ ? out.yes : out.no;
  write_some_or_all(in, lanes, every_ ? each.no : each.yes, every_ ? each.yes : each.no,
                    decided, other);
  // Of a list that is not known: where no element it may have decides.
  const word* none = surely_without(in, list_, condition_.get(), every_);
  for (std::size_t i = 0; none != nullptr && i < in.words(); ++i) other[i] |= none[i];
}

inline void count_step::run(block& in, kleene out) const {
  const list_lanes lanes = in.lists(list_);
  const scratch_scope hold(in.run().step_memory);
  if (n_ <= 0) {  // of a list that is not known, too
    const word* open = in.open_lists(list_);
    for (std::size_t i = 0; i < in.words(); ++i) {
      out.yes[i] = lanes.known[i] | open[i];
      out.no[i] = 0;
    }
    return;
  }
  const kleene each = condition_ ? of_elements(in, list_, lanes, *condition_) : kleene{};
  const auto of = [&](std::size_t begin, std::size_t size) -> truths {
    if (condition_ && size <= 64) {
      const word fails = bits_from(each.no, begin, size);
      return {has_bits(bits_from(each.yes, begin, size), n_),
              !has_bits(~fails & low_bits(size), n_)};
    }
    std::size_t least = size;
    std::size_t most = size;
    if (condition_) {
      least = count_bits(each.yes, begin, begin + size);
      most -= count_bits(each.no, begin, begin + size);
    }
    return {static_cast<std::int64_t>(least) >= n_, static_cast<std::int64_t>(most) < n_};
  };
  if (condition_ && n_ == 1) {
    write_some_or_all(in, lanes, each.yes, each.no, out.yes, out.no);
  } else {
    write_lists(in, lanes, out.yes, out.no, of);
  }
  const word* none = surely_without(in, list_, condition_.get(), false);
  for (std::size_t i = 0; none != nullptr && i < in.words(); ++i) out.no[i] |= none[i];
}

inline void rate_step::run(block& in, kleene out) const {
  const number_lanes part = in.numbers(part_);
  const number_lanes whole = in.numbers(whole_);
  const std::size_t n = in.words();
  if (whole.values == nullptr) {
    fill(out.yes, n, false);
    fill(out.no, n, false);
    return;
  }
  const scratch_scope hold(in.run().step_memory);
  word* zero = in.take();
  in.loops().at_least(whole.values, whole.is, in.rows(), 1, out.yes);
  in.loops().equal(whole.values, whole.is, in.rows(), 0, out.no);
  if (part.values != nullptr) {
    in.loops().equal(part.values, part.is, in.rows(), 0, zero);
  } else {
    fill(zero, n, true);
  }
  for (std::size_t i = 0; i < n; ++i) {
    out.yes[i] &= whole.known[i];
    out.no[i] &= whole.known[i] & (zero[i] | ~part.known[i]);
  }
}

}  // namespace norma::batch::detail
