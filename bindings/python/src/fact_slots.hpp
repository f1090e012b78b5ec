// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where facts stand in a dictionary, by the names that Python has for them.

#include <pybind11/pybind11.h>

#include <cstdint>   // std::uint32_t
#include <optional>  // std::optional
#include <vector>    // std::vector

#include <norma/core/name_map.hpp>

namespace norma {
struct vocabulary;
}

namespace norma_python {

/// The slots of facts by name and alias. A name is looked up by the hash that its str
/// keeps, no text is read; what is held are numbers, so that it may go without Python's
/// lock.
class fact_slots {
 public:
  explicit fact_slots(const norma::vocabulary& words);

  /// Nothing for what is no name of a fact. Throws TypeError for what is no str.
  [[nodiscard]] std::optional<std::uint32_t> find(pybind11::handle name) const;
  /// The name of the fact at the slot, shared by all units.
  [[nodiscard]] const norma::shared_name& name(std::uint32_t slot) const {
    return names_[slot];
  }
  /// Its place in the order of the names.
  [[nodiscard]] std::uint32_t rank(std::uint32_t slot) const { return ranks_[slot]; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::uint32_t> slots_;  ///< by the number of a name
  std::vector<norma::shared_name> names_;
  std::vector<std::uint32_t> ranks_;
};

}  // namespace norma_python
