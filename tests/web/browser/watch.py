"""What a page complains of by itself: errors on the console, broken files, the security policy."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page, Request, Response


class Watch:
    """Collects complaints of a page from the moment it is made.

    `home` is the address everything has to come from. The answer to the address a person went to is
    theirs to judge: a refused form answers 422, and that is no fault.
    """

    def __init__(self, page: Page, home: str) -> None:
        self.home = home.rstrip("/")
        self.complaints: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("request", self._asked)
        page.on("response", self._answered)

    def take(self) -> list[str]:
        """Give what was heard since the last time."""
        heard, self.complaints = self.complaints, []
        return heard

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.home + "/", "data:", "blob:", "about:", "file:")):
            self.complaints.append(f"asks another host: {request.url}")

    def _answered(self, response: Response) -> None:
        asked = response.request
        is_page = asked.is_navigation_request() or "hx-request" in asked.headers
        if response.status >= (500 if is_page else 400):
            self.complaints.append(f"{response.status}: {response.url}")
