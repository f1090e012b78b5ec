// SPDX-License-Identifier: Apache-2.0
#include "summary.hpp"

#include <utility>  // std::move

#include <norma/core/text.hpp>

#include "../summary.hpp"
#include "../text_table.hpp"

namespace norma::cli {

namespace {

/// Digits, filled up to the left so that columns of numbers stand straight.
std::string right_of(std::string word, std::size_t width) {
  const auto has = display_width(word);
  if (has < width) word.insert(0, width - has, ' ');
  return word;
}

void add_tally(text_table& to, std::string name, const verdict_tally::counts& counts,
               const std::vector<std::string>& heads) {
  std::vector<std::string> row{std::move(name)};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    row.push_back(right_of(std::to_string(counts[i]), display_width(heads[i + 1])));
  }
  to.add(std::move(row));
}

}  // namespace

std::string render_tallies(const bulk_outcome& all, const bulk_kinds& by,
                           const console& to, std::size_t width) {
  std::string out =
      to.say("R1002", {to.say("R2008"), by.options().as_of.to_string()}) + "\n\n";
  verdict_tally::counts total{};
  for (const auto& one : by.all()) {
    const auto& tally = all.tallies[one.place];
    if (tally.paths.empty()) continue;
    for (std::size_t v = 0; v < 4; ++v) total[v] += tally.paths.front()[v];
    std::vector<std::string> heads = {make_visible(one.by.id()), to.say("R2001"),
                                      to.say("R2002"), to.say("R2003"), to.say("R2004")};
    // As wide as the counts below.
    for (std::size_t i = 1; i < heads.size(); ++i) {
      heads[i] = right_of(heads[i], std::to_string(all.units).size());
    }
    text_table table;
    table.add(heads);
    add_tally(table, to.say("R1027"), tally.paths.front(), heads);
    const auto& root = one.by.gates.definition().root;
    for (std::size_t i = 0; i < one.items.size(); ++i) {
      add_tally(table, item_heading(root.members[i], root, to.lang()), tally.paths[i + 1],
                heads);
    }
    out += table.to_string(0, width) + '\n';
  }
  total[3] += all.others;
  std::vector<std::string> counts;
  for (const auto count : total) counts.push_back(std::to_string(count));
  out += to.say("R1021", counts);
  if (all.erring > 0) out += to.say("R1028", {std::to_string(all.erring)});
  if (all.unread > 0) out += to.say("R1023", {std::to_string(all.unread)});
  return out + '\n';
}

}  // namespace norma::cli
