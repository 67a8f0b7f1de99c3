"""When each word is heard, for a voice that does not tell."""

import re

from kiosk.speech.sound import Mark, Sound
from kiosk.text.ruby import RubyText, plain

_WORD = re.compile(r"\S+")


def with_marks(sound: Sound, text: RubyText) -> Sound:
    """The sound with the voice's own marks, else with one for each stretch between spaces.

    Such a stretch is given its share of the time by its number of letters and digits.
    """
    if sound.marks or not sound.samples:
        return sound
    words = list(_WORD.finditer(plain(text)))
    letters = [sum(map(str.isalnum, word[0])) for word in words]
    ms_per_letter = sound.seconds * 1000 / max(sum(letters), 1)
    marks = [
        Mark(word.start(), word.end(), sum(letters[:at]) * ms_per_letter)
        for at, word in enumerate(words)
        if letters[at]
    ]
    return Sound(sound.samples, sound.rate, tuple(marks))
