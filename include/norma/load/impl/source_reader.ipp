// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/source_reader.hpp>

#include <cerrno>        // errno
#include <cstdint>       // std::uintmax_t
#include <fstream>       // std::ifstream
#include <system_error>  // std::error_code, std::generic_category
#include <utility>       // std::move

#include <norma/core/error.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>

namespace norma::load_detail {

/// Of the characters that are not seen, those that no file may hold: C0 and C1
/// controls but for tab and line breaks, and a byte order mark that is not the
/// first character.
[[nodiscard]] constexpr bool is_control_character(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0) ||
         c == 0xfeff;
}

[[nodiscard]] inline diagnostic too_large(const std::string& name, std::uintmax_t size,
                                          const limits& bounds) {
  return {
      "N0102", {name, std::to_string(size), std::to_string(bounds.file_bytes)}, {}, {}};
}

/// Why what is no file is not read as one.
[[nodiscard]] inline std::string words_for(std::filesystem::file_type is) {
  using std::filesystem::file_type;
  if (is == file_type::fifo) return word_argument("R0186");
  if (is == file_type::block || is == file_type::character) return word_argument("R0187");
  return failure_words(std::make_error_code(
      is == file_type::directory ? std::errc::is_a_directory
      : is == file_type::socket  ? std::errc::no_such_device_or_address
                                 : std::errc::no_such_file_or_directory));
}

NORMA_INLINE std::string shown_path(const std::filesystem::path& where) {
  const std::u8string name = where.generic_u8string();
  return {name.begin(), name.end()};
}

NORMA_INLINE source_ptr read_source(const std::filesystem::path& where,
                                    const limits& bounds,
                                    std::vector<diagnostic>& findings) {
  const std::string name = shown_path(where);
  const auto refuse = [&](std::string code, std::vector<std::string> arguments) {
    findings.push_back({std::move(code), std::move(arguments), {}, {}});
    return source_ptr();
  };
  std::error_code failure;
  // A device or a pipe has no size to look at before it is read.
  const auto status = std::filesystem::status(where, failure);
  if (failure) return refuse("N0101", {name, failure_words(failure)});
  if (!std::filesystem::is_regular_file(status))
    return refuse("N0101", {name, words_for(status.type())});
  const std::uintmax_t size = std::filesystem::file_size(where, failure);
  if (failure) return refuse("N0101", {name, failure_words(failure)});
  if (size > bounds.file_bytes) {
    findings.push_back(too_large(name, size, bounds));
    return nullptr;
  }
  errno = 0;
  std::ifstream in(where, std::ios::binary);
  std::string content(static_cast<std::size_t>(size), '\0');
  if (in) in.read(content.data(), static_cast<std::streamsize>(content.size()));
  if (!in) {
    const auto reason =
        std::error_code(errno == 0 ? EIO : errno, std::generic_category());
    return refuse("N0101", {name, failure_words(reason)});
  }
  auto file = std::make_shared<const source_file>(name, std::move(content));
  return check_text(file, bounds, findings) ? file : nullptr;
}

NORMA_INLINE bool check_source(const source_ptr& file, const limits& bounds,
                               std::vector<diagnostic>& findings) {
  if (!file) {
    const auto nothing = std::make_error_code(std::errc::no_such_file_or_directory);
    findings.push_back({"N0101", {"", nothing.message()}, {}, {}});
    return false;
  }
  const std::size_t size = file->content().size();
  if (size > bounds.file_bytes) {
    findings.push_back(too_large(file->name(), size, bounds));
    return false;
  }
  return check_text(file, bounds, findings);
}

NORMA_INLINE bool check_text(const source_ptr& file, const limits& bounds,
                             std::vector<diagnostic>& findings) {
  const std::string& content = file->content();
  if (content.compare(0, 2, "\x1f\x8b") == 0) {
    findings.push_back({"N0169", {file->name()}, {}, {}});
    return false;
  }
  const std::size_t wrong = find_invalid_utf8(content);
  if (wrong != std::string::npos) {
    findings.push_back({"N0103", {std::to_string(wrong)}, {file, wrong, wrong + 1}, {}});
    return false;
  }
  std::size_t found = 0;
  for (std::size_t i = 0; i < content.size() && found < bounds.diagnostics_per_file;
       ++i) {
    const auto byte = static_cast<unsigned char>(content[i]);
    // The lead bytes of all the characters that are looked for.
    if (byte >= 0x20 && byte != 0x7f && byte != 0xc2 && byte != 0xd8 && byte != 0xe2 &&
        byte != 0xef) {
      continue;
    }
    const code_point c = decode_code_point(content, i);
    const bool turns = turns_direction(c.value);
    if (!turns && (!is_control_character(c.value) || (i == 0 && c.value == 0xfeff)))
      continue;
    findings.push_back({turns ? "N0105" : "N0104",
                        {code_point_name(c.value)},
                        {file, i, i + c.length},
                        {}});
    ++found;
  }
  return found == 0;
}

}  // namespace norma::load_detail
