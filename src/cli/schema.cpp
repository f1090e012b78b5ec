// SPDX-License-Identifier: Apache-2.0
#include <norma/load/schema.hpp>
#include <norma/report/schema.hpp>

#include "command_line.hpp"
#include "console.hpp"
#include "output.hpp"

namespace norma::cli {

int run_schema(const command_line& command, console& to) {
  const auto& kind = command.inputs.front();
  if (kind == "report") {
    return write_whole(command.output, report_schema(), exit_pass, to);
  }
  if (const auto schema = file_schema(kind)) {
    return write_whole(command.output, *schema, exit_pass, to);
  }
  std::string known = "report";
  for (const auto& one : file_kinds()) known += ", " + one;
  to.complain("N0125", {kind, known});
  return exit_usage;
}

}  // namespace norma::cli
