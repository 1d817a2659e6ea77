"""The twin that must lose: it says that a report is kept, and keeps it a moment later."""

from __future__ import annotations

import io
import threading
import time

from shishi.web.wsgi import application as careful

LATER, SLOW = 0.3, 0.02  # seconds: until it keeps, until it answers


def application(environ, start_response):
    """Answer a submission at once; hand it to the office afterwards."""
    if environ["REQUEST_METHOD"] != "POST":
        return careful(environ, start_response)
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    kept = {**environ, "wsgi.input": io.BytesIO(body)}

    def keep():
        time.sleep(LATER)
        careful(kept, lambda *args: None)

    threading.Thread(target=keep).start()
    time.sleep(SLOW)
    start_response("302 Found", [("Location", "/"), ("Content-Length", "0")])
    return [b""]
