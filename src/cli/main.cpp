// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>   // fcntl, open
#include <unistd.h>  // STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO

#include <cerrno>     // errno
#include <exception>  // std::exception
#include <new>        // std::bad_alloc

#include <norma/core/error.hpp>

#include "command_line.hpp"
#include "console.hpp"

namespace {

int run(const norma::cli::command_line& command, norma::cli::console& to) {
  using namespace norma::cli;
  if (command.verb == "check") return run_check(command, to);
  if (command.verb == "eval") return run_eval(command, to);
  if (command.verb == "list") return run_list(command, to);
  if (command.verb == "show") return run_show(command, to);
  if (command.verb == "test") return run_test(command, to);
  if (command.verb == "template") return run_template(command, to);
  return run_schema(command, to);
}

/// A stream that was closed when the command began stays one that can not be read or
/// written: the next file opened would get its number, and what is said would go there.
void hold_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    // Free numbers are taken in order: it gets that of the stream.
    static_cast<void>(::open("/dev/full", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

}  // namespace

int main(int argc, char** argv) {
  using namespace norma::cli;
  hold_closed_streams();
  console to(choose_language(argc, argv));
  try {
    const auto read = read_command_line(argc, argv, to);
    return read.command ? run(*read.command, to) : read.ends_with;
  } catch (const norma::rule_error& wrong) {
    to.show(wrong.diagnostics());
    return exit_data;
  } catch (const std::bad_alloc&) {
    to.complain("R1005", {});
    return exit_io;
  } catch (const std::exception& wrong) {
    to.complain("R1006", {wrong.what()});
    return exit_io;
  }
}
