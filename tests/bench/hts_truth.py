"""The true length of every phoneme, from inside the engine: for the benchmarks only.

pyopenjtalk's module exports the C API of hts_engine. A second engine is driven here through ctypes: it gets the
very labels and speed that the voice gives to pyopenjtalk, and hands out the length of each state. That both are
the same engine is seen in the samples, which must be equal.
"""

import ctypes
from collections.abc import Sequence

import numpy as np
import pyopenjtalk

_SIZES = ("get_total_state", "get_nstate", "get_fperiod", "get_state_duration", "get_nsamples")


class Engine:
    """An hts_engine with Open JTalk's default voice."""

    def __init__(self) -> None:
        self._lib = ctypes.CDLL(pyopenjtalk.htsengine.__file__)
        self._engine = ctypes.create_string_buffer(1 << 16)
        for name in _SIZES:
            getattr(self._lib, f"HTS_Engine_{name}").restype = ctypes.c_size_t
        self._lib.HTS_Engine_get_generated_speech.restype = ctypes.c_double
        self._call("initialize")
        voice = (ctypes.c_char_p * 1)(pyopenjtalk.DEFAULT_HTS_VOICE)
        if not self._call("load", voice, ctypes.c_size_t(1)):
            raise OSError("the voice cannot be loaded")

    def lengths(self, labels: Sequence[str], speed: float) -> list[int]:
        """The length of each phoneme in samples."""
        self._call("refresh")
        self._call("set_speed", ctypes.c_double(speed))
        lines = (ctypes.c_char_p * len(labels))(*(label.encode() for label in labels))
        self._call("synthesize_from_strings", lines, ctypes.c_size_t(len(labels)))
        each, total = self._call("get_nstate"), self._call("get_total_state")
        states = [self._call("get_state_duration", ctypes.c_size_t(at)) for at in range(total)]
        frame = self._call("get_fperiod")
        return [frame * sum(states[at : at + each]) for at in range(0, total, each)]

    def check(self, wave: np.ndarray) -> None:
        """Raises `ValueError` if the last synthesis did not give these samples (every 997th is compared)."""
        ours = [
            self._call("get_generated_speech", ctypes.c_size_t(at))
            for at in range(0, self._call("get_nsamples"), 997)
        ]
        if self._call("get_nsamples") != len(wave) or not np.allclose(ours, wave[::997]):
            raise ValueError("another engine, or another speed")

    def _call(self, name: str, *arguments: object) -> int:
        return getattr(self._lib, f"HTS_Engine_{name}")(self._engine, *arguments)
