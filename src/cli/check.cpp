// SPDX-License-Identifier: Apache-2.0
#include "check.hpp"

#include <filesystem>    // std::filesystem
#include <span>          // std::span
#include <system_error>  // std::error_code
#include <utility>       // std::move

#include <norma/assess/wording.hpp>
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
#include "spared_files.hpp"
#include "summary.hpp"
#include "unit_files.hpp"

namespace norma::cli {

namespace fs = std::filesystem;

namespace {

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
  if (writes_over(packs, command, to)) return exit_usage;
  const auto read = try_read_unit(file, *by, command.bounds);
  if (writes_over(read.member_files, command, to)) return exit_usage;
  to.show(read.diagnostics);
  if (!read.unit) return code_of(read.diagnostics);
  return report_unit(*by, *read.unit, file.string(), request, to);
}

/// The standard or scheme asked for, or all of the pack that are for units of this kind.
/// Nothing, after saying why, if there is none or it is for others.
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
  if (const auto wrong = unit_mismatch(found->gates.definition(), wanted, facts)) {
    to.show(*wrong);
    return std::nullopt;
  }
  return std::vector<criterion>{*std::move(found)};
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
  to.complain("N0143",
              {by.id(), wanted, did_you_mean(wanted, known), names_in({&by}, false)});
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
  const auto listed = list_files(command.inputs, to);
  if (listed.code != exit_pass) return listed.code;
  if (writes_over(listed.files, command, to)) return exit_usage;
  return listed.several ? check_many(listed, request, to)
                        : check_one(listed.files.front(), request, to);
}

}  // namespace norma::cli
