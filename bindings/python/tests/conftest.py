# SPDX-License-Identifier: Apache-2.0
"""What the tests share: the pack of Zhejiang and two units of examples/facts."""

import pathlib

import norma
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]
DAY = "2024-03-31"


@pytest.fixture(scope="session")
def zj():
    return norma.load("cn-zj")


@pytest.fixture(scope="session")
def large(zj):
    return zj["enterprise.large_medium"]


@pytest.fixture(scope="session")
def failing(zj):
    return zj.read_unit(ROOT / "examples/facts/yongjiang_pump.yaml")


@pytest.fixture(scope="session")
def passing(zj):
    return zj.read_unit(ROOT / "examples/facts/all_satisfied_large.yaml")
