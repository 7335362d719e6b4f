"""Samples of every kind that a microphone gives, as the one kind that is kept."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.microphone import level, plain

UINT8, INT16, INT32, FLOAT = 1, 2, 3, 4  # as Qt numbers them


def form(kind: int, channels: int) -> Any:
    return SimpleNamespace(sampleFormat=lambda: SimpleNamespace(value=kind), channelCount=lambda: channels)


def ints(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 2}h", data))


@pytest.mark.parametrize(
    ("kind", "data", "heard"),
    [
        (UINT8, bytes([0, 128, 255]), [-32768, 0, 32512]),
        (INT16, struct.pack("=3h", -32768, 0, 32767), [-32768, 0, 32767]),
        (INT32, struct.pack("=3i", -(1 << 31), 0, (1 << 31) - 1), [-32768, 0, 32767]),
        (FLOAT, struct.pack("=5f", -1.0, 0.0, 1.0, 7.5, float("nan")), [-32767, 0, 32767, 32767, 0]),
    ],
)
def test_each_kind_is_as_loud_as_it_was(kind: int, data: bytes, heard: list[int]) -> None:
    assert ints(plain(data, form(kind, 1))) == heard


def test_two_channels_become_the_middle_of_them() -> None:
    assert ints(plain(struct.pack("=4h", 100, 300, -8, 8), form(INT16, 2))) == [200, 0]
    assert ints(plain(struct.pack("=2f", 0.5, -0.5), form(FLOAT, 2))) == [0]


@given(st.binary(max_size=100), st.sampled_from([UINT8, INT16, INT32, FLOAT]), st.sampled_from([1, 2, 4]))
def test_nothing_that_a_device_gives_is_an_error(data: bytes, kind: int, channels: int) -> None:
    whole = plain(data, form(kind, channels))
    if (kind, channels) != (INT16, 1):
        assert len(whole) % 2 == 0


def test_qt_numbers_its_kinds_like_that() -> None:
    multimedia = pytest.importorskip(
        "PySide6.QtMultimedia", reason="no sound library here (Debian: libpulse0)", exc_type=ImportError
    )
    kinds = multimedia.QAudioFormat.SampleFormat
    assert [kinds.UInt8.value, kinds.Int16.value, kinds.Int32.value, kinds.Float.value] == [UINT8, INT16, INT32, FLOAT]


@pytest.mark.parametrize(("samples", "loud"), [([], 0.0), ([0], 0.0), ([-32768, 5], 1.0), ([16384], 0.5)])
def test_how_loud_it_is(samples: list[int], loud: float) -> None:
    assert level(struct.pack(f"={len(samples)}h", *samples)) == pytest.approx(loud, abs=0.001)


def test_the_window_is_there_on_a_machine_without_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.microphone import NO_SOUND, NoMicrophone, microphones

    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    import PySide6

    monkeypatch.delattr(PySide6, "QtMultimedia", raising=False)
    with pytest.raises(NoMicrophone) as told:
        microphones()
    assert told.value.why == NO_SOUND


@pytest.mark.skipif(sys.platform != "linux", reason="only there is the sound server a program that can stand elsewhere")
@pytest.mark.parametrize(
    ("server", "here"),
    [
        ("tcp:192.0.2.1:4713", False), ("192.0.2.1", False), ("unix:/run/native tcp:192.0.2.1", False),
        ("{0123abcd}tcp:192.0.2.1", False), ("", True), ("unix:/run/native", True), ("/run/native", True),
        ("{0123abcd}unix:/run/native", True),
    ],
)  # fmt: skip
def test_no_sound_goes_to_another_machine(server: str, here: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from ui import microphone

    monkeypatch.setenv("PULSE_SERVER", server)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()
    if here:
        microphone._stay_on_this_machine()
        assert os.environ["PULSE_SERVER"] == (server or f"unix:{tmp_path}/pulse/native")
    else:
        with pytest.raises(microphone.NoMicrophone) as told:
            microphone.load_sound()
        assert told.value.why == microphone.NETWORK
