from tests.house import messages


def test_codes_without_words_are_caught(house):
    folder = house(
        {
            "rules/a.py": 'CODE = "by-constant"\nFinding(CODE, place)\nFinding("silent", place)\n'
            'Finding("both", place)\nReason("half", {})\nrefuse(name, "mute")\n',
            "data/messages/rules.toml": '[both]\nzh = "两"\nen = "two"\n[half]\nzh = "半"\n',
        }
    )

    assert messages.find_wordless(folder) == [
        "rules/a.py: by-constant",
        "rules/a.py: silent",
        "rules/a.py: half",
        "rules/a.py: mute",
    ]


def test_words_left_over_are_caught(house):
    folder = house(
        {
            "a.py": 'x = "used"\ny = f"{x}-remedy"\n',
            "data/messages/a.toml": "[used]\n[used-remedy]\n[gone]\n[gone-remedy]\n",
        }
    )

    assert messages.find_orphans(folder) == ["gone", "gone-remedy"]


def test_facts_told_in_one_language_only_are_caught(house):
    words_of = (
        '[even]\nzh = "第{order}项"\nen = "item {order}"\n[odd]\nzh = "{unit}"\nen = "unit"\n'
    )

    assert messages.find_lopsided(house({"data/messages/a.toml": words_of})) == ["odd"]


def test_half_width_marks_in_chinese_are_caught(house):
    words_of = (
        '[comma]\nzh = "已读,请看"\n[fact]\nzh = "第{order}条:见下"\n[bracket]\nzh = "表头({words})"\n'
        '[wide]\nzh = "已读：“{read_as}”，见 shishi read。"\nen = "read, see: (it)"\n'
        '[figures]\nzh = "1,000字（比例1:1）"\n'
    )

    found = messages.find_half_width(house({"data/messages/a.toml": words_of}))

    assert found == ["comma", "fact", "bracket"]


def test_codes_with_two_sets_of_words_are_caught(house):
    folder = house({"data/messages/a.toml": "[x]\n[y]\n", "data/messages/b.toml": "[x]\n"})

    assert messages.find_twice(folder) == ["x: a.toml and b.toml"]
