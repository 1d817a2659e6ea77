import pytest


@pytest.fixture
def house(tmp_path):
    """Build a house of a few files: house({"rules/a.py": "…"}) gives its folder."""

    def build(files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return build
