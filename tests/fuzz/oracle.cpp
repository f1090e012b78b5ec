// SPDX-License-Identifier: Apache-2.0
// A pack, a unit and two days that the bytes make, judged by the engine and by the
// oracle, which is another process (tests/oracle/fuzz.py): both agree. Most changes
// are to the unit, so that a pack, loaded once, has many.
#include "fuzz.hpp"

#include <algorithm>  // std::copy_n, std::min
#include <array>      // std::array
#include <cerrno>     // errno
#include <csignal>    // std::signal

#include <fcntl.h>   // O_CLOEXEC
#include <spawn.h>   // posix_spawnp
#include <unistd.h>  // pipe2, environ, read, write

#include "oracle/answers.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size,
                                        std::size_t most);

namespace {

using norma_fuzz::require;

/// The oracle as long as this process lives.
class oracle {
 public:
  oracle() {
    std::array<int, 2> to{}, from{};
    require(pipe2(to.data(), O_CLOEXEC) == 0 && pipe2(from.data(), O_CLOEXEC) == 0,
            "pipes");
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, to[0], 0);
    posix_spawn_file_actions_adddup2(&files, from[1], 1);
    const char* python = std::getenv("NORMA_PYTHON");
    std::vector<std::string> words{python ? python : "python3", "-B", "-X", "utf8",
                                   "tests/oracle/fuzz.py"};
    std::vector<char*> command;
    for (auto& word : words) command.push_back(word.data());
    command.push_back(nullptr);
    pid_t child = 0;
    require(
        posix_spawnp(&child, command[0], &files, nullptr, command.data(), environ) == 0,
        "Python runs (NORMA_PYTHON)");
    posix_spawn_file_actions_destroy(&files);
    close(to[0]);
    close(from[1]);
    to_ = to[1];
    from_ = from[0];
    std::signal(SIGPIPE, SIG_IGN);
  }

  void tell(std::string_view words) const {
    while (!words.empty()) {
      const auto told = again([&] { return write(to_, words.data(), words.size()); });
      words.remove_prefix(static_cast<std::size_t>(told));
    }
  }

  /// A line.
  [[nodiscard]] std::string hear() {
    std::array<char, 65536> some{};
    auto end = heard_.find('\n');
    for (; end == heard_.npos; end = heard_.find('\n')) {
      const auto size = again([&] { return read(from_, some.data(), some.size()); });
      heard_.append(some.data(), static_cast<std::size_t>(size));
    }
    auto line = heard_.substr(0, end);
    heard_.erase(0, end + 1);
    return line;
  }

 private:
  // libFuzzer's alarms interrupt what waits.
  template <typename Call>
  static ssize_t again(Call call) {
    ssize_t result = 0;
    do {
      result = call();
    } while (result < 0 && errno == EINTR);
    require(result > 0, "the oracle lives");
    return result;
  }

  int to_ = -1;
  int from_ = -1;
  std::string heard_;
};

std::string hexadecimal(const std::uint8_t* data, std::size_t size) {
  std::string digits;
  for (std::size_t i = 0; i < size; ++i) {
    digits += "0123456789abcdef"[data[i] / 16];
    digits += "0123456789abcdef"[data[i] % 16];
  }
  return digits + '\n';
}

/// How many bytes make the pack, the first one, which tells it, included.
std::size_t size_of_pack(const std::uint8_t* data, std::size_t size) {
  return std::min<std::size_t>(size, 1 + 2 * std::size_t{data[0]});
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  if (size == 0 || most < 512) return LLVMFuzzerMutate(data, size, most);
  auto begin = size_of_pack(data, size);
  // By the high bits of a product: seeds that follow each other are alike in low ones.
  const bool of_pack = (seed * 2654435761U) >> 27 == 0;
  if (!of_pack) return begin + LLVMFuzzerMutate(data + begin, size - begin, most - begin);
  const std::vector<std::uint8_t> unit(data + begin, data + size);
  begin = 1 + LLVMFuzzerMutate(data + 1, begin - 1, std::min<std::size_t>(most, 511) - 1);
  if (begin % 2 == 0) data[begin++] = 0;
  data[0] = static_cast<std::uint8_t>(begin / 2);
  const auto kept = std::min(unit.size(), most - begin);
  std::copy_n(unit.begin(), kept, data + begin);
  return begin + kept;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static oracle other;
  static norma_oracle::answers engine;
  other.tell(hexadecimal(data, size));
  for (;;) {
    const auto asked = nlohmann::json::parse(other.hear());
    if (const auto found = asked.find("found"); found != asked.end()) {
      require(*found == "", found->get<std::string>());
      return 0;
    }
    other.tell(engine.to(asked));
  }
}
