// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>       // std::FILE
#include <string>       // std::string
#include <string_view>  // std::string_view

#include "console.hpp"

namespace norma::cli {

/// Where the result of a command goes: the standard output, or a file that
/// appears whole or not at all. What can not be written is said once (N0119).
class output {
 public:
  /// To the standard output if `path` is empty.
  output(std::string path, console& to);
  ~output();
  output(const output&) = delete;
  output& operator=(const output&) = delete;

  void write(std::string_view bytes);
  /// Everything is written: `code`, or exit_io if something was not.
  [[nodiscard]] int finish(int code);
  /// True if the result goes to the standard output.
  [[nodiscard]] bool to_terminal() const { return path_.empty(); }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  void open();
  void open_pipe();
  void fail();
  void fail_with(const std::string& words);

  std::string path_;
  std::string temporary_;  ///< "": written in place (a device, a pipe)
  console& console_;
  std::FILE* file_ = nullptr;
  bool failed_ = false;
};

/// Writes `bytes` and ends with `code`, or exit_io.
[[nodiscard]] int write_whole(const std::string& path, std::string_view bytes, int code,
                              console& to);

}  // namespace norma::cli
