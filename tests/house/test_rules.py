from tests.house import rules


def test_rules_that_lack_something_are_caught(house):
    src = (
        house(
            {
                "src/rules/lonely.py": 'CODE = "lonely-rule"',
                "src/rules/kept.py": 'CODE = "kept-rule"',
                "src/rules/every.py": "from shishi.rules import kept",
                "src/data/messages/rules.toml": '[kept-rule]\nzh = "一"\nen = "a"\n',
                "tests/rules/test_kept.py": "",
            }
        )
        / "src"
    )
    guide = "# Rules\n\n## How to read this\n\n## kept-rule\n\n### `gone-rule`\n"

    assert rules.find_homeless_rules(src, tests=src.parent / "tests", guide=guide) == [
        "lonely: no tests/rules/test_lonely.py",
        "lonely: no heading lonely-rule in docs/rules.md",
        "lonely: no message for lonely-rule",
    ]
    assert rules.find_ruleless_headings(src, guide) == ["gone-rule"]
    assert rules.find_idle_rules(src) == ["lonely"]


def test_rules_that_import_another_rule_are_caught(house):
    src = house(
        {
            "rules/leaning.py": 'from shishi.rules.kept import find\nCODE = "leaning-rule"',
            "rules/kept.py": 'from shishi.rules.subject import Subject\nCODE = "kept-rule"',
            "rules/subject.py": "",
            "rules/every.py": "from shishi.rules.kept import check",
        }
    )

    assert rules.find_leaning_rules(src) == ["leaning.py: shishi.rules.kept"]
