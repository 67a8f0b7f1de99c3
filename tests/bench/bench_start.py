"""Warm start to the first painted screen, and memory, against a bare PySide6 window.

    .venv/bin/python tests/bench/bench_start.py [runs]

Each run is a new process; the time counts from before the interpreter starts until the first paint of
the full-screen window is done. Give DISPLAY a screen (Xvfb will do) or QT_QPA_PLATFORM=offscreen.
"""

import os
import statistics
import subprocess
import sys
import time

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, done)
def done():
    print(time.time() - float(sys.argv[1]), flush=True)
    application.quit()
window = Window()
window.setGeometry(application.primaryScreen().geometry())
window.showFullScreen()
application.exec()
"""

KIOSK = """
import sys, time
from kiosk.app import Kiosk
from kiosk.application import make_application
from kiosk.paths import SHIPPED
from kiosk.settings import load_settings, settings_file
application = make_application()
kiosk = Kiosk(SHIPPED, load_settings(settings_file())[0])
def done():
    print(time.time() - float(sys.argv[1]), flush=True)
    application.exit(0)  # not quit(): the window does not let itself be closed
kiosk.first_painted.connect(done)
kiosk.open(False)
application.exec()
"""

MEMORY = """
import sys, time
from dataclasses import replace
from PySide6.QtCore import QTimer
from kiosk.app import Kiosk
from kiosk.application import make_application
from kiosk.paths import SHIPPED
from kiosk.settings import Settings
from kiosk.shots import pages
def mib(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))
application = make_application()
kiosk = Kiosk(SHIPPED, Settings())
todo = []
most = 0.0
def start():
    todo.extend(page for _name, page in pages(kiosk.terminal.editions))
    timer.start(60)
def turn():
    global most
    most = max(most, mib("self"))
    if todo:
        kiosk.state.become(replace(kiosk.state.visit, page=todo.pop(0)))
    else:
        print(most)
        application.exit(0)
timer = QTimer(timeout=turn)
kiosk.ready.connect(start)
kiosk.open(False)
application.exec()
kiosk.close()
"""

SPEECH = """
from kiosk.speech.voice import ranking_for
from kiosk.text.ruby import parse_ruby
voice = ranking_for("ja").voices[0]
for text in ("ホーム画面の「カメラ」を押してください。", "罹災証明書を申請します。"):
    voice.speak(parse_ruby(text), 1.0)
with open("/proc/self/status") as status:
    print(next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")))
"""


def measure(program: str) -> float:
    """What one fresh process prints last."""
    command = [sys.executable, "-c", program, str(time.time())]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    return float(done.stdout.split()[-1])


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    for program in (BARE, KIOSK):
        measure(program)
    bare = statistics.median(measure(BARE) for _ in range(runs))
    kiosk = statistics.median(measure(KIOSK) for _ in range(runs))
    print(f"bare window   {bare * 1000:6.0f} ms")
    print(f"kiosk         {kiosk * 1000:6.0f} ms   {kiosk / bare:.2f} times   (at most 2)")
    print(f"window's process, most during all pages   {measure(MEMORY):6.0f} MiB   (at most 130)")
    print(f"speech process, most                      {measure(SPEECH):6.0f} MiB   (at most 220)")


if __name__ == "__main__":
    main()
