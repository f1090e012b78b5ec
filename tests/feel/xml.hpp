// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>   // std::filesystem::path
#include <stdexcept>    // std::runtime_error
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <pugixml.hpp>

// XML by local names: models write `decision`, `dmn:decision`, `semantic:decision`.

namespace norma_feel {

/// `name` without its prefix.
[[nodiscard]] inline std::string_view local(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

[[nodiscard]] inline bool is(const pugi::xml_node& n, std::string_view name) {
  return local(n.name()) == name;
}

/// The first child of that local name; an empty node if there is none.
[[nodiscard]] inline pugi::xml_node child(const pugi::xml_node& n,
                                          std::string_view name) {
  for (const auto& c : n.children())
    if (is(c, name)) return c;
  return {};
}

/// The children of that local name.
[[nodiscard]] inline std::vector<pugi::xml_node> children(const pugi::xml_node& n,
                                                          std::string_view name) {
  std::vector<pugi::xml_node> result;
  for (const auto& c : n.children())
    if (is(c, name)) result.push_back(c);
  return result;
}

/// The attribute of that local name; "" if there is none.
[[nodiscard]] inline std::string attribute(const pugi::xml_node& n,
                                           std::string_view name) {
  for (const auto& a : n.attributes())
    if (local(a.name()) == name) return a.value();
  return {};
}

/// All text directly below, as it is written.
[[nodiscard]] inline std::string text_of(const pugi::xml_node& n) {
  std::string result;
  for (const auto& c : n.children())
    if (c.type() == pugi::node_pcdata || c.type() == pugi::node_cdata)
      result += c.value();
  return result;
}

/// The root element. Throws std::runtime_error, naming the file, where it is no XML.
[[nodiscard]] inline pugi::xml_node load(const std::filesystem::path& file,
                                         pugi::xml_document& into) {
  const auto read =
      into.load_file(file.c_str(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!read)
    throw std::runtime_error(file.string() + ": " + read.description() + " at byte " +
                             std::to_string(read.offset));
  return into.document_element();
}

}  // namespace norma_feel
