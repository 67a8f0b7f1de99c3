"""A tone from one loudspeaker only, played by a process of its own: a sound server may hang, or take it along.

`python -m kiosk.speech.sides left 0.5` plays one at half the loudness and writes the name of the device.
"""

import math
import subprocess
import sys
from array import array

from kiosk.another_process import environment
from kiosk.errors import N_, KioskError
from kiosk.speech.loudness import gain

RATE = 44_100
SECONDS = 1.2
_NOTES = (523.25, 659.25)
"""C5 and E5, Hz: low enough for ears that have lost the high tones."""

_PEAK = 12_000
_FADE_S = 0.03
_NO_DEVICE = 3
_PATIENCE_S = 10.0
_AFTER_MS = 500


class NoSoundError(KioskError):
    """Nothing can be heard here."""


def play_side(left: bool, volume: int) -> str:
    """Play the tone as loud as a voice at that volume (1 to 5), and give the name of the sound device.

    Takes about two seconds. Raises `NoSoundError` without a device.
    """
    command = [sys.executable, "-m", __name__, "left" if left else "right", str(gain(volume))]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_PATIENCE_S, env=environment(), check=True
        )
    except subprocess.TimeoutExpired as error:
        raise NoSoundError(
            N_("音の出口が返事をしません。スピーカーをつなぎなおして、端末を入れなおしてください。")
        ) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoSoundError(
            N_("音の出口（スピーカー）が見つかりません。線がささっているか、見てください。")
        ) from error
    return done.stdout.strip()


def tone(left: bool) -> bytes:
    """Two notes on one side, silence on the other: stereo samples of 16 bits at `RATE`."""
    frames = round(RATE * SECONDS)
    samples = array("h", bytes(4 * frames))
    for frame in range(frames):
        samples[2 * frame + (0 if left else 1)] = _sample(frame / RATE)
    return samples.tobytes()


def _sample(second: float) -> int:
    length = SECONDS / len(_NOTES)
    note, within = divmod(second, length)
    swell = min(1.0, within / _FADE_S, (length - within) / _FADE_S)
    return round(_PEAK * swell * math.sin(2 * math.pi * _NOTES[int(note)] * within))


def main(arguments: list[str]) -> int:
    from PySide6.QtCore import QBuffer, QCoreApplication, QTimer
    from PySide6.QtMultimedia import QAudioFormat, QAudioSink

    from kiosk.speech.device import default_device

    application = QCoreApplication([])
    side, loudness = arguments
    device = default_device()
    if device is None:
        return _NO_DEVICE
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(2)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    sink, buffer = QAudioSink(device, form), QBuffer()
    sink.setVolume(float(loudness))
    buffer.setData(tone(side == "left"))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    sink.start(buffer)
    QTimer.singleShot(round(SECONDS * 1000) + _AFTER_MS, application.quit)
    application.exec()
    sys.stdout.write(device.description())
    return 0 if sink.processedUSecs() > 0 else _NO_DEVICE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
