// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <cstdint>   // std::int64_t …
#include <optional>  // std::optional
#include <vector>    // std::vector

#include <norma/batch/impl/bits.hpp>
#include <norma/batch/impl/bound_columns.hpp>
#include <norma/batch/impl/kernels.hpp>
#include <norma/batch/impl/lanes.hpp>
#include <norma/batch/impl/reads.hpp>
#include <norma/value/date.hpp>

// A stretch of rows small enough for the cache, and what is known of their facts.

namespace norma::batch::detail {

/// Rows with facts in error: the first of them, and how many there are.
struct erring_rows {
  std::vector<std::size_t> rows;
  std::size_t all = 0;
  std::size_t most = 0;  ///< rows that are kept
};

/// What all blocks of a run share, and what one thread keeps from block to block.
struct run_state {
  const kernels* loops = nullptr;
  date as_of;
  scratch block_memory;  ///< what a block knows of its facts, while it lives
  scratch step_memory;   ///< what a step needs, while it runs
  erring_rows erring;
};

class block {
 public:
  block(const read_scope& reads, const bound_scope& lies, run_state& run,
        std::size_t first, std::size_t rows, block* around = nullptr);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t words() const { return words_for(rows_); }
  [[nodiscard]] const kernels& loops() const { return *run_.loops; }
  [[nodiscard]] run_state& run() { return run_; }
  [[nodiscard]] const read_scope& reads() const { return reads_; }
  [[nodiscard]] const bound_scope& lies() const { return lies_; }
  /// Words for the step that runs: in a `scratch_scope` of `run().step_memory`.
  [[nodiscard]] word* take() { return run_.step_memory.take(words()); }
  [[nodiscard]] kleene take_kleene() { return {take(), take()}; }

  /// Rows of which a fact is known and in no error, checks included.
  [[nodiscard]] const word* known(std::size_t fact);
  [[nodiscard]] number_lanes numbers(std::size_t fact);
  /// The numbers of a fact at which nothing has looked yet, as they lie, where that has
  /// to be done to know the fact; else null. Who looks at all of them tells `saw`.
  [[nodiscard]] const number_lanes* unseen(std::size_t fact);
  void saw(std::size_t fact, const extent_of& extent) { facts_[fact].seen = extent; }
  [[nodiscard]] code_lanes codes(std::size_t fact);
  [[nodiscard]] list_lanes lists(std::size_t fact);
  /// Rows of which it is not known what the list holds: any number of elements may be in
  /// it. In words of the caller's `scratch_scope`.
  [[nodiscard]] const word* open_lists(std::size_t fact);
  /// Rows of a number that was not given, although what it is part of was. In words of
  /// the caller's `scratch_scope`.
  [[nodiscard]] const word* blank(std::size_t fact);
  /// Between what a number lies where it is not known: one that may be loose.
  [[nodiscard]] const loose_lanes& loose(std::size_t fact);
  /// Of a fact that is true or false and not derived.
  [[nodiscard]] answer booleans(std::size_t fact);
  void booleans(std::size_t fact, kleene out);
  [[nodiscard]] set_lanes sets(std::size_t fact);
  [[nodiscard]] text_lanes texts(std::size_t fact);

  /// Rows that the columns can not do: the scalar engine judges them.
  void doubt(std::size_t row);
  [[nodiscard]] const word* doubted() const { return doubted_; }
  /// Rows that are of any concern: those of others are doubted for nothing. Null: all.
  void set_relevant(const word* rows) { relevant_ = rows; }
  [[nodiscard]] const word* relevant() const { return relevant_; }
  /// Leaves the rows of concern to the scalar engine.
  void doubt_all();
  /// Rows with a supplied value that is none of its fact's, or breaks a check: a bit
  /// each.
  [[nodiscard]] word* erring() { return erring_; }
  void note_errors(const word* which);
  /// Where the rows of the block lie in what is around: of elements, their row; and the
  /// rows there whose list is known: what others point to is nobody's. Null: all are.
  void set_parents(const std::uint32_t* parents, const word* known_lists) {
    parents_ = parents;
    known_lists_ = known_lists;
  }
  /// Keeps which parts of the list's elements were looked at; the places of more than 64
  /// are not kept.
  void note_looked_at(std::size_t list, const block& elements);
  /// False if there are parts of the list's elements at which nothing has looked.
  [[nodiscard]] bool has_looked_at_all(std::size_t list) const;

  /// While checks are looked at, facts are known as they were before them.
  class before_checks;

 private:
  [[nodiscard]] word* keep() { return run_.block_memory.take(words()); }
  struct fact_state {
    const word* admitted = nullptr;  ///< valid, of the type and range, evidence in time
    const word* known = nullptr;     ///< and in no violated check
    const word* broken = nullptr;    ///< in a violated check; null: nowhere
    number_lanes numbers;
    std::optional<extent_of> seen;  ///< of the numbers, where that is known already
    code_lanes codes;
    list_lanes lists;
    set_lanes sets;
    loose_lanes loose;
    const word* values = nullptr;  ///< of a boolean, as it lies
    kleene truths;                 ///< of a derived boolean
    bool has_lists = false, has_sets = false;
    word looked_at = 0;  ///< of its elements, by place: those that are known of all
  };

  [[nodiscard]] fact_state* keep_states();
  [[nodiscard]] const word* admitted(std::size_t fact);
  [[nodiscard]] const word* valid_bits(const column* c);
  [[nodiscard]] const word* bits_at(const std::uint8_t* bits, std::size_t from);
  [[nodiscard]] word* copy_of(const word* bits);
  [[nodiscard]] bool is_known_as_it_lies(std::size_t fact) const;
  [[nodiscard]] const std::int32_t* codes_of(const column& c,
                                             const std::vector<std::int32_t>& of_entries,
                                             const expr::category_type& category,
                                             std::size_t first, std::size_t count);
  void hold_evidence(std::size_t fact, word* bits, word* blank);
  void hold_on(const column& days, std::int64_t held_from, const word* which, word* out);
  void place_numbers(std::size_t fact);
  void convert(std::size_t fact, word* bits, word* blank);
  [[nodiscard]] const word* in_range(std::size_t fact,
                                     const std::optional<integer_range>& range,
                                     const word* bits);
  void keep_right(const word* right, word* bits);
  void read_codes(std::size_t fact, word* bits, word* blank);
  void keep_texts(std::size_t fact, word* bits, word* blank);
  void keep_periods(std::size_t fact, word* bits);
  void note_error(std::size_t row);
  void refuse_too_many(std::size_t list, std::size_t elements) const;
  template <class CodeOf>
  void keep_coded(word* bits, const word* looked_at, const CodeOf& code_in, word* blank);
  [[nodiscard]] std::int32_t* codes_in(const column& dictionary,
                                       const std::vector<std::int32_t>& of_entries,
                                       std::size_t first, std::size_t count);
  [[nodiscard]] const word* without_code(const word* bits, const std::int32_t* codes);
  void look_up(std::size_t fact, word* supplied, const word* blank);
  void compute(std::size_t fact, word* bits, const word* blank);
  [[nodiscard]] const word* bring(std::size_t fact);
  void add_up(std::size_t fact, word* bits, const word* blank);
  [[nodiscard]] number_lanes moved(std::size_t fact);
  [[nodiscard]] number_lanes product(std::size_t fact);
  [[nodiscard]] number_lanes pool(std::size_t fact);
  /// Numbers that lie in no column.
  [[nodiscard]] number_lanes made(std::size_t fact);
  template <class Put>
  void pool_open_lists(const read_pool& of, int scale, word* known, const Put& put);
  [[nodiscard]] const word* read_booleans(std::size_t fact);
  /// What is derived is so anew once checks have been looked at.
  [[nodiscard]] fact_state& state_of(std::size_t fact) {
    return checking_ && reads_.facts[fact].derived() ? derived_before_[fact]
                                                     : facts_[fact];
  }

  const read_scope& reads_;
  const bound_scope& lies_;
  run_state& run_;
  scratch_scope kept_;
  std::size_t first_;
  std::size_t rows_;
  block* around_;
  const std::uint32_t* parents_ = nullptr;
  const word* known_lists_ = nullptr;
  word* doubted_ = nullptr;
  word* erring_ = nullptr;  ///< null of elements, whose errors are those of their rows
  const word* relevant_ = nullptr;
  bool checking_ = false;
  fact_state* facts_ = nullptr;
  fact_state* derived_before_ = nullptr;  ///< as they were before checks
};

}  // namespace norma::batch::detail
