// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include <norma/rule/content.hpp>
#include <norma/rule/standard.hpp>

#include "console.hpp"
#include "text_table.hpp"

// What `norma show` says of a standard's upper one.

namespace norma::cli {

/// The clause as it stands in the document, with the document's number where
/// it is another than the usual one.
[[nodiscard]] std::string cited(const citation& c, const pack_content& content,
                                const std::string& usual = {});

/// The standard that it refines, and by what authority it relaxes and drops.
void add_layer_head(const standard_definition& of, const pack_content& content,
                    const console& to, text_table& lines);

/// The upper part that the node stands for, named or at its own path.
void add_layer_rows(const rule_node& at, const standard_definition& of,
                    const pack_content& content, const console& to, text_table& lines);

/// What stands at another path than above or in other words, and what has
/// nothing in its place; "" if the standard says nothing of the kind.
[[nodiscard]] std::string show_layers(const standard_definition& of,
                                      const pack_content& content, const console& to);

}  // namespace norma::cli
