from tests.house import papers


def test_differences_of_glossary_and_code_are_caught(house):
    src = house(
        {
            "places.py": "class Place:\n    row: int\nclass Extra: ...\nclass Inner: ...\n",
            "ballots.py": "class Ballot: ...\n",
            "rules/a.py": "from shishi.places import Extra, Place\nfrom shishi.rules.b import Own\n",
            "rules/b.py": "from json import Inner\nclass Own: ...\n",
        }
    )
    glossary = """| Chinese | English | in code | note |
|---|---|---|---|
| 位置 | place | `Place`, `Place.row` | `Note` |
| 单位 | unit | `Unit` | |
| 票决 | ballot | `Ballot` later, `Place` | |
| 更正 | correction | `Correction` later | |
"""

    assert papers.find_missing_terms(glossary, src) == ["单位: Unit"]
    assert papers.find_built_terms(glossary, src) == ["票决: Ballot"]
    assert papers.find_unexplained(glossary, src) == ["Extra"]


def test_rooms_off_the_map_are_caught(house):
    src = house({"__init__.py": "", "rules/a.py": "", "places.py": ""})
    street = "| `early/` | x |\n## The rooms\n| `places.py` | x |\n| `web/` | x |\n## More\n| `z/` | x |\n"

    assert papers.find_map_faults(street, src) == [
        "not on the map: rules/",
        "not in the house: web/",
    ]
