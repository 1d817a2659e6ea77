from tests.house import sizes


def test_files_of_401_lines_are_caught(house):
    folder = house({"long.py": "x = 1\n" * 401, "fits.py": "x = 1\n" * 400})

    assert sizes.find_long_files(folder) == ["long.py: 401 lines"]


def test_functions_of_61_lines_are_caught(house):
    folder = house(
        {"a.py": "def long():\n" + "    x = 1\n" * 60 + "def fits():\n" + "    x = 1\n" * 59}
    )

    assert sizes.find_long_functions(folder) == ["a.py: long: 61 lines"]


def test_functions_with_a_fourth_positional_parameter_are_caught(house):
    folder = house(
        {
            "a.py": "def wide(a, b, c, d): ...\n"
            "def fits(a, b, c, *, d, e): ...\n"
            "class A:\n    def fits(self, a, b, c): ...\n"
        }
    )

    assert sizes.find_wide_functions(folder) == ["a.py: wide: 4 positional parameters"]


def test_folders_of_16_modules_are_caught_and_rules_may_be_many(house):
    names = [f"m{n}.py" for n in range(16)]
    folder = house({f"{room}/{n}": "x = 1" for room in ("readers", "rules") for n in names})

    assert sizes.find_full_folders(folder) == ["readers: 16 modules"]


def test_figures_are_said_in_one_line(house):
    folder = house({"a.py": "def f():\n    return 1\n", "b.py": "x = 1\n" * 4})

    assert sizes.figures(folder) == (
        "2 files: median 3 lines (aim 150), longest b.py 4; "
        "1 functions: median 2 (aim 12), longest f 2"
    )
