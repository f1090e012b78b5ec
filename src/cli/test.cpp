// SPDX-License-Identifier: Apache-2.0
#include <algorithm>     // std::max, std::min, std::sort
#include <filesystem>    // std::filesystem
#include <string_view>   // std::string_view
#include <system_error>  // std::error_code
#include <utility>       // std::move
#include <vector>        // std::vector

#include <norma/analysis/rule_test.hpp>
#include <norma/core/error.hpp>
#include <norma/core/paths.hpp>
#include <norma/load/test_file.hpp>

#include "command_line.hpp"
#include "console.hpp"
#include "output.hpp"
#include "packs.hpp"

namespace norma::cli {

namespace fs = std::filesystem;

namespace {

/// A pack with the test files to run.
struct tested_pack {
  fs::path folder;
  std::vector<fs::path> files;
};

class test_runner {
 public:
  test_runner(const limits& bounds, console& to)
      : console_(to), bounds_(bounds), packs_(bounds, to), out_("", to) {}

  void run(const tested_pack& tested) {
    const auto* of = packs_.open_folder(tested.folder);
    ++packs_run_;
    if (of == nullptr) {
      worst_ = std::max(worst_, packs_.code());
      not_run_ += tested.files.size();
      return;
    }
    ++opened_;
    std::size_t cases = 0;
    std::size_t failed = 0;
    std::size_t not_run = 0;
    std::size_t steps = test_steps(bounds_);
    given_account given(given_bytes(bounds_));
    told_ = untold_ = 0;
    for (std::size_t i = 0; i < tested.files.size(); ++i) {
      console_.progress(i, tested.files.size());
      auto read = try_read_tests(tested.files[i], *of, bounds_, &given);
      console_.show(read.diagnostics);
      if (!read.file) {
        note(exit_data);
        ++not_run;
        continue;
      }
      const auto results =
          run_tests(*read.file, *of, {.bounds = bounds_, .steps_left = &steps});
      cases += results.cases.size();
      failed += results.failed();
      for (const auto& one : results.cases) show(one);
    }
    console_.end_progress();
    if (untold_ > 0) console_.complain("N0160", {std::to_string(untold_)});
    if (cases == 0 && not_run == 0) console_.complain("N0128", {of->id()});
    tell("R1012", {of->id(), std::to_string(cases), std::to_string(failed)}, not_run);
    cases_ += cases;
    failed_ += failed;
    not_run_ += not_run;
  }

  [[nodiscard]] int finish() {
    const bool one_told = packs_run_ == 1 && opened_ == 1 && unreadable_ == 0;
    if (packs_run_ > 0 && !one_told)
      tell("R1010", {std::to_string(cases_), std::to_string(failed_)},
           not_run_ + unreadable_);
    // What looked at nothing has not succeeded.
    if (cases_ == 0) note(worst_ < exit_usage ? exit_no_input : worst_);
    if (worst_ >= exit_usage) return out_.finish(worst_);
    return out_.finish(failed_ > 0 ? exit_fail : exit_pass);
  }

  void note(int code) { worst_ = std::max(worst_, code); }
  /// A file or folder that can not be looked into.
  void unreadable(const fs::path& where, const std::error_code& failure) {
    console_.complain("N0101", {where.string(), failure_words(failure)});
    ++unreadable_;
    note(exit_no_input);
  }

 private:
  /// The last line about a pack or all of them: that none failed is no news of a file
  /// that was not run.
  void tell(std::string_view code, const std::vector<std::string>& counts,
            std::size_t not_run) {
    auto line = console_.say(code, counts);
    if (not_run > 0) line += console_.say("R1013", {std::to_string(not_run)});
    out_.write(line + '\n');
  }

  void show(const case_result& one) {
    if (one.passed()) return;
    console_.end_progress();
    const auto shown = std::min(one.unmet.size(), bounds_.diagnostics_per_file - told_);
    told_ += shown;
    untold_ += one.unmet.size() - shown;
    if (shown == 0) return;
    out_.write(console_.say("R1011", {one.name}) + '\n');
    for (std::size_t i = 0; i < shown; ++i)
      out_.write(render(one.unmet[i], console_.lang()) + '\n');
  }

  console& console_;
  limits bounds_;
  pack_store packs_;
  output out_;
  std::size_t cases_ = 0;
  std::size_t failed_ = 0;
  std::size_t told_ = 0, untold_ = 0;  ///< expectations of a pack that are not met
  std::size_t not_run_ = 0;            ///< files
  std::size_t packs_run_ = 0, opened_ = 0;
  std::size_t unreadable_ = 0;
  int worst_ = exit_pass;
};

/// Test files of the pack in `folder`, in order of path.
std::vector<fs::path> test_files(const fs::path& folder, test_runner& runner) {
  std::vector<fs::path> all;
  std::error_code failure;
  if (!fs::exists(fs::symlink_status(folder / "tests", failure))) return all;
  for (fs::recursive_directory_iterator at(folder / "tests", failure), end;
       !failure && at != end; at.increment(failure)) {
    const auto ending = ending_of(at->path());
    std::error_code unknown;
    if ((ending == ".yaml" || ending == ".yml") && !at->is_directory(unknown))
      all.push_back(at->path());
  }
  if (failure) runner.unreadable(folder / "tests", failure);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

int run_test(const command_line& command, console& to) {
  std::vector<tested_pack> packs;
  test_runner runner(command.bounds, to);
  const auto unreadable = [&runner](const fs::path& where, std::error_code failure) {
    runner.unreadable(where, failure);
  };
  const auto inputs =
      command.inputs.empty() ? std::vector<std::string>{"."} : command.inputs;
  for (const auto& input : inputs) {
    const fs::path path = input;
    std::error_code failure;
    if (!fs::exists(path, failure)) {
      runner.unreadable(path, std::make_error_code(std::errc::no_such_file_or_directory));
      continue;
    }
    const auto before = packs.size();
    if (fs::is_directory(path, failure)) {
      const bool tests_folder = !holds_pack(path) && path.filename() == "tests" &&
                                holds_pack(path.parent_path());
      if (tests_folder) {
        packs.push_back({path.parent_path(), test_files(path.parent_path(), runner)});
      } else {
        for (auto& below : packs_in(path, unreadable)) {
          auto files = test_files(below, runner);
          packs.push_back({std::move(below), std::move(files)});
        }
      }
    } else if (auto folder = pack_around(path); !folder.empty()) {
      packs.push_back({std::move(folder), {path}});
    }
    if (packs.size() == before) {
      to.complain("N0123", {input});
      runner.note(exit_no_input);
    }
  }
  for (const auto& tested : packs) runner.run(tested);
  return runner.finish();
}

}  // namespace norma::cli
