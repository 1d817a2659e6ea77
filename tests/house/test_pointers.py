from tests.house import pointers


def test_links_that_lead_nowhere_are_caught(house):
    folder = house(
        {"docs/a.md": "[here](b.md#part) [there](../c.md) [out](https://x.org/y)", "docs/b.md": ""}
    )

    assert pointers.find_dead_links(folder) == ["docs/a.md: ../c.md"]


def test_commands_that_do_not_exist_are_caught(house):
    folder = house(
        {
            "Makefile": "check: setup ## all\n\ttrue\n",
            "a.md": "Run `make check`, then `make tea`.\nmake coffee\nThey make cakes.\n",
        }
    )

    assert pointers.find_unknown_commands(folder) == ["a.md: make tea", "a.md: make coffee"]


def test_arrows_that_are_no_function_are_caught(house):
    src = house({"readers/__init__.py": "def read(data): ...\n"})
    street = (
        "| arrow |\n|---|\n| `read` | bytes |\n| `guess` | x |\n## The rooms\n| `rules` | x |\n"
    )

    assert pointers.find_missing_arrows(street, src) == ["guess"]
