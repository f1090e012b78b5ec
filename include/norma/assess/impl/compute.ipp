// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a derived fact comes to, by its expression or its table.

#include <cstddef>  // std::size_t
#include <span>     // std::span
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/impl/statement.ipp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// The table by its title and what went into it by labels: the table itself
// knows nothing but names.
inline value table_error(const fact_definition& f, std::span<const value> inputs,
                         const std::string& code, const bound_facts& in) {
  text given;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const auto slot = f.table_inputs[i];
    const auto add = [&](std::string& to, language lang) {
      const wording words{*in.words, *in.names, lang};
      if (!to.empty()) to += comma(lang);
      to += words.label(slot) + ' ' + words.of(inputs[i], *in.names->fact(slot));
    };
    add(given.zh, language::zh);
    add(given.en, language::en);
  }
  const auto& t = *f.from_table;
  return data_error({}, code,
                    {t.title.empty() ? t.id : text_argument(t.title),
                     text_argument({make_visible(given.zh), make_visible(given.en)})});
}

inline value compute(const fact_definition& f, const bound_facts& in) {
  if (in.account != nullptr && in.account->left == 0) {
    in.account->stop(step_limit::of_all);  // tables take time, too
    return stopped_by(step_limit::of_all, {}, in.bounds);
  }
  const auto env = environment_of(in, true);
  if (f.value) return expr::evaluate(*f.value, env);
  std::vector<value> inputs;
  inputs.reserve(f.table_inputs.size());
  for (const auto slot : f.table_inputs) inputs.push_back(in.slots[slot]);
  value found = look_up(*f.from_table, inputs, env);
  const auto why = found.causes();
  const bool in_error = why && why->size() == 1 && why->front().fact.empty() &&
                        (why->front().code == "N0720" || why->front().code == "N0721");
  return in_error ? table_error(f, inputs, why->front().code, in) : found;
}

}  // namespace norma::detail
