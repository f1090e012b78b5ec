// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <cstdint>   // std::int64_t …
#include <limits>    // std::numeric_limits
#include <memory>    // std::unique_ptr
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/batch/column.hpp>
#include <norma/batch/frame.hpp>
#include <norma/batch/impl/bits.hpp>
#include <norma/batch/impl/kernels.hpp>
#include <norma/rule/fact.hpp>
#include <norma/value/date.hpp>
#include <norma/value/number.hpp>

// A stretch of rows small enough for the cache, and what is known of their facts.

namespace norma::batch::detail {

class truth_step;

/// factor × fact + … + constant.
struct linear_form {
  struct part {
    std::size_t fact = 0;
    number factor;
  };
  std::vector<part> parts;
  number constant;
};

/// True where it is known to hold, true where it is known not to: Kleene's logic.
struct kleene {
  word* yes = nullptr;
  word* no = nullptr;
};

/// What the elements of a list come to, as a number of the unit.
enum class pool_kind : unsigned char { count, total, sum, least, greatest };

/// An aggregate in a condition: `total(list[kept].field)`.
struct read_pool {
  pool_kind how = pool_kind::total;
  std::size_t list = 0;              ///< place of the list
  std::size_t field = 0;             ///< among what is read of its elements
  const truth_step* kept = nullptr;  ///< of the elements; null: all of them
  /// Nothing to compare is null, which is equal to no number: such rows are left to the
  /// scalar engine. Else they are merely not known.
  bool null_matters = false;
};

/// A day that is moved: by months, or by days.
struct read_move {
  std::size_t fact = 0;
  std::optional<std::int64_t> months;
  std::int64_t days = 0;
  friend bool operator==(const read_move&, const read_move&) = default;
};

/// A fact as a plan reads it: of the units, or of the elements of a list.
struct read_fact {
  const fact_definition* is = nullptr;
  /// The first day whose evidence holds on the as-of day; the day after that where none
  /// does; nothing: evidence holds for good.
  std::optional<std::int64_t> held_from;
  std::optional<std::size_t> dated_by;  ///< place of the fact that is its day of evidence
  std::vector<std::size_t> checks;      ///< places of the checks that name it
  std::optional<std::size_t> table;     ///< place of the table that derives it
  const truth_step* computed = nullptr;         ///< what derives a boolean
  std::optional<linear_form> sum;               ///< what derives a number
  std::optional<read_pool> pool;                ///< no fact: an aggregate
  std::optional<read_move> move;                ///< no fact: a day that is moved
  std::unique_ptr<struct read_scope> elements;  ///< of a list of records
  /// In conditions about elements, a fact of the unit around them: its place there.
  std::optional<std::size_t> outer;

  [[nodiscard]] bool derived() const {
    return table || computed != nullptr || sum || made();
  }
  /// It lies in no column.
  [[nodiscard]] bool made() const { return pool || move; }
};

/// A decision table that derives a category: of each row its cells' truth.
struct read_table {
  struct row {
    std::vector<const truth_step*> cells;  ///< those that do not take everything
    std::int32_t gives = 0;                ///< code of the category
  };
  std::vector<row> rows;
  bool first = true;  ///< hit policy
  std::size_t outcomes = 0;
};

/// All that a plan reads of one kind of thing.
struct read_scope {
  std::vector<read_fact> facts;
  std::vector<const truth_step*> checks;  ///< no: violated
  std::vector<read_table> tables;
};

/// The integers, on the scale of a column, that a fact may have.
struct integer_range {
  std::int64_t first = std::numeric_limits<std::int64_t>::min();
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

/// Where the facts of a scope lie in a frame; null: nowhere.
struct bound_fact {
  const column* values = nullptr;
  const column* days = nullptr;
  std::vector<std::int32_t> codes;     ///< of a dictionary: of the category's words
  bool ready = false;                  ///< its numbers are computed with as they lie
  int scale = 0;                       ///< that its numbers are computed with on
  std::optional<integer_range> range;  ///< of its numbers; nothing: any
  std::unique_ptr<struct bound_scope> elements;
  std::unique_ptr<struct bound_scope> unreported;  ///< elements that were not given
};
struct bound_scope {
  std::vector<bound_fact> facts;
  std::vector<std::unique_ptr<column>> made;  ///< views that the facts lie in
  const column* whole = nullptr;  ///< of elements: the structures their fields are of
  std::optional<date> day;        ///< of all evidence that has none of its own
};

/// Numbers as integers of one width; `known` says of which rows.
struct number_lanes {
  const void* values = nullptr;  ///< null: none is known
  layout is = layout::int64;
  int scale = 0;
  const word* known = nullptr;
  /// None of them is larger, whatever its sign, as far as is known.
  std::int64_t largest = std::numeric_limits<std::int64_t>::max();
};

/// Numbers of aggregates: where they are known, and where they lie between bounds.
struct pool_lanes {
  number_lanes numbers;
  const word* loose = nullptr;     ///< rows between `low` and `high`; null: none
  const word* has_low = nullptr;   ///< loose rows that have a low end
  const word* has_high = nullptr;  ///< and those that have a high one
  const std::int64_t* low = nullptr;
  const std::int64_t* high = nullptr;
};

/// True or false as bits, where it is known.
struct answer {
  const word* bits = nullptr;
  const word* known = nullptr;
};

/// Codes of a category, -1 where it is none.
struct code_lanes {
  const std::int8_t* values = nullptr;
  const word* known = nullptr;
};

/// A list of each row: elements `begin[row]` to before `begin[row + 1]`, counted from
/// the first element of the block.
struct list_lanes {
  const std::uint32_t* begin = nullptr;
  std::size_t elements = 0;
  std::size_t first = 0;  ///< of the elements, in their column
  const word* known = nullptr;
};

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
  scratch kept;    ///< what a block knows of its facts, while it lives
  scratch memory;  ///< what a step needs, while it runs
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
  /// Words for the step that runs: in a `scratch_scope` of `run().memory`.
  [[nodiscard]] word* take() { return run_.memory.take(words()); }
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
  [[nodiscard]] number_lanes moved(std::size_t fact);
  /// Rows of a number that was not given, although what it is part of was. In words of
  /// the caller's `scratch_scope`.
  [[nodiscard]] const word* blank(std::size_t fact);
  /// Of an aggregate.
  [[nodiscard]] const pool_lanes& pool(std::size_t fact);
  /// Of a fact that is true or false and not derived.
  [[nodiscard]] answer booleans(std::size_t fact);
  void booleans(std::size_t fact, kleene out);
  /// Of a set: a bit an id that is surely in it.
  struct set_lanes {
    const word* ids = nullptr;   ///< a word a row
    const word* open = nullptr;  ///< rows with an element that is not known
    const word* known = nullptr;
  };
  [[nodiscard]] set_lanes sets(std::size_t fact);
  /// Texts, from the first row on; null: none is known.
  struct text_lanes {
    const column* of = nullptr;
    std::size_t first = 0;
    const word* known = nullptr;
  };
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
  /// Where the rows of the block lie in what is around: of elements, their row.
  void set_parents(const std::uint32_t* parents) { parents_ = parents; }

  /// While checks are looked at, facts are known as they were before them.
  class before_checks;

 private:
  [[nodiscard]] word* keep() { return run_.kept.take(words()); }
  struct fact_state {
    const word* admitted = nullptr;  ///< valid, of the type and range, evidence in time
    const word* known = nullptr;     ///< and in no violated check
    number_lanes numbers;
    std::optional<extent_of> seen;  ///< of the numbers, where that is known already
    code_lanes codes;
    list_lanes lists;
    set_lanes sets;
    pool_lanes pool;
    const word* values = nullptr;  ///< of a boolean, as it lies
    kleene truths;                 ///< of a derived boolean
    bool has_lists = false, has_sets = false;
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
  void hold_evidence(std::size_t fact, word* bits);
  void hold_on(const column& days, std::int64_t held_from, const word* which, word* out);
  void place_numbers(std::size_t fact);
  void convert(std::size_t fact, word* bits);
  [[nodiscard]] const word* in_range(std::size_t fact,
                                     const std::optional<integer_range>& range,
                                     const word* bits);
  void keep_right(const word* right, word* bits);
  void read_codes(std::size_t fact, word* bits);
  void look_up(std::size_t fact, word* supplied, const word* blank);
  void compute(std::size_t fact, word* bits, const word* blank);
  [[nodiscard]] const word* bring(std::size_t fact);
  void add_up(std::size_t fact, word* bits, const word* blank);
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
  word* doubted_ = nullptr;
  word* erring_ = nullptr;  ///< null of elements, whose errors are those of their rows
  const word* relevant_ = nullptr;
  bool checking_ = false;
  fact_state* facts_ = nullptr;
  fact_state* derived_before_ = nullptr;  ///< as they were before checks
};

/// Where what is known of a condition joins what is known of others: as `kernels::join`.
struct gathering {
  word* all = nullptr;
  word* any = nullptr;
  bool turned = false;  ///< `all` keeps where conditions are known not to hold
  bool first = false;   ///< there are no others yet
};

/// What is known of one row.
struct truths {
  bool yes = false;
  bool no = false;
};

class row_view;

/// A condition over one row of a frame, made for where its facts lie.
class row_step {
 public:
  row_step() = default;
  row_step(const row_step&) = delete;
  row_step& operator=(const row_step&) = delete;
  virtual ~row_step() = default;
  [[nodiscard]] virtual truths at(row_view& in) const = 0;
};
using row_step_ptr = std::unique_ptr<const row_step>;

struct row_binding;

/// One condition, or a part of one, over the rows of a block.
class truth_step {
 public:
  truth_step() = default;
  truth_step(const truth_step&) = delete;
  truth_step& operator=(const truth_step&) = delete;
  virtual ~truth_step() = default;
  virtual void run(block& in, kleene out) const = 0;
  virtual void gather(block& in, const gathering& to) const;
  /// The same of one row; null where facts do not lie so that it could be quicker than a
  /// block of one row.
  [[nodiscard]] virtual row_step_ptr for_rows(const row_binding&) const {
    return nullptr;
  }
};

}  // namespace norma::batch::detail
