// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>   // std::filesystem::path
#include <map>          // std::map
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <pugixml.hpp>

namespace norma_feel {

/// A decision of a model, as far as a literal expression needs it.
struct tck_decision {
  std::string expression;
  std::string left_out;          ///< why it is no single literal expression; else ""
  std::set<std::string> inputs;  ///< names of the inputs that it requires
  bool constrained = false;      ///< its type, or that of an input, has allowed values
};

/// What a .dmn file defines.
struct tck_model {
  std::map<std::string, tck_decision> decisions;
  std::set<std::string> types;  ///< names of its item definitions
};

/// Reads a model of the public test suite. Throws std::runtime_error, naming the
/// file, where it is no XML.
[[nodiscard]] tck_model read_tck_model(const std::filesystem::path& file);

}  // namespace norma_feel
