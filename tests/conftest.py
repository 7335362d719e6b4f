"""What every test stands on: fixed seeds, and a log line that nobody expected fails the test."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "tests",
    derandomize=True,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    database=None,
)
settings.load_profile("tests")


@pytest.fixture(autouse=True)
def _no_unexpected_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which anything logged a warning or worse that the test did not clear."""
    caplog.set_level(logging.WARNING)
    yield
    lines = [f"{record.name}: {record.levelname}" for record in caplog.get_records("call")]
    assert not lines, f"unexpected log lines from {lines}"


@pytest.fixture(autouse=True)
def _cycles_are_taken_apart_between_tests() -> Iterator[None]:
    """The window's application looks for cycles only while its events run (``ui.collecting``); tests need not."""
    yield
    if not gc.isenabled() and gc.get_count()[0] > 100_000:
        gc.collect()
