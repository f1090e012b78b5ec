// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>      // std::uint32_t
#include <map>          // std::map
#include <memory>       // std::shared_ptr
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <variant>      // std::variant
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/citation.hpp>
#include <norma/rule/fact.hpp>
#include <norma/rule/parameter.hpp>
#include <norma/rule/standard.hpp>
#include <norma/rule/table.hpp>

namespace norma {

/// A kind of unit: enterprise, site, area …
struct unit_kind {
  std::string id;
  text label;
  std::vector<std::string> kinds;  ///< of an area: park, township
};

/// Everything the expressions about one unit kind can name, with its slot:
/// facts, derived facts and parameters of the pack and of those it builds on.
struct vocabulary {
  std::string unit;  ///< unit kind
  expr::scope names;
  /// By slot.
  std::vector<std::variant<fact_definition, parameter>> slots;
  /// Slots of derived facts, each after those it rests on.
  std::vector<std::uint32_t> derived;

  /// The definition of a fact or derived fact, or null for a parameter.
  [[nodiscard]] const fact_definition* fact(std::uint32_t slot) const;
  /// The slot of a fact (no parameter) by name or alias, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> find_fact(std::string_view name) const;
};

/// A unit of measure as readers see it: `{zh: 人, en: persons}`. `leads`: the
/// English word stands before the number (`CNY 5.00`). `one`: the English word
/// for exactly one of them (`1 person`).
struct measure_unit {
  std::string id;
  text label;
  std::optional<int> scale;  ///< decimals of amounts in it (CNY: 2)
  bool leads = false;
  std::string one = {};  ///< empty: the label's word
};

/// Name and version of a pack, with the hash of its files.
struct pack_identity {
  std::string id;
  std::string version;
  std::string hash;  ///< `sha256:…` over sorted (path, bytes), without tests/
  friend bool operator==(const pack_identity&, const pack_identity&) = default;
};

/// The content of a pack, plain data: made by `load`, or in code.
struct pack_content {
  pack_identity identity;
  text title;
  std::vector<pack_identity> uses;  ///< the packs it builds on, upper ones too
  std::string extends;              ///< id of the upper pack; may be empty
  std::map<std::string, document> documents;
  std::map<std::string, text> decisions;
  std::map<std::string, unit_kind> units;
  std::map<std::string, measure_unit> measures;
  std::map<std::string, std::shared_ptr<const expr::category_type>> categories;
  std::map<std::string, std::shared_ptr<const table>> tables;
  std::map<std::string, vocabulary> vocabularies;  ///< by unit kind
  std::vector<standard_definition> standards;      ///< in order of file names
  /// Those of the upper packs, by which its own may be meant: `cn:enterprise`.
  std::vector<standard_definition> upper_standards;
};

class standard;

/// A compiled pack: immutable, cheap to copy, safe to share between threads.
class pack {
 public:
  explicit pack(pack_content content);

  [[nodiscard]] const pack_content& content() const { return *content_; }
  [[nodiscard]] const std::string& id() const { return content_->identity.id; }
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

 private:
  std::shared_ptr<const pack_content> content_;
};

/// One standard of a pack; keeps the pack alive.
class standard {
 public:
  standard(std::shared_ptr<const pack_content> content,
           const standard_definition* definition);

  [[nodiscard]] const standard_definition& definition() const { return *definition_; }
  [[nodiscard]] const std::string& id() const { return definition_->id; }
  [[nodiscard]] const pack_content& content() const { return *content_; }
  [[nodiscard]] const std::shared_ptr<const pack_content>& shared_content() const {
    return content_;
  }
  [[nodiscard]] const vocabulary& words() const;

 private:
  std::shared_ptr<const pack_content> content_;
  const standard_definition* definition_;
};

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/rule/impl/pack.ipp>
#endif
