"""What this terminal has and lacks, in words for the people who look after it."""

from pathlib import Path

from kiosk.health import software, sound, terminal
from kiosk.health.probe import Probe, answers
from kiosk.staff.health import Area, Finding

PROBES = (
    Probe(Area.FONTS, software.fonts),
    Probe(Area.SETTINGS, software.settings),
    Probe(Area.CONTENT, software.content, patience_s=60),
    Probe(Area.VOICES, sound.voices, patience_s=30),
    Probe(Area.SOUND, sound.sound, patience_s=20),
    Probe(Area.KEPT_SOUNDS, sound.kept_sounds),
    Probe(Area.SCREEN, terminal.screen, patience_s=20),
    Probe(Area.TOUCH, terminal.touch),
    Probe(Area.PRINTER, terminal.printer, patience_s=40),
    Probe(Area.CLOCK, terminal.clock),
    Probe(Area.DISK, terminal.disk),
    Probe(Area.LOG, terminal.log),
    Probe(Area.WATCH, software.watch),
    Probe(Area.PIN, software.pin),
    Probe(Area.USAGE, software.usage, patience_s=30),
    Probe(Area.VERSIONS, software.files),
    Probe(Area.VERSIONS, software.version, patience_s=30),
)
"""In the order in which one would look. A print service may take 30 s to say that it does not answer."""

PATIENCE_S = max(probe.patience_s for probe in PROBES)


def examine(root: Path) -> tuple[Finding, ...]:
    """Everything at once; takes `PATIENCE_S` at most."""
    return answers(PROBES, root)
