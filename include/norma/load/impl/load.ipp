// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/load.hpp>

#include <algorithm>    // std::min, std::stable_sort
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/load/impl/build_pack.ipp>
#include <norma/load/impl/pack_gatherer.ipp>
#include <norma/load/impl/read_pack_head.ipp>
#include <norma/load/impl/shape_words.ipp>
#include <norma/rule/content.hpp>

namespace norma::load_detail {

/// Files in order of name, a pack's head first: what it names in vain explains
/// much of the rest.
[[nodiscard]] inline bool comes_before(std::string_view a, std::string_view b) {
  const auto folder = [](std::string_view name) {
    return name.substr(0, std::min(name.rfind('/'), name.size()));
  };
  constexpr std::string_view head = "/pack.yaml";
  const auto is_head = [&](std::string_view name) {
    return name.size() >= head.size() && name.substr(name.size() - head.size()) == head;
  };
  if (folder(a) == folder(b) && is_head(a) != is_head(b)) return is_head(a);
  return a < b;
}

/// In order of file and place, each once, at most `most` a file, errors first,
/// and then a count.
[[nodiscard]] inline std::vector<diagnostic> in_order(std::vector<diagnostic> all,
                                                      std::size_t most) {
  const auto file_of = [](const diagnostic& d) {
    return d.where ? std::string_view(d.where.file->name()) : std::string_view();
  };
  std::stable_sort(all.begin(), all.end(), [&](const diagnostic& a, const diagnostic& b) {
    if (file_of(a) != file_of(b)) return comes_before(file_of(a), file_of(b));
    return a.where.begin < b.where.begin;
  });
  std::vector<diagnostic> result;
  std::size_t first = 0;  // of the file
  std::size_t left_out = 0;
  const auto close_file = [&] {
    if (left_out == 0) return;
    const source_span where = result.back().where;
    result.push_back({"N0299", {std::to_string(left_out)}, where, {}});
    left_out = 0;
  };
  for (diagnostic& d : all) {
    if (!result.empty() && file_of(d) != file_of(result.back())) {
      close_file();
      first = result.size();
    }
    // A fact of several kinds of units is compiled for each.
    bool repeated = false;
    for (std::size_t i = result.size();
         i-- > 0 && result[i].where.begin == d.where.begin;) {
      repeated =
          repeated ||
          (result[i].code == d.code && result[i].arguments == d.arguments &&
           result[i].where.end == d.where.end && result[i].where.file == d.where.file);
    }
    if (repeated) continue;
    if (result.size() - first >= most) {
      ++left_out;
      if (d.level() != severity::error || !drop_warning(result, first)) continue;
    }
    result.push_back(std::move(d));
  }
  close_file();
  return result;
}

}  // namespace norma::load_detail

namespace norma {

NORMA_INLINE load_result try_load(const std::filesystem::path& where,
                                  const load_options& options) {
  load_result result;
  std::vector<diagnostic> findings;
  load_detail::pack_gatherer gatherer(options, findings);
  const bool found = gatherer.gather(where) != nullptr;
  result.files = gatherer.files();
  if (found) {
    pack_content content =
        load_detail::build_pack(gatherer.packs(), options.bounds, findings);
    if (!has_errors(findings)) result.pack = norma::pack(std::move(content));
  }
  result.diagnostics =
      load_detail::in_order(std::move(findings), options.bounds.diagnostics_per_file);
  return result;
}

NORMA_INLINE norma::pack load(const std::filesystem::path& where,
                              const load_options& options) {
  load_result result = try_load(where, options);
  if (!result.pack) throw rule_error(std::move(result.diagnostics));
  return *std::move(result.pack);
}

NORMA_INLINE std::filesystem::path find_pack(const std::string& name,
                                             const load_options& options) {
  std::error_code failure;
  if (std::filesystem::is_regular_file(std::filesystem::path(name) / "pack.yaml",
                                       failure)) {
    return name;
  }
  // Searched by name only: no way out of the folders given.
  if (!load_detail::is_id(name)) return {};
  return load_detail::folder_of_pack(name, options.search, options.builtin);
}

}  // namespace norma
