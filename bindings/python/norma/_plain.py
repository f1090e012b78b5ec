# SPDX-License-Identifier: Apache-2.0
"""What libraries hand over, in Python's own types; none of them is imported here."""

import collections.abc
import datetime
import decimal
import fractions
import numbers
from typing import Any

OWN = (bool, int, float, str, dict, list, tuple, set, frozenset, datetime.date,
       datetime.timedelta, decimal.Decimal, fractions.Fraction)


def plain(given: Any) -> Any:
    """The scalar or list that `given` stands for; `given` itself where it is none.

    >>> import collections
    >>> plain(collections.OrderedDict(a=1)), plain(range(3))
    (OrderedDict([('a', 1)]), [0, 1, 2])
    """
    home = type(given).__module__.partition(".")[0]
    if home == "pandas" and type(given).__name__ in ("NAType", "NaTType"):
        return None  # NaT is a datetime to isinstance
    if isinstance(given, OWN):
        return given
    if home == "numpy":
        return _from_numpy(given)
    if home == "pyarrow":
        return given.as_py() if hasattr(given, "as_py") else given.to_pylist()
    if home in ("pandas", "polars") and hasattr(given, "__iter__"):
        return [plain(one) for one in given]
    if isinstance(given, numbers.Integral):
        return int(given)
    if isinstance(given, numbers.Rational):
        return fractions.Fraction(int(given.numerator), int(given.denominator))
    if isinstance(given, collections.abc.Mapping):
        return dict(given)
    if isinstance(given, collections.abc.Set):
        return set(given)
    if isinstance(given, (collections.abc.Sequence, collections.abc.ValuesView)):
        return given if isinstance(given, (bytes, bytearray, memoryview)) else list(given)
    return given


def _from_numpy(given: Any) -> Any:
    kind = given.dtype.kind if hasattr(given, "dtype") else ""
    if getattr(given, "shape", ()):
        return [plain(one) for one in given]
    if kind == "f":  # float16 and float32: their own shortest decimal, not that of the double
        shortest = decimal.Decimal(str(given))
        return None if shortest.is_nan() else shortest
    if kind == "M":
        return None if str(given) == "NaT" else given.astype("datetime64[us]").item()
    if kind in "biuSUO":
        return given.item()
    return given


def mapping(facts: Any) -> dict[Any, Any]:
    """The facts as a dict: any Mapping, or a row of a frame."""
    if isinstance(facts, collections.abc.Mapping):
        return dict(facts)
    if type(facts).__module__.partition(".")[0] == "pandas" and hasattr(facts, "to_dict"):
        return dict(facts.to_dict())
    raise TypeError("facts are a mapping of names to values, or a norma.Unit, not "
                    f"{type(facts).__name__}")
