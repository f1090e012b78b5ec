# SPDX-License-Identifier: Apache-2.0
"""The library never prints, never exits, never aborts, keeps no clock.

symbols.py <libnorma.a> <nm>: what the objects refer to. Two names are left
out on purpose: std::terminate, to which compilers send an exception that
leaves a noexcept function, and __assert_fail in builds without NDEBUG, where
it stems from assertions in headers of Boost; our own files have none (the
second half of this test).
"""

import re
import subprocess
import sys

from project import files, finish, read

FORBIDDEN = re.compile(
    r"^(?:std::(?:cout|cerr|clog|cin|wcout|wcerr|exit|quick_exit|_Exit|abort)\b"
    r"|(?:v|f|vf|d|vd)?w?printf(?:_chk)?$|__(?:v|f|vf)?printf_chk$"
    r"|f?puts$|f?putc$|putchar$|fwrite$|perror$|stdout$|stderr$|stdin$|write$"
    r"|abort$|exit$|_exit$|_Exit$|quick_exit$|raise$|kill$|system$|signal$|longjmp$"
    r"|fmt::v\d+::v?print\b"
    r"|time$|gettimeofday$|clock_gettime$|localtime(?:_r)?$|setlocale$|setenv$"
    r"|std::chrono::_V2::system_clock::now)")
SOURCE = re.compile(
    r"\bassert\s*\(|\b(?:std::)?(?:abort|exit|terminate|quick_exit)\s*\("
    r"|std::(?:cout|cerr|clog)\b|\b(?:f|v|vf)?printf\s*\(|\bthread_local\b")

library, nm = sys.argv[1:3]
problems, checked, member = [], 0, "?"
output = subprocess.run([nm, "-C", "-u", library], check=True, capture_output=True,
                        text=True).stdout
for line in output.splitlines():
    if line.endswith(":"):
        member = line[:-1]
        continue
    name = re.sub(r"^\s*[UwV]\s+", "", line).split("@")[0]
    if name:
        checked += 1
        if FORBIDDEN.match(name):
            problems.append(f"{member}: refers to {name}")

for path in files("*.hpp", "*.ipp", under="include"):
    for number, line in enumerate(read(path).splitlines(), 1):
        code = re.sub(r'"(?:\\.|[^"\\])*"', '""', line).split("//")[0]
        if SOURCE.search(code):
            problems.append(f"{path}:{number}: {line.strip()}")
finish(checked, problems)
