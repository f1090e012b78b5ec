// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>     // std::runtime_error
#include <string>        // std::string
#include <system_error>  // std::error_code
#include <vector>        // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>

namespace norma {

/// Base of everything the library throws: misuse of the interface, files that
/// can not be read.
class error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A pack or a file that can not be used, with every finding about it. `what()` is
/// the rendering, in English, of the first ones.
class rule_error : public error {
 public:
  explicit rule_error(std::vector<diagnostic> findings);
  [[nodiscard]] const std::vector<diagnostic>& diagnostics() const { return findings_; }

 private:
  std::vector<diagnostic> findings_;
};

/// What the system says of a failure, as an argument of a message: in the
/// catalogue's words where it is a usual one.
[[nodiscard]] std::string failure_words(const std::error_code& failure);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/core/impl/error.ipp>
#endif
