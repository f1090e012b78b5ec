# SPDX-License-Identifier: Apache-2.0
"""Facts of a unit that can be hidden, down to a field of a record in a list."""

from pack import Given, Unit


def hidden_facts(chance, pack, unit):
    """Functions that hide each a fact or a field of a unit, in random order. Derived
    facts stay: where it can be computed, supplying one is a correction."""
    found = []
    _of_unit(chance, pack, unit, lambda u: u, found)
    chance.shuffle(found)
    return found[:12]


def _of_unit(chance, pack, unit, reach, found):
    for name, supplied in unit.facts.items():
        if pack.facts(unit.kind)[name].derived:
            continue
        content = supplied.statements[0].content
        if isinstance(content, list) and not supplied.versioned and chance.random() < 0.7:
            _of_list(chance, pack, content,
                     lambda u, name=name: reach(u).facts[name].statements[0].content, found)
        elif chance.random() < 0.6:
            found.append(lambda u, name=name: reach(u).facts.pop(name))


def _of_list(chance, pack, content, reach, found):
    for place, element in enumerate(content):
        if isinstance(element, Unit):
            _of_unit(chance, pack, element, lambda u, place=place: reach(u)[place], found)
        elif isinstance(element.content, dict):
            found += [lambda u, place=place, name=name: reach(u)[place].content.pop(name)
                      for name in element.content if chance.random() < 0.4]
        elif isinstance(element, Given) and chance.random() < 0.4:
            found.append(lambda u, place=place: reach(u).__setitem__(place, Given("blank")))
