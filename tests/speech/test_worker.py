import json
import os
import subprocess
import sys
import threading
from io import BytesIO
from pathlib import Path

import pytest
from speech_fakes import FAKE_WORKER, RecordingPlayer, worker_environment

from kiosk.speech.child import WORKER
from kiosk.speech.protocol import (
    AllSaid,
    ChunkReady,
    FrameReader,
    Prepare,
    Say,
    Stop,
    VoiceMissing,
    encode_request,
)
from kiosk.speech.sound import Sound
from kiosk.speech.worker import Inbox, Worker
from kiosk.text.ruby import parse_ruby
