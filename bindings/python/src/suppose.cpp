// SPDX-License-Identifier: Apache-2.0
#include <utility>  // std::move

#include <norma/load/stated_value.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/suppose.hpp>

#include "python.hpp"

// Parameters that are supposed to have another value.

namespace norma_python {

namespace {

const norma::parameter* find_parameter(const norma::pack_content& in,
                                       const std::string& name) {
  for (const auto& [kind, words] : in.vocabularies) {
    if (const auto slot = words.find_parameter(name))
      return &std::get<norma::parameter>(words.slots[*slot]);
  }
  return nullptr;
}

/// `90 %`, as reports show it, is `90%`.
std::string with_sign_close(std::string text) {
  if (norma::share_sign_of(text) == norma::share_sign::none) return text;
  const std::size_t sign = text.ends_with('%') ? 1 : 3;  // bytes
  const auto digits = text.find_last_not_of(' ', text.size() - sign - 1);
  if (digits == std::string::npos) return text;
  return text.erase(digits + 1, text.size() - sign - digits - 1);
}

/// Of a number without a sign: 90 is hardly meant to be 9,000 %.
void require_share(const norma::parameter& p, const norma::number& n) {
  const norma::number none{0}, all{1};
  if (p.share == norma::share_sign::none || (n >= none && n <= all)) return;
  const norma::number whole{p.share == norma::share_sign::percent ? 100 : 1000};
  const auto* in_force = p.values.empty() ? nullptr : p.values.back().content.num();
  const auto meant = n > all && n <= whole ? *divide(n, whole)
                     : in_force            ? *in_force
                                           : all;
  const char* const sign = p.share == norma::share_sign::percent ? "%" : "‰";
  throw norma::rule_error(
      {{"N0579",
        {p.name, n.to_string(), meant.to_string(), (meant * whole).to_string() + sign},
        {},
        {}}});
}

/// A text as rule files state it, anything else as facts are handed over.
norma::value value_of(const norma::parameter& p, py::handle given) {
  if (PyUnicode_Check(given.ptr())) {
    const auto text = with_sign_close(py::cast<std::string>(given));
    const auto source = std::make_shared<const norma::source_file>(p.name, text);
    std::vector<norma::diagnostic> found;
    auto read = norma::read_stated(text, p, {source, 0, text.size()}, found);
    if (!read) throw norma::rule_error(std::move(found));
    if (read->num() != nullptr && norma::share_sign_of(text) == norma::share_sign::none) {
      require_share(p, *read->num());
    }
    return *std::move(read);
  }
  if (auto taken = take_value(given, norma::fact_like(p))) {
    if (taken->num() != nullptr) require_share(p, *taken->num());
    return *std::move(taken);
  }
  const auto said = py::cast<std::string>(py::repr(given));
  const norma::text words{"`" + p.name + "` 的值不能是 " + said,
                          "the value of `" + p.name + "` can not be read from " + said};
  throw py::type_error(words.in(language_of(py::none())));
}

}  // namespace

norma::pack supposed(const norma::pack& of, const py::dict& values) {
  auto made = of;
  for (const auto& [name, given] : values) {
    const auto said = py::cast<std::string>(name);
    const auto* p = find_parameter(of.content(), said);
    // Of a parameter that is not there the library says so.
    made =
        norma::suppose(made, said, p == nullptr ? norma::value{} : value_of(*p, given));
  }
  return made;
}

criterion supposed(const criterion& by, const py::dict& values) {
  const auto of = supposed(by.of, values);
  const auto scheme =
      by.points ? of.find_scheme(by.points->id()) : std::optional<norma::scheme>();
  criterion made{of, scheme ? scheme->gates() : of.standard(by.gates.id()), scheme};
  if (by.from) {
    made.from = std::make_shared<loaded_pack>(*by.from);
    made.from->content = of;
  }
  return made;
}

py::dict supposed_in(const norma::pack& of) {
  py::dict all;
  for (const auto& name : of.content().supposed)
    all[py::str(name)] = value_object(*find_parameter(of.content(), name)->supposed);
  return all;
}

}  // namespace norma_python
