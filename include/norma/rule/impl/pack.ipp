// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/rule/pack.hpp>

#include <cstdint>  // std::uint32_t
#include <memory>   // std::make_shared
#include <utility>  // std::move

#include <norma/core/error.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/impl/member_view.ipp>
#include <norma/rule/most_points.hpp>
#include <norma/rule/scheme.hpp>

namespace norma {

namespace detail {

inline void list_checked(vocabulary& words) {
  words.checked.clear();
  words.measured.clear();
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const auto* f = words.fact(slot);
    if (f == nullptr) continue;
    const auto length = words.find_fact(f->complete);
    const bool agrees = f->derived() && f->supplied == if_supplied::must_agree;
    if (length) words.measured.push_back({slot, *length});
    if (length || agrees || !f->checks.empty()) words.checked.push_back(slot);
  }
}

/// Whoever made the schemes, and whatever was changed in them since.
inline void add_up_points(pack_content& content) {
  for (auto& scheme : content.schemes) {
    auto whole = std::make_shared<scheme_definition>(*scheme);
    add_up_points(*whole);
    scheme = std::move(whole);
  }
}

}  // namespace detail

NORMA_INLINE pack::pack(pack_content content) {
  detail::add_up_points(content);
  for (auto& [kind, words] : content.vocabularies) detail::list_checked(words);
  detail::view_members(content);
  content_ = std::make_shared<const pack_content>(std::move(content));
}

NORMA_INLINE const std::string& pack::id() const { return content_->identity.id; }

NORMA_INLINE standard::standard(std::shared_ptr<const pack_content> content,
                                const standard_definition* definition)
    : content_(std::move(content)), definition_(definition) {}

NORMA_INLINE const std::string& standard::id() const { return definition_->id; }

NORMA_INLINE const vocabulary& standard::words() const {
  return content_->vocabularies.at(definition_->unit);
}

NORMA_INLINE std::optional<norma::standard> pack::find_standard(
    std::string_view id) const {
  const std::string& own = content_->identity.id;
  if (id.size() > own.size() && id.substr(0, own.size()) == own &&
      id[own.size()] == ':') {
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
  throw rule_error({{"N0502",
                     {content_->identity.id, std::string(id), did_you_mean(id, known)},
                     {},
                     {}}});
}

NORMA_INLINE std::vector<norma::standard> pack::standards() const {
  std::vector<norma::standard> result;
  for (const standard_definition& definition : content_->standards) {
    result.emplace_back(content_, &definition);
  }
  return result;
}

NORMA_INLINE scheme::scheme(std::shared_ptr<const pack_content> content,
                            const scheme_definition* definition)
    : content_(std::move(content)), definition_(definition) {}

NORMA_INLINE const std::string& scheme::id() const { return definition_->gates.id; }

NORMA_INLINE norma::standard scheme::gates() const {
  return {content_, &definition_->gates};
}

NORMA_INLINE std::optional<norma::scheme> pack::find_scheme(std::string_view id) const {
  for (const auto& definition : content_->schemes) {
    if (definition->gates.id == id) return norma::scheme(content_, definition.get());
  }
  return std::nullopt;
}

NORMA_INLINE std::vector<norma::scheme> pack::schemes() const {
  std::vector<norma::scheme> result;
  for (const auto& definition : content_->schemes) {
    result.emplace_back(content_, definition.get());
  }
  return result;
}

}  // namespace norma
