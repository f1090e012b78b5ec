// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>          // std::deque
#include <map>            // std::map
#include <memory>         // std::shared_ptr
#include <optional>       // std::optional
#include <set>            // std::set
#include <string>         // std::string
#include <string_view>    // std::string_view
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::move
#include <vector>         // std::vector

#include <norma/core/message.hpp>
#include <norma/expr/check.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/expr/parse.hpp>
#include <norma/load/impl/csv.hpp>
#include <norma/load/impl/key_examples.ipp>
#include <norma/load/impl/pack_source.ipp>
#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/scheme.hpp>

// The second step of loading: what the files say becomes a pack. Names first,
// then facts and parameters, then everything that has conditions, so that the
// order of keys and files does not matter. Members are defined by file kind:
// read_words.ipp, read_facts.ipp, read_parameters.ipp, read_tables.ipp,
// vocabularies.ipp, read_standards.ipp, layers.ipp, layer_keys.ipp,
// layer_checks.ipp, read_copies.ipp, read_schemes.ipp, read_scored_parts.ipp, standard_checks.ipp.

namespace norma::load_detail {

using detail::yaml_entry;
using detail::yaml_kind;
using detail::yaml_node;
using detail::yaml_reader;

/// A fact, derived fact or field as its file declares it, conditions unread.
struct declared_fact {
  fact_definition definition;
  const yaml_node* node = nullptr;
  yaml_reader in;
  bool derived = false;
};

struct declared_record {
  std::shared_ptr<const expr::record_type> type;
  std::vector<fact_definition> fields;
  source_span where;
};

/// What a node of a standard takes over from those around it.
struct node_context {
  const vocabulary* words = nullptr;
  const expr::scope* names = nullptr;  ///< what the pack sees; null: all words
  const pack_source* pack = nullptr;
  std::string path;  ///< of the enclosing node, "" for the standard
  citation cite;
  day_range in_force;
  source_span in_force_where;

  [[nodiscard]] const expr::scope& visible() const {
    return names != nullptr ? *names : words->names;
  }
};

[[nodiscard]] inline std::string path_below(const std::string& outer, const std::string& id) {
  return outer.empty() ? id : outer + '/' + id;
}

[[nodiscard]] inline bool is_numeric(fact_type t) {
  return t == fact_type::count || t == fact_type::amount || t == fact_type::number;
}

/// A path in an upper standard that a lower one names.
struct upper_path {
  std::string standard;
  std::string path;
  source_span where;
};

/// A node of a lower standard and the one above that it stands for.
struct layer_match {
  const rule_node* lower = nullptr;
  const rule_node* upper = nullptr;
};

/// How large a standard is with those embedded in it.
struct tree_size {
  std::size_t nodes = 0;
  std::size_t levels = 0;  ///< of standards inside standards
};

/// Bounds of a pack: copies of words stand in each kind of unit.
inline constexpr std::size_t most_unit_kinds = 32;
inline constexpr std::size_t most_words = 5000;
inline constexpr std::size_t most_fields = 100;
/// Bounds of a standard with those embedded in it.
inline constexpr std::size_t most_nodes = 20'000;
inline constexpr std::size_t most_embeddings = 8;

/// `area park`: the units that a standard is for.
[[nodiscard]] inline std::string kind_of(const standard_definition& s) {
  return s.area_kind.empty() ? s.unit : s.unit + ' ' + s.area_kind;
}

class pack_builder {
 public:
  pack_builder(const std::vector<std::unique_ptr<pack_source>>& packs, const limits& bounds,
               std::vector<diagnostic>& findings)
      : packs_(packs), bounds_(bounds), findings_(findings) {}

  [[nodiscard]] pack_content build();

 private:
  // read_words.ipp: documents, decisions, kinds of units, units of measure,
  // categories.
  [[nodiscard]] yaml_reader reader(const rule_file& file) const {
    return {file.file, findings_};
  }
  void read_words();
  void assume_units();
  void read_documents(const rule_file& head);
  void read_decisions(const rule_file& head);
  void read_units(const rule_file& facts);
  void read_measures(const rule_file& facts);
  void read_categories(const rule_file& facts);
  [[nodiscard]] day_range read_in_force(const yaml_reader& in, const yaml_node* node) const;
  [[nodiscard]] citation read_citation(const yaml_reader& in, const yaml_node* node,
                                       const citation& outer) const;
  [[nodiscard]] std::vector<std::string> read_decision(const yaml_reader& in,
                                                       const yaml_node* node) const;
  [[nodiscard]] bool check_name(const yaml_reader& in, const yaml_node& node) const;
  [[nodiscard]] bool check_id(const yaml_reader& in, const yaml_node& node) const;
  /// True if one of these `lost_names` may explain a finding about the file.
  [[nodiscard]] bool may_be_lost(const source_ptr& file, unsigned names) const {
    const auto found = lost_.find(file.get());
    return found != lost_.end() && (found->second & names) != 0;
  }
  /// Objects to a word that is not among `known`: the keys of a map, a list.
  template <class Known>
  void unknown(const yaml_reader& in, const yaml_node& node, std::string_view what,
               std::string_view name, const Known& known) const;
  template <class Map, class T>
  void declare(Map& to, std::string_view kind, const yaml_reader& in, const yaml_node& key,
               T what);

  // read_facts.ipp
  void read_records(const rule_file& facts);
  void read_facts(const rule_file& facts, const pack_source& pack);
  void read_fact(const yaml_reader& in, const yaml_entry& entry, bool derived,
                 const pack_source& pack);
  [[nodiscard]] fact_definition read_definition(const yaml_reader& in,
                                                const yaml_entry& entry) const;
  void read_kind_keys(const yaml_reader& in, const yaml_node& node,
                      fact_definition& to) const;
  void read_unit_and_scale(const yaml_reader& in, const yaml_node& node,
                           fact_definition& to) const;
  bool read_type(const yaml_reader& in, const yaml_node* node, fact_definition& to) const;
  bool set_type(const yaml_reader& in, const yaml_node& node, std::string_view written,
                fact_definition& to, bool inside) const;
  [[nodiscard]] std::optional<range_value> read_range(const yaml_reader& in,
                                                      const yaml_node* node,
                                                      const fact_definition& of) const;
  void fill_unit_records();
  void refuse_nested_units();

  // conditions.ipp
  void add_findings(std::vector<diagnostic> found) const;
  [[nodiscard]] expr::check_options condition_options(embedded_source where) const;
  [[nodiscard]] std::optional<embedded_source> place_condition(const yaml_reader& in,
                                                               const yaml_node* node) const;
  [[nodiscard]] std::optional<expr::expression> read_condition(
      const yaml_reader& in, const yaml_node* node, const expr::scope& names,
      const expr::type& wanted, bool rate_allowed = false) const;
  [[nodiscard]] std::optional<value> read_literal(const yaml_reader& in,
                                                  const yaml_node* node,
                                                  const fact_definition& as) const;

  // read_parameters.ipp
  void read_parameters(const rule_file& file, const pack_source& pack);
  void read_parameter(const yaml_reader& in, const yaml_entry& entry,
                      const pack_source& pack);
  void read_override(const yaml_reader& in, const yaml_entry& entry,
                     const pack_source& pack);
  [[nodiscard]] static expr::type type_of_values(const parameter& p, expr::type declared);
  void read_dated_values(const yaml_reader& in, const yaml_node* list,
                         const fact_definition& as, parameter& to) const;

  // read_tables.ipp
  void read_table(const rule_file& file, const pack_source& pack);
  void read_table_inputs(const yaml_reader& in, const yaml_node* node, table& to) const;
  bool read_table_rows(const yaml_reader& in, const yaml_node* node,
                       const pack_source& pack, const fact_definition& gives,
                       table& to) const;
  void read_csv_rows(const source_ptr& file, const fact_definition& gives, table& to) const;
  [[nodiscard]] std::optional<expr::expression> read_cell(std::string_view text,
                                                          const embedded_source& where,
                                                          const source_span& shown,
                                                          const table_input& input) const;
  void check_table(const table& t) const;
  [[nodiscard]] std::shared_ptr<const table> find_table(const yaml_reader& in,
                                                        const yaml_node* node) const;

  // vocabularies.ipp
  void build_vocabularies();
  void add_names(vocabulary& to);
  void add_overrides(vocabulary& words);
  void check_overrides(const vocabulary& words) const;
  [[nodiscard]] const pack_source* pack_named(std::string_view id) const;
  /// The names that rules and facts of a pack use: an upper pack does not see
  /// what a lower one overrides.
  [[nodiscard]] const expr::scope& names_for(const vocabulary& words,
                                             const std::string& pack) const;
  void add_name(vocabulary& to, const std::string& name, const expr::type& type,
                std::uint32_t slot, const source_span& where);
  void compile_facts(vocabulary& words);
  void compile_fact(vocabulary& words, const declared_fact& from, fact_definition& to);
  void compile_dated_by(const vocabulary& words, const declared_fact& from,
                        fact_definition& to) const;
  void compile_derived(vocabulary& words, const declared_fact& from, fact_definition& to);
  void order_derived(vocabulary& words);

  // read_standards.ipp
  void read_standard(const rule_file& file, const pack_source& pack);
  bool read_id(const yaml_reader& in, const yaml_node* named, const pack_source& pack,
               standard_definition& to);
  [[nodiscard]] std::optional<node_context> read_kind(const yaml_reader& in,
                                                      const yaml_node& root,
                                                      const pack_source& pack,
                                                      standard_definition& to) const;
  [[nodiscard]] std::optional<rule_node> read_item(const yaml_reader& in,
                                                   const yaml_node& node,
                                                   const node_context& outer);
  [[nodiscard]] std::optional<rule_node> read_member(const yaml_reader& in,
                                                     const yaml_node& node,
                                                     const node_context& outer);
  [[nodiscard]] std::optional<rule_node> read_part(const yaml_reader& in,
                                                   const yaml_node& node,
                                                   const node_context& outer);
  [[nodiscard]] std::optional<rule_node> bare_fact(const yaml_reader& in,
                                                   const yaml_node& node,
                                                   const node_context& outer);
  [[nodiscard]] std::optional<rule_node> read_embedded(const yaml_reader& in,
                                                       const yaml_node& node,
                                                       const node_context& outer) const;
  void read_common(const yaml_reader& in, const yaml_node& node, const node_context& outer,
                   rule_node& to);
  void read_common_keys(const yaml_reader& in, const yaml_node& node,
                        const node_context& outer, rule_node& to);
  void read_group(const yaml_reader& in, const yaml_node& node, const node_context& outer,
                  rule_node& to);
  void read_members(const yaml_reader& in, const yaml_node* list, const node_context& outer,
                    bool items, rule_node& to);
  bool read_boolean_fact(const yaml_reader& in, const yaml_node& node,
                         const node_context& outer, rule_node& to) const;
  void read_show(const yaml_reader& in, const yaml_node& node, const node_context& outer,
                 rule_node& to) const;
  void read_evidence_keys(const yaml_reader& in, const yaml_node& node,
                          const node_context& outer, rule_node& to) const;
  void check_part(const yaml_reader& in, const yaml_node& node, const rule_node& part) const;

  // layers.ipp: standards of upper packs, and standards inside standards.
  [[nodiscard]] std::string standard_key(std::string_view written,
                                         const pack_source& from) const;
  void name_standards();
  [[nodiscard]] const expr::standard_scope& standards_for(const source_ptr& file) const;
  [[nodiscard]] std::vector<standard_definition>& standards_of(const pack_source& pack);
  [[nodiscard]] standard_definition* find_standard(std::string_view key);
  [[nodiscard]] standard_definition* find_standard(std::string_view key,
                                                   const pack_source& from);
  void report_no_standard(std::string_view key, const source_span& where) const;
  void embed_standards();
  void embed(standard_definition& in);
  void embed_members(rule_node& at, standard_definition& in);
  [[nodiscard]] bool fits_inside(const rule_node& member, const standard_definition& target,
                                 const standard_definition& in) const;

  // layer_keys.ipp: what a standard says of the one that it refines.
  [[nodiscard]] const standard_definition* upper_standard(const yaml_reader& in,
                                                          const yaml_node* named,
                                                          const pack_source& pack);
  void read_layer_head(const yaml_reader& in, const yaml_node& root, const pack_source& pack,
                       standard_definition& to);
  void read_dropped(const yaml_reader& in, const yaml_node& node, standard_definition& to);
  void read_layer_keys(const yaml_reader& in, const yaml_node& node, rule_node& to);
  [[nodiscard]] citation read_authority(const yaml_reader& in, const yaml_node* node) const;
  void check_upper_paths() const;

  // layer_checks.ipp
  void check_refinements();
  void check_refinement(const standard_definition& lower, const standard_definition& upper,
                        const source_span& where);
  [[nodiscard]] bool embeds_refined(const rule_node& at, const std::string& wanted);
  void check_match(const layer_match& m, const standard_definition& lower,
                   const vocabulary& words) const;

  // read_copies.ipp: standards that change a few parts of an upper one.
  void read_copy(const yaml_reader& in, const yaml_node& root, const pack_source& pack,
                 standard_definition& to);
  void see_again(rule_node& at, const expr::scope& names) const;
  void see_again(std::optional<expr::expression>& condition, const expr::scope& names,
                 bool rate_allowed) const;
  void drop_node(const yaml_reader& in, const yaml_node& node, const std::string& copied,
                 standard_definition& to);
  void change_node(const yaml_reader& in, const yaml_entry& change, const std::string& copied,
                   const node_context& top, standard_definition& to);
  void add_nodes(const yaml_reader& in, const yaml_node& node, const std::string& copied,
                 const node_context& top, standard_definition& to);
  [[nodiscard]] rule_node* find_copied(const yaml_reader& in, const yaml_node& named,
                                       const std::string& copied, rule_node& root,
                                       node_context& around) const;
  // read_schemes.ipp
  void read_scheme(const rule_file& file, const pack_source& pack);
  void read_gate(const yaml_reader& in, const yaml_node* node, std::string_view id,
                 std::string_view title, const node_context& outer, rule_node& top);
  void read_block(const yaml_reader& in, const yaml_node& node, const node_context& outer,
                  inapplicable usual, scheme_definition& to);
  [[nodiscard]] std::optional<score_extra> read_extra(const yaml_reader& in,
                                                      const yaml_node* node,
                                                      const std::string& id,
                                                      const node_context& outer);
  [[nodiscard]] std::optional<number> read_points(const yaml_reader& in,
                                                  const yaml_node* node) const;
  [[nodiscard]] std::optional<inapplicable> read_inapplicable(const yaml_reader& in,
                                                              const yaml_node* node) const;
  void read_rounding(const yaml_reader& in, const yaml_node* node,
                     scheme_definition& to) const;
  void name_results(const yaml_reader& in, const yaml_node& root, scheme_definition& to);
  void read_tests(const yaml_reader& in, const yaml_node& root, scheme_definition& to);
  void check_reach(const scheme_definition& by, const std::string& id,
                   const expr::expression& when) const;

  // read_scored_parts.ipp
  [[nodiscard]] std::vector<scored_part> read_scored_parts(const yaml_reader& in,
                                                           const yaml_node* list,
                                                           const node_context& outer,
                                                           inapplicable usual);
  [[nodiscard]] std::optional<scored_part> read_scored_part(const yaml_reader& in,
                                                            const yaml_node& node,
                                                            const node_context& outer,
                                                            inapplicable usual);
  [[nodiscard]] std::optional<expr::expression> read_scored_value(
      const yaml_reader& in, const yaml_node* node, const expr::scope& names,
      const expr::type& wanted) const;
  void read_bands(const yaml_reader& in, const yaml_node& node, const node_context& outer,
                  scored_part& to);
  void read_grades(const yaml_reader& in, const yaml_node& node, const expr::scope& names,
                   scored_part& to);
  void read_loss(const yaml_reader& in, const yaml_node& node, const expr::scope& names,
                 scored_part& to);

  // standard_checks.ipp
  void check_scheme(const scheme_definition& s) const;
  void check_standard(const standard_definition& s) const;
  void check_at_least(const rule_node& at, day_range within) const;
  void check_parameters(const rule_node& at, const vocabulary& words,
                        day_range within) const;
  void check_parameter(std::uint32_t slot, const expr::expression* by, const rule_node& at,
                       const vocabulary& words, const day_range& within) const;
  [[nodiscard]] const std::vector<std::uint32_t>& latest_parameters(
      const vocabulary& words) const;

  // ratio_checks.ipp
  void check_ratios(const expr::expression& condition, const expr::node& at,
                    const vocabulary& words) const;
  void check_ratios(const rule_node& at, const vocabulary& words) const;

  const std::vector<std::unique_ptr<pack_source>>& packs_;
  const limits& bounds_;
  std::vector<diagnostic>& findings_;
  pack_content content_;
  /// More was declared than can be held: unknown names are not objected to.
  bool names_missing_ = false;
  /// By file: the `lost_names` that it might have used.
  std::map<const source_file*, unsigned> lost_;
  bool reading_cut_ = false;  ///< the file being read was not read to its end

  std::map<std::string, source_span> places_;  ///< `category size` → first place
  std::map<std::string, declared_record> records_;
  std::map<std::string, std::shared_ptr<expr::record_type>> unit_records_;
  std::deque<declared_fact> facts_;  ///< in order of packs and files
  std::map<std::string, std::size_t> fact_places_;
  std::vector<parameter> parameters_;
  std::map<std::string, std::size_t> parameter_places_;
  /// By pack and name: parameters that override an upper pack's.
  std::map<std::pair<std::string, std::string>, std::size_t> overrides_;
  /// By unit kind and pack, where they differ from this pack's.
  std::map<std::pair<std::string, std::string>, expr::scope> other_names_;
  mutable std::map<std::string, std::vector<std::uint32_t>> latest_;
  const standard_definition* reading_ = nullptr;  ///< the standard being read
  std::vector<std::shared_ptr<scheme_definition>> schemes_;
  bool refines_is_wrong_ = false;
  std::vector<upper_path> upper_paths_;
  /// Standards that refine another, by where they say so.
  std::vector<std::pair<std::string, source_span>> refining_;
  /// What `complies` may name in each file.
  std::map<const source_file*, std::shared_ptr<const expr::standard_scope>> scopes_;
  std::vector<const pack_source*> layers_;  ///< this pack, its upper pack, that one's …
  /// Standards whose members are whole, with the size of their trees.
  std::map<const standard_definition*, tree_size> embedded_;
  std::vector<const standard_definition*> embedding_;  ///< one inside the other
};

}  // namespace norma::load_detail
