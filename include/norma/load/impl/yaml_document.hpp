// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional
#include <vector>    // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/source.hpp>
#include <norma/load/impl/yaml_node.hpp>

namespace norma::load_detail {

/// Reads one YAML document by parser events. Where it is none (N0201), nests
/// deeper than `bounds.yaml_depth` (N0207) or more documents follow (N0206), what
/// stands before is given, `cut`; nothing if that is no mapping with a key.
/// Duplicate keys (N0202: the first one stays), anchors, aliases, tags and
/// merge keys (N0205) are findings and leave a tree that can be looked at
/// further. Linear in the size of the file.
[[nodiscard]] std::optional<yaml_node> parse_yaml(const source_ptr& file,
                                                  const limits& bounds,
                                                  std::vector<diagnostic>& findings);

}  // namespace norma::load_detail

#if defined(NORMA_HEADER_ONLY)
#include <norma/load/impl/yaml_document.ipp>
#endif
