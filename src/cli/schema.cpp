// SPDX-License-Identifier: Apache-2.0
#include <norma/report/schema.hpp>

#include "command_line.hpp"
#include "console.hpp"
#include "output.hpp"

namespace norma::cli {

int run_schema(const command_line& command, console& to) {
  const auto& kind = command.inputs.front();
  if (kind != "report") {
    to.complain("N0125", {kind, "report"});
    return exit_usage;
  }
  return write_whole(command.output, report_schema(), exit_pass, to);
}

}  // namespace norma::cli
