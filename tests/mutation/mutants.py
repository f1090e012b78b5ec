# SPDX-License-Identifier: Apache-2.0
"""Small faults that a source text could have, one place each."""

import re
from dataclasses import dataclass

SWAPS = {"<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"], "==": ["!="], "!=": ["=="],
         "&&": ["||"], "||": ["&&"], "+": ["-"], "-": ["+"], "+=": ["-="], "-=": ["+="]}
# Binary operators stand between blanks, or at the end of a line; `T&&`, `<T>` do not.
BINARY = re.compile(r"(?<= )(<=|>=|==|!=|&&|\|\||\+=|-=|<|>|\+|-)(?=[ \n])")
STEP = re.compile(r"\+\+|--")
WORD = re.compile(r"\b(true|false)\b")
NUMBER = re.compile(r"(?<![\w.'])\d[\d']*(?![\w.'])")
CONDITION = re.compile(r"\b(?:if|while) \(")
STATEMENT = re.compile(r"^ +(?!const |auto |static |using |case |default|else|public|private|struct "
                       r"|class |template|friend |static_assert|namespace )[^;{}]*(\([^;]*)?;$")
# A statement begins after these, or after a comment.
BEFORE = re.compile(r"([;{}:]|^)\s*$")
LINE = re.compile(r"^.*$", re.M)


@dataclass(frozen=True)
class Mutant:
    file: str
    begin: int
    end: int
    new: str
    line: int
    old_line: str
    new_line: str

    def applied(self, text):
        return text[:self.begin] + self.new + text[self.end:]

    def __str__(self):
        return f"{self.file}:{self.line}: {self.old_line}\n    -> {self.new_line}"


def masked(text):
    """The text with blanks for comments, strings, characters and directives."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<!\d)\'(?:\\.|[^\'\\\n])+\''
                         r'|^#[^\n]*', re.S | re.M)
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def changes(text):
    """(begin, end, what stands there instead), in order of place."""
    plain, found = masked(text), []
    for sign in BINARY.finditer(plain):
        found += [(*sign.span(), new) for new in SWAPS[sign.group()]]
    for sign in STEP.finditer(plain):
        found.append((*sign.span(), "--" if sign.group() == "++" else "++"))
    for word in WORD.finditer(plain):
        found.append((*word.span(), "false" if word.group() == "true" else "true"))
    for digits in NUMBER.finditer(plain):
        value = int(digits.group().replace("'", ""))
        found += [(*digits.span(), str(value + step)) for step in (1, -1) if value + step >= 0]
    for condition in CONDITION.finditer(plain):
        found += negated(plain, condition.end())
    found += left_out(plain)
    return sorted(found)


def negated(plain, begin):
    """The condition that begins there, without what is declared in it, as its contrary."""
    depth, at, start = 1, begin, begin
    while depth:
        depth += {"(": 1, ")": -1}.get(plain[at], 0)
        if plain[at] == ";" and depth == 1:
            start = at + 2
        at += 1
    condition = plain[start:at - 1]
    if re.search(r"[^=!<>]=[^=]", condition):
        return []  # declares what it asks for
    return [(start, start, "!("), (at - 1, at - 1, ")")] and [(start, at - 1, None)]


def left_out(plain):
    """Statements of one line."""
    before = ""
    for line in LINE.finditer(plain):
        if STATEMENT.match(line.group()) and BEFORE.search(before) \
                and line.group().count("(") == line.group().count(")") \
                and not re.match(r" +[\w:<>,*& ]+ [\w]+( = .*|\{.*)?;$", line.group()):
            yield (line.start() + len(line.group()) - len(line.group().lstrip()), line.end(), ";")
        if line.group().strip():
            before = line.group()


def mutants(file, text):
    for begin, end, new in changes(text):
        if new is None:
            new = f"!({text[begin:end]})"
        first = text.rfind("\n", 0, begin) + 1
        last = text.find("\n", end)
        yield Mutant(file, begin, end, new, text.count("\n", 0, begin) + 1,
                     " ".join(text[first:last].split()),
                     " ".join((text[first:begin] + new + text[end:last]).split()))
