"""What X itself says of its screen: which windows lie where, who has the keyboard, what colour is seen.

Xlib by ctypes, because the window manager's own lists leave out every window that it does not manage.
"""

import ctypes
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_long, c_ubyte, c_uint, c_ulong, c_void_p
from dataclasses import dataclass

VIEWABLE = 2
OVERRIDE_REDIRECT, BACK_PIXEL = 1 << 9, 1 << 1
SUBSTRUCTURE_NOTIFY, SUBSTRUCTURE_REDIRECT = 1 << 19, 1 << 20
CLIENT_MESSAGE, Z_PIXMAP = 33, 2


class _Attributes(Structure):
    _fields_ = (
        *((name, c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        *(("visual", c_void_p), ("root", c_ulong)),
        *((name, c_int) for name in ("kind", "bit_gravity", "win_gravity", "backing_store")),
        *(("planes", c_ulong), ("pixel", c_ulong), ("save_under", c_int), ("colormap", c_ulong)),
        *(("installed", c_int), ("map_state", c_int)),
        *((name, c_long) for name in ("all_masks", "own_mask", "not_propagated")),
        *(("override_redirect", c_int), ("screen", c_void_p)),
    )


class _SetAttributes(Structure):
    _fields_ = (
        *((name, c_ulong) for name in ("back_pixmap", "back_pixel", "border_pixmap", "border_pixel")),
        *((name, c_int) for name in ("bit_gravity", "win_gravity", "backing_store")),
        *(("planes", c_ulong), ("pixel", c_ulong), ("save_under", c_int)),
        *(("event_mask", c_long), ("not_propagated", c_long), ("override_redirect", c_int)),
        *(("colormap", c_ulong), ("cursor", c_ulong)),
    )


class _Message(Structure):
    _fields_ = (
        *(("type", c_int), ("serial", c_ulong), ("sent", c_int), ("display", c_void_p)),
        *(("window", c_ulong), ("message_type", c_ulong), ("format", c_int), ("data", c_long * 5)),
        ("rest", c_long * 24),
    )


@dataclass(frozen=True)
class XWindow:
    number: int
    name: str
    pid: int
    place: tuple[int, int, int, int]


_xlib = ctypes.CDLL("libX11.so.6")
for _function, _gives in {
    "XOpenDisplay": c_void_p,
    "XDefaultRootWindow": c_ulong,
    "XInternAtom": c_ulong,
    "XCreateWindow": c_ulong,
    "XGetImage": c_void_p,
    "XGetPixel": c_ulong,
}.items():
    getattr(_xlib, _function).restype = _gives

_HANDLER = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)
# Xlib's own handler ends the process when a window has gone meanwhile.
_calm = _HANDLER(lambda _display, _error: 0)
_xlib.XSetErrorHandler(_calm)


class XScreen:
    """One client of an X server."""

    def __init__(self, display: str) -> None:
        opened = _xlib.XOpenDisplay(display.encode())
        assert opened, f"no X server at {display}"
        self._x = c_void_p(opened)
        self.root = c_ulong(_xlib.XDefaultRootWindow(self._x))

    def close(self) -> None:
        _xlib.XCloseDisplay(self._x)

    def seen(self) -> list[XWindow]:
        """What is mapped, the front one first. Of a pixel's size there are only helpers of programs."""
        found = [self._window(number) for number in self._stack()]
        return [window for window in found if window and min(window.place[2:]) > 3]

    def on_top(self) -> int:
        """The front one of all windows, mapped or not."""
        return self._stack()[0]

    def lower(self, window: int) -> None:
        _xlib.XLowerWindow(self._x, c_ulong(window))
        self._sync()

    def _stack(self) -> list[int]:
        root, parent, children, count = c_ulong(), c_ulong(), POINTER(c_ulong)(), c_uint()
        _xlib.XQueryTree(self._x, self.root, byref(root), byref(parent), byref(children), byref(count))
        found = [children[index] for index in reversed(range(count.value))]
        _xlib.XFree(children)
        return found

    def focus(self) -> int:
        window, revert = c_ulong(), c_int()
        _xlib.XGetInputFocus(self._x, byref(window), byref(revert))
        return window.value

    def size(self) -> tuple[int, int]:
        attributes = _Attributes()
        _xlib.XGetWindowAttributes(self._x, self.root, byref(attributes))
        return attributes.width, attributes.height

    def pixel(self, x: int, y: int) -> int:
        """The colour that is really seen there, 0xRRGGBB."""
        image = c_void_p(
            _xlib.XGetImage(self._x, self.root, x, y, 1, 1, c_ulong(0xFFFFFF), Z_PIXMAP),
        )
        colour = int(_xlib.XGetPixel(image, 0, 0)) & 0xFFFFFF
        _xlib.XDestroyImage(image)
        return colour

    def paint_root(self, colour: int) -> None:
        _xlib.XSetWindowBackground(self._x, self.root, c_ulong(colour))
        _xlib.XClearWindow(self._x, self.root)
        self._sync()

    def pop_up(self, colour: int, unmanaged: bool) -> int:
        """A window of ours over everything, which takes the focus, as a greedy program's would."""
        values = _SetAttributes(back_pixel=colour, override_redirect=int(unmanaged))
        window = c_ulong(
            _xlib.XCreateWindow(
                *(self._x, self.root, 40, 40, 400, 300, 0, 0, 0, None),
                *(c_ulong(OVERRIDE_REDIRECT | BACK_PIXEL), byref(values)),
            )
        )
        _xlib.XMapRaised(self._x, window)
        self._sync()
        _xlib.XSetInputFocus(self._x, window, 0, c_ulong(0))
        self._sync()
        return window.value

    def remove(self, window: int) -> None:
        _xlib.XDestroyWindow(self._x, c_ulong(window))
        self._sync()

    def send(self, window: int, kind: str, *data: int, through_root: bool = False) -> None:
        """A client message, as window managers send them and are sent them."""
        values = (c_long * 5)(*data)
        message = _Message(CLIENT_MESSAGE, 0, 1, self._x, window, self.atom(kind), 32, values)
        to = self.root if through_root else c_ulong(window)
        mask = SUBSTRUCTURE_NOTIFY | SUBSTRUCTURE_REDIRECT if through_root else 0
        _xlib.XSendEvent(self._x, to, 0, c_long(mask), byref(message))
        self._sync()

    def atom(self, name: str) -> int:
        return int(_xlib.XInternAtom(self._x, name.encode(), 0))

    def number(self, window: int, name: str) -> int:
        """A property of a window that is a number; -1 without one."""
        data = self._property(window, name)
        return ctypes.cast(data, POINTER(c_ulong))[0] if data else -1

    def _property(self, window: int, name: str) -> POINTER(c_ubyte) | None:
        kind, form, count, left, data = c_ulong(), c_int(), c_ulong(), c_ulong(), POINTER(c_ubyte)()
        _xlib.XGetWindowProperty(
            *(self._x, c_ulong(window), c_ulong(self.atom(name)), c_long(0), c_long(64), 0, c_ulong(0)),
            *(byref(kind), byref(form), byref(count), byref(left), byref(data)),
        )
        return data if data and count.value else None

    def _window(self, number: int) -> XWindow | None:
        attributes = _Attributes()
        there = _xlib.XGetWindowAttributes(self._x, c_ulong(number), byref(attributes))
        if not there or attributes.map_state != VIEWABLE:
            return None
        place = (attributes.x, attributes.y, attributes.width, attributes.height)
        data = self._property(number, "_NET_WM_NAME")
        name = ctypes.cast(data, c_char_p).value.decode() if data else ""
        return XWindow(number, name, self.number(number, "_NET_WM_PID"), place)

    def _sync(self) -> None:
        _xlib.XSync(self._x, 0)
