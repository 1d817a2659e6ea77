"""A strict reader of HTML: what a parser would quietly repair is a complaint here."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input"}


class StrictReader(HTMLParser):
    """Walks a page; `complaints` says what is not well-formed, `elements` holds (tag, attributes)."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.complaints: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        if self._open:
            self.complaints.append(f"never closed: {self._open}")

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.complaints.append(f"an attribute twice in {self.get_starttag_text()}")
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self._open or self._open[-1] != tag:
            self.complaints.append(f"</{tag}> at {self.getpos()} inside {self._open[-3:]}")
        else:
            self._open.pop()

    def handle_data(self, data):
        self.text.append(data)

    def of(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element with this tag."""
        return [attributes for name, attributes in self.elements if name == tag]

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]
