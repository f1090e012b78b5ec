# SPDX-License-Identifier: Apache-2.0
"""Draws the figures of `make bench-columns` beside their marks.

plot.py <figures.csv> <picture.svg>: a bar a figure, as long as the figure is times its
mark, or the mark times a figure that is to be low; the line at 1 is the mark.
"""

import csv
import html
import pathlib
import sys

LEFT, WIDTH, ROW, TOP, MOST = 330, 360, 24, 52, 2.0
REACHED, NEAR, BELOW = "#2a7f5f", "#c98a1b", "#b3402e"


def number(text):
    return f"{float(text):.3g}" if float(text) < 100 else f"{float(text):.0f}"


def bar(place, row):
    figure, mark = float(row["figure"]), float(row["mark"])
    ratio = mark / figure if row["at_most"] == "1" else figure / mark
    y, length = TOP + place * ROW, min(ratio, MOST) / MOST * WIDTH
    colour = REACHED if ratio >= 1 else NEAR if ratio >= 0.9 else BELOW
    limit = "at most " if row["at_most"] == "1" else ""
    beyond = " ▸" if ratio > MOST else ""
    return [
        f'<text x="{LEFT - 8}" y="{y + 15}" text-anchor="end">'
        f'{html.escape(row["name"])}</text>',
        f'<rect x="{LEFT}" y="{y + 4}" width="{length:.1f}" height="{ROW - 8}" '
        f'fill="{colour}"/>',
        f'<text x="{LEFT + WIDTH + 8}" y="{y + 15}">{number(row["figure"])}{beyond} '
        f'<tspan fill="#666">({limit}{number(row["mark"])})</tspan></text>',
    ]


def main(figures, picture):
    with open(figures, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    end = TOP + len(rows) * ROW
    size = f'{LEFT + WIDTH + 190} {end + 34}'
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="100%" height="100%" fill="#fff"/>',
        '<text x="16" y="24" font-size="15">Many units by columns: figures beside their '
        'marks</text>',
    ]
    for place, row in enumerate(rows):
        out += bar(place, row)
    for at in (0.5, 1.0, 1.5, 2.0):
        x = LEFT + at / MOST * WIDTH
        dash = "" if at == 1 else ' stroke-dasharray="2 4"'
        out.append(f'<line x1="{x:.0f}" y1="{TOP}" x2="{x:.0f}" y2="{end}" '
                   f'stroke="#333"{dash}/>')
        label = "mark" if at == 1 else f"{at:g}×"
        out.append(f'<text x="{x:.0f}" y="{end + 18}" text-anchor="middle">{label}</text>')
    out.append("</svg>")
    pathlib.Path(picture).write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
