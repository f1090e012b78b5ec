// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/bind_for.hpp>

#include <utility>  // std::move

#include <norma/rule/content.hpp>

namespace norma {

NORMA_INLINE bound_facts bind_for(const expr::expression& asked, const pack& of,
                                  const unit& facts, const days& on,
                                  const limits& bounds) {
  pack_content content = of.content();
  standard_definition by;
  by.unit = facts.kind;
  by.root.require = asked;
  content.standards.push_back(std::move(by));
  const pack with_it(std::move(content));  // finds anew what is read of units in lists
  return bind(with_it.standards().back(), facts, on, bounds);
}

}  // namespace norma
