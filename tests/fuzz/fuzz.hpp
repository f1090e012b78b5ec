// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the fuzz targets share. Each is an LLVMFuzzerTestOneInput of its own and
// runs in the root of the project.

#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint8_t
#include <cstdlib>      // std::abort
#include <filesystem>   // std::filesystem::path
#include <fstream>      // std::ofstream
#include <iostream>     // std::cerr
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <unistd.h>  // getpid

#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>

namespace norma_fuzz {

/// Ends the run as a crash, with the reason.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << '\n';
  std::abort();
}

/// Little enough for thousands of inputs a second.
inline norma::limits small_limits() {
  norma::limits bounds;
  bounds.evaluation_steps = 20'000;
  bounds.list_items = 10'000;
  bounds.number_digits = 500;
  return bounds;
}

/// Every finding is written as somebody would read it, in both languages.
inline void read_all(const std::vector<norma::diagnostic>& findings) {
  for (const auto& d : findings) {
    require(!norma::render(d, norma::language::en).empty(), "a finding has words");
    require(!norma::render(d, norma::language::zh).empty(),
            "a finding has Chinese words");
  }
}

/// A folder of this process alone.
inline const std::filesystem::path& own_folder() {
  static const std::filesystem::path folder = [] {
    auto made = std::filesystem::temp_directory_path() /
                ("norma-fuzz-" + std::to_string(getpid()));
    std::filesystem::create_directories(made);
    return made;
  }();
  return folder;
}

inline void write(const std::filesystem::path& to, std::string_view content) {
  std::ofstream(to, std::ios::binary)
      .write(content.data(), static_cast<std::streamsize>(content.size()));
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace norma_fuzz
