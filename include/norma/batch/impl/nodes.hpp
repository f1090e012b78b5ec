// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <memory>   // std::unique_ptr
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/batch/impl/steps.hpp>
#include <norma/rule/structure.hpp>

// A standard's tree over columns: of each node where it passes, fails and does not
// apply (design section 3). What is none of these is undetermined.

namespace norma::batch::detail {

struct verdict_lanes {
  word* pass = nullptr;
  word* fail = nullptr;
  word* none = nullptr;  ///< not applicable
};

struct plan_node {
  bool in_force = true;
  bool part = false;
  bool conditional = false;
  bool decides = true;  ///< for the group around it
  combine how = combine::all;
  std::size_t at_least = 0;
  step_ptr when, rate, requirement;  ///< null: none
  std::vector<plan_node> members;
  std::size_t place = 0;  ///< in a walk from the root
  int output = -1;        ///< column of the result, of items

  void run(block& in, verdict_lanes out, const verdict_lanes* items) const;

 private:
  void run_part(block& in, verdict_lanes out) const;
  void run_group(block& in, verdict_lanes out, const verdict_lanes* items) const;
  void join_at_least(block& in, verdict_lanes out, const verdict_lanes* items) const;
};

}  // namespace norma::batch::detail
