// SPDX-License-Identifier: Apache-2.0
#include <algorithm>  // std::find_if, std::min

#include <norma/assess/assess.hpp>
#include <norma/assess/assess_scheme.hpp>
#include <norma/assess/data_errors.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>

#include "frame_judge.hpp"
#include "word_column.hpp"

// What a frame is asked about afterwards: its distances, and single rows.

namespace norma_python {

norma::batch::verdicts frame_judge::measure(const judged_batch& in,
                                            const std::vector<std::string>& paths) const {
  const auto most = static_cast<unsigned>(in.units.rows / 2048 + 1);
  auto found = plan_->by.judge(in.units, {.threads = std::min(options_.threads, most),
                                          .distances = paths,
                                          .rows_a_block = 2048});
  if (in.kinds) in.kinds->pass_over(found);
  return found;
}

held_report frame_judge::explain(const judged_batch& in, std::size_t row,
                                 const std::string& label, bool remedies) const {
  if (in.is_open(row))
    throw fact_error({told_of(in.kinds->why_open(row), label, "N0682")});
  norma::unit unit = norma::batch::unit_of(in.units, row, by_.gates);
  if (const auto kinds = words_column(in.rows->content, "kind")) {
    unit.area_kind = word_at(*kinds, row).value_or("");
  }
  held_report made;
  made.by = by_;
  made.facts = std::make_shared<const norma::bound_facts>(
      norma::bind(by_.gates, unit, {options_.as_of, std::nullopt}));
  made.content = by_.points
                     ? norma::assess(*by_.points, *made.facts)
                     : norma::assess(by_.gates, *made.facts, {.remedies = remedies});
  return made;
}

auto frame_judge::errors_of(const judged_batch& in, std::size_t row) const
    -> std::vector<erring_fact> {
  const auto& words = by_.gates.words();
  std::vector<erring_fact> all;
  for (const auto& each : plan_->points ? plan_->points->data_errors(in.units, row)
                                        : plan_->by.data_errors(in.units, row)) {
    const auto fact = norma::fact_of(each);
    const auto slot = words.find_fact(fact);
    const auto& columns = in.units.columns;
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const auto& c) {
      return slot && words.find_fact(c.name) == slot;
    });
    all.push_back({column == columns.end() ? fact : column->name, fact,
                   norma::describe(each, by_.gates.content(), words)});
  }
  return all;
}

std::vector<norma::diagnostic> frame_judge::data_errors(const judged_batch& in,
                                                        std::size_t row,
                                                        const std::string& label) const {
  if (in.is_open(row)) return {told_of(in.kinds->why_open(row), label, "N0681")};
  std::vector<norma::diagnostic> all;
  for (const auto& each : errors_of(in, row)) {
    if (each.fact.empty()) {  // there are more
      all.push_back({"N0689", {label, std::to_string(norma::most_causes)}, {}, {}});
      continue;
    }
    all.push_back({"N0677",
                   {label, each.column, each.fact, norma::text_argument(each.wrong)},
                   {},
                   {}});
  }
  return all;
}

std::vector<std::string> frame_judge::error_texts(const judged_batch& in,
                                                  std::size_t row) const {
  const auto words = [this](const std::string& column, const norma::text& wrong) {
    return lang() == norma::language::zh ? column + "：" + wrong.zh
                                         : column + ": " + wrong.en;
  };
  if (in.is_open(row)) {
    const auto cell = in.kinds->why_open(row);
    return {words(cell.column, cell.why)};
  }
  std::vector<std::string> all;
  for (const auto& each : errors_of(in, row))
    all.push_back(each.fact.empty() ? each.wrong.in(lang())
                                    : words(each.column, each.wrong));
  return all;
}

row_texts joined(const row_errors& all, norma::language lang) {
  const char* between = lang == norma::language::zh ? "；" : "; ";
  row_texts made;
  for (const auto& [row, texts] : all) {
    std::string words;
    for (const auto& each : texts) words += (words.empty() ? "" : between) + each;
    made.emplace_back(row, std::move(words));
  }
  return made;
}

}  // namespace norma_python
