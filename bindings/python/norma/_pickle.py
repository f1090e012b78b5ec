# SPDX-License-Identifier: Apache-2.0
"""Packs and standards for other processes: pickled with the text of all their files, so that
a worker needs none of the folders that they were loaded from."""

import copyreg
import functools
import io
import pathlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from . import _core
from ._core import Pack, Standard
from ._errors import Error
from ._load import BUILTIN

BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time, in archives: the same files make the same bytes


def _folder_of(name: str, places: Iterable[pathlib.Path]) -> pathlib.Path:
    for place in places:
        if (place / name / "pack.yaml").is_file():
            return place / name
    raise Error((f"规则包 `{name}` 已不在加载时的地方",
                 f"the pack `{name}` is no longer where it was loaded from"))


def _folders(pack: Pack, search: Iterable[pathlib.Path],
             names: Iterable[str]) -> Iterator[tuple[str, pathlib.Path]]:
    """By id the folders of the pack and of those that it builds on."""
    own = pathlib.Path(pack.folder)
    yield pack.id, own
    places = [own.resolve().parent, *search, BUILTIN]
    for name in sorted(names):
        yield name, _folder_of(name, places)


def _files(folder: pathlib.Path) -> Iterator[pathlib.Path]:
    """What the pack is loaded from: not its tests."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and inside.parts[0] != "tests":
            yield inside


def _archive(folders: Iterable[tuple[str, pathlib.Path]]) -> bytes:
    import zipfile  # here, since few sessions need it
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, folder in folders:
            for path in _files(folder):
                entry = zipfile.ZipInfo(f"{name}/{path.as_posix()}", BEGINNING)
                archive.writestr(entry, (folder / path).read_bytes(), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _hashes(pack: Pack) -> dict[str, str]:
    return {pack.id: pack.hash} | _core.origin_of(pack)[1]


@functools.lru_cache(maxsize=8)
def _restored(version: str, name: str, hashes: tuple[tuple[str, str], ...],
              archive: bytes) -> Pack:
    """The pack of the archive; read once in a process, however many tasks it is sent with."""
    if version != _core.__version__:
        raise Error((
            f"规则包 `{name}` 由 norma {version} 发来，这里是 {_core.__version__}：各机器请装同一版本",
            f"the pack `{name}` was sent by norma {version}, but here is norma "
            f"{_core.__version__}: install the same on all machines"))
    import tempfile
    import zipfile
    with tempfile.TemporaryDirectory(prefix="norma-") as folder:
        with zipfile.ZipFile(io.BytesIO(archive)) as files:
            files.extractall(folder)
        pack = _core.load_pack(f"{folder}/{name}", "", [], archive)
    found = _hashes(pack)
    changed = [each for each, told in hashes if found.get(each) != told]
    if changed:
        names = "`, `".join(changed)
        raise Error((f"规则包 `{names}` 的文件在加载之后改过：请重新加载",
                     f"the files of the pack `{names}` were changed between its loading and its "
                     "pickling: load it again"))
    return pack


def _supposed(values: dict[str, Any], *told: Any) -> Pack:
    """The pack with what was supposed of its parameters."""
    return _restored(*told).with_parameters(values)


def _reduced(pack: Pack) -> tuple[Callable[..., Pack], tuple[Any, ...]]:
    search, bases, archive = _core.origin_of(pack)
    if not archive:
        archive = _archive(_folders(pack, search, bases))
    told = _core.__version__, pack.id, tuple(_hashes(pack).items()), archive
    return (_supposed, (pack.supposed, *told)) if pack.supposed else (_restored, told)


def _standard(pack: Pack, name: str) -> Standard:
    return pack[name]


def _reduced_standard(standard: Standard) -> tuple[Callable[..., Standard], tuple[Pack, str]]:
    return _standard, (_core.pack_of(standard), standard.id)


copyreg.pickle(Pack, _reduced)
copyreg.pickle(Standard, _reduced_standard)
