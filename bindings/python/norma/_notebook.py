# SPDX-License-Identifier: Apache-2.0
"""How a report shows itself in a notebook."""

import html


def frame(page: str, height: int = 480) -> str:
    """The page in a frame of its own: its style leaves the notebook's alone."""
    return (f'<iframe srcdoc="{html.escape(page)}" sandbox '
            f'style="width: 100%; height: {height}px; box-sizing: border-box; '
            f'border: 1px solid #ccc"></iframe>')
