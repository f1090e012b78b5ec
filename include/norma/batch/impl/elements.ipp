// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::uint32_t
#include <numeric>  // std::iota
#include <vector>   // std::vector

#include <norma/batch/impl/block.ipp>
#include <norma/batch/impl/block_tables.ipp>
#include <norma/batch/impl/lists.ipp>

// Elements of a block's lists as rows of their own, those that were not given too; and
// what is wrong with them although nothing follows from it.

namespace norma::batch::detail {

/// Looks at the facts of the unit that a condition about elements reads: what the block
/// keeps of them has to outlive the elements. At no others: what these are derived from
/// may be what is looked at.
inline void look_around(block& in, const element_step& condition) {
  for (const std::size_t fact : condition.around()) {
    if (in.reads().facts[fact].is->declared == fact_type::boolean) {
      static_cast<void>(in.booleans(fact));
    } else {
      static_cast<void>(in.known(fact));
    }
  }
}

/// Calls `use` with the elements of the block's lists, as a block around which `in` is;
/// not where there are none. What that block keeps of its facts ends with the call.
/// `condition`: the one about elements that `use` runs; null: none.
template <class Use>
void with_elements(block& in, std::size_t list, const list_lanes& lanes,
                   const element_step* condition, const Use& use) {
  if (lanes.elements == 0) return;
  if (condition != nullptr) look_around(in, *condition);
  const scratch_scope hold(in.run().block_memory);
  auto* parents = in.run().block_memory.take_as<std::uint32_t>(lanes.elements);
  for (std::size_t row = 0; row < in.rows(); ++row) {
    for (std::uint32_t i = lanes.begin[row]; i < lanes.begin[row + 1]; ++i) {
      parents[i] = static_cast<std::uint32_t>(row);
    }
  }
  block elements(*in.reads().facts[list].elements, *in.lies().facts[list].elements,
                 in.run(), lanes.first, lanes.elements, &in);
  elements.set_parents(parents, lanes.known);
  use(elements);
  in.note_looked_at(list, elements);
}

inline void block::note_looked_at(std::size_t list, const block& elements) {
  const std::vector<read_fact>& parts = elements.reads_.facts;
  for (std::size_t i = 0; i < parts.size() && i < 64; ++i) {
    const fact_state& part = elements.facts_[i];
    const bool set = parts[i].is->declared == fact_type::set;
    if (set ? part.has_sets : part.admitted != nullptr) {
      facts_[list].looked_at |= word{1} << i;
    }
  }
}

inline bool block::has_looked_at_all(std::size_t list) const {
  const std::vector<read_fact>& parts = reads_.facts[list].elements->facts;
  const std::vector<bound_fact>& lie = lies_.facts[list].elements->facts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].outer || parts[i].made() || lie[i].values == nullptr) continue;
    const bool nested = parts[i].elements != nullptr;
    if (nested || i >= 64 || ((facts_[list].looked_at >> i) & 1U) == 0) return false;
  }
  return true;
}

/// Looks at those parts of the elements of a list, or at the words of a set, at which no
/// condition has looked: they may be in error all the same.
inline void look_at_rest(block& in, std::size_t list) {
  const read_fact& f = in.reads().facts[list];
  if (f.is->declared == fact_type::set) {
    static_cast<void>(in.sets(list));
    return;
  }
  if (!f.elements || in.has_looked_at_all(list)) return;
  with_elements(in, list, in.lists(list), nullptr, [](block& elements) {
    const std::vector<read_fact>& parts = elements.reads().facts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].outer || parts[i].made()) continue;
      if (elements.lies().facts[i].values == nullptr) continue;
      static_cast<void>(elements.known(i));
      if (parts[i].is->element) look_at_rest(elements, i);
    }
  });
}

/// The same of all lists and sets of the block.
inline void look_at_rest(block& in) {
  const std::vector<read_fact>& facts = in.reads().facts;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const bool there = !facts[i].made() && in.lies().facts[i].values != nullptr;
    if (there && facts[i].is->element) look_at_rest(in, i);
  }
}

/// What holds of the elements of the block's lists: in words of the caller's
/// `scratch_scope`; none where there are no elements.
[[nodiscard]] inline kleene of_elements(block& in, std::size_t list,
                                        const list_lanes& lanes,
                                        const element_step& condition) {
  kleene result;
  with_elements(in, list, lanes, &condition, [&](block& elements) {
    result = elements.take_kleene();
    condition.run(elements, result);
  });
  return result;
}

/// What holds, in each row, of an element that was not given: in words of the caller's
/// `scratch_scope`.
[[nodiscard]] inline kleene of_unreported(block& in, std::size_t list,
                                          const element_step& condition) {
  const kleene result = in.take_kleene();
  const read_scope& reads = *in.reads().facts[list].elements;
  const bool around = !condition.around().empty();
  look_around(in, condition);
  const std::size_t rows = around ? in.rows() : 1;  // else all are alike
  const scratch_scope hold(in.run().block_memory);
  auto* parents = in.run().block_memory.take_as<std::uint32_t>(rows);
  std::iota(parents, parents + rows, std::uint32_t{0});
  block one_each(reads, *in.lies().facts[list].unreported, in.run(), 0, rows, &in);
  one_each.set_parents(parents, nullptr);
  condition.run(one_each, result);
  if (around) return result;
  fill(result.yes, in.words(), bit_at(result.yes, 0));
  fill(result.no, in.words(), bit_at(result.no, 0));
  return result;
}

/// Rows whose list, of which nothing is known, surely has no element that counts: where
/// the condition of its elements holds (or does not) whatever they are. Null: none.
[[nodiscard]] inline const word* surely_without(block& in, std::size_t list,
                                                const element_step* condition,
                                                bool holds) {
  if (condition == nullptr) return nullptr;
  word* rows = in.take();
  {
    const word* open = in.open_lists(list);
    if (!any_bit(open, in.rows())) return nullptr;
    const kleene each = of_unreported(in, list, *condition);
    const word* wanted = holds ? each.yes : each.no;
    for (std::size_t i = 0; i < in.words(); ++i) rows[i] = open[i] & wanted[i];
  }
  return rows;
}

/// Of each row whose list is known, what `of` says of its elements, `size` of them from
/// `begin` on: a bit of `yes`, and one of `no`.
template <class Of>
void write_lists(const block& in, const list_lanes& lanes, word* yes, word* no,
                 const Of& of) {
  for (std::size_t i = 0; i < in.words(); ++i) {
    word first = 0;
    word second = 0;
    for (word left = lanes.known[i]; left != 0; left &= left - 1) {
      const auto k = static_cast<std::size_t>(__builtin_ctzll(left));
      const std::size_t row = i * 64 + k;
      if (row >= in.rows()) break;
      const std::size_t begin = lanes.begin[row];
      const truths both = of(begin, lanes.begin[row + 1] - begin);
      first |= word{both.yes} << k;
      second |= word{both.no} << k;
    }
    yes[i] = first;
    no[i] = second;
  }
}

/// Of each row whose list is known: a bit of `some` where one of its elements is in
/// `decides`, and of `each` where all are in `agrees`.
inline void write_some_or_all(const block& in, const list_lanes& lanes,
                              const word* decides, const word* agrees, word* some,
                              word* each) {
  in.loops().any_of(decides, false, lanes.begin, in.rows(), some);
  in.loops().any_of(agrees, true, lanes.begin, in.rows(), each);
  for (std::size_t i = 0; i < in.words(); ++i) {
    some[i] &= lanes.known[i];
    each[i] = ~each[i] & lanes.known[i];
  }
}

/// Rows of which it is not known what the list holds: it was not given, or on evidence
/// that does not hold. Of one in error, or in a violated check, or that may turn out to
/// be absent, or is part of an element, nothing is known.
inline const word* block::open_lists(std::size_t fact) {
  const word* is = known(fact);
  word* open = take();
  const read_fact& reads = reads_.facts[fact];
  if (reads.is->optional || around_ != nullptr) {
    fill(open, words(), false);
    return open;
  }
  const word* as_given = admitted(fact);
  const word* broken = checking_ ? nullptr : state_of(fact).broken;
  for (std::size_t i = 0; i < words(); ++i) {
    open[i] = ~(is[i] | as_given[i] | (broken == nullptr ? 0 : broken[i]));
  }
  if (!reads.dated_by) return open;
  // Whether its days agree and hold, the scalar engine tells.
  const word* there = valid_bits(lies_.facts[fact].values);
  if (there == nullptr) return open;
  for_each_bit(there, rows_, [&](std::size_t row) {
    if (!bit_at(open, row)) return;
    clear_bit(open, row);
    doubt(row);
  });
  return open;
}

/// Rows of numbers that were not given, although what they are part of was.
inline const word* block::blank(std::size_t fact) {
  const word* is = known(fact);
  const column* c = lies_.facts[fact].values;
  const word* there = valid_bits(c);
  word* bits = take();
  for (std::size_t i = 0; i < words(); ++i)
    bits[i] = there == nullptr ? ~word{0} : ~there[i];
  if (c != nullptr && c->is == layout::float64) {
    // Not a number: how pandas writes that nothing is known.
    for (std::size_t row = 0; row < rows_; ++row) {
      if (bit_at(is, row) || bit_at(bits, row)) continue;
      const auto d = at<double>(c->values, c->offset + first_ + row);
      if (d != d) set_bit(bits, row);
    }
  }
  if (lies_.whole != nullptr && lies_.whole->is == layout::none) {
    fill(bits, words(), false);
  }
  const word* whole = valid_bits(lies_.whole);
  for (std::size_t i = 0; whole != nullptr && i < words(); ++i) bits[i] &= whole[i];
  return bits;
}

}  // namespace norma::batch::detail
