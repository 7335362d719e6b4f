"""Small files whole or not at all, and the lock that dies with its process."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from app.storage import disk
from app.storage.errors import Damaged, InUse, NoSpace, Unreadable

ROOT = Path(__file__).parents[3]


def test_names_are_26_letters_and_never_twice() -> None:
    names = {disk.new_name() for _ in range(200)}
    assert len(names) == 200
    assert all(disk.is_object_name(name) for name in names)
    assert not disk.is_object_name("A" * 26)
    assert not disk.is_object_name("a" * 25)


@pytest.mark.parametrize("taken", range(0, 11, 2))
def test_a_write_that_fails_after_some_bytes_leaves_the_old_file(
    tmp_path: Path, taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "f"
    disk.write_whole(target, b"old content")

    def fill_up(file: object, data: bytes) -> None:
        file.write(data[:taken])  # type: ignore[attr-defined]
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(disk, "write", fill_up)
    with pytest.raises(NoSpace), disk.file_errors("x"):
        disk.write_whole(target, b"new content")
    assert target.read_bytes() == b"old content"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, NoSpace),
        (errno.EIO, NoSpace),
        (errno.ENOENT, Damaged),
        (errno.EACCES, Unreadable),
        (errno.ENAMETOOLONG, Unreadable),
    ],
)
def test_what_the_system_says_becomes_an_error_of_ours(number: int, expected: type[Exception]) -> None:
    with pytest.raises(expected), disk.file_errors("x"):
        raise OSError(number, "words of the system")


def test_a_second_opener_is_told_so(tmp_path: Path) -> None:
    lock = disk.Lock(tmp_path / "lock")
    with pytest.raises(InUse):
        disk.Lock(tmp_path / "lock")
    lock.release()
    lock.release()
    disk.Lock(tmp_path / "lock").release()


def test_the_lock_of_a_killed_process_is_no_obstacle(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from app.storage import disk;"
        "held = disk.Lock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "lock")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"held"
        with pytest.raises(InUse):
            disk.Lock(tmp_path / "lock")
        child.kill()
    disk.Lock(tmp_path / "lock").release()
