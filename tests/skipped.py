# SPDX-License-Identifier: Apache-2.0
"""What was skipped and why, of the JUnit files that ctest and pytest write.

    skipped.py build/release/junit.xml …

A file that is not there is told, too: its stage did not run to its end.
"""

import pathlib
import sys
import xml.etree.ElementTree as xml


def skipped(suite):
    """The lines to show of one file.

    >>> skipped('''<testsuite><testcase name="a" status="run"/>
    ...   <testcase name="b"><skipped message="SKIP_RETURN_CODE=77"/>
    ...     <system-out>of it
    ... SKIPPED: no documents</system-out></testcase></testsuite>''')
    ['b: no documents']

    Where the test printed nothing, or pytest ran it, the message is the reason.

    >>> skipped('''<testsuites><testsuite><testcase name="c" classname="tests.d">
    ...   <skipped type="pytest.skip" message="no pandas">d.py:1: no pandas</skipped>
    ...   </testcase></testsuite></testsuites>''')
    ['c: no pandas']
    >>> skipped('<testsuite><testcase name="a"/></testsuite>')
    []
    """
    lines = []
    for case in xml.fromstring(suite).iter("testcase"):
        left_out = case.find("skipped")
        if left_out is not None:
            printed = case.findtext("system-out", "").strip().splitlines()
            reason = printed[-1].removeprefix("SKIPPED: ") if printed else left_out.get("message")
            lines.append(f"{case.get('name')}: {reason}")
    return lines


def main(files):
    lines = []
    for file in map(pathlib.Path, files):
        found = skipped(file.read_text(encoding="utf-8")) if file.exists() else ["was not run to its end"]
        lines += [f"  {file.parent.name}: {line}" for line in found]
    print("\n".join(["skipped:", *lines]) if lines else "nothing was skipped")


if __name__ == "__main__":
    main(sys.argv[1:])
