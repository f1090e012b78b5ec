# SPDX-License-Identifier: Apache-2.0
"""A pack as files, with those it builds on."""

from pack import Copy
from pack_text import (HEAD, copy_text, facts_text, head, parameters_text, standard_text,
                       table_text)
from scheme_text import scheme_text


def files(pack):
    """All files by `pack/file`."""
    found = {}
    for layer in pack.layers():
        add = {"pack.yaml": head(layer), "facts.yaml": facts_text(layer)}
        if layer.parameters:
            add["parameters.yaml"] = parameters_text(layer)
        for name, table in layer.tables.items():
            add[f"table_{name}.yaml"] = table_text(layer, name, table)
        for name, (kind, root) in layer.standards.items():
            add[f"standard_{name}.yaml"] = copy_text(name, root) if isinstance(root, Copy) \
                else standard_text(name, kind, root)
        for name, (kind, scheme) in layer.schemes.items():
            add[f"schemes/{name}.yaml"] = scheme_text(name, kind, scheme)
        found.update({f"{layer.name}/{name}": content for name, content in add.items()
                      if content != HEAD})
    return found
