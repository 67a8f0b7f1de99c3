"""Which addresses a resident may be sent to: short, readable https addresses of sites the city trusts.

A code is not readable by eye, so that nobody sees where it leads: an address is judged here before it becomes one.
"""

import re
from collections.abc import Collection
from urllib.parse import SplitResult, urlsplit

from kiosk.errors import N_, LinkError

MAX_LENGTH = 106
"""Characters that a symbol of 41 modules carries at level M (version 6 in ISO/IEC 18004, table 7): 33 mm on paper, and
a receipt of 58 mm holds it. Denser ones are read too rarely from aslant: `tests/bench/bench_codes.py`."""

PUBLIC_SUFFIXES = frozenset({".go.jp", ".lg.jp"})
"""Under these only the government and local public bodies can register: JPRS, https://jprs.jp/about/jp-dom/spec/"""

SHORTENERS = frozenset(
    {
        "bit.ly",
        "cutt.ly",
        "goo.gl",
        "is.gd",
        "lin.ee",
        "onl.la",
        "onl.tw",
        "ow.ly",
        "rb.gy",
        "t.co",
        "tinyurl.com",
        "ux.nu",
        "x.gd",
    }
)
"""Refused even where a city lists them: they hide where they lead, and can be led elsewhere later. Printed in Japan in
2023, several led residents through advertisements into fraud: https://www.security-next.com/151238"""

_HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_STRANGE = re.compile(r"[^!-~]|\\")
"""Browsers read a backslash as a slash, and `urlsplit` drops line ends: both can hide the real host."""


def is_host_entry(entry: str) -> bool:
    """Whether a city may list this: an exact host in small Latin letters, or one of `PUBLIC_SUFFIXES`."""
    return entry in PUBLIC_SUFFIXES or (_is_host(entry) and f".{entry}" not in PUBLIC_SUFFIXES)


def check_address(url: str, hosts: Collection[str]) -> None:
    """Raises `LinkError`, one sentence for the first fault, unless `url` may become a code.

    `hosts` are the city's: exact hosts, and suffixes that begin with a dot; what is neither opens nothing.
    """
    if len(url) > MAX_LENGTH:
        raise LinkError(
            N_("アドレスが長すぎます（{length}字）。QRコードにできるのは{most}字までです。"),
            length=len(url),
            most=MAX_LENGTH,
        )
    if strange := _STRANGE.search(url):
        raise LinkError(
            N_("アドレスの{place}字目に、使えない文字があります。半角の英数字と記号だけにしてください。"),
            place=strange.start() + 1,
        )
    parts = _split(url)
    if parts is None or parts.scheme != "https":
        raise LinkError(N_("QRコードにできるのは https:// で始まるアドレスだけです（{url}）。"), url=url)
    _check_site(parts.netloc, url)
    _check_trust(parts.netloc, hosts)


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None


def _check_site(site: str, url: str) -> None:
    """What stands between `https://` and the next slash is a host's name and nothing else."""
    if "@" in site:
        raise LinkError(
            N_(
                "アドレスに名前や「@」を入れることはできません（{url}）。サイトのアドレスだけにしてください。"
            ),
            url=url,
        )
    if ":" in site:
        raise LinkError(
            N_("サイトの名前に「:」と番号は使えません（{host}）。番号のないアドレスにしてください。"),
            host=site,
        )
    if not _is_host(site):
        raise LinkError(
            N_("サイトの名前「{host}」は使えません。英小文字と数字の正式な名前にしてください。"), host=site
        )


def _check_trust(host: str, hosts: Collection[str]) -> None:
    if any(host == short or host.endswith(f".{short}") for short in SHORTENERS):
        raise LinkError(
            N_(
                "短縮アドレス（{host}）は、行き先が変わることがあり、使えません。元のアドレスにしてください。"
            ),
            host=host,
        )
    if not any(host == entry or (entry in PUBLIC_SUFFIXES and host.endswith(entry)) for entry in hosts):
        raise LinkError(
            N_(
                "サイト「{host}」は、市が許したサイトではありません。正しいサイトなら、city.yaml の hosts に書きたしてください。"
            ),
            host=host,
        )


def _is_host(name: str) -> bool:
    """A name everybody can read: "xn--" spells letters of other scripts, which can look like those of a known site."""
    return bool(_HOST.fullmatch(name)) and "xn--" not in name
