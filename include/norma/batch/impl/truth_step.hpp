// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>  // std::unique_ptr

#include <norma/batch/impl/block.hpp>

// One condition, over the rows of a block or over one row.

namespace norma::batch::detail {

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
