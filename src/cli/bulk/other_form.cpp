// SPDX-License-Identifier: Apache-2.0
#include "other_form.hpp"

#include <algorithm>   // std::min
#include <cstddef>     // std::size_t
#include <filesystem>  // std::filesystem::path
#include <utility>     // std::pair

#include <norma/core/message.hpp>
#include <norma/core/paths.hpp>

namespace norma::cli {

std::optional<diagnostic> other_form(const std::string& name, std::string_view first,
                                     const text& read_here) {
  using namespace std::string_view_literals;
  constexpr std::pair<std::string_view, std::string_view> forms[] = {
      {"PAR1"sv, "Parquet"},
      {"ARROW1"sv, "Arrow"},
      {"\xff\xff\xff\xff"sv, "Arrow"},
      {"PK\x03\x04"sv, "Excel"}};
  if (first.starts_with("\x1f\x8b"sv)) return diagnostic{"N0169", {name}, {}, {}};
  if (first.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv))
    return diagnostic{"N0150", {name}, {}, {}};
  for (const auto& [begins, form] : forms) {
    if (first.starts_with(begins))
      return diagnostic{
          "N0141", {name, std::string(form), text_argument(read_here)}, {}, {}};
  }
  return std::nullopt;
}

namespace {

/// Without blanks and a byte order mark before it.
std::string_view text_of(std::string_view first) {
  if (first.starts_with("\xef\xbb\xbf")) first.remove_prefix(3);
  return first.substr(std::min(first.find_first_not_of(" \t\r\n"), first.size()));
}

/// Without its end and blanks before that.
std::string_view first_line(std::string_view body) {
  const auto line = body.substr(0, body.find('\n'));
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

/// True of a report, or a list of them: it tells the version of its form, `1.0.0`, where
/// files tell that of theirs, `1`, and then of its pack. Where keys were sorted, it
/// begins with its day and decisions.
bool is_report(std::string_view body) {
  const auto take = [&body](std::string_view part) {
    body = text_of(body);
    if (!body.starts_with(part)) return false;
    body.remove_prefix(part.size());
    return true;
  };
  take("[");
  if (!take("{")) return false;
  const bool sorted = take("\"as_of\"");
  if ((!sorted && !take("\"norma\"")) || !take(":") || !take("\"")) return false;
  const auto version = body.substr(0, body.find('"'));
  if (!sorted && version.find('.') == version.npos) return false;
  body.remove_prefix(version.size());
  if (sorted)
    return take("\"") && take(",") && take("\"decisions\"") && take(":") && take("{");
  return take("\"") && take(",") && take("\"pack\"");
}

/// True of a line `key:`, or with a blank and a value behind: `norma:备注` is a column.
bool begins_with_key(std::string_view line, std::string_view key) {
  if (!line.starts_with(key)) return false;
  line.remove_prefix(key.size());
  return line.empty() || line.front() == ' ' || line.front() == '\t';
}

/// True if the first line that is no remark and no mark of a document is one of a unit's.
bool is_yaml_of_unit(std::string_view body) {
  for (auto line = first_line(body); line.starts_with('#') || line.starts_with("---");
       line = first_line(body))
    body = text_of(body.substr(line.size()));
  const auto line = first_line(body);
  return begins_with_key(line, "norma:") || begins_with_key(line, "unit:") ||
         begins_with_key(line, "facts:");
}

}  // namespace

std::optional<diagnostic> no_single_unit(const std::string& name,
                                         std::string_view first) {
  if (is_report(text_of(first))) return diagnostic{"N0176", {name}, {}, {}};
  const auto ending = ending_of(name);
  if (ending == ".ndjson" || ending == ".jsonl")
    return diagnostic{"N0164", {name}, {}, {}};
  if (ending != ".json") return std::nullopt;
  const auto body = text_of(first);
  if (body.starts_with('[')) return diagnostic{"N0163", {name}, {}, {}};
  // `}` and `{` on the next line: nowhere in an object.
  const auto line = first_line(body);
  const auto next = text_of(body.substr(line.size()));
  if (line.starts_with('{') && line.ends_with('}') && next.starts_with('{'))
    return diagnostic{"N0164", {name}, {}, {}};
  return std::nullopt;
}

bool is_head_of_pack(std::string_view first) {
  bool pack = false, version = false;
  while (!first.empty()) {
    const auto line = first_line(first);
    pack = pack || begins_with_key(line, "pack:");
    version = version || begins_with_key(line, "version:");
    first.remove_prefix(std::min(first.find('\n'), first.size() - 1) + 1);
  }
  return pack && version;
}

std::optional<diagnostic> no_lines(const std::string& facts, std::string_view first) {
  const auto body = text_of(first);
  const auto ending = ending_of(facts);
  const bool no_file = facts == "-";
  const auto name = no_file ? std::string("stdin") : facts;
  const auto file = no_file ? text_argument({"文件", "FILE"}) : facts;
  if (ending == ".csv") return std::nullopt;
  if (is_report(body)) return diagnostic{"N0176", {name}, {}, {}};
  if (body.starts_with("- ")) return diagnostic{"N0163", {name}, {}, {}};
  if (ending == ".yaml" || ending == ".yml" || is_yaml_of_unit(body)) {
    const std::filesystem::path path(facts);
    if (path.filename() != "pack.yaml" || !is_head_of_pack(first))
      return diagnostic{"N0175", {name, file}, {}, {}};
    const auto folder = path.parent_path().string();
    return diagnostic{"N0178", {folder.empty() ? "." : folder}, {}, {}};
  }
  if (body.starts_with('[')) return diagnostic{"N0163", {name}, {}, {}};
  if (!body.starts_with('{') || body.find('\n') == body.npos) return std::nullopt;
  const auto line = first_line(body);
  const bool goes_on = std::string_view("{[,:").find(line.back()) != line.npos;
  if (goes_on && !line.ends_with("},")) return diagnostic{"N0165", {name, file}, {}, {}};
  return std::nullopt;
}

bool is_gb18030(std::string_view bytes) {
  const auto in = [](char c, unsigned low, unsigned high) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= low && byte <= high;
  };
  bool beyond = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (in(bytes[i], 0, 0x7f)) continue;
    beyond = true;
    const std::size_t left = bytes.size() - i;
    const bool lead = in(bytes[i], 0x81, 0xfe) && left > 1;
    if (lead && in(bytes[i + 1], 0x40, 0xfe) && !in(bytes[i + 1], 0x7f, 0x7f)) {
      i += 1;
    } else if (lead && left > 3 && in(bytes[i + 1], 0x30, 0x39) &&
               in(bytes[i + 2], 0x81, 0xfe) && in(bytes[i + 3], 0x30, 0x39)) {
      i += 3;
    } else {
      return false;
    }
  }
  return beyond;
}

diagnostic no_utf8(const std::string& name, std::string_view around, std::size_t at) {
  if (is_gb18030(around)) return {"N0140", {std::to_string(at), name}, {}, {}};
  return {"N0103", {std::to_string(at)}, {}, {}};
}

}  // namespace norma::cli
