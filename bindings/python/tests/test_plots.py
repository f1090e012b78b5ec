# SPDX-License-Identifier: Apache-2.0
"""Pictures: what is drawn, in characters that the fonts have."""

import subprocess
import sys
import warnings

import matplotlib
import norma
import pyarrow
import pytest
from conftest import DAY

matplotlib.use("Agg")
from norma import plots  # noqa: E402

FIRMS = {"worker_count": [1064, 1000, 900], "size_class": ["large", "large", "medium"],
         "coordinator_count": [1, 2, 5], "satisfaction_valid_count": [100, 100, 100],
         "satisfaction_satisfied_count": [89, 90, 91]}


@pytest.fixture(scope="module")
def found(large):
    with warnings.catch_warnings(action="ignore"):
        return large.assess_frame(pyarrow.table(FIRMS), as_of=DAY)


def drawn(axes):
    """The texts of the picture; a character that no font has is an error."""
    with warnings.catch_warnings(action="error"):
        axes.figure.canvas.draw()
    matplotlib.pyplot.close(axes.figure)
    return {label.get_text() for label in axes.figure.findobj(matplotlib.text.Text)}


def test_distances_as_numbers(found):
    # Without the day of the survey it is not known whether it holds.
    assert found.distances("satisfaction/rate").to_pydict() == {"satisfaction/rate": [None] * 3}
    assert found.distances("mediation/coordinators")[0].to_pylist() == [-1, 0, 3]
    row, = found.distribution("mediation").to_pylist()
    assert (row["units"], row["short"], row["min"], row["median"], row["max"]) == (3, 1, -1, 0, 3)
    assert found.distribution("satisfaction").num_rows == 0
    assert found.distances("employment")["employment/contracts"].to_pylist() == [None] * 3
    with pytest.raises(KeyError, match="no item or part"):
        found.distances("none")


@pytest.mark.parametrize(("lang", "words"), [
    ("zh", {"总体", "不达标", "职工满意度", "评价对象数"}),
    ("en", {"overall", "fail", "Employee satisfaction", "units"})])
def test_verdicts(found, lang, words):
    assert words <= drawn(found.plot_verdicts(lang=lang))


def test_the_threshold_stands_between_those_short_and_those_that_met_it(found):
    axes = found.plot_distances("mediation", lang="zh")
    bars = [(bar.get_x(), bar.get_x() + bar.get_width(), bar.get_height())
            for bar in axes.patches if bar.get_height()]
    assert bars == [(-1.5, -0.5, 1), (-0.5, 0.5, 1), (2.5, 3.5, 1)]
    assert {"1 未达到", "2 达到", "标准线"} <= drawn(axes)


def test_what_if(found):
    tried = found.what_if("periodic_window", ["6个月", "12个月"])
    assert {"6个月", "12个月", "“定期”的周期"} <= drawn(tried.plot(lang="zh"))
    assert {"6 months", "12 months", "period of regular matters"} <= drawn(tried.plot(lang="en"))
    # A picture of what was supposed says so.
    assert any("What-if, no finding" in label for label in
               drawn(tried.results["6个月"].plot_verdicts(lang="en")))


def test_shares_have_their_place_and_their_sign(found):
    tried = found.what_if("satisfaction_minimum", ["80%", 0.9, "95%"])
    axes = tried.plot(lang="en")
    assert axes.get_xticks().tolist() == [0.8, 0.9, 0.95]
    assert {"80 %", "90 %", "95 %", "minimum satisfaction", "What-if, no finding: overall"} <= drawn(axes)
    assert "假设推演（不是评价结论）：总体" in drawn(tried.plot(lang="zh"))
    assert "What-if, no finding: minimum satisfaction 80 %" in drawn(
        tried.results["80%"].plot_verdicts(lang="en"))


def test_a_machine_without_chinese_characters_says_which_package_has_them(found, monkeypatch):
    monkeypatch.setattr(plots, "FONTS", ())
    with pytest.warns(plots.FontWarning, match="fonts-noto-cjk"):
        matplotlib.pyplot.close(found.plot_verdicts(lang="zh").figure)


def test_norma_does_not_import_matplotlib():
    asked = "import norma, sys; print('matplotlib' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True)
    assert told.stdout.strip() == "False"
