// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>       // std::shared_ptr
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>

namespace norma {

// What a pack holds: <norma/rule/content.hpp>, which few need.
struct pack_content;
struct scheme_definition;
struct standard_definition;
struct vocabulary;

class standard;
class scheme;

/// A compiled pack: immutable, cheap to copy, safe to share between threads.
class pack {
 public:
  explicit pack(pack_content content);

  [[nodiscard]] const pack_content& content() const { return *content_; }
  [[nodiscard]] const std::string& id() const;
  [[nodiscard]] const std::shared_ptr<const pack_content>& shared_content() const {
    return content_;
  }

  /// The standard `id`, of an upper pack `<pack>:<id>`; throws `norma::error`
  /// naming the near ones if there is none of that id.
  ///
  ///     auto nation = zj.standard("cn:enterprise");
  [[nodiscard]] norma::standard standard(std::string_view id) const;
  [[nodiscard]] std::optional<norma::standard> find_standard(std::string_view id) const;
  [[nodiscard]] std::vector<norma::standard> standards() const;  ///< its own
  /// The scoring scheme `id`, if the pack has one of that id.
  [[nodiscard]] std::optional<norma::scheme> find_scheme(std::string_view id) const;
  [[nodiscard]] std::vector<norma::scheme> schemes() const;

 private:
  std::shared_ptr<const pack_content> content_;
};

/// One standard of a pack, by its `shared_content`; keeps the pack alive.
class standard {
 public:
  standard(std::shared_ptr<const pack_content> content,
           const standard_definition* definition);

  [[nodiscard]] const standard_definition& definition() const { return *definition_; }
  [[nodiscard]] const std::string& id() const;
  [[nodiscard]] const pack_content& content() const { return *content_; }
  [[nodiscard]] const std::shared_ptr<const pack_content>& shared_content() const {
    return content_;
  }
  [[nodiscard]] const vocabulary& words() const;

 private:
  std::shared_ptr<const pack_content> content_;
  const standard_definition* definition_;
};

/// One scoring scheme of a pack (<norma/rule/scheme.hpp> has its content), by its
/// `shared_content`; keeps the pack alive.
class scheme {
 public:
  scheme(std::shared_ptr<const pack_content> content,
         const scheme_definition* definition);

  [[nodiscard]] const scheme_definition& definition() const { return *definition_; }
  [[nodiscard]] const std::string& id() const;
  /// Admission and veto as a standard of the same pack: what units are bound
  /// to and judged by before points are counted.
  [[nodiscard]] norma::standard gates() const;

 private:
  std::shared_ptr<const pack_content> content_;
  const scheme_definition* definition_;
};

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/rule/impl/pack.ipp>
#endif
