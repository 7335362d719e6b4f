"""What every test stands on: fixed seeds, and a log line that nobody expected fails the test."""

from __future__ import annotations

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
