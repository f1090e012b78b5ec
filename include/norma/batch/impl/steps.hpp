// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <cstdint>   // std::int64_t
#include <memory>    // std::unique_ptr
#include <optional>  // std::optional
#include <utility>   // std::move
#include <vector>    // std::vector

#include <norma/batch/impl/truth_step.hpp>
#include <norma/value/number.hpp>

// The steps that conditions are made of. Each writes, of every row of a block, where it
// is known to hold and where it is known not to.

namespace norma::batch::detail {

using step_ptr = std::unique_ptr<const truth_step>;

/// The same for every row: what rests on parameters and the day alone.
class constant_step final : public truth_step {
 public:
  constant_step(bool yes, bool no) : yes_(yes), no_(no) {}
  void run(block& in, kleene out) const override;
  [[nodiscard]] row_step_ptr for_rows(const row_binding& to) const override;

 private:
  bool yes_, no_;
};

/// A fact that is true or false.
class boolean_step final : public truth_step {
 public:
  explicit boolean_step(std::size_t fact) : fact_(fact) {}
  void run(block& in, kleene out) const override;
  void gather(block& in, const gathering& to) const override;
  [[nodiscard]] row_step_ptr for_rows(const row_binding& to) const override;

 private:
  std::size_t fact_;
};

class not_step final : public truth_step {
 public:
  explicit not_step(step_ptr of) : of_(std::move(of)) {}
  void run(block& in, kleene out) const override;
  void gather(block& in, const gathering& to) const override;
  [[nodiscard]] row_step_ptr for_rows(const row_binding& to) const override;

 private:
  step_ptr of_;
};

/// `and` of all, or `or`.
class join_step final : public truth_step {
 public:
  join_step(bool conjunction, std::vector<step_ptr> of)
      : conjunction_(conjunction), of_(std::move(of)) {}
  void run(block& in, kleene out) const override;
  void gather(block& in, const gathering& to) const override;
  [[nodiscard]] row_step_ptr for_rows(const row_binding& to) const override;

 private:
  bool conjunction_;
  std::vector<step_ptr> of_;
};

/// `if a then b else c`.
class choice_step final : public truth_step {
 public:
  choice_step(step_ptr condition, step_ptr then, step_ptr otherwise)
      : condition_(std::move(condition)),
        then_(std::move(then)),
        otherwise_(std::move(otherwise)) {}
  void run(block& in, kleene out) const override;
  [[nodiscard]] row_step_ptr for_rows(const row_binding& to) const override;

 private:
  step_ptr condition_, then_, otherwise_;
};

/// The numbers of a sum as integers, if they have 64 bits with room for products.
struct whole_form {
  std::vector<std::int64_t> factors;
  std::int64_t constant = 0;
  bool fits = true;
};

/// How a sum is compared with 0.
enum class sign_test : unsigned char { at_least, more, equal };

/// A sum compared with 0; exact for every value.
class linear_step final : public truth_step {
 public:
  linear_step(linear_form sum, sign_test test);
  void run(block& in, kleene out) const override;
  void gather(block& in, const gathering& to) const override;
  [[nodiscard]] row_step_ptr for_rows(const row_binding& to) const override;

 private:
  /// In words of the caller's `scratch_scope`.
  [[nodiscard]] answer compare(block& in) const;
  /// Where all is known.
  [[nodiscard]] answer compare_known(struct integer_form& over, block& in) const;
  /// Compares while facts are looked at for the first time, and tells whether bits of
  /// some row may be of no meaning; nothing where that has no way. All have been looked
  /// at then.
  [[nodiscard]] std::optional<bool> compare_unseen(struct integer_form& over, block& in,
                                                   word* out) const;

  linear_form sum_;  ///< times what makes its numbers whole
  whole_form whole_;
  sign_test test_;
};

/// part / whole compared with a number: unknown where the whole is 0 or not known.
class ratio_step final : public truth_step {
 public:
  /// `above`: part - limit × whole, compared as for a whole that is positive. `loose`:
  /// the whole may lie between bounds, and the limit is positive.
  ratio_step(std::size_t whole, linear_form above, sign_test test, bool negated,
             bool loose)
      : whole_(whole),
        positive_(std::move(above), test),
        negated_(negated),
        loose_(loose) {}
  void run(block& in, kleene out) const override;
  [[nodiscard]] row_step_ptr for_rows(const row_binding& to) const override;

 private:
  std::size_t whole_;
  linear_step positive_;
  bool negated_, loose_;
};

/// Whether a category is one of some ids.
class category_step final : public truth_step {
 public:
  category_step(std::size_t fact, std::vector<std::int32_t> codes)
      : fact_(fact), codes_(std::move(codes)) {}
  void run(block& in, kleene out) const override;
  [[nodiscard]] row_step_ptr for_rows(const row_binding& to) const override;

 private:
  std::size_t fact_;
  std::vector<std::int32_t> codes_;
};

/// Whether an id is in a set.
class member_step final : public truth_step {
 public:
  member_step(std::size_t fact, std::int32_t code) : fact_(fact), code_(code) {}
  void run(block& in, kleene out) const override;

 private:
  std::size_t fact_;
  std::int32_t code_;
};

/// A condition that tells nothing where a fact is not known, although what it looks at of
/// the fact may be.
class where_known_step final : public truth_step {
 public:
  where_known_step(std::size_t fact, step_ptr of) : fact_(fact), of_(std::move(of)) {}
  void run(block& in, kleene out) const override;

 private:
  std::size_t fact_;
  step_ptr of_;
};

/// A condition about elements of a list.
class element_step final : public truth_step {
 public:
  /// `around`: places of the facts of the unit that it reads.
  element_step(step_ptr of, std::vector<std::size_t> around)
      : of_(std::move(of)), around_(std::move(around)) {}
  void run(block& in, kleene out) const override { of_->run(in, out); }
  [[nodiscard]] const std::vector<std::size_t>& around() const { return around_; }

 private:
  step_ptr of_;
  std::vector<std::size_t> around_;
};
using element_step_ptr = std::unique_ptr<element_step>;

/// How many elements a list has, or fulfil a condition: compared with a number.
class count_step final : public truth_step {
 public:
  /// `condition` of the elements; null: all of them. True if there are at least `n`.
  count_step(std::size_t list, element_step_ptr condition, std::int64_t n)
      : list_(list), condition_(std::move(condition)), n_(n) {}
  void run(block& in, kleene out) const override;

 private:
  std::size_t list_;
  element_step_ptr condition_;
  std::int64_t n_;
};

/// `some` or `every` element of a list.
class quantifier_step final : public truth_step {
 public:
  quantifier_step(std::size_t list, element_step_ptr condition, bool every)
      : list_(list), condition_(std::move(condition)), every_(every) {}
  void run(block& in, kleene out) const override;

 private:
  std::size_t list_;
  element_step_ptr condition_;
  bool every_;
};

/// The guard of a rate: `yes` where there is something to measure, `no` where there is
/// nothing (0 of 0); neither where that is not known.
class rate_step final : public truth_step {
 public:
  rate_step(std::size_t part, std::size_t whole) : part_(part), whole_(whole) {}
  void run(block& in, kleene out) const override;
  [[nodiscard]] row_step_ptr for_rows(const row_binding& to) const override;

 private:
  std::size_t part_, whole_;
};

}  // namespace norma::batch::detail
