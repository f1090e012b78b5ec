// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::int16_t
#include <memory>   // std::unique_ptr
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/batch/impl/kernels.hpp>
#include <norma/batch/impl/steps.hpp>
#include <norma/rule/structure.hpp>

// A standard's tree over columns: of each node where it passes, fails and does not
// apply (design section 3). What is none of these is undetermined.

namespace norma::batch::detail {

struct verdict_lanes {
  word* pass = nullptr;
  word* fail = nullptr;
  word* none = nullptr;  ///< not applicable; null: nowhere
};

/// Where a walk leaves what is kept of the standard and its items, by their `output`.
struct node_outputs {
  const verdict_lanes* lanes = nullptr;
  std::int16_t* const* reasons = nullptr;  ///< null: not asked for
};

struct plan_node {
  bool in_force = true;
  bool part = false;
  bool conditional = false;
  bool decides = true;          ///< for the group around it
  bool always_applies = false;  ///< whatever the facts: it has no `none`
  combine how = combine::all;
  std::size_t at_least = 0;
  step_ptr when, rate, requirement;  ///< null: none
  std::vector<plan_node> members;
  std::size_t place = 0;  ///< in a walk from the root
  int output = -1;        ///< column of the result, of items

  /// `reasons`, if not null: of each row the place of the part that decides, -1 for none.
  void run(block& in, verdict_lanes out, const node_outputs& to,
           std::int16_t* reasons = nullptr) const;

 private:
  /// An item that does not decide for the group around it.
  void run_aside(block& in, const node_outputs& to) const;
  void run_part(block& in, verdict_lanes out) const;
  void run_group(block& in, verdict_lanes out, const node_outputs& to,
                 std::int16_t* reasons) const;
  void join_members(block& in, verdict_lanes out, const node_outputs& to,
                    std::vector<reason_source>* why) const;
  void join_at_least(block& in, verdict_lanes out, const node_outputs& to,
                     std::vector<reason_source>* why) const;
};

}  // namespace norma::batch::detail
