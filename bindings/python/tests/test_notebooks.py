# SPDX-License-Identifier: Apache-2.0
"""The notebooks run as they stand, and are kept without output."""

import pathlib

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter

ROOT = pathlib.Path(__file__).resolve().parents[3]
NOTEBOOKS = ROOT / "examples" / "notebooks"
RENDERED = ROOT / "build" / "notebooks"


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_notebook(path):
    notebook = nbformat.read(path, as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    NotebookClient(notebook, timeout=300,
                   resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    warned = [output.text for cell in notebook.cells for output in cell.get("outputs", [])
              if output.get("name") == "stderr"]
    assert warned == []
    page, _ = HTMLExporter().from_notebook_node(notebook)
    RENDERED.mkdir(parents=True, exist_ok=True)
    (RENDERED / f"{path.stem}.html").write_text(page, encoding="utf-8")


def test_the_county_is_judged_as_its_units_are():
    import sys
    sys.path.insert(0, str(NOTEBOOKS))
    from county import county

    import norma
    enterprises = county(200)
    standard = norma.load("cn-zj")["enterprise.large_medium"]
    with pytest.warns(norma.FrameWarning):
        found = standard.assess_frame(enterprises, as_of="2024-03-31").frame
    verdicts = [standard.verdict(row.drop("town").to_dict(), as_of="2024-03-31")
                for _, row in enterprises.iterrows()]
    assert found["verdict"].tolist() == [str(verdict) for verdict in verdicts]
