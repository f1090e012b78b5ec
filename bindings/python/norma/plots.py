# SPDX-License-Identifier: Apache-2.0
"""Pictures of many verdicts, with matplotlib (`pip install norma[plots]`).

`verdicts`, `distances` and `what_if` draw what `assess_frame` found; each gives the axes
that it drew on. Words are Chinese or English (`lang`; None: as the locale says), in a font
of this machine that has the characters. `import norma` does not import this module.
"""

import math
import warnings
from decimal import Decimal
from fractions import Fraction
from typing import Any

from . import _core
from ._core import Standard
from ._errors import Error
from ._frame_distances import measured, quantile
from ._supposed import no_finding
from ._titles import titles_of
from ._verdict import Verdict
from ._words import OVERALL, VERDICTS, in_language

try:
    import matplotlib
    from matplotlib import font_manager, pyplot, text, ticker
except ImportError:
    raise Error(("绘图需要 matplotlib：pip install norma[plots]",
                 "plots need matplotlib: pip install norma[plots]")) from None

COLOURS = {Verdict.PASS: "#2f7d5b", Verdict.FAIL: "#b3261e", Verdict.UNDETERMINED: "#d9a441",
           Verdict.NOT_APPLICABLE: "#c3c8cf"}
WORDS = {
    "zh": {"units": "评价对象数", "threshold": "标准线", "short": "{} 未达到", "met": "{} 达到", "what_if": "假设推演（不是评价结论）：",
           "more": "其中 {} 在图外", "lang": "zh"},
    "en": {"units": "units", "threshold": "threshold", "short": "{} short", "met": "{} met",
           "what_if": "What-if, no finding: ", "more": "{} of them beyond the picture", "lang": "en"},
}
# Fonts with Chinese characters, those made for simplified ones first.
FONTS = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN",
         "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Microsoft YaHei", "PingFang SC",
         "Hiragino Sans GB", "SimHei", "Noto Sans CJK JP", "Droid Sans Fallback",
         "AR PL UMing CN")
NO_FONT = ("no font with Chinese characters on this machine, they are drawn as boxes: install "
           "one (Debian: apt-get install fonts-noto-cjk, or fonts-wqy-microhei)")


class FontWarning(UserWarning):
    """No font of this machine has the characters of the labels."""


def chinese_font() -> str | None:
    """The name of a font of this machine that has Chinese characters; None: there is none."""
    there = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in FONTS if name in there), None)


def families(*, chinese: bool) -> list[str]:
    """Fonts to draw labels with, the first that has a character counts.

    Warns where characters would be drawn as boxes, for want of a font.
    """
    found = chinese_font()
    if found is None and chinese:
        warnings.warn(NO_FONT, FontWarning, stacklevel=5)
    settings: Any = matplotlib.rcParams
    wanted = list(settings["font.family"])
    generic = {"sans-serif", "serif", "cursive", "fantasy", "monospace"}
    named = [name for family in wanted for name in
             (settings[f"font.{family}"][:1] if family in generic else [family])]
    return [*named, found] if found else named


def verdicts(result: Any, *, lang: Any = None, axes: Any = None) -> Any:
    """Units by verdict: a bar for each item, and one for all of the standard."""
    words, titles, names = _words(result, lang)
    drawing = _drawing([*titles.values(), *words.values()])
    counts = result.counts()
    axes = drawing.axes(axes, (8.5, 0.9 + 0.36 * len(counts)))
    rows = [_title(name, titles, words) for name in counts]
    left = [0] * len(rows)
    for verdict in Verdict:
        units = [found[verdict] for found in counts.values()]
        if not any(units):
            continue
        axes.barh(rows, units, left=left, color=COLOURS[verdict], label=words[verdict],
                  height=0.72)
        left = [sofar + more for sofar, more in zip(left, units)]
    axes.invert_yaxis()
    axes.set_xlabel(words["units"])
    drawing.numbers(axes.xaxis, whole=True)
    axes.set_xlim(0, max(left, default=0) or 1)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=4, frameon=False)
    drawing.finish(axes, result, words)
    return axes


def distances(result: Any, item: str, *, lang: Any = None, bins: int = 40,
              axes: Any = None) -> Any:
    """How far units are from the thresholds of an item: a histogram for each part.

    The threshold is the line at 0: left of it units are short of it, right of it they have
    met it. What lies far out of the middle nine tenths is counted, not drawn.
    """
    words, titles, names = _words(result, lang)
    parts = [part for part in measured(result, item) if part.known()]
    if not parts:
        raise Error((f"没有评价对象在 `{item}` 有差距", f"no unit has a distance in `{item}`"))
    drawing = _drawing([*titles.values(), *words.values()])
    grid = drawing.grid(axes, len(parts))
    for place, (part, on) in enumerate(zip(parts, grid, strict=True)):
        label, unit = names[part.fact or ""]
        known = part.known()
        low, high = _edges(known)
        inside = [by for by in known if low <= by <= high]
        whole = all(by.is_integer() for by in inside)
        edges = _bins(low, high, bins, whole)
        short = [by for by in inside if by < 0]
        met = [by for by in inside if by >= 0]
        all_short = sum(by < 0 for by in known)
        on.hist([short, met], bins=edges, stacked=True, color=[
            COLOURS[Verdict.FAIL], COLOURS[Verdict.PASS]], label=[
            words["short"].format(all_short), words["met"].format(len(known) - all_short)])
        on.axvline(0, color="#1f2933", linewidth=1.2, linestyle="--",
                   label=words["threshold"])
        drawing.numbers(on.xaxis, whole)
        drawing.numbers(on.yaxis, whole=True)
        on.set_title(titles.get(part.path, part.path), fontsize="medium", loc="left")
        beyond = len(known) - len(inside)
        about = f"{label} ({unit})" if unit else label
        on.set_xlabel(about + ("\n" + words["more"].format(beyond) if beyond else ""))
        on.set_ylabel(words["units"] if place % 2 == 0 else "")
        on.legend(frameon=False, fontsize="small")
        drawing.finish(on, result, words)
    return axes if axes is not None else (grid[0] if len(grid) == 1 else grid)


def what_if(found: Any, *, item: str = "verdict", lang: Any = None, axes: Any = None) -> Any:
    """Units by verdict over the values of a parameter; for an item or the whole standard."""
    words, titles, _ = _words(found.before, lang)
    tried = [_core.supposed_words(result.standard, lang)[found.parameter]
             for result in found.results.values()]
    label, shown = tried[0][0], [value for _, value in tried]
    drawing = _drawing([*shown, label, *words.values(), *titles.values()])
    axes = drawing.axes(axes, (7.5, 3.8))
    exact = [result.standard.supposed[found.parameter] for result in found.results.values()]
    numbers = all(isinstance(value, (int, Decimal, Fraction)) for value in exact)
    places: Any = [float(value) for value in exact] if numbers else range(len(shown))
    counts = [result.counts()[item] for result in found.results.values()]
    for verdict in Verdict:
        units = [each[verdict] for each in counts]
        if any(units):
            axes.plot(places, units, marker="o", color=COLOURS[verdict],
                      label=words[verdict])
    axes.set_xticks(list(places), shown)
    axes.set_ylim(bottom=0)
    drawing.numbers(axes.yaxis, whole=True)
    axes.set_xlabel(label)
    axes.set_ylabel(words["units"])
    axes.set_title(words["what_if"] + _title(item, titles, words), loc="left", fontsize="medium")
    axes.legend(frameon=False)
    drawing.finish(axes, None, words)
    return axes


def _words(result: Any, lang: Any) -> tuple[dict[Any, str], dict[str, str], dict[str, Any]]:
    of, verdicts = result.standard, {each: in_language(word, lang) for each, word in VERDICTS.items()}
    names = _core.words_of(of, lang)[1] if isinstance(of, Standard) else {}
    words = {"overall": in_language(OVERALL, lang)} | WORDS[_core.language_word(lang)]
    return verdicts | words, titles_of(of, lang), names


def _title(name: str, titles: dict[str, str], words: dict[Any, str]) -> str:
    return words["overall"] if name == "verdict" else titles.get(name, name)


def _edges(known: list[float]) -> tuple[float, float]:
    """From where to where is drawn: the middle nine tenths and half as much again, and 0."""
    low, high = quantile(known, 0.05), quantile(known, 0.95)
    more = (high - low) / 2 or 1.0
    return (min(0.0, max(known[0], low - more)), max(0.0, min(known[-1], high + more)))


def _bins(low: float, high: float, most: int, whole: bool) -> list[float]:
    """Edges of bins of which none holds units on both sides of the threshold.

    Bins of whole numbers have them in their middle where each has its own.

    >>> _bins(-1.0, 3.0, 4, False), _bins(0.0, 2.0, 40, True)
    ([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], [-0.5, 0.5, 1.5, 2.5])
    """
    width = (high - low) / most or 1.0
    if whole:
        width = math.ceil(width)
    aside = 0.5 if whole else 0.0
    return [float(place * width) - aside
            for place in range(math.floor(low / width), math.floor(high / width) + 2)]


class _drawing:
    """Labels in fonts that have their characters, without a change of anyone's settings."""

    def __init__(self, labels: list[str]) -> None:
        chinese = any("\u2e80" <= sign for label in labels for sign in label)
        self.families = families(chinese=chinese)

    def axes(self, axes: Any, size: tuple[float, float]) -> Any:
        return axes if axes is not None else pyplot.figure(
            figsize=size, layout="constrained").add_subplot()

    def grid(self, axes: Any, parts: int) -> list[Any]:
        if axes is not None:
            found = list(getattr(axes, "flat", [axes] if not isinstance(axes, list) else axes))
            if len(found) != parts:
                raise ValueError(f"{parts} parts have distances: so many axes are needed")
            return found
        columns = min(parts, 2)
        rows = math.ceil(parts / columns)
        figure = pyplot.figure(figsize=(5.2 * columns, 3.1 * rows), layout="constrained")
        return [figure.add_subplot(rows, columns, place + 1) for place in range(parts)]

    def numbers(self, axis: Any, whole: bool) -> None:
        axis.set_major_locator(ticker.MaxNLocator(6, integer=whole))
        axis.set_major_formatter(ticker.StrMethodFormatter("{x:,.6g}" if not whole
                                                           else "{x:,.0f}"))

    def finish(self, axes: Any, result: Any, words: dict[Any, str]) -> None:
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(labelfontfamily=self.families)
        for label in axes.findobj(text.Text):
            label.set_fontfamily(self.families)
        supposed = no_finding(result.standard, words["lang"]) if result is not None else ""
        if supposed:
            axes.figure.suptitle(supposed, fontsize="small", fontfamily=self.families)
