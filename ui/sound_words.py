"""What is said of sound: times, and why there is none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui import microphone, recording

translate = QCoreApplication.translate


def time_words(seconds: float) -> str:
    """A place in a recording: 2:05, or 1:02:05."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def no_microphone(why: str) -> tuple[str, str]:
    """Head and body of what is said where nothing can be recorded."""
    on_without = translate("sound", "The interview goes on without it.")
    return {
        microphone.NO_SOUND: (
            translate("sound", "This machine has no sound system that Affiant can use."),
            translate("sound", "On Debian and Ubuntu it is the package libpulse0. The interview goes on without it."),
        ),
        microphone.NONE: (
            translate("sound", "There is no microphone."),
            translate("sound", "Plug one in, then press F5 again. {0}").format(on_without),
        ),
        microphone.DENIED: (
            translate("sound", "The system does not let Affiant listen."),
            translate("sound", "Allow it the microphone in the settings of the system, then press F5 again. {0}").format(
                on_without
            ),
        ),
        microphone.ASKED: (
            translate("sound", "The system asks whether Affiant may listen."),
            translate("sound", "Answer there, then press F5 again."),
        ),
        microphone.NETWORK: (
            translate("sound", "The sound of this machine goes over the network: nothing is recorded."),
            translate("sound", "Let PULSE_SERVER name this machine only, then start Affiant anew. {0}").format(on_without),
        ),
        microphone.OTHER_RATE: (
            translate("sound", "This microphone records in another way than the one before."),
            translate("sound", "What was heard is safe. Seal it with Ctrl+F5, then begin another recording with F5."),
        ),
    }.get(
        why,
        (
            translate("sound", "The microphone does not start."),
            translate("sound", "Another program may hold it. Choose another with Shift+F5, or press F5 again. {0}").format(
                on_without
            ),
        ),
    )


def stalled(why: str) -> tuple[str, str]:
    """Head and body of what is said where a recording paused by itself."""
    if why == recording.GONE:
        return (
            translate("sound", "The microphone gives no sound any more. The recording is paused."),
            translate("sound", "What was heard until now is safe. Look at its plug, then press F5 to go on."),
        )
    return (
        translate("sound", "The disk does not keep up. The recording is paused."),
        translate("sound", "What was heard until now is not lost. Wait a little, then press F5 to go on."),
    )


def not_kept(seconds: float) -> str:
    """What is safe, and what to do, where the vault took no more sound."""
    return translate(
        "sound",
        "The recording is paused. What was heard until {0} is safe. Make room on the disk, then press F5 to go on, or Ctrl+F5"
        " to seal it.",
    ).format(time_words(seconds))
