// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/rule/pack.hpp>

#include <utility>  // std::move

#include <norma/core/error.hpp>

namespace norma {

NORMA_INLINE const fact_definition* vocabulary::fact(std::uint32_t slot) const {
  return slot < slots.size() ? std::get_if<fact_definition>(&slots[slot]) : nullptr;
}

NORMA_INLINE std::optional<std::uint32_t> vocabulary::find_fact(
    std::string_view name) const {
  const auto found = names.find(name);
  if (found == names.end() || fact(found->second.slot) == nullptr) return std::nullopt;
  return found->second.slot;
}

NORMA_INLINE pack::pack(pack_content content)
    : content_(std::make_shared<const pack_content>(std::move(content))) {}

NORMA_INLINE standard::standard(std::shared_ptr<const pack_content> content,
                                const standard_definition* definition)
    : content_(std::move(content)), definition_(definition) {}

NORMA_INLINE const vocabulary& standard::words() const {
  return content_->vocabularies.at(definition_->unit);
}

NORMA_INLINE std::optional<norma::standard> pack::find_standard(
    std::string_view id) const {
  const std::string& own = content_->identity.id;
  if (id.size() > own.size() && id.substr(0, own.size()) == own && id[own.size()] == ':') {
    id.remove_prefix(own.size() + 1);
  }
  for (const auto* all : {&content_->standards, &content_->upper_standards}) {
    for (const standard_definition& definition : *all) {
      if (definition.id == id) return norma::standard(content_, &definition);
    }
  }
  return std::nullopt;
}

NORMA_INLINE norma::standard pack::standard(std::string_view id) const {
  if (auto found = find_standard(id)) return *std::move(found);
  std::vector<std::string> known;
  for (const auto* all : {&content_->standards, &content_->upper_standards}) {
    for (const standard_definition& definition : *all) known.push_back(definition.id);
  }
  throw rule_error(
      {{"N0502", {content_->identity.id, std::string(id), did_you_mean(id, known)}, {}, {}}});
}

NORMA_INLINE std::vector<norma::standard> pack::standards() const {
  std::vector<norma::standard> result;
  for (const standard_definition& definition : content_->standards) {
    result.emplace_back(content_, &definition);
  }
  return result;
}

}  // namespace norma
