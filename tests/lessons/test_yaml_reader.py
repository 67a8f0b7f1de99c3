import tracemalloc
from pathlib import Path, PurePath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.lessons.problems import Problem
from kiosk.lessons.yaml_reader import MAX_BYTES, MAX_DEPTH, YamlError, key_text, parse_yaml, read_yaml

FILE = PurePath("lessons/x/lesson.yaml")


def problem_of(text: str) -> Problem:
    with pytest.raises(YamlError) as stop:
        parse_yaml(text, FILE)
    return stop.value.problem


def problem_of_file(path: Path) -> Problem:
    with pytest.raises(YamlError) as stop:
        read_yaml(path, FILE)
    return stop.value.problem


@pytest.mark.parametrize(
    ("text", "line", "part_of_sentence"),
    [
        ("a: 1\n b: 2", 2, "YAMLとして読めません"),
        ("a:\n  b: 1\n c: 2", 3, "YAMLとして読めません"),
        ("a:\n\t- b", 2, "YAMLとして読めません"),
        ('a: "open', 1, "YAMLとして読めません"),
        ("a: @x", 1, "YAMLとして読めません"),
        ("a: 1\nb: 2\na: 3", 3, "「a」が二度"),
        ('"1": a\n1: b', 2, "「1」が二度"),
        ("- {a: 1,\n   a: 2}", 2, "「a」が二度"),
        ("a: 1\nb: &x 2", 2, "目印（&）"),
        ("&x a: 1", 1, "目印（&）"),
        ("a: &x [1]\nb: *x", 1, "目印（&）"),
        ("a: 1\nb: *x", 2, "別名（*）"),
        ("a: 1\nb: !!str 2", 2, "型の指定（!）"),
        ("a: !!python/object/apply:os.system [ls]", 1, "型の指定（!）"),
        ("a: 1\n--- \nb: 2", 2, "文書が二つ"),
        ("a: 1\n? [b, c]\n: 2", 2, "項目名が文字ではありません"),
        ("? {b: c}\n: 2", 1, "項目名が文字ではありません"),
        ("a: \x07", 0, "YAMLとして読めません"),
        ('a: "\\ud800"', 1, "YAMLとして読めません"),
        ("x: " + "[" * 500_000, 1, "入れ子が深すぎます"),
        ("- " * 500_000, 1, "入れ子が深すぎます"),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str) else None,
)
def test_a_mistake_is_refused_with_its_line_and_a_remedy(text: str, line: int, part_of_sentence: str) -> None:
    problem = problem_of(text)
    assert (problem.file, problem.line) == (FILE, line)
    assert part_of_sentence in problem.what.text()
    assert problem.remedy.text()


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("12:30", "12:30"),
        ("2026-11-22", "2026-11-22"),
        ("0o7", "0o7"),
        ("1_000", "1_000"),
        ("=", "="),
        ("007", 7),
        ("-5", -5),
        ("1e3", 1000.0),
        ("1.5", 1.5),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("null", None),
        ("", None),
        ('"1"', "1"),
        ("'true'", "true"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
    ],
)
def test_scalars_follow_yaml_1_2(scalar: str, value: object) -> None:
    read = parse_yaml(f"a: {scalar}", FILE).value
    assert read == {"a": value}
    assert type(read["a"]) is type(value)


def test_every_key_knows_its_line() -> None:
    document = parse_yaml("a: 1\nb:\n  - c: 2\n    d: 3\n  - 4\n\n# e\nf: {g:\n  5}\n", FILE)
    lines = {key_text(key): document.line(key) for key in document.lines if key}
    assert lines == {"a": 1, "b": 2, "b[0]": 3, "b[0].c": 3, "b[0].d": 4, "b[1]": 5, "f": 8, "f.g": 8}


def test_the_line_of_a_missing_key_is_that_of_the_nearest_around_it() -> None:
    document = parse_yaml("a: 1\nb:\n  - c: 2\n", FILE)
    assert document.line(("b", 0, "nothing", "more")) == 3
    assert document.line(("nothing",)) == 1


@pytest.mark.parametrize(
    ("data", "line", "part_of_sentence"),
    [
        (b"a: 1\nb: \xff", 2, "UTF-8"),
        ("a: あ\n\nb: い".encode("shift_jis"), 1, "UTF-8"),
        ("a: 1".encode("utf-16"), 1, "UTF-8"),
        (b"a: " + b"x" * (MAX_BYTES - 2), 0, "大きすぎます"),
    ],
)
def test_a_file_that_is_no_small_utf_8_text(
    tmp_path: Path, data: bytes, line: int, part_of_sentence: str
) -> None:
    path = tmp_path / "lesson.yaml"
    path.write_bytes(data)
    problem = problem_of_file(path)
    assert problem.line == line
    assert part_of_sentence in problem.what.text()


def test_a_file_of_just_one_mebibyte_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lesson.yaml"
    path.write_bytes(b"a: " + b"x" * (MAX_BYTES - 3))
    assert read_yaml(path, FILE).line(("a",)) == 1


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "lesson.yaml"
    path.write_bytes(b"[" * 100_000_000)
    tracemalloc.start()
    problem = problem_of_file(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "大きすぎます" in problem.what.text()
    assert peak < 4 * MAX_BYTES


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    assert "開けません" in problem_of_file(tmp_path / "nothing.yaml").what.text()
    assert "開けません" in problem_of_file(tmp_path).what.text()


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "lesson.yaml"
    path.write_text("\ufeffa: 1", encoding="utf-8")
    assert read_yaml(path, FILE).value == {"a": 1}


def test_nesting_up_to_the_limit_is_read() -> None:
    assert parse_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH, FILE).value is not None
    assert "深すぎます" in problem_of("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)).what.text()


YAML_LIKE = st.lists(
    st.sampled_from(
        ["a", "b:", " ", "\n", "- ", "  ", "{", "}", "[", "]", ",", ": ", "? ", "&x", "*x", "!t", "|"]
    )
    | st.sampled_from(
        ["---", "...", "%YAML 1.1\n", "'", '"', "#", ">", "\\", "\t", "あ", "1", "~", "<<", "\r"]
    ),
    max_size=30,
).map("".join)


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=60) | YAML_LIKE)
@example("")
@example("---\n---")
@example("\ufeff")
def test_any_text_gives_a_value_or_a_problem(text: str) -> None:
    try:
        document = parse_yaml(text, FILE)
    except YamlError as error:
        assert error.problem.text()
    else:
        assert document.line(("a", 0)) >= 1


@settings(deadline=None)
@given(data=st.binary(max_size=60))
def test_any_file_gives_a_value_or_a_problem(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    try:
        read_yaml(path, FILE)
    except YamlError as error:
        assert error.problem.text()
