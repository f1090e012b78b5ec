// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/test_file.hpp>

#include <algorithm>  // std::find, std::min
#include <cstddef>    // std::size_t

#include <norma/load/impl/test_changes.ipp>
#include <norma/load/impl/test_given.ipp>
#include <norma/load/impl/test_reader.ipp>
#include <norma/load/impl/test_target.ipp>
#include <norma/rule/content.hpp>

// What a case expects, and the file as a whole.

namespace norma::load_detail {

/// Paths count as they stand in the rule's tree.
inline bool test_reader::is_among(const yaml_node& key,
                                  const std::vector<std::string>& known) {
  if (std::find(known.begin(), known.end(), key.text) != known.end()) return true;
  yaml_.report("N0811", {key.text, result_.target, near_word(findings_, key.text, known)},
               key);
  return false;
}

inline void test_reader::read_expect(const yaml_node* node, test_case& to) {
  if (!yaml_.expect_mapping(node)) return;
  for (const yaml_entry& entry : node->entries) {
    if (!is_path(entry.key)) continue;
    if (table_ != nullptr) {
      expect_value(entry, to);
    } else if (yaml_.read_choice(&entry.value,
                                 {"pass", "fail", "undetermined", "not_applicable"})) {
      to.expect.push_back({entry.key.text, entry.value.text, yaml_.span(entry.value)});
    }
  }
}

/// The value that a table is to give, or `undetermined`.
inline void test_reader::expect_value(const yaml_entry& entry, test_case& to) {
  const std::optional<std::string> wanted = yaml_.scalar(&entry.value);
  if (!wanted) return;
  scalar_problem problem;
  if (*wanted != "undetermined" && table_->gives.category &&
      !scan_category(*wanted, *table_->gives.category, problem)) {
    yaml_.report(problem.code, problem.arguments, entry.value);
    return;
  }
  to.expect.push_back({entry.key.text, *wanted, yaml_.span(entry.value)});
}

inline void test_reader::read_reasons(const yaml_node* node, test_case& to) {
  if (!yaml_.expect_mapping(node)) return;
  for (const yaml_entry& entry : node->entries) {
    const bool known =
        yaml_.read_choice(&entry.value, shapes::test_case.words("reason")).has_value();
    if (is_path(entry.key) && known) {
      to.reason.push_back({entry.key.text, entry.value.text, yaml_.span(entry.value)});
    }
  }
}

inline void test_reader::read_distances(const yaml_node* node, test_case& to) {
  if (!yaml_.expect_mapping(node)) return;
  for (const yaml_entry& entry : node->entries) {
    const std::optional<std::string> written = yaml_.scalar(&entry.value);
    if (!is_path(entry.key) || !written) continue;
    scalar_problem problem;
    if (!scan_number(*written, fact_type::number, bounds_, problem)) {
      yaml_.report(problem.code, problem.arguments, entry.value);
      continue;
    }
    to.distance.push_back({entry.key.text, *written, yaml_.span(entry.value)});
  }
}

/// `events[2].confirmed` with the fact's name for its alias; "" and a finding
/// if there is no such fact.
inline std::string test_reader::fact_path(const yaml_node& name) {
  const std::size_t end = std::min(name.text.find_first_of(".["), name.text.size());
  yaml_node fact_name = name;
  fact_name.text.resize(end);
  const fact_definition* fact = find_fact(fact_name);
  return fact == nullptr ? std::string() : fact->name + name.text.substr(end);
}

inline void test_reader::read_causes(const yaml_node* node, test_case& to) {
  if (!yaml_.expect_mapping(node)) return;
  for (const yaml_entry& entry : node->entries) {
    std::vector<std::string> facts;
    for (const yaml_node* name : yaml_.read_words(&entry.value, true)) {
      std::string path = fact_path(*name);
      if (!path.empty()) facts.push_back(std::move(path));
    }
    if (is_path(entry.key)) to.causes.emplace_back(entry.key.text, std::move(facts));
  }
}

inline void test_reader::read_remedy(const yaml_node* node, test_case& to) {
  if (!yaml_.expect_mapping(node)) return;
  to.remedy.emplace();
  to.remedy_where = yaml_.span(yaml_reader::head_of(*node));
  for (const yaml_entry& entry : node->entries) {
    const fact_definition* fact = find_fact(entry.key);
    const std::optional<std::string> written = yaml_.scalar(&entry.value);
    if (fact == nullptr || !written) continue;
    scalar_problem problem;
    const std::optional<value> wanted = scan_scalar(*written, *fact, bounds_, problem);
    if (!wanted) {
      yaml_.report(problem.code, problem.arguments, entry.value);
      continue;
    }
    const number* amount = wanted->num();
    to.remedy->push_back({fact->name,
                          amount != nullptr ? amount->to_string()
                          : wanted->boolean() != nullptr
                              ? (*wanted->boolean() ? "true" : "false")
                              : *written,
                          yaml_.span(entry.value)});
  }
}

/// Points: `90`, or `80..90` where they are open between the two.
inline void test_reader::read_scores(const yaml_node* node, test_case& to) {
  if (!yaml_.expect_mapping(node)) return;
  for (const yaml_entry& entry : node->entries) {
    const std::optional<std::string> written = yaml_.scalar(&entry.value);
    if (!is_among(entry.key, score_paths_) || !written) continue;
    const std::size_t dots = written->find("..");
    scalar_problem problem;
    const bool read =
        scan_number(written->substr(0, dots), fact_type::number, bounds_, problem) &&
        (dots == std::string::npos ||
         scan_number(written->substr(dots + 2), fact_type::number, bounds_, problem));
    if (read) {
      to.score.push_back({entry.key.text, *written, yaml_.span(entry.value)});
    } else {
      yaml_.report(problem.code, problem.arguments, entry.value);
    }
  }
}

inline void test_reader::read_tier(const yaml_node* node, test_case& to) {
  const std::optional<std::string> wanted = yaml_.scalar(node);
  if (!wanted) return;
  auto known = tiers_;
  known.insert(known.end(), {"none", "undetermined"});
  if (is_among(*node, known)) to.tier = {".", *wanted, yaml_.span(*node)};
}

/// The findings in order of place; those about given units after them.
inline std::vector<diagnostic> test_reader::take_findings() {
  std::vector<diagnostic> all = std::move(findings_);
  for (diagnostic& each : found_.take()) all.push_back(std::move(each));
  std::stable_sort(all.begin(), all.end(), [](const diagnostic& a, const diagnostic& b) {
    return a.where.begin < b.where.begin;
  });
  finding_list shown(bounds_.diagnostics_per_file);
  for (diagnostic& each : all) shown.add(std::move(each));
  all = shown.take();
  all.insert(all.end(), of_units_.begin(), of_units_.end());
  return all;
}

inline test_file_result test_reader::read() {
  test_file_result result;
  result_.path = where_;
  const auto root = parse_yaml(yaml_.file(), bounds_, findings_);
  if (root && yaml_.expect_format(*root, "tests: …") && !is_another_document(*root)) {
    yaml_.only_keys(*root, shapes::tests.names());
    const yaml_node* target = yaml_.require_key(*root, "tests");
    const yaml_node* cases = yaml_.require_key(*root, "cases");
    defaults shared;
    shared.given = root->find("given");
    shared.as_of = yaml_.read_date(root->find("as_of"));
    shared.has_as_of = root->find("as_of") != nullptr;
    shared.known_as_of = yaml_.read_date(root->find("known_as_of"));
    std::map<std::string, source_span> names;
    if (find_target(target) && yaml_.expect_sequence(cases)) {
      for (const yaml_node& node : cases->items) {
        std::optional<test_case> read = read_case(node, shared);
        if (!read) continue;
        const auto [first, added] = names.emplace(read->name, read->where);
        if (!added) {
          yaml_.report_second("N0812", {read->name}, *node.find("name"), first->second);
        }
        result_.cases.push_back(*std::move(read));
      }
    }
  }
  const bool failed = has_errors(findings_) || found_.failed();
  if (!failed) result.file = std::move(result_);
  result.diagnostics = take_findings();
  return result;
}

}  // namespace norma::load_detail

namespace norma {

NORMA_INLINE test_file_result try_read_tests(const std::filesystem::path& where,
                                             const pack& words, const limits& bounds,
                                             given_account* given) {
  test_file_result result;
  given_account own(given_bytes(bounds));
  limits of_rules = bounds;
  of_rules.file_bytes = std::min(bounds.file_bytes, bounds.rule_file_bytes);
  source_ptr file = load_detail::read_source(where, of_rules, result.diagnostics);
  if (!file) return result;
  return load_detail::test_reader(words, bounds, std::move(file), where,
                                  given != nullptr ? *given : own)
      .read();
}

}  // namespace norma
