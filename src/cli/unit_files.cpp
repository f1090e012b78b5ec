// SPDX-License-Identifier: Apache-2.0
#include "unit_files.hpp"

#include <algorithm>     // std::find, std::sort
#include <array>         // std::array
#include <cstddef>       // std::size_t
#include <fstream>       // std::ifstream
#include <iterator>      // std::begin, std::end
#include <string_view>   // std::string_view
#include <system_error>  // std::error_code
#include <utility>       // std::move

#include <norma/core/error.hpp>
#include <norma/core/paths.hpp>
#include <norma/core/text.hpp>

#include "packs.hpp"
#include "bulk/other_form.hpp"

namespace norma::cli {

namespace fs = std::filesystem;

namespace {

bool holds_unit(const fs::path& file) {
  const auto ending = ending_of(file);
  return ending == ".yaml" || ending == ".yml" || ending == ".json";
}

/// Files of units that a folder does not stand for: tables may be of their members.
bool holds_units(const fs::path& file) {
  static constexpr std::string_view endings[] = {
      ".csv", ".ndjson", ".jsonl", ".tsv", ".xlsx", ".xls", ".parquet", ".arrow"};
  const auto ending = ending_of(file);
  return std::find(std::begin(endings), std::end(endings), ending) != std::end(endings);
}

/// Nothing of a pipe, which gives its bytes once, nor of what can not be read, which is
/// told later.
std::string first_bytes(const fs::path& file) {
  std::error_code failure;
  if (!fs::is_regular_file(file, failure)) return {};
  std::array<char, 4096> bytes{};
  std::ifstream in(file, std::ios::binary);
  in.read(bytes.data(), bytes.size());
  return {bytes.data(), static_cast<std::size_t>(in.gcount())};
}

bool is_hidden(const fs::path& file) { return file.filename().string().starts_with('.'); }

/// True of a folder, no pack's, in which such files lie.
bool holds_files_of_units(const fs::path& folder) {
  if (is_hidden(folder) || is_pack(folder)) return false;
  std::error_code failure;
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end;
       at.increment(failure)) {
    std::error_code unknown;
    const bool file = at->is_regular_file(unknown) && !is_hidden(at->path());
    if (file && (holds_unit(at->path()) || holds_units(at->path()))) return true;
  }
  return false;
}

/// The unit files in the folder, and what else there is; false, and said, if there is
/// none of them.
bool list_folder(const fs::path& folder, unit_files& to, console& say) {
  std::vector<fs::path> here;
  passed_by others{folder, {}};
  std::error_code failure;
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end;
       at.increment(failure)) {
    const auto& path = at->path();
    std::error_code unknown;  // what can not be looked at is told when it is read
    const bool inner = at->is_directory(unknown);
    if (!inner && holds_unit(path)) {
      here.push_back(path);
    } else if (inner ? holds_files_of_units(path) : holds_units(path)) {
      if (!is_hidden(path)) others.names.push_back(path.filename());
    }
  }
  if (failure) {
    say.complain("N0101", {folder.string(), failure_words(failure)});
    return false;
  }
  std::sort(here.begin(), here.end());
  std::sort(others.names.begin(), others.names.end());
  if (here.empty()) {
    say.complain("N0120", {folder.string()});
    tell_passed_by(others, {}, say);
    return false;
  }
  to.files.insert(to.files.end(), here.begin(), here.end());
  if (!others.names.empty()) to.others.push_back(std::move(others));
  return true;
}

/// The files and the folders that they lie in, without links.
std::set<fs::path> places_of(const std::set<fs::path>& files) {
  std::set<fs::path> all;
  for (const auto& file : files) {
    std::error_code failure;
    auto at = fs::weakly_canonical(file, failure);
    while (!failure && all.insert(at).second) at = at.parent_path();
  }
  return all;
}

}  // namespace

bool is_pack(const fs::path& folder) {
  return is_head_of_pack(first_bytes(folder / "pack.yaml"));
}

std::optional<diagnostic> no_unit_file(const std::string& name, const text& read_here) {
  const auto first = first_bytes(name);
  auto other = other_form(name, first, read_here);
  return other ? other : no_single_unit(name, first);
}

unit_files list_files(const std::vector<std::string>& inputs, console& to) {
  unit_files all;
  for (const auto& input : inputs) {
    const fs::path path = input;
    std::error_code failure;
    if (fs::is_directory(path, failure)) {
      if (is_pack(path)) {
        to.complain("N0178", {input});
        all.code = exit_usage;
        return all;
      }
      all.several = true;
      if (list_folder(path, all, to)) continue;
      all.code = exit_no_input;
      return all;
    }
    if (const auto other =
            no_unit_file(input, {"YAML、JSON 和 CSV", "YAML, JSON and CSV"})) {
      to.show(*other);
      all.code = exit_data;
      return all;
    }
    all.files.push_back(path);
    all.several = all.several || ending_of(path) == ".csv";
  }
  all.several = all.several || all.files.size() > 1;
  return all;
}

void tell_passed_by(const passed_by& others, const std::set<fs::path>& members,
                    console& to) {
  constexpr std::size_t most_named = 10;
  const auto read = places_of(members);
  std::string names;
  std::size_t count = 0;
  for (const auto& name : others.names) {
    std::error_code failure;
    const auto place = fs::weakly_canonical(others.folder / name, failure);
    if (read.contains(place) || ++count > most_named) continue;
    if (!names.empty()) names += list_comma(to.lang());
    names += '`' + name.string() + '`';
  }
  if (count == 0) return;
  if (count > most_named) names += " … +" + std::to_string(count - most_named);
  to.complain("N0157", {others.folder.string(), names});
}

}  // namespace norma::cli
