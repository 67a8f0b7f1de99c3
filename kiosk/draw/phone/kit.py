"""What every element needs to be laid out: sizes, the phone's own words, and setting text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from kiosk.draw.phone.items import Item, Laid, Look, Tone, What, Words
from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.draw.ruby import RubyBlock, TextStyle, set_text
from kiosk.lessons.base import Text
from kiosk.lessons.phone.elements import PhoneText
from kiosk.lessons.phone.elements import TextStyle as PhoneTextStyle
from kiosk.lessons.phone.screen import Skin, SystemWords
from kiosk.text.linebreak import Break
from kiosk.text.ruby import Segment, strip_markup

NARROW, NARROWEST = 80, 70
"""Width of narrow letters in per cent: for long words of other languages, never for their height.

The narrowest only for a single name that would be torn otherwise.
"""


@dataclass(frozen=True)
class Kit:
    """`stretch` is the width of letters in per cent.

    `tight` is for the smallest screens: without the status line and without air, but for that between targets.
    """

    sizes: PhoneSizes
    skin: Skin
    words: SystemWords
    glass_width: float
    stretch: int = 100
    tight: bool = False

    @property
    def text(self) -> int:
        return self.sizes.text

    @property
    def touch(self) -> float:
        return self.sizes.touch

    @property
    def gap(self) -> float:
        return self.sizes.gap

    @property
    def line(self) -> float:
        return self.sizes.text * 1.4

    @property
    def pad(self) -> float:
        """Between the glass and what stands on it."""
        return max(self.sizes.gap * 0.7, self.glass_width * 0.035)

    @property
    def icon(self) -> float:
        return self.sizes.text * 1.2

    @property
    def iphone(self) -> bool:
        return self.skin is Skin.IPHONE

    def set(self, text: str, width: float, bold: bool = False, scale: float = 1.0) -> RubyBlock:
        px = round(self.sizes.text * scale)
        style = TextStyle(
            px, bold, ruby=False, spacing=1.35, language=self.sizes.language, stretch=self.stretch
        )
        return set_text((Segment(strip_markup(text)),), max(1.0, width), style)

    def say(
        self,
        text: str,
        width: float,
        tone: Tone = Tone.PLAIN,
        *,
        bold: bool = False,
        centred: bool = False,
        scale: float = 1.0,
        underlined: bool = False,
    ) -> Words:
        """Words at (0, 0), `width` wide and as high as they need."""
        block = self.set(text, width, bold, scale)
        return Words(block, QRectF(0, 0, width, block.height), tone, centred, underlined)

    def address(self, text: str, width: float) -> Words:
        """In one line, smaller or narrower if need be. Then its end goes; its beginning says whose it is."""
        smaller = replace(self, sizes=replace(self.sizes, text=self.sizes.least_text))
        narrow = replace(smaller, stretch=NARROW)
        fitting = next((kit for kit in (self, smaller, narrow) if kit.fits(text, width)), narrow)
        while not fitting.fits(text, width) and len(text) > 4:
            text = text[:-2].rstrip("…") + "…"
        return fitting.say(text, width)

    def name(self, text: str, width: float, tone: Tone = Tone.PLAIN, *, bold: bool = False) -> Words:
        """The name below a picture; where letters are small and narrow already it alone gets narrower."""
        narrower = replace(self, stretch=NARROWEST)
        last = self.stretch == NARROW and self.text == self.sizes.least_text
        torn = last and self.set(text, width, bold).worst_break < Break.PHRASE
        helps = torn and narrower.set(text, width, bold).worst_break is Break.PHRASE
        return (narrower if helps else self).say(text, width, tone, bold=bold, centred=True)

    def title(self, text: str, width: float) -> Words:
        """Narrower or smaller rather than torn; in one line if a smaller size can do it."""
        least = replace(self, sizes=replace(self.sizes, text=self.sizes.least_text))
        narrow = [replace(kit, stretch=NARROW) for kit in (self, least)]
        japanese = self.sizes.language.startswith("ja")
        tries = (self, least) if japanese else (self, narrow[0], least, narrow[1])
        whole = (kit for kit in tries if kit.fits(text, width, bold=True))
        sound = (kit for kit in tries if kit.set(text, width, True).worst_break > Break.ADDRESS)
        return next(whole, next(sound, self)).say(text, width, bold=True)

    def number(self, text: str, width: float) -> Words:
        """Large digits that are never torn apart."""
        scales = (1.35, 1.15, 1.0)
        scale = next((one for one in scales if len(self.set(text, width, True, one).lines) == 1), 1.0)
        return self.say(text, width, bold=True, centred=True, scale=scale)

    def fits(self, text: str, width: float, bold: bool = False) -> bool:
        """Whether it is one line."""
        block = self.set(text, width, bold)
        return len(block.lines) == 1 and block.width <= width

    def paragraph(
        self,
        text: str,
        width: float,
        style: PhoneTextStyle = PhoneTextStyle.BODY,
        *,
        centred: bool = False,
        tone: Tone | None = None,
    ) -> Laid:
        """Words of their own that cannot be touched."""
        heading = style is PhoneTextStyle.HEADING
        tone = tone or (Tone.SOFT if style is PhoneTextStyle.NOTE else Tone.PLAIN)
        words = self.say(
            text,
            width,
            tone,
            bold=heading,
            centred=centred,
            scale=1.15 if heading and not self.tight else 1.0,
        )
        what = PhoneText.model_construct(kind="text", text=Text(text), style=style)
        return Laid(words.box.height(), (Item(what, words.box, (words,)),))

    def line_item(
        self,
        what: What,
        width: float,
        words: Sequence[Words],
        *,
        lead: float = 0.0,
        inset: float = 0.0,
        extra: Sequence[Words] = (),
        shape: QRectF | None = None,
        look: Look = Look.PLAIN,
        on: bool = False,
    ) -> Item:
        """Something as wide as the body: a square of side `lead` at the left, words beside it, all centred upright.

        `extra` words and the `shape` already stand at their x, with y counted from the middle of the line.
        """
        air = self.gap * 0.3 if self.tight else self.gap
        height = max(self.touch, max([piled_height(words), lead]) + air)
        height = max([height, *(2 * abs(one.box.bottom()) + self.gap * 0.6 for one in extra)])
        x = inset + (lead + self.gap * 0.8 if lead else 0.0)
        placed = piled(words, x, (height - piled_height(words)) / 2)
        moved = tuple(one.moved(0, height / 2) for one in extra)
        if shape is None and lead:
            shape = QRectF(inset, -lead / 2, lead, lead)
        middle = shape.translated(0, height / 2) if shape else None
        return Item(what, QRectF(0, 0, width, height), (*placed, *moved), middle, look, on)


def piled_height(words: Sequence[Words]) -> float:
    return sum(one.box.height() for one in words)


def piled(words: Sequence[Words], x: float, y: float) -> tuple[Words, ...]:
    """Words below each other, from a corner."""
    placed: list[Words] = []
    for one in words:
        placed.append(one.moved(x, y))
        y += one.box.height()
    return tuple(placed)
