// SPDX-License-Identifier: Apache-2.0
#include "output.hpp"

#include <fcntl.h>     // fcntl, open
#include <sys/stat.h>  // fchmod
#include <unistd.h>    // close, fsync, getpid

#include <cerrno>        // errno
#include <chrono>        // std::chrono::milliseconds
#include <filesystem>    // std::filesystem
#include <system_error>  // std::error_code, std::generic_category
#include <thread>        // std::this_thread
#include <utility>       // std::move

#include <norma/core/error.hpp>
#include <norma/core/message.hpp>

#include "command_line.hpp"

namespace norma::cli {

namespace fs = std::filesystem;

output::output(std::string path, console& to) : path_(std::move(path)), console_(to) {
  if (path_.empty()) {
    file_ = stdout;
  } else {
    open();
  }
}

output::~output() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void output::open() {
  std::error_code failure;
  // Through a link: what it names is replaced, the link stays.
  fs::path target = path_;
  if (fs::is_symlink(target, failure)) {
    const auto named = fs::weakly_canonical(target, failure);
    if (!failure) target = named;
  }
  const auto status = fs::status(target, failure);
  if (fs::is_fifo(status)) return open_pipe();
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    file_ = std::fopen(path_.c_str(), "wb");
    if (file_ == nullptr) fail();
    return;
  }
  path_ = target.string();
  for (int attempt = 0; attempt < 100 && file_ == nullptr; ++attempt) {
    const std::string name =
        path_ + "." + std::to_string(getpid()) + "-" + std::to_string(attempt) + ".part";
    const int descriptor =
        ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) {
      if (errno == EEXIST) continue;
      break;
    }
    temporary_ = name;
    struct stat old {};
    if (::stat(path_.c_str(), &old) == 0) {
      static_cast<void>(::fchmod(descriptor, old.st_mode & 07777));
    }
    file_ = ::fdopen(descriptor, "wb");
    if (file_ == nullptr) ::close(descriptor);
    break;
  }
  if (file_ == nullptr) fail();
}

/// Whoever reads a pipe may have been started beside us: it has two seconds to open it.
void output::open_pipe() {
  constexpr int attempts = 200;
  constexpr auto pause = std::chrono::milliseconds(10);
  int descriptor = -1;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    if (attempt > 0) std::this_thread::sleep_for(pause);
    descriptor = ::open(path_.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor >= 0 || (errno != ENXIO && errno != EINTR)) break;
  }
  if (descriptor < 0) {
    if (errno != ENXIO) return fail();
    return fail_with(word_argument("R0189"));
  }
  // From here on a reader that is slow is waited for.
  const int flags = ::fcntl(descriptor, F_GETFL);
  if (flags >= 0 && ::fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) == 0)
    file_ = ::fdopen(descriptor, "wb");
  if (file_ != nullptr) return;
  fail();
  ::close(descriptor);
}

void output::fail() {
  const int why = errno;
  // A reader that has gone (`| head`) wants to hear nothing more.
  if (path_.empty() && why == EPIPE) {
    failed_ = true;
  } else {
    fail_with(failure_words({why, std::generic_category()}));
  }
}

void output::fail_with(const std::string& words) {
  if (failed_) return;
  failed_ = true;
  console_.complain("N0119", {path_.empty() ? "stdout" : path_, words});
}

void output::write(std::string_view bytes) {
  if (failed_ || file_ == nullptr || bytes.empty()) return;
  errno = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail();
}

int output::finish(int code) {
  if (file_ != nullptr && !failed_) {
    errno = 0;
    if (std::fflush(file_) != 0) fail();
    if (!failed_ && !temporary_.empty() && ::fsync(fileno(file_)) != 0 &&
        errno != EINVAL) {
      fail();
    }
  }
  if (file_ != nullptr && file_ != stdout) {
    errno = 0;
    if (std::fclose(file_) != 0 && !failed_) fail();
  }
  file_ = nullptr;
  if (!failed_ && !temporary_.empty()) {
    if (std::rename(temporary_.c_str(), path_.c_str()) == 0) {
      temporary_.clear();
    } else {
      fail();
    }
  }
  return failed_ ? exit_io : code;
}

int write_whole(const std::string& path, std::string_view bytes, int code, console& to) {
  output out(path, to);
  out.write(bytes);
  return out.finish(code);
}

}  // namespace norma::cli
