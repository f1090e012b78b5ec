// SPDX-License-Identifier: Apache-2.0
#include "packs.hpp"

#include <algorithm>     // std::any_of, std::sort
#include <cstdlib>       // std::getenv
#include <string_view>   // std::string_view
#include <system_error>  // std::error_code
#include <utility>       // std::move, std::pair

#include <norma/core/message.hpp>
#include <norma/core/text.hpp>

#include "command_line.hpp"

namespace norma::cli {

namespace fs = std::filesystem;

bool holds_pack(const fs::path& folder) {
  std::error_code failure;
  return fs::is_regular_file(folder / "pack.yaml", failure);
}

namespace {

using told_unreadable = std::function<void(const fs::path&, std::error_code)>;

void collect_packs(const fs::path& folder, std::size_t depth, std::vector<fs::path>& to,
                   const told_unreadable& unreadable) {
  if (holds_pack(folder)) {
    to.push_back(folder);
    return;
  }
  if (depth == 0) return;
  std::vector<fs::path> below;
  std::error_code failure;
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end;
       at.increment(failure)) {
    const auto name = at->path().filename().string();
    std::error_code unknown;
    if (at->is_directory(unknown) && !at->is_symlink(unknown) && name[0] != '.' &&
        name != "build") {
      below.push_back(at->path());
    }
  }
  if (failure) unreadable(folder, failure);
  std::sort(below.begin(), below.end());
  for (const auto& one : below) collect_packs(one, depth - 1, to, unreadable);
}

/// Folders of packs that the environment names.
std::vector<fs::path> folders_of_environment() {
  std::vector<fs::path> all;
  const char* named = std::getenv("NORMA_PACKS");
  std::string_view rest = named == nullptr ? "" : named;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(':'), rest.size());
    if (end > 0) all.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return all;
}

/// Installed beside the command, else (the command of a build tree) those of
/// the sources it was built from.
fs::path builtin_folder() {
  std::error_code failure;
  const auto command = fs::read_symlink("/proc/self/exe", failure);
  if (!failure) {
    const auto shared = command.parent_path().parent_path() / "share/norma/rules";
    if (fs::is_directory(shared, failure)) return shared;
  }
  const fs::path sources = NORMA_SOURCE_RULES;
  return fs::is_directory(sources, failure) ? sources : fs::path();
}

/// What may be meant by a file or folder that is no pack: the packs in it, or the one in
/// which it lies.
std::vector<std::string> packs_near(const fs::path& named) {
  std::error_code none;
  std::vector<fs::path> found;
  if (fs::is_directory(named, none)) {
    constexpr std::size_t levels = 2;  // a hint is worth no search of a whole disk
    collect_packs(named, levels, found, [](const fs::path&, std::error_code) {});
  }
  if (found.empty()) found.push_back(pack_around(named));
  std::vector<std::string> names;
  for (const auto& folder : found) {
    if (!folder.empty()) names.push_back(folder.string());
  }
  return names;
}

}  // namespace

fs::path pack_around(const fs::path& inside) {
  std::error_code failure;
  auto folder = fs::absolute(inside, failure).lexically_normal().parent_path();
  for (;; folder = folder.parent_path()) {
    if (holds_pack(folder)) {
      std::error_code other;
      const auto relative = fs::proximate(folder, other);
      return other ? folder : relative;
    }
    if (folder == folder.root_path()) return {};
  }
}

std::vector<fs::path> packs_in(const fs::path& folder,
                               const told_unreadable& unreadable) {
  std::vector<fs::path> all;
  collect_packs(folder, 8, all, unreadable);
  return all;
}

pack_store::pack_store(const limits& bounds, console& to) : console_(to) {
  options_.bounds = bounds;
  options_.search = folders_of_environment();
  options_.builtin = builtin_folder();
}

const pack* pack_store::open(const std::string& folder_or_name) {
  const auto folder = find_pack(folder_or_name, options_);
  if (!folder.empty()) return open_folder(folder);
  std::error_code none;
  const fs::path named = folder_or_name;
  // It is no file, as reading it tells.
  if (fs::exists(named / "pack.yaml", none)) return open_folder(named);
  if (!fs::exists(named, none)) return not_found(folder_or_name);
  code_ = exit_no_input;
  if (const auto near = packs_near(named); !near.empty()) {
    console_.complain("N0190", {folder_or_name, list_argument(near)});
  } else if (fs::is_directory(named, none)) {
    return not_found(folder_or_name);
  } else {
    console_.complain("N0101", {folder_or_name, word_argument("R0197")});
  }
  return nullptr;
}

const pack* pack_store::open_beside(const std::string& name, const fs::path& file) {
  // A unit's file names a pack; it does not lead out of the folders searched.
  if (name.find_first_of("/\\") != std::string::npos ||
      name.find_first_not_of('.') != 0) {
    return not_found(name);
  }
  std::vector<fs::path> places{file.parent_path()};
  places.insert(places.end(), options_.search.begin(), options_.search.end());
  places.push_back(options_.builtin);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0 && places[i].empty()) continue;
    if (holds_pack(places[i] / name)) return open_folder(places[i] / name);
  }
  return not_found(name);
}

const pack* pack_store::open_folder(const fs::path& folder) {
  std::error_code failure;
  auto key = fs::weakly_canonical(folder, failure);
  if (failure) key = folder;
  const auto [place, added] = loaded_.try_emplace(std::move(key));
  if (added) {
    auto result = try_load(folder, options_);
    console_.show(result.diagnostics);
    files_.insert(files_.end(), result.files.begin(), result.files.end());
    place->second = std::move(result.pack);
  }
  if (!place->second) {
    code_ = exit_data;
    return nullptr;
  }
  return &*place->second;
}

search_places pack_store::places_for(const std::string& name, const std::string& given) {
  search_places found{{}, name};
  const auto colon = name.find(':');
  if (given.empty() && colon == std::string::npos) {
    for (const auto& folder : folders()) {
      if (const auto* one = open_folder(folder)) found.packs.push_back(one);
    }
    return found;
  }
  const auto* one = open(given.empty() ? name.substr(0, colon) : given);
  if (one == nullptr) return found;
  if (colon != std::string::npos && name.substr(0, colon) == one->id()) {
    found.name.erase(0, colon + 1);
  }
  found.packs.push_back(one);
  return found;
}

const pack* pack_store::not_found(const std::string& name) {
  std::vector<std::string> known;
  for (const auto& folder : folders()) known.push_back(folder.filename().string());
  const auto near = did_you_mean(name, known);
  if (near.empty()) {
    console_.complain("N0117", {name, names()});
  } else {
    console_.complain("N0142", {name, near, names()});
  }
  code_ = exit_no_input;
  return nullptr;
}

std::vector<fs::path> pack_store::folders() const {
  auto places = options_.search;
  places.push_back(options_.builtin);
  std::vector<fs::path> all;
  for (const auto& place : places) {
    std::vector<fs::path> here;
    std::error_code failure;
    for (fs::directory_iterator at(place, failure), end; !failure && at != end;
         at.increment(failure)) {
      if (holds_pack(at->path())) here.push_back(at->path());
    }
    std::sort(here.begin(), here.end());
    for (auto& folder : here) {
      const bool known = std::any_of(all.begin(), all.end(), [&](const fs::path& other) {
        return other.filename() == folder.filename();
      });
      if (!known) all.push_back(std::move(folder));
    }
  }
  return all;
}

std::string pack_store::names() const {
  std::vector<std::pair<std::string, text>> all;
  if (holds_pack(".")) all.emplace_back(".", *words_of_argument(word_argument("R0198")));
  for (const auto& folder : folders())
    all.emplace_back(folder.filename().string(), text{});
  return list_argument(all);
}

}  // namespace norma::cli
