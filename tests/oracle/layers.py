# SPDX-License-Identifier: Apache-2.0
"""Standards of layered packs (design section 8): where a name leads, what a copy is."""

from dataclasses import replace

from pack import Copy


def find(pack, standard):
    """(pack, kind of units, root) of a standard by the name that a pack has for it."""
    name, _, own = standard.rpartition(":")
    while name and pack.name != name:
        pack = pack.upper
    kind, root = pack.standards[own]
    return pack, kind, expanded(pack, root, own) if isinstance(root, Copy) else root


def opened(pack, node):
    """The node, or the standard that stands there, and the pack whose rules it has."""
    if not node.embeds:
        return pack, node
    pack, _, root = find(pack, node.embeds)
    return pack, root


def join(path, member):
    name = member.embeds or member.id
    return name if path == "." else f"{path}/{name}"


def nodes(pack, standard):
    """(path, node) of all of a standard, standards inside opened."""
    by, _, root = find(pack, standard)
    return list(nodes_below(by, root))


def nodes_below(pack, node, path="."):
    yield path, node
    for member in node.members:
        yield from nodes_below(*opened(pack, member), join(path, member))


def expanded(pack, copy, own):
    """The whole standard that a copy is: dropped first, then changed, then added."""
    above, _, root = find(pack, copy.of)
    root = named_in_full(root, above.name)
    root.id = own
    for path in copy.drop:
        around, node = place(root, path)
        around.members.remove(node)
    for path, change in copy.change.items():
        _, node = place(root, path)
        for key, value in change.items():
            setattr(node, key, value)
    for path, members in copy.add:
        _, node = place(root, path)
        node.members = node.members + members
    root.when = copy.when or root.when
    root.in_force = copy.in_force or root.in_force
    return root


def named_in_full(node, name):
    """The node with standards named by their pack: what is copied means what it meant."""
    def full(id_):
        return id_ if ":" in id_ else f"{name}:{id_}"

    def tree_in_full(tree):
        if not isinstance(tree, tuple):
            return tree
        if tree[:2] in (("call", "complies"), ("call", "verdict")):
            return tree[:3] + (tree_in_full(tree[3]), ("lit", full(tree[4][1])))
        return tuple(map(tree_in_full, tree))

    return replace(node, embeds=node.embeds and full(node.embeds), when=tree_in_full(node.when),
                   require=tree_in_full(node.require),
                   members=[named_in_full(member, name) for member in node.members])


def place(root, path):
    """(the group around it, the node) at a path of the upper standard."""
    around, node = None, root
    for name in path.split("/") if path != "." else ():
        around, node = node, [
            member for member in node.members
            if name in (member.embeds or member.id, member.embeds.rpartition(":")[2])][0]
    return around, node
