// SPDX-License-Identifier: Apache-2.0
#include "check.hpp"

#include <algorithm>     // std::max, std::sort
#include <array>         // std::array
#include <fstream>       // std::ifstream
#include <span>          // std::span
#include <system_error>  // std::error_code
#include <utility>       // std::move

#include <norma/core/error.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/report/html.hpp>
#include <norma/report/json.hpp>
#include <norma/report/markdown.hpp>
#include <norma/report/text.hpp>
#include <norma/rule/content.hpp>

#include "output.hpp"
#include "packs.hpp"
#include "summary.hpp"
#include "bulk/other_form.hpp"

namespace norma::cli {

namespace fs = std::filesystem;

namespace {

/// Nothing of a pipe, which gives its bytes once, nor of what can not be read, which is
/// told later.
std::string first_bytes(const fs::path& file) {
  std::error_code failure;
  if (!fs::is_regular_file(file, failure)) return {};
  std::array<char, 8> bytes{};
  std::ifstream in(file, std::ios::binary);
  in.read(bytes.data(), bytes.size());
  return {bytes.data(), static_cast<std::size_t>(in.gcount())};
}

/// The files that `inputs` name: folders stand for the unit files in them.
int list_files(const std::vector<std::string>& inputs, std::vector<fs::path>& files,
               bool& several, console& to) {
  for (const auto& input : inputs) {
    const fs::path path = input;
    std::error_code failure;
    if (!fs::is_directory(path, failure)) {
      const text units{"YAML、JSON 和 CSV", "YAML, JSON and CSV"};
      if (const auto other = other_form(input, first_bytes(path), units)) {
        to.show(*other);
        return exit_data;
      }
      files.push_back(path);
      several = several || path.extension() == ".csv";
      continue;
    }
    several = true;
    std::vector<fs::path> here;
    for (fs::directory_iterator at(path, failure), end; !failure && at != end;
         at.increment(failure)) {
      const auto extension = at->path().extension();
      const bool unit_file =
          extension == ".yaml" || extension == ".yml" || extension == ".json";
      std::error_code unknown;  // what can not be looked at is told when it is read
      if (unit_file && !at->is_directory(unknown)) here.push_back(at->path());
    }
    if (failure) {
      to.complain("N0101", {input, failure_words(failure)});
      return exit_no_input;
    }
    if (here.empty()) {
      to.complain("N0120", {input});
      return exit_no_input;
    }
    std::sort(here.begin(), here.end());
    files.insert(files.end(), here.begin(), here.end());
  }
  several = several || files.size() > 1;
  return exit_pass;
}

std::string render_all(const std::vector<report>& reports, const command_line& command,
                       console& to) {
  const auto lang = to.lang();
  if (command.format == "json") return to_json(std::span<const report>(reports));
  if (command.format == "html")
    return render_html(std::span<const report>(reports), lang);
  std::string all;
  for (const auto& one : reports) {
    if (!all.empty()) all += '\n';
    if (command.format == "md") {
      all += render_markdown(one, lang);
    } else {
      const bool terminal = command.output.empty();
      all += render_text(one, {lang, to.width(), terminal && to.colour()});
    }
  }
  return all;
}

struct judged_unit {
  std::vector<report> reports;
  /// Ids of standards that do not apply, and why.
  std::vector<std::pair<std::string, text>> passed_over;
};

/// Why a standard does not apply, with the values that its condition met.
text why_not(const report_node& n) {
  auto why = n.reason ? n.reason->words : text{};
  // Of several conditions the reason may name those that do not hold.
  if (n.when && why == message_text("R0302")) {
    why.zh.append(colon(language::zh)).append(n.when->shown.zh);
    why.en.append(colon(language::en)).append(n.when->shown.en);
  }
  return why;
}

/// A standard that was asked for is reported even where it does not apply.
judged_unit judge_by(const std::vector<criterion>& criteria, const unit& facts,
                     const check_request& request) {
  judged_unit result;
  std::optional<bound_facts> bound;  // the words are the same for all of a kind
  steps_left together{request.command.bounds};
  for (const auto& by : criteria) {
    if (!bound) {
      bound = bind(by.gates, facts, {request.options.as_of, request.options.known_as_of},
                   request.command.bounds);
    }
    auto one = by.judge(*bound, request.options.remedies, &together);
    if (one.verdict == verdict::not_applicable && request.command.standard.empty()) {
      result.passed_over.emplace_back(by.id(), why_not(one.tree));
    } else {
      result.reports.push_back(std::move(one));
    }
  }
  return result;
}

/// No standard of the pack applies to the unit.
int report_none(const std::string& pack, const std::string& unit,
                const judged_unit& judged, const check_request& request, console& to) {
  const auto sentence = to.say("R1020", {pack, unit, request.options.as_of.to_string()});
  const auto nothing =
      render_nothing(sentence, judged.passed_over, request.command.format, to);
  return write_whole(request.command.output, nothing, exit_not_applicable, to);
}

int check_one(const fs::path& file, const check_request& request, console& to) {
  const auto& command = request.command;
  std::error_code failure;
  if (!fs::exists(file, failure)) {
    to.complain("N0101", {file.string(), word_argument("R0181")});
    return exit_no_input;
  }
  pack_store packs(command.bounds, to);
  std::vector<diagnostic> unread;
  const auto named =
      command.pack.empty() ? pack_named_in(file, unread, command.bounds) : std::string();
  if (has_errors(unread)) {
    to.show(unread);
    return code_of(unread);
  }
  if (command.pack.empty() && named.empty()) {
    to.complain("N0116", {file.string(), packs.names()});
    return exit_usage;
  }
  const auto* by =
      command.pack.empty() ? packs.open_beside(named, file) : packs.open(command.pack);
  if (by == nullptr) return packs.code();
  const auto read = try_read_unit(file, *by, command.bounds);
  to.show(read.diagnostics);
  if (!read.unit) return code_of(read.diagnostics);
  return report_unit(*by, *read.unit, file.string(), request, to);
}

/// True, and said, if the results would take the place of what is read.
bool writes_over(const fs::path& read, const command_line& command, console& to) {
  std::error_code none;
  if (command.output.empty() || !fs::is_regular_file(command.output, none) ||
      !fs::equivalent(read, command.output, none))
    return false;
  to.complain("N0137", {read.string()});
  return true;
}

}  // namespace

int verdict_code::code() const {
  for (const auto v : {verdict::fail, verdict::undetermined, verdict::pass}) {
    if (!seen_[static_cast<std::size_t>(v)]) continue;
    return v == verdict::fail           ? exit_fail
           : v == verdict::undetermined ? exit_undetermined
                                        : exit_pass;
  }
  return exit_not_applicable;
}

int report_unit(const pack& by, const unit& facts, const std::string& otherwise,
                const check_request& request, console& to) {
  const auto criteria = criteria_for(by, facts, request, to);
  if (!criteria) return exit_usage;
  const auto judged = judge_by(*criteria, facts, request);
  if (judged.reports.empty()) {
    const auto& name = facts.name.empty() ? otherwise : facts.name;
    return report_none(by.id(), name, judged, request, to);
  }
  verdict_code code;
  for (const auto& one : judged.reports) code.add(one.verdict);
  return write_whole(request.command.output,
                     render_all(judged.reports, request.command, to), code.code(), to);
}

int code_of(const std::vector<diagnostic>& findings) {
  for (const auto& finding : findings) {
    const bool nothing = finding.code == "N0637" || finding.code == "N0699";
    if (nothing || finding.code == "N0101") return exit_no_input;
  }
  return exit_data;
}

void complain_of_standard(const pack& by, const std::string& wanted, console& to) {
  std::vector<std::string> known;
  collect_criteria(by, known);
  auto near = did_you_mean(wanted, known);
  if (!near.empty()) return to.complain("N0502", {by.id(), wanted, std::move(near)});
  std::string all;
  for (const auto& id : known) all += (all.empty() ? "" : ", ") + id;
  to.complain("N0143", {by.id(), wanted, all});
}

std::optional<std::vector<criterion>> criteria_for(const pack& by, const unit& facts,
                                                   const check_request& request,
                                                   console& to) {
  const auto& wanted = request.command.standard;
  if (wanted.empty()) {
    auto all = criteria_of(by);
    std::erase_if(
        all, [&](const criterion& c) { return !c.gates.definition().is_for(facts); });
    return all;
  }
  auto found = find_criterion(by, wanted);
  if (!found) {
    complain_of_standard(by, wanted, to);
    return std::nullopt;
  }
  const auto& d = found->gates.definition();
  if (!d.is_for(facts)) {
    const auto& who = facts.name.empty() ? facts.id : facts.name;
    const auto shown = who.empty() ? text() : text{"“" + who + "”", " “" + who + "”"};
    to.complain("N0121", {wanted, d.area_kind.empty() ? d.unit : d.area_kind,
                          facts.area_kind.empty() ? facts.kind : facts.area_kind,
                          text_argument(shown)});
    return std::nullopt;
  }
  return std::vector<criterion>{*std::move(found)};
}

int run_check(const command_line& command, console& to) {
  check_request request{command, {}};
  request.options.as_of = command.as_of.value_or(today());
  request.options.known_as_of = command.known_as_of;
  request.options.remedies = command.remedies;
  if (!command.facts.empty()) {
    return writes_over(command.facts, command, to) ? exit_usage
                                                   : check_facts(request, to);
  }
  std::vector<fs::path> files;
  bool several = false;
  const int code = list_files(command.inputs, files, several, to);
  if (code != exit_pass) return code;
  for (const auto& file : files)
    if (writes_over(file, command, to)) return exit_usage;
  return several ? check_many(files, request, to) : check_one(files.front(), request, to);
}

}  // namespace norma::cli
