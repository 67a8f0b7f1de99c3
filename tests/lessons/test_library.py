from pathlib import Path

import pytest

from kiosk.errors import ContentError
from kiosk.lessons.library import Library, load_library
from kiosk.lessons.problems import Problem, Severity
from tests.builders import CITY, FREE, Values, ask, done, lesson_values, look, tap, write_data


def picture(name: str, **changes: object) -> Values:
    return lesson_values(look(picture=name, alt="え") | changes)


def load_with(tmp_path: Path, bad: Values) -> Library:
    return load_library(write_data(tmp_path, {"good": lesson_values(), "other": bad}))


def about_other(library: Library) -> list[Problem]:
    return [problem for problem in library.problems if problem.file.parent.name == "other"]


def test_a_sound_folder_has_no_problem(tmp_path: Path) -> None:
    library = load_library(write_data(tmp_path))
    assert library.problems == ()
    assert list(library.lessons) == ["camera"]
    assert list(library.screens) == ["home/first"]
    assert library.on_shelf("first-steps") == ("camera",)


@pytest.mark.parametrize(
    ("bad", "key"),
    [
        (lesson_values(tap(target="nothing")), "steps[0].target"),
        (lesson_values(tap(screen="home/nothing")), "steps[0].screen"),
        (lesson_values(tap(screen="nothing/first")), "steps[0].screen"),
        (lesson_values(tap(wrong={"nothing": "ちがいます。"})), "steps[0].wrong.nothing"),
        (lesson_values(tap(wrong={"camera": "ちがいます。"})), "steps[0].wrong"),
        (lesson_values(look(screen="home/first", point="nothing")), "steps[0].point"),
        (lesson_values(shelf="nothing"), "shelf"),
        (picture("nothing.png"), "steps[0].picture"),
        (picture("drawing.svg"), "steps[0].picture"),
        (picture("../good/picture.png"), "steps[0].picture"),
        (picture("/etc/passwd.png"), "steps[0].picture"),
        (picture("a\0.png"), "steps[0].picture"),
        (picture("a" * 300 + ".png"), "steps[0].picture"),
        (lesson_values(tap(when={"phone": "iphone"})), "steps[0].when"),
        (lesson_values(ask(), tap(when={"phone": "watch"})), "steps[1].when"),
        (lesson_values(tap(when={"phone": "iphone"}), ask()), "steps[0].when"),
        (lesson_values(done(), tap()), "steps[0]"),
        (lesson_values(steps=[tap(), tap()]), "steps[1]"),
        (lesson_values(steps=[ask(), done(when={"phone": "iphone"})]), "steps[1].when"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_lesson_is_set_aside_and_the_others_run(tmp_path: Path, bad: Values, key: str) -> None:
    library = load_with(tmp_path, bad)
    assert list(library.lessons) == ["good"]
    assert [(problem.key, problem.severity) for problem in about_other(library)] == [(key, Severity.ERROR)]
    (problem,) = about_other(library)
    assert problem.line > 0
    assert "{" not in problem.text()


def test_a_picture_without_words_for_the_blind_is_a_mistake(tmp_path: Path) -> None:
    write_data(tmp_path, {"other": lesson_values(look(picture="a.png"))})
    (tmp_path / "lessons" / "other" / "a.png").write_bytes(b"")
    (problem,) = load_library(tmp_path).problems
    assert "alt" in problem.text()


def test_a_picture_beside_the_lesson_may_be_used(tmp_path: Path) -> None:
    write_data(tmp_path, {"other": picture("a.PNG")})
    (tmp_path / "lessons" / "other" / "a.PNG").write_bytes(b"")
    assert load_library(tmp_path).problems == ()


def test_a_review_that_is_due_is_only_a_warning(tmp_path: Path) -> None:
    library = load_with(tmp_path, lesson_values(review_by="2020-01-01"))
    assert list(library.lessons) == ["good", "other"]
    assert [(p.key, p.severity) for p in library.problems] == [("review_by", Severity.WARNING)]


def test_a_link_that_is_not_there_takes_no_lesson_away(tmp_path: Path) -> None:
    library = load_with(tmp_path, lesson_values(links=["city-website", "nothing"]))
    assert list(library.lessons) == ["good", "other"]
    assert [(p.key, p.severity) for p in library.problems] == [("links[1]", Severity.WARNING)]


def test_a_broken_file_is_set_aside_and_the_others_run(tmp_path: Path) -> None:
    write_data(tmp_path, {"good": lesson_values(), "other": lesson_values()})
    (tmp_path / "lessons" / "other" / "lesson.yaml").write_text("a: [", encoding="utf-8")
    library = load_library(tmp_path)
    assert list(library.lessons) == ["good"]
    assert len(library.problems) == 1


def test_two_elements_of_one_name_on_a_screen(tmp_path: Path) -> None:
    write_data(tmp_path)
    phone = tmp_path / "lessons" / "phone" / "home.yaml"
    phone.write_text(
        phone.read_text(encoding="utf-8").replace('"map",\n', '"camera",\n', 1), encoding="utf-8"
    )
    library = load_library(tmp_path)
    problem = library.problems[0]
    assert (str(problem.file), problem.key) == ("lessons/phone/home.yaml", "screens.first")
    assert "home/first" not in library.screens


def test_broken_screens_and_readings_are_problems(tmp_path: Path) -> None:
    write_data(tmp_path)
    (tmp_path / "lessons" / "phone" / "home.yaml").write_text("[", encoding="utf-8")
    (tmp_path / "lessons" / "readings.yaml").unlink()
    library = load_library(tmp_path)
    assert library.lessons == {}
    files = {problem.file.name for problem in library.problems}
    assert files == {"home.yaml", "readings.yaml", "phone", "lesson.yaml"}


def test_an_empty_word_in_the_readings_is_a_problem(tmp_path: Path) -> None:
    library = load_library(write_data(tmp_path, readings={"": "あ"}))
    assert [problem.file.name for problem in library.problems] == ["readings.yaml"]
    assert list(library.lexicon.matches("市")) == []


def test_a_city_without_a_phone_number_is_warned(tmp_path: Path) -> None:
    city = CITY | {"help": {"who": "係の人", "how": "どうぞ。"}}
    (problem,) = load_library(write_data(tmp_path, city=city)).problems
    assert (problem.key, problem.severity) == ("help", Severity.WARNING)


def test_what_can_be_explored_lies_on_its_shelf(tmp_path: Path) -> None:
    library = load_library(write_data(tmp_path, free=[FREE]))
    assert library.problems == ()
    assert library.free_on_shelf("first-steps") == (library.free_app("home"),)
    with pytest.raises(ContentError, match="nothing"):
        library.free_app("nothing")


@pytest.mark.parametrize("key", ["screen", "shelf", "icon"])
def test_free_practice_that_cannot_begin_is_set_aside(tmp_path: Path, key: str) -> None:
    bad = FREE | {"id": "bad", key: "home/gone" if key == "screen" else "gone"}
    library = load_library(write_data(tmp_path, free=[FREE, bad]))
    (problem,) = library.problems
    assert (str(problem.file), problem.key) == ("lessons/free-practice.yaml", f"apps[1].{key}")
    assert problem.line > 0
    assert [app.id for app in library.free] == ["home"]


def test_a_lesson_brings_its_own_screens(tmp_path: Path) -> None:
    write_data(tmp_path, {"own": lesson_values(tap(screen="own/page", target="go"))})
    body = '{"go-on": {"bar": "x"}, "page": {"body": [{"kind": "link", "id": "go", "label": "x"}]}}'
    own = tmp_path / "lessons" / "own" / "phone.yaml"
    own.write_text(f'{{"format": 1,\n"screens": {body}}}', encoding="utf-8")
    library = load_library(tmp_path)
    assert list(library.lessons) == ["own"]
    (problem,) = library.problems
    assert (str(problem.file), problem.line, problem.key) == ("lessons/own/phone.yaml", 2, "screens.go-on")
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("name", ["city.yaml", "shelves.yaml", "phone-words.yaml"])
@pytest.mark.parametrize("text", [None, "", "a: [", "format: 1"])
def test_without_city_shelves_or_words_nothing_runs(tmp_path: Path, name: str, text: str | None) -> None:
    path = write_data(tmp_path) / "lessons" / name
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=name):
        load_library(tmp_path)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="lessons"):
        load_library(tmp_path / "nothing")


def test_an_unknown_lesson_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"nothing.*camera"):
        load_library(write_data(tmp_path)).lesson("nothing")
