// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::copy_n
#include <memory>     // std::uninitialized_value_construct_n

#include <norma/batch/impl/block.hpp>
#include <norma/batch/impl/block_booleans.ipp>
#include <norma/batch/impl/block_evidence.ipp>
#include <norma/batch/impl/block_moves.ipp>
#include <norma/batch/impl/block_numbers.ipp>
#include <norma/batch/impl/block_outer.ipp>
#include <norma/batch/impl/block_words.ipp>
#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/truth_step.hpp>

namespace norma::batch::detail {

inline block::block(const read_scope& reads, const bound_scope& lies, run_state& run,
                    std::size_t first, std::size_t rows, block* around)
    : reads_(reads),
      lies_(lies),
      run_(run),
      kept_(run.block_memory),
      first_(first),
      rows_(rows),
      around_(around) {
  facts_ = keep_states();
  derived_before_ = keep_states();
  doubted_ = keep();
  fill(doubted_, words(), false);
  if (around_ != nullptr) return;
  erring_ = keep();
  fill(erring_, words(), false);
}

inline auto block::keep_states() -> fact_state* {
  const std::size_t size = reads_.facts.size();
  auto* states = run_.block_memory.take_as<fact_state>(size);
  std::uninitialized_value_construct_n(states, size);
  return states;
}

inline void block::doubt(std::size_t row) {
  if (around_ != nullptr) {
    around_->doubt(parents_[row]);
  } else {
    set_bit(doubted_, row);
  }
}

inline void block::note_error(std::size_t row) {
  if (around_ == nullptr) {
    set_bit(erring_, row);
  } else if (known_lists_ == nullptr || bit_at(known_lists_, parents_[row])) {
    around_->note_error(parents_[row]);
  }
}

inline void block::note_errors(const word* which) {
  if (around_ != nullptr) {
    for_each_bit(which, rows_, [&](std::size_t row) { note_error(row); });
    return;
  }
  for (std::size_t i = 0; i < words(); ++i) erring_[i] |= which[i];
}

/// Of what was supplied that stays which is what the fact may have; the rest is in error.
inline void block::keep_right(const word* right, word* bits) {
  const scratch_scope hold(run_.step_memory);
  word* wrong = take();
  word any = 0;
  for (std::size_t i = 0; i < words(); ++i) {
    wrong[i] = bits[i] & ~right[i];
    bits[i] &= right[i];
    any |= wrong[i];
  }
  if (any != 0) note_errors(wrong);
}

inline void block::doubt_all() {
  if (around_ != nullptr) {
    around_->doubt_all();
    return;
  }
  for (std::size_t i = 0; i < words(); ++i) {
    doubted_[i] |= relevant_ == nullptr ? ~word{0} : relevant_[i];
  }
}

inline word* block::copy_of(const word* bits) {
  word* copy = keep();
  std::copy_n(bits, words(), copy);
  return copy;
}

/// Bits of the block's rows: as they lie, if these are whole words, else copied.
inline const word* block::bits_at(const std::uint8_t* bits, std::size_t from) {
  fetch_next(bits + from / 8, rows_);
  if (const word* lying = words_at(bits, from, rows_)) return lying;
  word* copy = keep();
  copy_bits(bits, from, rows_, copy);
  return copy;
}

/// The column's marks of what is known; null where nothing is.
inline const word* block::valid_bits(const column* c) {
  if (c == nullptr || c->is == layout::none) return nullptr;
  const std::size_t from = c->offset + first_;
  if (c->valid_bits != nullptr) return bits_at(c->valid_bits, from);
  word* bits = keep();
  if (c->valid_bytes != nullptr) {
    loops().bytes(c->valid_bytes + from, rows_, bits);
  } else {
    fill(bits, words(), true);
  }
  return bits;
}

/// True of a boolean, or a number that is computed with as it lies, on which nothing else
/// has a say but its range.
inline bool block::is_known_as_it_lies(std::size_t fact) const {
  const read_fact& reads = reads_.facts[fact];
  const bound_fact& lies = lies_.facts[fact];
  if (reads.derived() || reads.held_from || reads.dated_by || lies_.whole != nullptr)
    return false;
  return lies.ready || reads.is->declared == fact_type::boolean;
}

inline const word* block::admitted(std::size_t fact) {
  fact_state& state = state_of(fact);
  if (state.admitted != nullptr) return state.admitted;
  const read_fact& reads = reads_.facts[fact];
  const bound_fact& lies = lies_.facts[fact];
  const column* c = lies.values;
  const word* valid = valid_bits(c);
  if (valid != nullptr && is_known_as_it_lies(fact)) {
    if (!lies.ready) return state.admitted = valid;
    place_numbers(fact);
    return state.admitted = in_range(fact, lies.range, valid);
  }
  word* blank = nullptr;
  if (reads.derived()) {
    blank = keep();
    for (std::size_t i = 0; i < words(); ++i)
      blank[i] = valid == nullptr ? ~word{0} : ~valid[i];
  }
  word* bits = nullptr;
  if (valid == nullptr) {
    bits = keep();
    fill(bits, words(), false);
  } else {
    bits = copy_of(valid);
    // What rests on evidence that does not hold is not looked at.
    hold_evidence(fact, bits, blank);
    if (lies_.whole != nullptr &&
        (lies_.whole->valid_bits != nullptr || lies_.whole->valid_bytes != nullptr)) {
      const word* whole = valid_bits(lies_.whole);
      for (std::size_t i = 0; i < words(); ++i) bits[i] &= whole[i];
    }
    if (reads.is->declared == fact_type::category) {
      read_codes(fact, bits, blank);
    } else if (reads.is->declared == fact_type::text) {
      keep_texts(fact, bits, blank);
    } else if (reads.is->declared == fact_type::period) {
      keep_periods(fact, bits);
    } else if (is_integer(c->is) || c->is == layout::float64 ||
               c->is == layout::decimal128 || c->is == layout::date32) {
      if (lies.ready) {
        place_numbers(fact);
      } else {
        convert(fact, bits, blank);
      }
      const word* within = in_range(fact, lies.range, bits);
      if (within != bits) std::copy_n(within, words(), bits);
    }
  }
  if (reads.table) look_up(fact, bits, blank);
  if (reads.computed != nullptr) compute(fact, bits, blank);
  if (reads.sum) add_up(fact, bits, blank);
  return state.admitted = bits;
}

class block::before_checks {
 public:
  explicit before_checks(block& of) : of_(of), before_(of.checking_) {
    of_.checking_ = true;
  }
  before_checks(const before_checks&) = delete;
  before_checks& operator=(const before_checks&) = delete;
  ~before_checks() { of_.checking_ = before_; }

 private:
  block& of_;
  bool before_;
};

inline const word* block::known(std::size_t fact) {
  if (reads_.facts[fact].made()) return made(fact).known;
  if (reads_.facts[fact].outer) return bring(fact);
  if (checking_) return admitted(fact);
  fact_state& state = state_of(fact);
  if (state.known != nullptr) return state.known;
  const word* as_given = admitted(fact);
  const auto& checks = reads_.facts[fact].checks;
  if (checks.empty()) return state.known = as_given;
  word* bits = keep();
  std::copy_n(as_given, words(), bits);
  {
    const before_checks only(*this);
    const scratch_scope hold(run_.step_memory);
    const kleene held = take_kleene();
    word* all_broken = nullptr;
    for (const std::size_t check : checks) {
      reads_.checks[check]->run(*this, held);
      word broken = 0;
      for (std::size_t i = 0; i < words(); ++i) {
        broken |= held.no[i];
        bits[i] &= ~held.no[i];
      }
      if (broken != 0) {
        note_errors(held.no);
        if (all_broken == nullptr) fill(all_broken = keep(), words(), false);
        for (std::size_t i = 0; i < words(); ++i) all_broken[i] |= held.no[i];
      }
      word* loose = state.loose.rows;
      for (std::size_t i = 0; loose != nullptr && i < words(); ++i)
        loose[i] &= ~held.no[i];
    }
    state.broken = all_broken;
  }
  return state.known = bits;
}

inline number_lanes block::made(std::size_t fact) {
  const fact_state& state = state_of(fact);
  if (state.numbers.values != nullptr) return state.numbers;
  const read_fact& reads = reads_.facts[fact];
  return reads.pool ? pool(fact) : reads.move ? moved(fact) : product(fact);
}

inline const loose_lanes& block::loose(std::size_t fact) {
  static_cast<void>(known(fact));
  return state_of(fact).loose;
}

inline number_lanes block::numbers(std::size_t fact) {
  if (reads_.facts[fact].made()) return made(fact);
  const word* bits = known(fact);
  number_lanes result = state_of(fact).numbers;
  result.known = bits;
  return result;
}

}  // namespace norma::batch::detail
