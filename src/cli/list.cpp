// SPDX-License-Identifier: Apache-2.0
#include <algorithm>     // std::max
#include <filesystem>    // std::filesystem
#include <string>        // std::string
#include <system_error>  // std::error_code
#include <vector>        // std::vector

#include <norma/core/error.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/scheme.hpp>

#include "command_line.hpp"
#include "console.hpp"
#include "output.hpp"
#include "packs.hpp"
#include "text_table.hpp"

namespace norma::cli {

namespace {

/// Its own: a standard inside it has a line of its own.
std::size_t count_parts(const rule_node& at) {
  if (at.role == node_role::part) return 1;
  if (!at.embeds.empty()) return 0;
  std::size_t parts = 0;
  for (const auto& member : at.members) parts += count_parts(member);
  return parts;
}

std::string describe(const pack& one, const console& to) {
  const auto& content = one.content();
  std::string out = one.id() + ' ' + content.identity.version + "  " +
                    make_visible(content.title.in(to.lang())) + '\n';
  text_table lines;
  for (const auto& s : content.standards) {
    const auto kind = content.units.find(s.unit);
    const auto unit = kind == content.units.end()
                          ? s.unit
                          : kind->second.label_of(s.area_kind).in(to.lang());
    lines.add({s.id, make_visible(s.root.title.in(to.lang())), make_visible(unit),
               to.say("R1040", {std::to_string(s.root.members.size()),
                                std::to_string(count_parts(s.root))})});
  }
  for (const auto& s : one.schemes()) {
    const auto& gates = s.definition().gates;
    const auto kind = content.units.find(gates.unit);
    std::size_t parts = 0;
    for (const auto& block : s.definition().blocks) parts += block.parts.size();
    lines.add({s.id(), make_visible(gates.root.title.in(to.lang())),
               kind == content.units.end()
                   ? gates.unit
                   : make_visible(kind->second.label_of(gates.area_kind).in(to.lang())),
               to.say("R1043", {std::to_string(s.definition().blocks.size()),
                                std::to_string(parts)})});
  }
  for (const auto& [id, table] : content.tables) {
    if (table->pack != one.id()) continue;
    lines.add({id, make_visible(table->title.in(to.lang())), "",
               to.say("R1041", {std::to_string(table->rows.size())})});
  }
  return out + lines.to_string(2);
}

/// The packs of a folder that is none itself.
std::vector<std::filesystem::path> packs_below(const std::string& name, console& to,
                                               int& code) {
  std::error_code failure;
  if (!std::filesystem::is_directory(name, failure)) return {};
  return packs_in(name, [&](const auto& where, std::error_code why) {
    to.complain("N0101", {where.string(), failure_words(why)});
    code = exit_no_input;
  });
}

}  // namespace

int run_list(const command_line& command, console& to) {
  pack_store packs(command.bounds, to);
  int code = exit_pass;
  std::string out;
  const auto add = [&](const pack* one) {
    if (one == nullptr) {
      code = std::max(code, packs.code());
    } else {
      out += (out.empty() ? "" : "\n") + describe(*one, to);
    }
  };
  for (const auto& name : command.inputs) {
    const auto below = packs_below(name, to, code);
    for (const auto& folder : below) add(packs.open_folder(folder));
    if (below.empty()) add(packs.open(name));
  }
  if (command.inputs.empty()) {
    const auto folders = packs.folders();
    for (const auto& folder : folders) add(packs.open_folder(folder));
    if (folders.empty()) out = to.say("R1042") + '\n';
  }
  return write_whole("", out, code, to);
}

}  // namespace norma::cli
