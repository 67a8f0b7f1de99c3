"""Three independent readers of QR codes: a grey picture (rows by columns of uint8, 0 is black) to the texts found in it.

ZBar and OpenCV are libraries, not apps: they get what every reader app does before it decodes. ZBar gets the picture
without its finest grain, which it takes for edges; OpenCV gets it in several sizes, as a camera does while a hand comes
nearer. OpenCV has two detectors of codes; the one used, `QRCodeDetectorAruco`, is the newer. It finds at most one code.
"""

from collections.abc import Callable, Mapping

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray
from pyzbar.pyzbar import ZBarSymbol, decode

Grey = NDArray[np.uint8]
Decoder = Callable[[Grey], list[str]]

OPENCV_SIZES = (1.0, 0.5, 0.75, 1.5)


def qr_codes(picture: Grey) -> list[zxingcpp.Barcode]:
    """What zxing-cpp finds, with its places."""
    return zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))


def read_zxing(picture: Grey) -> list[str]:
    return [code.text for code in qr_codes(picture)]


def read_zbar(picture: Grey) -> list[str]:
    calm = cv2.GaussianBlur(picture, (0, 0), 1.0)
    return [code.data.decode() for code in decode(calm, symbols=[ZBarSymbol.QRCODE])]


def read_opencv(picture: Grey) -> list[str]:
    detector = cv2.QRCodeDetectorAruco()
    for size in OPENCV_SIZES:
        how = cv2.INTER_AREA if size < 1 else cv2.INTER_CUBIC
        text, _, _ = detector.detectAndDecode(cv2.resize(picture, None, fx=size, fy=size, interpolation=how))
        if text:
            return [text]
    return []


DECODERS: Mapping[str, Decoder] = {"zxing-cpp": read_zxing, "ZBar": read_zbar, "OpenCV": read_opencv}
