# SPDX-License-Identifier: Apache-2.0
"""OpenFisca-Core: variables with formulas over arrays. It has no missing values, so it cannot
express W: facts that are missing stay at their default, and no verdict is ever open. Counts
are `int`, which is int32; amounts are `float`, as its country packages have them, which is
float32. Its rows are told with the verdicts that are wrong."""

import functools
import importlib.metadata
import operator

import numpy as np
from openfisca_core import periods
from openfisca_core.entities import build_entity
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from workload import (BOOLEANS, COUNTS, FACTS, ITEMS, VERDICTS, AtLeast, AtMost, Attested, Share)

VERSION = importlib.metadata.version("OpenFisca-Core")
MAY_DIFFER = True
WHEN = "2024-03"
ENTERPRISE = build_entity(key="enterprise", plural="enterprises", label="", is_person=True)


def variable(name, value_type, formula=None):
    body = {"value_type": value_type, "entity": ENTERPRISE, "label": name,
            "definition_period": periods.MONTH}
    if formula:
        body["formula"] = formula
    return type(name, (Variable,), body)


def condition(of, enterprise, period):
    match of:
        case Attested(fact):
            return enterprise(fact, period)
        case AtLeast(fact, least):
            return enterprise(fact, period) >= least
        case AtMost(fact, most):
            return enterprise(fact, period) <= most
        case Share(part, whole, times, share):
            return enterprise(part, period) * times >= enterprise(whole, period) * share


def all_of(conditions):
    return functools.reduce(operator.and_, conditions)


def formula_of(conditions):
    return lambda enterprise, period: all_of(
        condition(each, enterprise, period) for each in conditions)


def system():
    made = TaxBenefitSystem([ENTERPRISE])
    for fact in FACTS:
        kind = bool if fact in BOOLEANS else int if fact in COUNTS else float
        made.add_variable(variable(fact, kind))
    for name, conditions in ITEMS.items():
        made.add_variable(variable(f"item_{name}", bool, formula_of(conditions)))
    made.add_variable(variable(
        "item_verdict", bool, lambda enterprise, period: all_of(
            enterprise(f"item_{name}", period) for name in ITEMS)))
    return made


def runs(data, threads):
    simulation = SimulationBuilder().build_default_simulation(system(), data.units)
    for fact in FACTS:
        simulation.set_input(
            fact, WHEN, np.where(data.known[fact], data.values[fact], 0).astype(
                data.values[fact].dtype))

    def judge():
        for name in VERDICTS:
            simulation.delete_arrays(f"item_{name}")
        simulation.calculate("item_verdict", WHEN)
        return {name: simulation.calculate(f"item_{name}", WHEN) for name in VERDICTS}

    return {"OpenFisca": (judge, codes)}


def codes(found):
    return np.array([found[name].astype(np.int8) for name in VERDICTS])


def ask(question):
    if question.a is None:
        return "no missing values"
    kind = int if question.type == "int32" else float
    made = TaxBenefitSystem([ENTERPRISE])
    for name in ("a", "b"):
        made.add_variable(variable(name, kind))
    made.add_variable(variable("answer", bool, lambda enterprise, period: question.asked_of(
        enterprise("a", period), enterprise("b", period))))
    simulation = SimulationBuilder().build_default_simulation(made, 1)
    for name in ("a", "b"):
        simulation.set_input(name, WHEN, np.array([getattr(question, name)]))
    return simulation.calculate("answer", WHEN)[0]


ASK = {"OpenFisca": ask}
