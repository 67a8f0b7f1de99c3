from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import ValidationError

from kiosk.errors import LinkError
from kiosk.lessons.address import MAX_LENGTH, SHORTENERS, check_address
from kiosk.lessons.library import Library, load_library
from kiosk.lessons.model import City
from kiosk.lessons.problems import Problem, Severity
from tests.builders import CITY, Values, lesson_values, write_data

HOSTS = (".lg.jp", ".go.jp", "www.city.example.jp")
CITY_PAGE = "https://www.city.example.jp/"
LONGEST = CITY_PAGE + "a" * (MAX_LENGTH - len(CITY_PAGE))


@pytest.mark.parametrize(
    "url",
    [
        CITY_PAGE,
        "https://www.city.example.jp",
        "https://www.city.example.jp/search?q=%E5%B8%82&page=2#top",
        "https://www.city.example.jp/~city/a@b:1/",
        "https://city.example.lg.jp/",
        "https://www.digital.go.jp/policies/",
        LONGEST,
    ],
)
def test_a_readable_address_of_a_trusted_site_passes(url: str) -> None:
    check_address(url, HOSTS)


@pytest.mark.parametrize(
    ("url", "part_of_sentence"),
    [
        ("http://www.city.example.jp/", "https://"),
        ("ftp://www.city.example.jp/", "https://"),
        ("javascript:alert(1)//www.city.example.jp", "https://"),
        ("www.city.example.jp", "https://"),
        ("", "https://"),
        ("https://[::1", "https://"),
        ("https://www.例え.jp/", "13字目"),
        ("https://www.city.example.jp/申請", "29字目"),
        ("https://www.city.ехample.jp/", "18字目"),
        ("https://www.city.example.jp/a b", "30字目"),
        ("https://www.ci\nty.example.jp/", "15字目"),
        ("https://www.city.example.jp/\u202e", "29字目"),
        ("https://www.city.example.jp/\x7f", "29字目"),
        ("https://www.city.example.jp\\@evil.jp/", "28字目"),
        ("https://city@www.city.example.jp/", "「@」"),
        ("https://www.city.example.jp@evil.jp/", "「@」"),
        ("https://city:1234@evil.jp/", "「@」"),
        ("https://www.city.example.jp:8443/", "「:」"),
        ("https://www.city.example.jp:/", "「:」"),
        ("https://[::1]/", "「:」"),
        ("https:///path", "サイトの名前"),
        ("https:www.city.example.jp/", "サイトの名前"),
        ("https://localhost/", "サイトの名前"),
        ("https://127.0.0.1/", "サイトの名前"),
        ("https://2130706433/", "サイトの名前"),
        ("https://0x7f.0.0.0x1/", "サイトの名前"),
        ("https://www.city.example.jp./", "サイトの名前"),
        ("https://www.City.example.jp/", "サイトの名前"),
        ("https://www.city.example.jp%2eevil.jp/", "サイトの名前"),
        ("https://xn--r8jz45g.jp/", "サイトの名前"),
        ("https://www.xn--r8jz45g.lg.jp/", "サイトの名前"),
        ("https://evil.jp/", "許した"),
        ("https://www.city.example.jp.evil.jp/", "許した"),
        ("https://evilwww.city.example.jp/", "許した"),
        ("https://sub.www.city.example.jp/", "許した"),
        ("https://evil-go.jp/", "許した"),
        ("https://go.jp/", "許した"),
        (LONGEST + "a", "107字"),
        (CITY_PAGE + "a" * 4000, "4028字"),
    ],
)
def test_a_doubtful_address_is_refused_in_one_sentence(url: str, part_of_sentence: str) -> None:
    with pytest.raises(LinkError, match=part_of_sentence) as refused:
        check_address(url, HOSTS)
    sentence = str(refused.value)
    assert sentence.isprintable()
    assert len(sentence) < 200


@pytest.mark.parametrize("host", [*sorted(SHORTENERS), "city.tinyurl.com"])
def test_a_shortener_is_refused_even_where_the_city_lists_it(host: str) -> None:
    with pytest.raises(LinkError, match="短縮"):
        check_address(f"https://{host}/abc", [host])


def test_only_a_registered_suffix_opens_what_is_below_it() -> None:
    with pytest.raises(LinkError, match="許した"):
        check_address("https://www.city.example.jp/", [".example.jp", "example.jp"])


def with_hosts(root: Path, *hosts: str) -> list[tuple[str, int]]:
    """Problems of the hosts of a city that lists these besides a sound one."""
    library = load_library(write_data(root, {"camera": lesson_values()}, CITY | {"hosts": [*HOSTS, *hosts]}))
    assert list(library.city.links)
    return [(one.key, one.line) for one in library.problems if one.key.startswith("hosts")]


def test_a_city_may_list_exact_hosts_and_registered_suffixes(tmp_path: Path) -> None:
    assert with_hosts(tmp_path, "e-form.jp") == []


@pytest.mark.parametrize(
    "entry",
    ["", ".jp", ".example.jp", "lg.jp", "lg.jp/", "*.lg.jp", "https://a.jp", "a.jp:443", "A.jp", "市.jp"],
)
def test_a_wider_or_wrong_host_is_told_and_opens_nothing(tmp_path: Path, entry: str) -> None:
    [(key, line)] = with_hosts(tmp_path, entry)
    assert key == f"hosts[{len(HOSTS)}]"
    assert line > 0


def test_a_city_lists_at_least_one_host() -> None:
    with pytest.raises(ValidationError):
        City.model_validate(CITY | {"hosts": []})


@pytest.mark.parametrize("blank", ["", " ", None])
def test_what_a_city_left_blank_is_not_given(blank: str | None) -> None:
    values = CITY | {"help": {"who": "係の人", "how": "声をかけてください。", "phone": blank, "other": blank}}
    found = City.model_validate(values).help
    assert (found.phone, found.other) == (None, None)


@dataclass(frozen=True)
class Loaded:
    library: Library
    problems: list[Problem]


def with_link(tmp_path: Path, **changes: object) -> Loaded:
    """A library whose city has a sound link and a second one, and a lesson that leads to both."""
    link: Values = CITY["links"]["city-website"]
    city = CITY | {"links": {"city-website": link, "second": link | changes}}
    library = load_library(
        write_data(tmp_path, {"camera": lesson_values(links=["second", "city-website"])}, city)
    )
    return Loaded(library, [problem for problem in library.problems if problem.file.name == "city.yaml"])


@pytest.mark.parametrize(
    "url", ["http://www.city.example.jp/", "https://evil.jp/", "https://[::1", CITY_PAGE + "a" * 4000]
)
def test_a_link_that_leads_astray_is_told_and_left_out(tmp_path: Path, url: str) -> None:
    loaded = with_link(tmp_path, url=url)
    (problem,) = loaded.problems
    assert (problem.key, problem.severity) == ("links.second.url", Severity.ERROR)
    assert problem.line == 21
    assert list(loaded.library.city.links) == ["city-website"]


def test_a_lesson_runs_without_a_link_that_was_left_out(tmp_path: Path) -> None:
    library = with_link(tmp_path, url="https://evil.jp/").library
    there = library.city.entrances(library.lesson("camera").links)
    assert [link.url for link in there] == [CITY_PAGE]


def test_sound_links_are_no_problem(tmp_path: Path) -> None:
    loaded = with_link(tmp_path, url="https://www.city.example.jp/second")
    assert loaded.library.problems == ()
    assert list(loaded.library.city.links) == ["city-website", "second"]
