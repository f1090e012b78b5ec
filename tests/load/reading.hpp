// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>        // std::filesystem
#include <fstream>           // std::ofstream
#include <initializer_list>  // std::initializer_list
#include <memory>            // std::make_shared
#include <string>            // std::string
#include <utility>           // std::pair
#include <vector>            // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/core/source.hpp>

namespace norma_test {

inline norma::source_ptr source(std::string content, std::string name = "a.yaml") {
  return std::make_shared<const norma::source_file>(std::move(name), std::move(content));
}

/// The bytes of the file that a span marks.
inline std::string marked(const norma::source_span& where) {
  if (!where) return {};
  return where.file->content().substr(where.begin, where.end - where.begin);
}

/// `N0203 line:column` of each finding, in order.
inline std::vector<std::string> places(const std::vector<norma::diagnostic>& findings) {
  std::vector<std::string> result;
  for (const auto& d : findings) {
    std::string place = d.code;
    if (d.where) {
      const auto at = d.where.file->position(d.where.begin);
      place += ' ' + std::to_string(at.line) + ':' + std::to_string(at.column);
    }
    result.push_back(std::move(place));
  }
  return result;
}

/// A folder of files that is gone at the end of the test.
class folder {
 public:
  folder(std::initializer_list<std::pair<std::string, std::string>> files) {
    namespace fs = std::filesystem;
    static int count = 0;
    do {
      path_ = fs::temp_directory_path() / ("norma-load-" + std::to_string(++count));
    } while (!fs::create_directory(path_));
    for (const auto& [name, content] : files) write(name, content);
  }
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;
  ~folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  void write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace norma_test
