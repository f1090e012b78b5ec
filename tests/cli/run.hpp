// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/wait.h>  // WEXITSTATUS
#include <unistd.h>    // getpid

#include <cstdlib>     // std::system
#include <filesystem>  // std::filesystem
#include <fstream>     // std::ifstream
#include <iterator>    // std::istreambuf_iterator
#include <string>      // std::string

namespace norma_test {

/// A folder that is gone after the test.
class scratch {
 public:
  scratch()
      : folder_(
            std::filesystem::temp_directory_path() /
            ("norma-cli-" + std::to_string(getpid()) + "-" + std::to_string(next_++))) {
    std::filesystem::create_directories(folder_);
  }
  ~scratch() {
    std::error_code failure;
    std::filesystem::remove_all(folder_, failure);
  }
  scratch(const scratch&) = delete;
  scratch& operator=(const scratch&) = delete;

  [[nodiscard]] std::string path(const std::string& name = {}) const {
    return (name.empty() ? folder_ : folder_ / name).string();
  }
  /// Writes a file and gives its path.
  std::string file(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return path(name);
  }

 private:
  static inline int next_ = 0;
  std::filesystem::path folder_;
};

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct outcome {
  int code = -1;
  std::string out, err;
};

/// Runs a line of shell in which $norma is the command, its language English
/// unless the line says otherwise.
inline outcome shell(const std::string& line) {
  const scratch files;
  files.file("line.sh", "norma=" NORMA_COMMAND
                        "\nunset LANG LC_MESSAGES NORMA_PACKS NO_COLOR\n"
                        "export LC_ALL=C.UTF-8\n" +
                            line + "\n");
  const auto whole = "sh " + files.path("line.sh") + " >" + files.path("out") + " 2>" +
                     files.path("err") + " </dev/null";
  const int status = std::system(whole.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(files.path("out")),
          read_file(files.path("err"))};
}

/// Runs the command with these arguments.
inline outcome norma(const std::string& arguments) {
  return shell("$norma " + arguments);
}

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// What the examples are judged with, and what is judged.
inline const std::string fails = "examples/facts/yongjiang_pump.yaml";
inline const std::string passes = "examples/facts/all_satisfied_large.yaml";
inline const std::string open = "examples/facts/bailuzhou_coldstore.yaml";
inline const std::string large_and_medium =
    " examples/facts/all_satisfied_large.yaml examples/facts/bailuzhou_coldstore.yaml"
    " examples/facts/qingyou_information.yaml examples/facts/shiliuxi_knitting.yaml"
    " examples/facts/wujiuling_machine.yaml examples/facts/yongjiang_pump.yaml";
inline const std::string on = " --as-of 2024-03-31 ";

}  // namespace norma_test
