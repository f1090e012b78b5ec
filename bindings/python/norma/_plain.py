# SPDX-License-Identifier: Apache-2.0
"""What libraries hand over, in Python's own types; none of them is imported here."""

import collections.abc
import datetime
import decimal
import fractions
import numbers
import struct
from typing import Any

from ._words import in_language

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
        return _from_arrow(given)
    if home in ("pandas", "polars") and type(given).__name__ == "DataFrame":
        return given.to_dict("records") if home == "pandas" else given.to_dicts()
    if home in ("pandas", "polars") and hasattr(given, "__iter__"):
        return _items(given)
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


class ShortFloat(float):
    """A float that had fewer bits than a double, in which counts are sooner not exact."""

    bits: int


def shortest(single: float, form: str) -> ShortFloat:
    """The shortest decimal that reads back as the same number of `form`, single (`f`) or half
    (`e`): of 0.1 in 32 bits a double has the digits 0.10000000149011612.

    >>> shortest(0.10000000149011612, "f"), shortest(0.0999755859375, "e").bits
    (0.1, 16)
    """
    made = ShortFloat(_shortest(single, form))
    made.bits = 8 * struct.calcsize(form)
    return made


def _shortest(single: float, form: str) -> float:
    for digits in range(1, 10):
        short = float(f"{single:.{digits}g}")
        try:
            if struct.pack(form, short) == struct.pack(form, single):
                return short
        except OverflowError:  # rounded up beyond the greatest
            continue
    return single


def form_of(type_name: str) -> str:
    """Of a type of floats shorter than doubles the letter that `struct` has for it.

    >>> form_of("Float32"), form_of("halffloat"), form_of("float64"), form_of("float[pyarrow]")
    ('f', 'e', '', 'f')
    """
    name = type_name.lower().removesuffix("[pyarrow]")
    return "f" if name in ("float", "float32") else "e" if name in ("float16", "halffloat") else ""


def _items(series: Any) -> list[Any]:
    form = form_of(str(getattr(series, "dtype", "")))
    return [shortest(one, form) if form and isinstance(one, float) else plain(one)
            for one in series]


def _from_arrow(given: Any) -> Any:
    if not hasattr(given, "as_py"):
        return [_from_arrow(one) for one in given]
    kind, value = str(given.type), given.as_py()
    if value is not None and form_of(kind):
        return shortest(value, form_of(kind))
    if isinstance(value, dict) and kind.startswith("struct"):
        return {name: _from_arrow(one) for name, one in given.items()}
    if isinstance(value, list) and not kind.startswith("map"):
        return [_from_arrow(one) for one in given.values]
    return value


def _from_numpy(given: Any) -> Any:
    kind = given.dtype.kind if hasattr(given, "dtype") else ""
    if getattr(given, "shape", ()):
        return [plain(one) for one in given]
    if type(given).__name__ == "MaskedConstant" or str(given) == "NaT":
        return None
    if kind == "f":
        own = decimal.Decimal(str(given))
        if own.is_nan():
            return None
        return shortest(float(given), given.dtype.char) if given.dtype.itemsize < 8 else own
    if kind == "M":
        return given.astype("datetime64[us]").item()
    if kind in "biuSUO":
        return given.item()
    return given


def mapping(facts: Any) -> dict[Any, Any]:
    """The facts as a dict: any Mapping, or a row of a frame."""
    if isinstance(facts, collections.abc.Mapping):
        return dict(facts)
    ndim = getattr(facts, "ndim", None)
    if type(facts).__module__.partition(".")[0] == "pandas" and ndim == 1:
        return dict(zip(facts.index, _items(facts), strict=True))
    of = type(facts).__name__
    if ndim == 2 or hasattr(facts, "__arrow_c_stream__"):
        raise TypeError(in_language((
            f"`{of}` 是多个单位的表：请用 `assess_frame`，或交其中一行",
            f"a {of} holds many units: `assess_frame` judges them, `assess` a row of it")))
    raise TypeError(in_language((
        f"事实须为名称到值的映射，或 norma.Unit，不是 {of}",
        f"facts are a mapping of names to values, or a norma.Unit, not {of}")))
